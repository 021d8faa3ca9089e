"""Who is better than whom by the sources' own comparisons, and where they contradict each other or the cells."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.records import Comparison, Verdict
from isolation_atlas.reasoning.cells import Cell, Cells
from isolation_atlas.reasoning.criteria import goodness_of


@dataclass(frozen=True, slots=True)
class OrderLoop:
    """Comparisons that cannot all hold: each subject is better than the next, and the last better than the first."""

    property: str
    subjects: tuple[str, ...]
    comparisons: tuple[Comparison, ...]
    """The comparison behind each step, with its source, in the order of the subjects."""


@dataclass(frozen=True, slots=True)
class SimilarClash:
    """Two subjects that one source calls similar and another does not."""

    property: str
    similar: Comparison
    different: Comparison


@dataclass(frozen=True, slots=True)
class OrderClash:
    """A comparison that the cells contradict: by their values, the one said to be worse is certainly better."""

    comparison: Comparison
    better: Cell
    """The cell of the subject said to be better."""
    worse: Cell


def order_graph(knowledge: Knowledge, prop: str) -> nx.DiGraph[str]:
    """Return the graph of a property's comparisons, an edge from better to worse; edges carry ``comparison``."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for comparison in comparisons_of(knowledge, prop):
        better, worse = _direction(comparison)
        if comparison.verdict is not Verdict.SIMILAR and not graph.has_edge(better, worse):
            graph.add_edge(better, worse, comparison=comparison)
    return graph


def comparisons_of(knowledge: Knowledge, prop: str) -> tuple[Comparison, ...]:
    """Return the comparisons on a property, in the order of the subjects' ids."""
    return tuple(
        each for subject in knowledge.subjects.values() for each in subject.comparisons if each.property == prop
    )


def order_loops(knowledge: Knowledge) -> tuple[OrderLoop, ...]:
    """Return the shortest loop of every tangle of comparisons, by property."""
    return tuple(
        _shortest_loop(graph.subgraph(tangle), prop)
        for prop in _compared(knowledge)
        for graph in (order_graph(knowledge, prop),)
        for tangle in sorted(map(sorted, nx.strongly_connected_components(graph)))
        if len(tangle) > 1 or graph.has_edge(tangle[0], tangle[0])
    )


def similar_clashes(knowledge: Knowledge) -> tuple[SimilarClash, ...]:
    """Return every pair called similar by one comparison and different by another on the same property."""
    found: list[SimilarClash] = []
    for prop in _compared(knowledge):
        graph = order_graph(knowledge, prop)
        for each in comparisons_of(knowledge, prop):
            if each.verdict is Verdict.SIMILAR:
                ways = ((each.subject, each.other), (each.other, each.subject))
                different = [graph.edges[way]["comparison"] for way in ways if graph.has_edge(*way)]
                found.extend(SimilarClash(prop, each, other) for other in different)
    return tuple(found)


def order_clashes(cells: Cells) -> tuple[OrderClash, ...]:
    """Return the comparisons that the cells contradict, by property and subject; ranges that overlap contradict
    none."""
    knowledge = cells.knowledge
    found: list[OrderClash] = []
    for prop in _compared(knowledge):
        for comparison in comparisons_of(knowledge, prop):
            better, worse = _direction(comparison)
            if comparison.verdict is Verdict.SIMILAR or not {better, worse} <= set(knowledge.subjects):
                continue
            pair = cells.cell(better, prop), cells.cell(worse, prop)
            goodness = [goodness_of(cell, knowledge.properties[prop]) for cell in pair]
            if goodness[0] and goodness[1] and goodness[0].best < goodness[1].worst:
                found.append(OrderClash(comparison, *pair))
    return tuple(found)


def _compared(knowledge: Knowledge) -> list[str]:
    named = {each.property for subject in knowledge.subjects.values() for each in subject.comparisons}
    return sorted(named & set(knowledge.properties))


def _direction(comparison: Comparison) -> tuple[str, str]:
    pair = (comparison.subject, comparison.other)
    return (pair[1], pair[0]) if comparison.verdict is Verdict.WORSE else pair


def _shortest_loop(graph: nx.DiGraph[str], prop: str) -> OrderLoop:
    loops = []
    for better, worse in sorted(graph.edges):
        back = nx.shortest_path(graph, worse, better)
        loops.append([better, *back] if better != worse else [better, better])
    best = min(loops, key=lambda loop: (len(loop), loop))
    comparisons = tuple(graph.edges[step]["comparison"] for step in pairwise(best))
    return OrderLoop(prop, tuple(best[:-1]), comparisons)
