"""What the indexes of everything read answer, and the graph over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from isolation_atlas.knowledge.graph import all_evidence, build_graph, relation_graph
from isolation_atlas.knowledge.knowledge import Knowledge
from tests.knowledge_folder import knowledge_with


@pytest.fixture(name="knowledge")
def _knowledge(tmp_path: Path) -> Knowledge:
    return knowledge_with(tmp_path)


def test_facts_by_cell(knowledge: Knowledge) -> None:
    [fact] = knowledge.facts_of("bridge", "capacity")
    assert fact.id == "bridge/capacity/1"
    assert knowledge.fact("bridge/capacity/1") is fact
    assert knowledge.fact("bridge/capacity/2") is None
    assert knowledge.facts_of("bridge", "material") == ()
    assert sum(len(facts) for facts in knowledge.facts_by_cell.values()) == len(knowledge.facts)


def test_edges_in_both_directions(knowledge: Knowledge) -> None:
    assert [edge.origin for edge in knowledge.edges_to["bridge"] if edge.relation == "is-a"] == ["arch"]
    assert knowledge.families_of("arch") == ("bridge",)
    assert knowledge.members_of("bridge") == ("arch",)
    assert knowledge.families_of("mail") == ()


def test_names(knowledge: Knowledge) -> None:
    assert [knowledge.name_of(thing) for thing in ("arch", "duration", "nowhere")] == [
        "Arch bridge",
        "Duration",
        "nowhere",
    ]


def test_the_graph_has_every_thing_and_every_edge(knowledge: Knowledge) -> None:
    graph = build_graph(knowledge)
    assert set(graph.nodes) == set(knowledge.ids)
    assert graph.nodes["arch"] == {"kind": "crossing", "name": "Arch bridge"}
    assert graph.has_edge("arch", "bridge", "is-a")
    assert graph.has_edge("arch", "material", "states")
    assert graph.has_edge("arch", "survey-1907", "cites")
    assert graph.has_edge("mail", "duration", "states")
    assert graph.has_edge("quick-or-capacious", "capacity", "between")
    assert not graph.has_edge("bridge", "arch", "is-a")


def test_the_graph_leaves_out_edges_to_nothing(tmp_path: Path) -> None:
    file = "crossings/ford.yaml"
    knowledge = knowledge_with(tmp_path, {file: "name: Ford\nlevel: design\nis-a: nowhere\n"})
    assert "nowhere" not in build_graph(knowledge)
    assert relation_graph(knowledge, "is-a").has_edge("ford", "nowhere")


def test_all_evidence_is_found(knowledge: Knowledge) -> None:
    holders = {holder for holder, evidence in all_evidence(knowledge) if evidence.source == "survey-1907"}
    assert {"arch", "boat", "bridge", "pier", "punt"} <= holders
