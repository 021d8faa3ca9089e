"""One subject placed inside another."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.reasoning.cell_words import cell_text
from isolation_atlas.reasoning.cells import State
from isolation_atlas.reasoning.combinations import place_composed
from isolation_atlas.reasoning.composition import composed_cell, composed_subjects
from isolation_atlas.reasoning.profiles import Demand, Situation
from isolation_atlas.reasoning.recommendation import recommend
from isolation_atlas.reasoning.sorting import Standing
from tests.reasoning.bicycles import PROPERTIES, judge, knowledge, requirement, requirements

NA = "not applicable"


def _whole(prop: str, inner: Any, outer: Any) -> str:
    sides: dict[str, dict[str, Any]] = {"scooter": {"carried-on": "cargo"}, "cargo": {}}
    for side, value in (("scooter", inner), ("cargo", outer)):
        if value is not None:
            sides[side][prop] = value
    cells = judge(sides).cells
    cell = composed_cell(composed_subjects(cells.knowledge)[0], prop, cells)
    return cell_text(cell, PROPERTIES[prop])


@pytest.mark.parametrize(
    ("prop", "inner", "outer", "whole"),
    [
        ("time", "2 s", "3 s", "5 s"),
        ("time", "1..2 s", "3 s", "4 to 5 s"),
        ("time", "2 s", None, "≥ 2 s"),
        ("time", "2 s", NA, "2 s"),
        ("time", "2 s", "<= 3 s", "2 to 5 s"),
        ("time", None, None, "unknown"),
        ("time", NA, NA, "not applicable"),
        ("comfort", "low", "fair", "fair"),
        ("comfort", "fair", None, "fair to high"),
        ("comfort", "low", None, "unknown"),
        ("weight", "2 kg", "3 kg", "3 kg"),
        ("weight", "2 kg", None, "≥ 2 kg"),
        ("folds", "yes", "no", "no"),
        ("folds", "no", None, "no"),
        ("folds", "yes", None, "unknown"),
        ("towing", "yes", None, "yes"),
        ("towing", "no", "partial", "partial"),
        ("terrain", "road", ["road", "mud"], "road, mud"),
        ("terrain", "road", None, "unknown"),
        ("frame", "steel", "wood", "wood"),
        ("frame", "steel", None, "unknown"),
        ("launched", "2001", "2002", "unknown"),
        ("remarks", "quick", "slow", "unknown"),
    ],
)
def test_properties_combine_as_declared(prop: str, inner: Any, outer: Any, whole: str) -> None:
    assert _whole(prop, inner, outer) == whole


def test_a_whole_carries_the_facts_of_both_and_their_doubts() -> None:
    sides: dict[str, dict[str, Any]] = {
        "scooter": {"carried-on": "cargo", "time": "2 s"},
        "cargo": {"time": {"value": "3 s", "read": False}},
    }
    cells = judge(sides).cells

    cell = composed_cell(composed_subjects(cells.knowledge)[0], "time", cells)

    assert cell.state is State.UNVERIFIED
    assert cell.origins == ("scooter", "cargo")
    assert [fact.id for fact in cell.deciding] == ["scooter/time/1", "cargo/time/1"]


def test_only_declared_relations_put_one_inside_another() -> None:
    found = composed_subjects(knowledge({"a": {"carried-on": ["b", "nobody"]}, "b": {"is-a": "a"}}))

    assert [each.id for each in found] == ["a+b"]


SIDES: dict[str, dict[str, Any]] = {
    "scooter": {"carried-on": "cargo", "comfort": "low", "frame": "steel"},
    "cargo": {"comfort": "high", "frame": "wood", "terrain": "mud"},
    "racer": {"comfort": "low", "terrain": "road"},
}


def test_a_pair_is_proposed_where_nobody_fits_alone() -> None:
    texts = ["time <= 10 s", "comfort >= fair", "terrain = road"]
    sides = {**SIDES, "scooter": {**SIDES["scooter"], "terrain": "road", "time": "1 s"}}
    sides["cargo"] = {**SIDES["cargo"], "time": "2 s"}

    found = recommend(Situation(requires=requirements(texts)), judge(sides))

    assert [(each.placed.subject, each.placed.standing) for each in found.combinations] == [
        ("scooter+cargo", Standing.FITS)
    ]
    assert [side.standing for side in found.combinations[0].alone] == [Standing.RULED_OUT, Standing.RULED_OUT]


def test_no_pair_is_proposed_where_a_side_does_as_well() -> None:
    assert recommend(Situation(requires=requirements(["comfort >= fair"])), judge(SIDES)).combinations == ()


RULES: dict[str, Callable[[list[float]], float]] = {
    "time": sum,
    "weight": max,
}  # of two weights the weaker is the heavier
seconds = st.tuples(st.integers(0, 20), st.integers(0, 5))


@given(st.sampled_from(sorted(RULES)), seconds, seconds, st.integers(0, 4), st.integers(0, 4))
def test_the_whole_covers_whatever_values_both_sides_have(
    prop: str, inner: tuple[int, int], outer: tuple[int, int], first: int, second: int
) -> None:
    unit = {"time": "s", "weight": "g"}[prop]
    spans = [f"{low}..{low + width} {unit}" for low, width in (inner, outer)]
    cells = judge({"scooter": {"carried-on": "cargo", prop: spans[0]}, "cargo": {prop: spans[1]}}).cells
    whole = composed_cell(composed_subjects(cells.knowledge)[0], prop, cells)

    actual = RULES[prop]([low + width * share / 4 for (low, width), share in ((inner, first), (outer, second))])

    assert whole.value is not None
    assert (whole.value.range.low or 0) <= actual <= (whole.value.range.high or 0)


@given(st.sampled_from(["low", "fair", "high"]), st.sampled_from(["low", "fair", "high", None]))
def test_the_stronger_of_two_is_at_least_as_strong_as_either(inner: str, outer: str | None) -> None:
    sides: dict[str, dict[str, Any]] = {"scooter": {"carried-on": "cargo", "comfort": inner}, "cargo": {}}
    if outer:
        sides["cargo"]["comfort"] = outer
    bench = judge(sides)
    pair = composed_subjects(bench.knowledge)[0]

    for text in (f"comfort >= {inner}", f"comfort >= {outer or 'low'}"):
        assert place_composed(pair, [Demand(requirement(text), ())], bench).standing in (
            Standing.FITS,
            *([Standing.MAY_FIT] if inner == "low" and outer is None else []),
        )
