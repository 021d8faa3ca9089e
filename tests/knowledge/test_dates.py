"""Dates as exact as known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.knowledge.dates import first_day, is_partial_date, months_between, whole_day

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9900, 1, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020", date(2020, 1, 1)),
        ("2020-02", date(2020, 2, 1)),
        ("2020-02-29", date(2020, 2, 29)),
        ("2021-02-29", None),
        ("2020-13", None),
        ("2020-2", None),
        ("20", None),
        ("0000", None),
        ("2020-02-18T10:00", None),
        ("２０２０", None),
        ("", None),
    ],
)
def test_first_day(text: str, day: date | None) -> None:
    assert first_day(text) == day
    assert is_partial_date(text) == (day is not None)


def test_only_a_whole_day_is_a_day() -> None:
    assert whole_day("2020-02-18") == date(2020, 2, 18)
    assert whole_day("2020-02") is None


@given(DAYS, st.integers(0, 400))
def test_months_grow_by_one_each_month(day: date, months: int) -> None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    later = date(year, month + 1, 1)
    assert months_between(day.replace(day=1), later) == months
    assert months_between(day.replace(day=1), later - timedelta(days=1)) == months - 1
