"""Whether names and ids tell things apart."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Related, Severity, Spot
from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import Record
from isolation_atlas.knowledge.repairs import RemoveEntry


def _named(context: Context) -> Iterator[tuple[str, Record | Property]]:
    """Yield each thing but the sources with its kind."""
    sources = {kind.id for kind in context.knowledge.ontology.kinds_of(Role.SOURCE)}
    for thing, kind in context.knowledge.ids.items():
        record = context.knowledge.records.get(thing) or context.knowledge.properties.get(thing)
        if record is not None and kind not in sources:
            yield kind, record


def _key(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())


@rule(
    "name-twice",
    Severity.ERROR,
    Scope.GRAPH,
    "Two things of a kind with one name",
    "Readers cannot tell them apart in a list.",
    example("crossings/punt.yaml:1:7", "name: Pier\n", instead_of="name: Punt\n"),
)
def name_twice(context: Context) -> Iterator[Finding]:
    """Yield things whose name another one of their kind has."""
    seen: dict[tuple[str, str], Record | Property] = {}
    for kind, record in _named(context):
        first = seen.setdefault((kind, _key(record.name)), record)
        if first is not record:
            related = (Related(f"the name of {first.id}", first.spot.at("name")),)
            message = f"{first.id!r} is called {first.name!r} as well."
            fix = "Add to one of the names what tells the two apart."
            spot = record.spot.at("name")
            yield Finding("name-twice", message, spot, "a name that no other has", fix, related=related)


@rule(
    "alias-taken",
    Severity.WARNING,
    Scope.GRAPH,
    "Another name that belongs to something else",
    "A search for it would lead to the wrong thing.",
    example("crossings/punt.yaml:20:11", "aliases: [pier]\n", "aliases: [flat boat]\n"),
)
def alias_taken(context: Context) -> Iterator[Finding]:
    """Yield aliases that are the name, id or alias of another thing of the kind."""
    taken: dict[tuple[str, str], tuple[str, Spot]] = {}
    for kind, record in _named(context):
        for word in (record.id, record.name):
            taken.setdefault((kind, _key(word)), (record.id, record.spot.at("name")))
    for kind, record in _named(context):
        for number, alias in enumerate(record.aliases):
            spot = record.spot.at("aliases", number)
            other, where = taken.setdefault((kind, _key(alias)), (record.id, spot))
            if other != record.id:
                message = f"{alias!r} is a name of {other!r}."
                fix = "Delete the alias here, or relate the two things."
                related = (Related(f"a name of {other}", where),)
                yield Finding("alias-taken", message, spot, "a name of this thing alone", fix, related=related)


@rule(
    "alias-needless",
    Severity.NOTE,
    Scope.RECORD,
    "An alias that repeats the name or the id",
    "The search finds names and ids anyway.",
    example("crossings/punt.yaml:20:11", "aliases: [punt]\n", "aliases: [flat boat]\n"),
)
def alias_needless(context: Context) -> Iterator[Finding]:
    """Yield aliases that are the thing's own name or id, or stand twice."""
    for _, record in _named(context):
        known = {_key(record.id), _key(record.name)}
        for number, alias in enumerate(record.aliases):
            if _key(alias) in known:
                message = f"{alias!r} is known as a name of {record.id!r} already."
                spot = record.spot.at("aliases", number)
                repair = RemoveEntry(spot, alias)
                yield Finding("alias-needless", message, spot, "another name", "Delete it.", repair=repair)
            known.add(_key(alias))


@rule(
    "id-repeats-kind",
    Severity.WARNING,
    Scope.FILE,
    "An id that begins with its kind",
    "The folder says the kind; in the id it only makes every reference longer.",
    example(
        "hazards/hazard-ice.yaml:1:1",
        "name: Ice\nsummary: Floes in spring.\n"
        "statements:\n  - {claim: Floes come., source: survey-1907, locator: page 5}\n",
    ),
)
def id_repeats_kind(context: Context) -> Iterator[Finding]:
    """Yield ids that begin with the id of their kind and a hyphen."""
    for kind, record in _named(context):
        if record.id.startswith(f"{kind}-"):
            message = f"The id {record.id!r} begins with its kind."
            fix = f"Rename the file to {record.id.removeprefix(kind + '-')}.yaml and add a redirect."
            yield Finding("id-repeats-kind", message, Spot(record.spot.file), "an id without the kind", fix)
