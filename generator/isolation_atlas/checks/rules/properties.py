"""Whether properties say what their values mean."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Related, Severity
from isolation_atlas.knowledge.properties import Better, Property, Sort
from isolation_atlas.knowledge.repairs import ReplaceValue

_FAIR = "{id: fair, criterion: Only a flood closes it.}"


@rule(
    "scale-too-short",
    Severity.ERROR,
    Scope.RECORD,
    "A scale of fewer than two levels",
    "A scale with one level tells nothing apart.",
    example(
        "properties/sturdiness.yaml:3:7",
        "sort: level\nbetter: higher\n",
        instead_of="sort: level\nbetter: higher\nlevels:\n"
        "  - {id: frail, criterion: An ordinary gale closes it.}\n"
        "  - {id: fair, criterion: Only a flood closes it.}\n"
        "  - {id: firm, criterion: Nothing on record has closed it.}\n",
    ),
)
def scale_too_short(context: Context) -> Iterator[Finding]:
    """Yield level properties with fewer than two levels."""
    for prop in context.knowledge.properties.values():
        if prop.sort is Sort.LEVEL and len(prop.levels) < 2 and prop.spot.file not in context.broken_files:
            message = f"The scale of {prop.id!r} has {len(prop.levels)} levels."
            fix = "Add 'levels:' from the lowest up, each with a criterion."
            yield Finding("scale-too-short", message, prop.spot.at("sort"), "at least two levels", fix)


@rule(
    "vocabulary-missing",
    Severity.ERROR,
    Scope.RECORD,
    "A vocabulary without terms",
    "No value could ever be given.",
    example(
        "properties/material.yaml:3:7",
        "sort: term\nbetter: none",
        instead_of="sort: term\nterms: {stone: Stone., timber: Timber.}\nbetter: none",
    ),
)
def vocabulary_missing(context: Context) -> Iterator[Finding]:
    """Yield term properties without terms."""
    for prop in context.knowledge.properties.values():
        if prop.sort is Sort.TERM and not prop.terms and prop.spot.file not in context.broken_files:
            message = f"{prop.id!r} takes terms, and lists none."
            fix = "Add 'terms:' with a sentence for each."
            yield Finding("vocabulary-missing", message, prop.spot.at("sort"), "the terms", fix)


@rule(
    "level-twice",
    Severity.ERROR,
    Scope.RECORD,
    "A name for two levels",
    "Nobody could say which of the two is meant.",
    example(
        "properties/sturdiness.yaml:7:10",
        "{id: fair, criterion: Only a flood closes it., aliases: [frail]}",
        "{id: fair, criterion: Only a flood closes it., aliases: [middling]}",
        instead_of=_FAIR,
    ),
)
def level_twice(context: Context) -> Iterator[Finding]:
    """Yield levels whose id or alias an earlier level of the scale has."""
    for prop in context.knowledge.properties.values():
        seen: dict[str, int] = {}
        for number, level in enumerate(prop.levels):
            for word in (level.id, *level.aliases):
                if seen.setdefault(word, number) != number:
                    message = f"{word!r} names an earlier level of {prop.id!r} already."
                    spot = prop.spot.at("levels", number, "id")
                    yield Finding("level-twice", message, spot, "a name of its own", "Rename one of the two.")


@rule(
    "criterion-twice",
    Severity.ERROR,
    Scope.RECORD,
    "One criterion for two levels",
    "If the same must hold for both, nobody can decide between them.",
    example("properties/sturdiness.yaml:7:27", "{id: fair, criterion: An ordinary gale closes it.}", instead_of=_FAIR),
)
def criterion_twice(context: Context) -> Iterator[Finding]:
    """Yield levels whose criterion an earlier level of the scale has."""
    for prop in context.knowledge.properties.values():
        seen: dict[str, int] = {}
        for number, level in enumerate(prop.levels):
            first = seen.setdefault(level.criterion.casefold(), number)
            if first != number and level.criterion:
                related = (Related("the first time", prop.spot.at("levels", first, "criterion")),)
                message = f"{level.id!r} and {prop.levels[first].id!r} have the same criterion."
                spot = prop.spot.at("levels", number, "criterion")
                fix = "Say what must hold for the one and not for the other."
                yield Finding("criterion-twice", message, spot, "a criterion of its own", fix, related=related)


@rule(
    "direction-without-order",
    Severity.WARNING,
    Scope.RECORD,
    "'Better' where there is no order",
    "Terms and texts have no more and less; which of them is better, a level or a flag can say.",
    example("properties/material.yaml:5:9", "better: higher", instead_of="better: none"),
)
def direction_without_order(context: Context) -> Iterator[Finding]:
    """Yield term and text properties with a better direction."""
    for prop in context.knowledge.properties.values():
        if prop.sort in (Sort.TERM, Sort.TEXT) and prop.better is not Better.NONE:
            message = f"The values of {prop.id!r} have no order."
            spot, fix = prop.spot.at("better"), "Write 'better: none'."
            repair = ReplaceValue(spot, prop.better.value, Better.NONE.value)
            yield Finding("direction-without-order", message, spot, Better.NONE.value, fix, repair=repair)


@rule(
    "field-without-effect",
    Severity.WARNING,
    Scope.RECORD,
    "A field that a property of this sort does not use",
    "Whoever reads it believes that it counts.",
    example("properties/material.yaml:7:1", "unit: kg\n", ""),
)
def field_without_effect(context: Context) -> Iterator[Finding]:
    """Yield units, levels and terms of properties of other sorts."""
    for prop in context.knowledge.properties.values():
        for field, sort, given in _special(prop):
            if given and prop.sort is not sort:
                message = f"{field!r} has no effect on a property of sort {prop.sort.value}."
                fix = f"Remove it, or write 'sort: {sort.value}'."
                yield Finding("field-without-effect", message, prop.spot.key(field), f"a {sort.value}", fix)


def _special(prop: Property) -> tuple[tuple[str, Sort, bool], ...]:
    return (
        ("dimension", Sort.QUANTITY, bool(prop.dimension_name)),
        ("unit", Sort.QUANTITY, bool(prop.unit)),
        ("levels", Sort.LEVEL, bool(prop.levels)),
        ("terms", Sort.TERM, bool(prop.terms)),
        ("many", Sort.TERM, prop.many),
    )


@rule(
    "measure-missing",
    Severity.NOTE,
    Scope.RECORD,
    "A quantity or scale without a way to measure it",
    "Two people who measure differently disagree for ever.",
    example(
        "properties/capacity.yaml:1:1", "", instead_of="measured: By loading it with sacks until it is declared full.\n"
    ),
)
def measure_missing(context: Context) -> Iterator[Finding]:
    """Yield quantities and levels without 'measured'."""
    for prop in context.knowledge.properties.values():
        if prop.sort in (Sort.QUANTITY, Sort.LEVEL) and not prop.measured:
            message = f"{prop.id!r} does not say how it is measured."
            fix = "Add 'measured:' with from where to where, and by what."
            yield Finding("measure-missing", message, prop.spot, "'measured:'", fix)


@rule(
    "folder-twice",
    Severity.ERROR,
    Scope.RECORD,
    "Two kinds in one folder",
    "The folder says what a file is.",
    example(
        "ontology.yaml:31:32",
        "\n  barge: {role: topic, folder: crossings, name: Barge, plural: Barges, says: A way for goods.}\n\ngroups:",
        "\n  barge: {role: topic, folder: barges, name: Barge, plural: Barges, says: A way for goods.}\n\ngroups:",
        instead_of="\n\ngroups:",
    ),
)
def folder_twice(context: Context) -> Iterator[Finding]:
    """Yield kinds whose folder an earlier kind has."""
    ontology = context.knowledge.ontology
    seen: dict[str, str] = {}
    for kind in ontology.kinds:
        if seen.setdefault(kind.folder, kind.id) != kind.id:
            message = f"The folder {kind.folder!r} is that of the kind {seen[kind.folder]!r}."
            spot = ontology.spot.at("kinds", kind.id, "folder")
            yield Finding("folder-twice", message, spot, "a folder of its own", "Give the kind another folder.")
