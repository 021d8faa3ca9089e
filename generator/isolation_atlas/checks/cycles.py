"""Cycles in small directed graphs, the shortest first."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

_MOST_NODES = 300


def shortest_cycles(edges: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Return a shortest cycle of each knot of nodes that reach each other; edges from a node to itself are passed over.

    A cycle is given by its nodes, each leading to the next and the last to the first, beginning with the least.
    """
    pairs = sorted({(start, end) for start, end in edges if start != end})
    if _acyclic(pairs):
        return ()
    return _found(pairs)


def _acyclic(pairs: list[tuple[str, str]]) -> bool:
    """Asked first because sound knowledge has no cycle, and importing networkx takes longer than most of the check."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for start, end in pairs:
        sorter.add(end, start)
    try:
        sorter.prepare()
    except CycleError:
        return False
    return True


def _found(pairs: list[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph(pairs)
    knots = [knot for knot in nx.strongly_connected_components(graph) if len(knot) > 1]
    return tuple(sorted(_shortest(graph.subgraph(knot)) for knot in knots))


def _shortest(knot: nx.DiGraph[str]) -> tuple[str, ...]:
    import networkx as nx

    starts = sorted(knot)
    if len(starts) > _MOST_NODES:
        starts = starts[:1]
    cycles = []
    for start in starts:
        back = min((nx.shortest_path(knot, following, start) for following in sorted(knot.successors(start))), key=len)
        cycles.append(_turned([start, *back[:-1]]))
    return min(cycles, key=lambda cycle: (len(cycle), cycle))


def _turned(cycle: list[str]) -> tuple[str, ...]:
    first = cycle.index(min(cycle))
    return tuple(cycle[first:] + cycle[:first])
