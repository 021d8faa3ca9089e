"""Comparisons as an order, and what contradicts it."""

from typing import Any

from isolation_atlas.reasoning.ordering import order_clashes, order_graph, order_loops, similar_clashes
from tests.reasoning.bicycles import judge, knowledge


def _better(**others: str) -> dict[str, dict[str, Any]]:
    return {name: {"better-than": [("weight", other) for other in text.split()]} for name, text in others.items()}


def test_worse_is_better_the_other_way_round() -> None:
    found = order_graph(knowledge({"a": {"worse-than": [("weight", "b")]}, "b": {}}), "weight")

    assert list(found.edges) == [("b", "a")]


def test_shortest_loop_is_reported_with_its_sources() -> None:
    found = order_loops(knowledge(_better(a="b", b="c", c="d a", d="a")))

    assert [each.subjects for each in found] == [("a", "b", "c")]
    assert [each.evidence.source for each in found[0].comparisons] == ["a on b", "b on c", "c on a"]


def test_each_tangle_and_property_is_reported() -> None:
    subjects = _better(a="b", b="a", c="d", d="c e")
    subjects["e"] = {"better-than": [("comfort", "a")]}
    subjects["a"]["better-than"].append(("comfort", "e"))

    found = order_loops(knowledge(subjects))

    assert [(each.property, each.subjects) for each in found] == [
        ("comfort", ("a", "e")),
        ("weight", ("a", "b")),
        ("weight", ("c", "d")),
    ]


def test_better_than_itself_is_a_loop() -> None:
    assert order_loops(knowledge(_better(a="a")))[0].subjects == ("a",)


def test_an_order_without_loops_is_no_contradiction() -> None:
    assert order_loops(knowledge(_better(a="b c", b="c", c=""))) == ()


def test_similar_and_better_clash() -> None:
    subjects = {
        "a": {"better-than": [("weight", "b")], "similar-to": [("comfort", "b")]},
        "b": {"similar-to": [("weight", "a")]},
    }

    found = similar_clashes(knowledge(subjects))

    assert [(each.property, each.similar.subject, each.different.subject) for each in found] == [("weight", "b", "a")]


def test_comparison_that_the_values_contradict() -> None:
    subjects = _better(heavy="light", light="")
    subjects["heavy"]["weight"], subjects["light"]["weight"] = "10..12 kg", "< 9 kg"

    found = order_clashes(judge(subjects).cells)

    assert [(each.comparison.subject, each.better.subject, each.worse.subject) for each in found] == [
        ("heavy", "heavy", "light")
    ]


def test_overlapping_or_missing_values_contradict_nothing() -> None:
    subjects = _better(a="b c d", b="", c="")
    subjects["a"]["weight"], subjects["b"]["weight"] = "10..12 kg", "9..11 kg"

    assert order_clashes(judge(subjects).cells) == ()
