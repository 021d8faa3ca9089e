"""The shortest cycle of every knot."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.checks.cycles import shortest_cycles

EDGES = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")), max_size=16)


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ("", []),
        ("ab bc", []),
        ("aa", []),
        ("ab ba", ["ab"]),
        ("bc ca ab", ["abc"]),
        ("ab bc cd da ca", ["abc"]),
        ("ab ba cd dc", ["ab", "cd"]),
        ("cb bc", ["bc"]),
    ],
)
def test_examples(edges: str, expected: list[str]) -> None:
    assert ["".join(cycle) for cycle in shortest_cycles([(edge[0], edge[1]) for edge in edges.split()])] == expected


@given(EDGES)
def test_one_shortest_cycle_for_each_knot(edges: list[tuple[str, str]]) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph([edge for edge in edges if edge[0] != edge[1]])
    knots = [knot for knot in nx.strongly_connected_components(graph) if len(knot) > 1]
    cycles = shortest_cycles(edges)
    assert sorted(min(knot) for knot in knots) == sorted(min(next(k for k in knots if c[0] in k)) for c in cycles)
    for cycle in cycles:
        assert all(graph.has_edge(*pair) for pair in zip(cycle, (*cycle[1:], cycle[0]), strict=True))
        knot = graph.subgraph(next(knot for knot in knots if cycle[0] in knot))
        assert len(cycle) == min(map(len, nx.simple_cycles(knot)))
        assert cycle[0] == min(cycle)
