"""Axes: everything fits on them, in order, with ticks that are round in the reader's units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.publishing.pictures.scales import axis_over

SECONDS = (1e-9, 1e-6, 1e-3, 1.0, 60.0, 3600.0)
BINARY = (1.0, 1024.0, 1048576.0)
AMOUNTS = st.lists(st.floats(min_value=0, max_value=1e9, allow_subnormal=False), min_size=1, max_size=12)


@given(AMOUNTS)
def test_every_amount_lies_between_the_ends(amounts: list[float]) -> None:
    axis = axis_over(amounts, SECONDS, 10, 110)
    assert all(10 <= axis.place(amount) <= 110 for amount in amounts)


@given(AMOUNTS)
def test_more_never_stands_left_of_less(amounts: list[float]) -> None:
    axis = axis_over(amounts, SECONDS, 0, 100)
    places = [axis.place(amount) for amount in sorted(amounts)]
    assert places == sorted(places)


@given(AMOUNTS)
def test_ticks_rise_and_are_few(amounts: list[float]) -> None:
    axis = axis_over(amounts, SECONDS, 0, 100)
    assert list(axis.ticks) == sorted(set(axis.ticks))
    assert len(axis.ticks) >= 2
    assert len(axis.shown) <= 9


@pytest.mark.parametrize(
    ("amounts", "units", "expected"),
    [
        ([0.002, 0.3], SECONDS, (0.001, 0.01, 0.1, 1.0)),
        ([2.0, 4000.0], SECONDS, (1.0, 10.0, 60.0, 600.0, 3600.0, 36000.0)),
        ([20.0, 3 * 1024**2], BINARY, (10.0, 100.0, 1024.0, 10240.0, 102400.0, 1048576.0, 10485760.0)),
        ([1.0, 4.0], SECONDS, (0.0, 1.0, 2.0, 3.0, 4.0)),
        ([-3.0, 5.0], (1.0,), (-4.0, -2.0, 0.0, 2.0, 4.0, 6.0)),
    ],
)
def test_ticks_are_round_in_the_units(
    amounts: list[float], units: tuple[float, ...], expected: tuple[float, ...]
) -> None:
    assert axis_over(amounts, units, 0, 1).ticks == pytest.approx(expected)
