"""The knowledge graph: every thing a node, every relation an edge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.records import Evidence, Tradeoff

if TYPE_CHECKING:
    import networkx as nx


def build_graph(knowledge: Knowledge) -> nx.MultiDiGraph[str]:
    """Return the graph of everything: nodes carry ``kind`` and ``name``, edges their relation as key and ``edge``.

    Besides the relations of the ontology there are edges for what a record's fields refer to: ``states`` from a thing
    to the property of a fact or preference, ``cites`` to a source, ``between`` from a trade-off to its properties.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for thing, kind in knowledge.ids.items():
        graph.add_node(thing, kind=kind, name=knowledge.name_of(thing))
    for edge in knowledge.edges:
        if edge.target in knowledge.ids:
            graph.add_edge(edge.origin, edge.target, key=edge.relation, edge=edge)
    for origin, relation, target in _references(knowledge):
        if target in knowledge.ids and not graph.has_edge(origin, target, relation):
            graph.add_edge(origin, target, key=relation)
    return graph


def relation_graph(knowledge: Knowledge, relation: str) -> nx.DiGraph[str]:
    """Return the graph of one relation; edges carry ``edge``."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for edge in knowledge.edges:
        if edge.relation == relation:
            graph.add_edge(edge.origin, edge.target, edge=edge)
    return graph


def _references(knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    for fact in knowledge.facts:
        yield fact.subject, "states", fact.property
    for need in knowledge.needs.values():
        yield from ((need.id, "states", each.property) for each in need.prefers)
        yield from ((need.id, "states", each.condition.property) for each in need.requires if each.condition)
    for record in knowledge.records.values():
        if isinstance(record, Tradeoff):
            yield from ((record.id, "between", prop) for prop in record.between)
    for holder, evidence in all_evidence(knowledge):
        if evidence.source:
            yield holder, "cites", evidence.source


def all_evidence(knowledge: Knowledge) -> Iterator[tuple[str, Evidence]]:
    """Yield every piece of evidence with the id of the thing whose file it stands in."""
    for record in knowledge.records.values():
        yield from ((record.id, edge.evidence) for edge in record.edges)
        yield from ((record.id, statement) for statement in record.statements)
    for subject in knowledge.subjects.values():
        yield from ((subject.id, fact.evidence) for fact in subject.facts)
        yield from ((subject.id, comparison.evidence) for comparison in subject.comparisons)
    for need in knowledge.needs.values():
        yield from ((need.id, each.evidence) for each in need.requires)
        yield from ((need.id, each.evidence) for each in need.prefers)
    for question in knowledge.questions.values():
        for answer in question.answers:
            yield from ((question.id, each.evidence) for each in answer.requires)
            yield from ((question.id, each.evidence) for each in answer.prefers)
    for scenario in knowledge.scenarios.values():
        yield from ((scenario.id, each.evidence) for each in scenario.requires)
