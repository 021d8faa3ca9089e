"""Trade-offs against the facts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.knowledge.findings import NOWHERE
from isolation_atlas.knowledge.records import Tradeoff
from isolation_atlas.reasoning.tradeoff_tests import TradeoffTest, TradeoffVerdict, examine_tradeoff, kendall
from tests.reasoning.bicycles import judge


def _examine(rows: list[tuple[Any, Any]], between: tuple[str, ...] = ("comfort", "weight")) -> TradeoffTest:
    subjects = {f"model{index}": dict(zip(between, row, strict=True)) for index, row in enumerate(rows)}
    record = Tradeoff("pull", "tradeoff", "Pull", NOWHERE, between=between)
    return examine_tradeoff(record, judge(subjects).cells)


LEVELS = ["low", "low", "fair", "fair", "high", "high"]


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        ([(level, f"{index + 5} kg") for index, level in enumerate(LEVELS)], TradeoffVerdict.SUPPORTED),
        ([(level, f"{20 - index} kg") for index, level in enumerate(LEVELS)], TradeoffVerdict.CONTRADICTED),
        ([(level, f"{5 + index % 2} kg") for index, level in enumerate(LEVELS)], TradeoffVerdict.NOT_DECIDABLE),
        ([("low", "5 kg"), ("high", "9 kg")], TradeoffVerdict.NOT_DECIDABLE),
        ([(level, "5 kg") for level in LEVELS], TradeoffVerdict.NOT_DECIDABLE),
    ],
)
def test_verdict_takes_direction_into_account(rows: list[tuple[str, str]], verdict: TradeoffVerdict) -> None:
    found = _examine(rows)

    assert found.verdict is verdict
    assert found.sample == len(rows)


def test_who_escapes_is_better_than_the_median_on_both() -> None:
    rows = [(level, f"{index + 5} kg") for index, level in enumerate(LEVELS)]

    assert _examine([*rows, ("high", "1 kg")]).escapees == ("model6",)


@pytest.mark.parametrize("between", [("comfort",), ("comfort", "nothing"), ("comfort", "frame")])
def test_without_two_directed_properties_nothing_is_decided(between: tuple[str, ...]) -> None:
    record = Tradeoff("pull", "tradeoff", "Pull", NOWHERE, between=between)
    found = examine_tradeoff(record, judge({}).cells)

    assert (found.verdict, found.tau, found.points) == (TradeoffVerdict.NOT_DECIDABLE, None, ())


def test_inherited_cells_do_not_count_again() -> None:
    subjects: dict[str, dict[str, Any]] = {"folding": {"level": "type", "comfort": "low", "weight": "9 kg"}}
    subjects.update({f"model{index}": {"is-a": "folding"} for index in range(9)})
    record = Tradeoff("pull", "tradeoff", "Pull", NOWHERE, between=("comfort", "weight"))

    assert examine_tradeoff(record, judge(subjects).cells).sample == 1


def test_a_range_counts_with_its_middle_and_an_open_one_with_its_bound() -> None:
    points = _examine([("low..high", "4..8 kg"), ("fair", "> 8 kg")]).points

    assert [(point.first, point.second) for point in points] == [(1, -6000), (1, -8000)]


@pytest.mark.parametrize(
    ("first", "second", "tau"),
    [
        ([1, 2, 3], [1, 2, 3], 1.0),
        ([1, 2, 3], [3, 2, 1], -1.0),
        ([1, 2, 3, 4], [1, 3, 2, 4], 4 / 6),
        ([1, 1, 2], [1, 2, 3], 2 / (2 * 3) ** 0.5),
        ([1, 1], [1, 2], None),
        ([], [], None),
    ],
)
def test_kendall_on_worked_examples(first: list[float], second: list[float], tau: float | None) -> None:
    assert kendall(first, second) == (None if tau is None else pytest.approx(tau))


pairs = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=12)


@given(pairs)
def test_kendall_is_symmetric_and_turns_with_either_side(found: list[tuple[int, int]]) -> None:
    first, second = [one for one, _ in found], [other for _, other in found]
    tau = kendall(first, second)

    assert kendall(second, first) == tau
    assert kendall([-one for one in first], second) == (None if tau is None else pytest.approx(-tau))
    assert tau is None or -1 - 1e-9 <= tau <= 1 + 1e-9
