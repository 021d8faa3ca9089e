"""Whether the fields of a file are those of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.checks.rules.from_reading import from_reading
from isolation_atlas.knowledge.findings import Finding, Severity
from isolation_atlas.knowledge.ontology import Relation

from_reading(
    "wrong-type",
    Scope.RECORD,
    "Text where a list is due, and the like",
    "A field of the wrong type is left out, so what it says would be missing.",
    example("crossings/punt.yaml:20:8", "stack: water\n", "stack: [water (shared), hull]\n"),
)
from_reading(
    "missing-field",
    Scope.RECORD,
    "A required field is missing",
    "Pages and other rules rely on it.",
    example("crossings/punt.yaml:1:1", "", instead_of="level: design\n"),
)
from_reading(
    "bad-choice",
    Scope.RECORD,
    "A word that is not one of those allowed",
    "Closed lists keep things comparable and let an editor complete them.",
    example("crossings/punt.yaml:2:8", "level: desing\n", "level: design\n", instead_of="level: design\n"),
)
from_reading(
    "bad-url",
    Scope.RECORD,
    "Something that is no address",
    "Readers follow sources to check them.",
    example("crossings/punt.yaml:20:11", "homepage: example.org\n", "homepage: https://example.org/\n"),
)
from_reading(
    "bad-date",
    Scope.RECORD,
    "Something that is no date",
    "Dates decide what is fresh and what is due for reading again.",
    example(
        "crossings/pier.yaml:12:56",
        "statements:\n  - {claim: It is old., source: survey-1907, verified: 2026/1/10}\n",
        "statements:\n  - {claim: It is old., source: survey-1907, verified: 2026-01-10}\n",
    ),
)


@rule(
    "unknown-field",
    Severity.ERROR,
    Scope.RECORD,
    "A field that the kind does not have",
    "What stands in a misspelt field would be passed over without a word.",
    example("crossings/punt.yaml:20:1", "homepge: https://example.org/\n", "homepage: https://example.org/\n"),
)
def unknown_field(context: Context) -> Iterator[Finding]:
    """Yield the unknown fields that are not the names of relations either."""
    for fault in context.faults.get("unknown-field", ()):
        if _relation(context, fault) is None:
            yield fault


@rule(
    "relation-domain",
    Severity.ERROR,
    Scope.RECORD,
    "A relation that cannot begin at this kind, or is named the other way round",
    "A relation is written once, at the end where it begins; the other end follows.",
    example("hazards/flood.yaml:9:1", "endangers: punt\n", ""),
)
def relation_domain(context: Context) -> Iterator[Finding]:
    """Yield the fields that name a relation, but not one that begins at the kind of the file."""
    for fault in context.faults.get("unknown-field", ()):
        known = _relation(context, fault)
        if known is None:
            continue
        field = fault.spot.path[-1]
        origins = " or ".join(known.origins)
        if field == known.id:
            message = f"The relation {field!r} begins at a thing of kind {origins}, not here."
        else:
            message = f"{field!r} is {known.id!r} the other way round."
        fix = f"Write '{known.id}:' in the file of the {origins}."
        yield Finding(
            "relation-domain", message, fault.spot, f"a relation that begins here, or '{known.id}' there", fix
        )


def _relation(context: Context, fault: Finding) -> Relation | None:
    path = fault.spot.path
    if len(path) != 1 or context.knowledge.ontology.spot.file == fault.spot.file:
        return None
    relations = context.knowledge.ontology.relations
    return next((each for each in relations if path[0] in (each.id, each.inverse)), None)
