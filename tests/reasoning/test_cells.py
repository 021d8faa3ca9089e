"""What is known of one subject on one property."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.knowledge.values import Interval
from isolation_atlas.reasoning.cell_values import covering, disjoint, hull, value_of
from isolation_atlas.reasoning.cells import Cell, Cells, Origin, State
from tests.reasoning.bicycles import PROPERTIES, READ, evidence, fact, knowledge, subject

UNREAD = {"value": "9 kg", "read": False}


def _cell(prop: str, value: Any, **more: Any) -> Cell:
    return Cells(knowledge({"brompton": {prop: value, **more}})).cell("brompton", prop)


@pytest.mark.parametrize(
    ("prop", "value", "state"),
    [
        ("weight", "11 kg", State.VALUE),
        ("weight", None, State.DESCRIBED),
        ("weight", (None, "11 kg"), State.VALUE),
        ("weight", UNREAD, State.UNVERIFIED),
        ("weight", (UNREAD, "11 kg"), State.VALUE),
        ("weight", "not applicable", State.NOT_APPLICABLE),
        ("weight", ("not applicable", "11 kg"), State.DISPUTED),
        ("weight", ("9 kg", "11 kg"), State.VALUE),
        ("weight", ({"value": "9 kg", "scope": "bare"}, {"value": "11 kg", "scope": "bare"}), State.DISPUTED),
        ("weight", ({"value": "9 kg", "scope": "bare"}, {"value": "11 kg", "scope": "laden"}), State.VALUE),
        ("weight", ({"value": "9 kg", "scope": "bare"}, {"value": "<= 10 kg", "scope": "bare"}), State.VALUE),
        ("comfort", ("low", "high"), State.DISPUTED),
        ("comfort", ("low", {"value": "high", "scope": "laden"}), State.VALUE),
        ("comfort", ("low..fair", "fair"), State.VALUE),
        ("folds", "yes", State.VALUE),
        ("folds", "partial", State.PARTIAL),
        ("folds", ("yes", "no"), State.DISPUTED),
        ("folds", ("yes", "partial"), State.PARTIAL),
        ("frame", ("steel", "wood"), State.DISPUTED),
        ("terrain", ("road", "mud"), State.VALUE),
        ("remarks", ("quick", "slow"), State.VALUE),
        ("launched", ("2001", "2001-05"), State.VALUE),
        ("launched", ("2001", "2002"), State.DISPUTED),
    ],
)
def test_states_are_kept_apart(prop: str, value: Any, state: State) -> None:
    assert _cell(prop, value).state is state


def test_nothing_known() -> None:
    cell = Cells(knowledge({"brompton": {}})).cell("brompton", "weight")

    assert (cell.state, cell.origin, cell.known, cell.facts) == (State.UNKNOWN, Origin.NONE, False, ())


def test_verified_facts_decide_where_there_are_any() -> None:
    cell = _cell("weight", (UNREAD, "11 kg", None))

    assert [one.id for one in cell.deciding] == ["brompton/weight/2"]
    assert [one.number for one in cell.facts] == [2, 1, 3]
    assert cell.last_verified == READ


def test_member_inherits_from_the_nearest_family_that_knows() -> None:
    subjects: dict[str, dict[str, Any]] = {
        "cycle": {"level": "type", "weight": "20 kg", "folds": "no"},
        "folding": {"level": "type", "is-a": "cycle", "folds": "yes"},
        "brompton": {"is-a": "folding"},
    }
    cells = Cells(knowledge(subjects))

    assert [cells.cell("brompton", prop).origins for prop in ("folds", "weight")] == [("folding",), ("cycle",)]
    assert cells.cell("brompton", "folds").origin is Origin.INHERITED


def test_two_families_are_covered_together() -> None:
    subjects: dict[str, dict[str, Any]] = {
        "a": {"weight": "9 kg"},
        "b": {"weight": "12 kg"},
        "both": {"is-a": ["a", "b"]},
    }
    cell = Cells(knowledge(subjects)).cell("both", "weight")

    assert cell.value is not None
    assert (cell.value.range, cell.origins) == (Interval(9000, 12000), ("a", "b"))


def test_property_that_is_not_inherited_stays_unknown() -> None:
    body = knowledge({"folding": {"level": "type", "weight": "12 kg"}, "brompton": {"is-a": "folding"}})
    own = replace(PROPERTIES["weight"], inherited=False)

    assert Cells(replace(body, properties={"weight": own})).cell("brompton", "weight").state is State.UNKNOWN


def test_family_ranges_over_all_members_that_know() -> None:
    subjects = {
        "folding": {"level": "type"},
        "compact": {"level": "type", "is-a": "folding"},
        "brompton": {"is-a": "compact", "weight": "11 kg"},
        "birdy": {"is-a": "folding", "weight": "10 kg"},
        "strida": {"is-a": "folding"},
    }
    cell = Cells(knowledge(subjects)).cell("folding", "weight")

    assert (cell.origin, cell.origins) == (Origin.MEMBERS, ("birdy", "brompton"))
    assert cell.value is not None
    assert cell.value.range == Interval(10000, 11000)


def test_level_to_which_a_property_does_not_apply() -> None:
    cell = Cells(knowledge({"folding": {"level": "type", "towing": "yes"}})).cell("folding", "towing")

    assert (cell.state, cell.facts) == (State.NOT_APPLICABLE, ())


@pytest.mark.parametrize(
    ("reasons", "read", "state"),
    [
        (("weight",), True, State.VALUE),
        (("weight",), False, State.UNVERIFIED),
        (("birdy/weight",), True, State.VALUE),
        (("weight", "terrain"), True, State.UNVERIFIED),
        (("comfort",), True, State.UNVERIFIED),
    ],
)
def test_rating_is_as_verified_as_its_reasons(reasons: tuple[str, ...], read: bool, state: State) -> None:
    weight = {"value": "9 kg", "read": read}
    rated = replace(fact("brompton", "comfort", 1, "high"), evidence=replace(evidence(read=False), because=reasons))
    brompton = subject("brompton", {"weight": weight})
    body = knowledge({"birdy": {"weight": weight}}, replace(brompton, facts=(*brompton.facts, rated)))

    assert Cells(body).cell("brompton", "comfort").state is state


def test_latest_reading_counts() -> None:
    both = replace(
        fact("brompton", "weight", 1, "9 kg"), evidence=replace(evidence(), verified=(READ, date(2026, 5, 1)))
    )
    body = knowledge({}, replace(subject("brompton", {}), facts=(both,)))

    assert Cells(body).cell("brompton", "weight").last_verified == date(2026, 5, 1)


bounds = st.one_of(st.none(), st.integers(0, 9))


def _interval(low: int | None, width: int | None, low_open: bool, high_open: bool) -> Interval:
    return Interval(low, None if width is None else (low or 0) + width, low_open, high_open)


intervals = st.builds(_interval, bounds, bounds, st.booleans(), st.booleans())


@given(st.lists(intervals, min_size=1, max_size=4), st.integers(-1, 20))
def test_hull_holds_whatever_its_parts_hold(parts: list[Interval], number: int) -> None:
    if any(_holds(part, number) for part in parts):
        assert _holds(hull(parts), number)


def _holds(interval: Interval, number: float) -> bool:
    above = interval.low is None or number > interval.low or (number == interval.low and not interval.low_open)
    return above and (
        interval.high is None or number < interval.high or (number == interval.high and not interval.high_open)
    )


VALUES = ["3 kg", "<= 4 kg", "< 3 kg", "> 3 kg", ">= 5 kg", "4..6 kg", "~ 5 kg"]


@given(st.sampled_from(VALUES), st.sampled_from(VALUES))
def test_disjoint_values_share_no_number(one: str, other: str) -> None:
    first, second = (value_of(_value(text), PROPERTIES["weight"]) for text in (one, other))
    shared = [grams for grams in range(0, 12000, 100) if _holds(first.range, grams) and _holds(second.range, grams)]

    assert disjoint(first, second) == disjoint(second, first) == (not shared)
    assert all(_holds(covering([first, second]).range, grams) for grams in shared)


def _value(text: str) -> Any:
    return fact("brompton", "weight", 1, text).value
