"""Whether relations keep the laws that the ontology gives them."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.cycles import shortest_cycles
from isolation_atlas.checks.examples import Change, example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Related, Severity, Spot
from isolation_atlas.knowledge.records import Edge, adds_nothing
from isolation_atlas.knowledge.repairs import RemoveEntry, ReplaceValue


def _target(edge: Edge) -> Spot:
    return edge.evidence.spot.at("to")


@rule(
    "relation-range",
    Severity.ERROR,
    Scope.GRAPH,
    "A relation that leads to the wrong kind of thing",
    "Pages and graph questions rely on what a relation joins.",
    example("crossings/punt.yaml:5:16", "endangered-by: mail", instead_of="endangered-by: flood"),
)
def relation_range(context: Context) -> Iterator[Finding]:
    """Yield the edges whose target has a kind that the relation does not lead to."""
    ids = context.knowledge.ids
    targets = {relation.id: relation.targets for relation in context.knowledge.ontology.relations}
    for edge in context.knowledge.edges:
        kind = ids.get(edge.target)
        if kind is not None and kind not in targets[edge.relation]:
            wanted = " or ".join(targets[edge.relation])
            message = f"{edge.relation!r} leads to {edge.target!r}, a thing of kind {kind}."
            fix = f"Name a {wanted}, or use another relation."
            yield Finding("relation-range", message, _target(edge), f"a thing of kind {wanted}", fix)


@rule(
    "self-relation",
    Severity.ERROR,
    Scope.GRAPH,
    "A thing that is related to itself",
    "Nothing is a kind, a part or a neighbour of itself; such an edge is a slip of the pen.",
    example("crossings/punt.yaml:20:9", "beside: punt\n", "beside: arch\n"),
)
def self_relation(context: Context) -> Iterator[Finding]:
    """Yield the edges that end where they begin."""
    for edge in context.knowledge.edges:
        if edge.origin == edge.target:
            message = f"{edge.origin!r} is related to itself by {edge.relation!r}."
            yield Finding("self-relation", message, _target(edge), "another thing", "Name another thing, or delete it.")


@rule(
    "relation-cycle",
    Severity.ERROR,
    Scope.GRAPH,
    "A cycle in a relation that has none",
    "Whoever follows such a relation (inheritance, parts, dependences) would go round for ever.",
    example("crossings/boat.yaml:12:7", "is-a: punt\n"),
)
def relation_cycle(context: Context) -> Iterator[Finding]:
    """Yield the shortest cycle of each knot, with the place of every edge."""
    for relation in context.knowledge.ontology.relations:
        if not relation.acyclic:
            continue
        edges = {(edge.origin, edge.target): edge for edge in context.knowledge.edges if edge.relation == relation.id}
        for cycle in shortest_cycles(edges):
            steps = [edges[pair] for pair in zip(cycle, (*cycle[1:], cycle[0]), strict=True)]
            shown = " → ".join((*cycle, cycle[0]))
            related = tuple(Related(f"{edge.origin} {relation.id} {edge.target}", _target(edge)) for edge in steps)
            message = f"{relation.id!r} goes round in a circle: {shown}."
            fix = "Delete the edge among these that is wrong."
            yield Finding("relation-cycle", message, _target(steps[0]), "no way back", fix, related=related)


@rule(
    "relation-twice",
    Severity.WARNING,
    Scope.GRAPH,
    "The same edge written twice",
    "One edge with two entries has its evidence in two places, of which one will be forgotten.",
    example("crossings/punt.yaml:5:24", "endangered-by: [flood, flood]", instead_of="endangered-by: flood"),
)
def relation_twice(context: Context) -> Iterator[Finding]:
    """Yield edges that repeat an earlier one with the same source, or that both state nothing but themselves."""
    seen: dict[tuple[str, str, str, str, str], Edge] = {}
    for edge in context.knowledge.edges:
        key = (edge.origin, edge.relation, edge.target, edge.evidence.source, edge.evidence.claim)
        if key in seen:
            related = (Related("the first time", _target(seen[key])),)
            message = f"{edge.origin} {edge.relation} {edge.target} is written a second time."
            repair = RemoveEntry(edge.evidence.spot) if adds_nothing(edge.evidence, seen[key].evidence) else None
            expected, fix = "each edge once", "Delete one."
            yield Finding("relation-twice", message, _target(edge), expected, fix, related=related, repair=repair)
        seen.setdefault(key, edge)


@rule(
    "symmetric-twice",
    Severity.WARNING,
    Scope.GRAPH,
    "A symmetric relation written from both ends",
    "It holds both ways as soon as it is written once; two entries can drift apart.",
    example(
        "crossings/arch.yaml:13:9",
        "beside: punt\n",
        "",
        Change("crossings/punt.yaml", "beside: arch\n", "beside: arch\n"),
    ),
)
def symmetric_twice(context: Context) -> Iterator[Finding]:
    """Yield the first of two opposite edges of a symmetric relation."""
    symmetric = {relation.id for relation in context.knowledge.ontology.relations if relation.symmetric}
    edges = {(each.relation, each.origin, each.target): each for each in context.knowledge.edges}
    for (relation, origin, target), edge in edges.items():
        other = edges.get((relation, target, origin))
        if relation in symmetric and other is not None and origin < target:
            related = (Related(f"{target} {relation} {origin}", _target(other)),)
            message = f"{relation!r} between {origin!r} and {target!r} is written at both ends."
            fix = "Move all evidence to one of the two, and delete the other."
            yield Finding("symmetric-twice", message, _target(edge), "an edge at one end", fix, related=related)


@rule(
    "relation-laws",
    Severity.ERROR,
    Scope.RECORD,
    "A relation whose laws contradict each other",
    "What is symmetric leads straight back, so it cannot be acyclic, and its inverse is itself; "
    "an inverse may not have the name of another relation.",
    example("ontology.yaml:39:55", "inverse: near", instead_of="inverse: beside"),
)
def relation_laws(context: Context) -> Iterator[Finding]:
    """Yield the relations whose laws cannot hold together."""
    ontology = context.knowledge.ontology
    names = {relation.id for relation in ontology.relations}
    for relation in ontology.relations:
        spot = ontology.spot.at("relations", relation.id)
        if relation.symmetric and relation.acyclic:
            message = f"{relation.id!r} is both symmetric and acyclic."
            yield Finding("relation-laws", message, spot.at("acyclic"), "one of the two", "Remove one of the two.")
        if relation.symmetric and relation.inverse != relation.id:
            message = f"{relation.id!r} is symmetric, but its inverse is called {relation.inverse!r}."
            fix = f"Write 'inverse: {relation.id}'."
            repair = ReplaceValue(spot.at("inverse"), relation.inverse, relation.id)
            expected = f"the inverse {relation.id!r}"
            yield Finding("relation-laws", message, spot.at("inverse"), expected, fix, repair=repair)
        elif not relation.symmetric and relation.inverse in names:
            message = f"The inverse of {relation.id!r} has the name of a relation."
            fix = "Give the inverse a name of its own."
            yield Finding("relation-laws", message, spot.at("inverse"), "a name that no relation has", fix)
