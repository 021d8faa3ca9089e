"""Units and numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.knowledge.units import Amount, Dimension, format_number

TIME = Dimension("time", "s", (("us", 1e-6), ("ms", 1e-3), ("s", 1.0)), 0.0)


@pytest.mark.parametrize(("unit", "factor"), [("s", 1.0), ("ms", 1e-3), ("us", 1e-6), ("µs", 1e-6), ("μs", 1e-6)])
def test_factors(unit: str, factor: float) -> None:
    assert TIME.factor(unit) == factor


@pytest.mark.parametrize("unit", ["", "m", "S", "KiB", "sec"])
def test_units_of_another_dimension(unit: str) -> None:
    assert TIME.factor(unit) is None


@pytest.mark.parametrize(
    ("number", "text"),
    [(3.0, "3"), (-0.0, "0"), (0.1, "0.1"), (1e15, "1000000000000000.0"), (2.5e-7, "2.5e-07"), (-4.0, "-4")],
)
def test_numbers(number: float, text: str) -> None:
    assert format_number(number) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back(number: float) -> None:
    assert float(format_number(number)) == number


@pytest.mark.parametrize(
    ("amount", "text"), [(Amount(5.0, "us"), "5 µs"), (Amount(5.0, ""), "5"), (Amount(0.5, "KiB"), "0.5 KiB")]
)
def test_amounts(amount: Amount, text: str) -> None:
    assert str(amount) == text
