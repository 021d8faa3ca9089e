"""Whether everything hangs together."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import Change, example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Severity, Spot
from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import Record


def _thing(context: Context, thing: str) -> Record | Property | None:
    return context.knowledge.records.get(thing) or context.knowledge.properties.get(thing)


def _of_role(context: Context, thing: str, *roles: Role) -> bool:
    kind = context.knowledge.ontology.kind(context.knowledge.ids.get(thing, ""))
    return kind is not None and kind.role in roles


_PUBLISHED = (Role.MATRIX, Role.TREE, Role.SCENARIO, Role.QUESTION)
"""What selects and asks instead of being referred to."""


@rule(
    "orphan",
    Severity.WARNING,
    Scope.GRAPH,
    "A thing on its own",
    "Nothing refers to it and it refers to nothing, so no reader will find it and nothing follows from it.",
    example("hazards/drought.yaml:1:1", "name: Drought\nsummary: Too little water to float on.\n"),
)
def orphan(context: Context) -> Iterator[Finding]:
    """Yield the things without any reference from or to them; sources and properties have rules of their own."""
    for thing in sorted(_alone(context)):
        record = _thing(context, thing)
        if record is not None and not _of_role(context, thing, Role.SOURCE, Role.PROPERTY, *_PUBLISHED):
            message = f"Nothing refers to {thing!r}, and it refers to nothing."
            fix = "Relate it to something, give it facts or statements with sources, or delete its file."
            yield Finding("orphan", message, Spot(record.spot.file), "a relation, a fact or a statement", fix)


def _alone(context: Context) -> set[str]:
    return {thing for thing, others in context.neighbours.items() if not others}


@rule(
    "unreachable",
    Severity.WARNING,
    Scope.GRAPH,
    "Things that hang together, but not with the rest",
    "A reader who follows links never gets there from the rest of the atlas.",
    example(
        "sources/ledger-1880.yaml:1:1",
        "title: Ledger\nby: The ferryman\ndate: 1880\nkind: docs\nurl: https://example.org/ledger\n",
        "",
        Change(
            "crossings/raft.yaml",
            "name: Raft\nlevel: part\nsummary: Logs that are tied together.\n"
            "statements:\n  - {claim: It floats., source: ledger-1880, locator: page 1}\n",
        ),
    ),
)
def unreachable(context: Context) -> Iterator[Finding]:
    """Yield the first thing of each connected part but the largest."""
    parts = sorted(_parts(context), key=lambda part: (-len(part), sorted(part)))
    for part in parts[1:]:
        first = min(part)
        record = _thing(context, first)
        if len(part) > 1 and record is not None:
            others = ", ".join(sorted(part)[:5])
            message = f"These {len(part)} things are not connected with the rest: {others}."
            fix = "Relate one of them to something else."
            yield Finding("unreachable", message, Spot(record.spot.file), "a way to the rest of the atlas", fix)


def _parts(context: Context) -> Iterator[set[str]]:
    """Yield the connected parts; a flood fill of ten lines, since importing networkx costs a quarter of the check."""
    left = set(context.neighbours)
    while left:
        part, frontier = set(), [left.pop()]
        while frontier:
            thing = frontier.pop()
            part.add(thing)
            found = context.neighbours[thing] & left
            left -= found
            frontier.extend(found)
        yield part


def _unused(context: Context, role: Role) -> Iterator[Record | Property]:
    for thing in context.knowledge.ids:
        record = _thing(context, thing)
        if record is not None and _of_role(context, thing, role) and thing not in context.referred_to:
            yield record


@rule(
    "unused-source",
    Severity.WARNING,
    Scope.GRAPH,
    "A source that no fact cites",
    "A list of literature nobody used suggests evidence that is not there.",
    example(
        "sources/ledger-1880.yaml:1:1",
        "title: Ledger\nby: The ferryman\ndate: 1880\nkind: docs\nurl: https://example.org/ledger\n",
        "",
    ),
)
def unused_source(context: Context) -> Iterator[Finding]:
    """Yield the sources that nothing cites."""
    for record in _unused(context, Role.SOURCE):
        message = f"No fact cites {record.id!r}."
        fix = "Cite it where it says something, or delete its file."
        yield Finding("unused-source", message, Spot(record.spot.file), "a fact with this source", fix)


@rule(
    "unused-property",
    Severity.WARNING,
    Scope.GRAPH,
    "A property of which nothing is known",
    "Its column would be empty everywhere.",
    example(
        "properties/toll.yaml:1:1",
        "name: Toll is due\ngroup: use\nsort: flag\nbetter: none\ndefinition: Whether it costs something.\n",
        "",
    ),
)
def unused_property(context: Context) -> Iterator[Finding]:
    """Yield the properties that no fact states."""
    stated = {fact.property for fact in context.knowledge.facts}
    stated |= {each.property for subject in context.knowledge.subjects.values() for each in subject.comparisons}
    for prop in context.knowledge.properties.values():
        if prop.id not in stated:
            message = f"No fact states {prop.id!r}."
            fix = "State it of something, or delete its file."
            yield Finding("unused-property", message, Spot(prop.spot.file), "a fact on this property", fix)


@rule(
    "unused-question",
    Severity.NOTE,
    Scope.GRAPH,
    "A question that no tree and no scenario asks",
    "Nobody would see what follows from its answers.",
    example(
        "questions/season.yaml:1:1",
        "name: Season\nasks: In winter?\nanswers:\n  - {id: cold, says: Yes, requires: [sturdiness >= fair]}\n"
        "  - {id: warm, says: No}\n",
        "",
    ),
)
def unused_question(context: Context) -> Iterator[Finding]:
    """Yield the questions that nothing refers to."""
    for record in _unused(context, Role.QUESTION):
        message = f"No tree and no scenario asks {record.id!r}."
        fix = "Add it to a tree or answer it in a scenario."
        yield Finding("unused-question", message, Spot(record.spot.file), "a tree or a scenario with it", fix)


@rule(
    "unused-group",
    Severity.NOTE,
    Scope.GRAPH,
    "A group without properties",
    "An empty heading promises something.",
    example(
        "ontology.yaml:33:3", "groups:\n  looks: {name: Looks, says: What it looks like.}\n", instead_of="groups:\n"
    ),
)
def unused_group(context: Context) -> Iterator[Finding]:
    """Yield the groups that no property is in."""
    used = {prop.group for prop in context.knowledge.properties.values()}
    ontology = context.knowledge.ontology
    for group in ontology.groups:
        if group.id not in used:
            message = f"No property is in the group {group.id!r}."
            spot = ontology.spot.key("groups", group.id)
            yield Finding("unused-group", message, spot, "a property of this group", "Use it, or remove it.")
