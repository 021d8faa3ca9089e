"""What values mean in base units."""

from __future__ import annotations

import pytest

from isolation_atlas.knowledge.value_grammar import parse_value
from isolation_atlas.knowledge.values import Flag, Interval, Quantity
from tests.knowledge.properties_for_values import DURATION, SHARE, TIME


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("2 s", Interval(2, 2)),
        ("2 min", Interval(120, 120)),
        ("~ 2 s", Interval(1.8, 2.2)),
        ("<= 2 s", Interval(0, 2)),
        ("< 2 s", Interval(0, 2, high_open=True)),
        (">= 2 s", Interval(2, None)),
        ("> 2 s", Interval(2, None, low_open=True)),
        ("1 s..1 min", Interval(1, 60)),
    ],
)
def test_intervals(text: str, interval: Interval) -> None:
    value = parse_value(text, DURATION)
    assert isinstance(value, Quantity)
    assert value.interval(TIME) == interval


def test_where_there_is_no_floor_a_bound_from_above_is_open_below() -> None:
    value = parse_value("<= 2 %", SHARE)
    assert isinstance(value, Quantity)
    assert SHARE.dimension is not None
    assert value.interval(SHARE.dimension) == Interval(None, 2)


def test_about_a_negative_number_is_still_an_interval() -> None:
    value = parse_value("~ -10 %", SHARE)
    assert isinstance(value, Quantity)
    assert SHARE.dimension is not None
    assert value.interval(SHARE.dimension) == Interval(-11, -9)


def test_flags_are_ordered() -> None:
    assert sorted(Flag, key=lambda flag: flag.rank) == [Flag.NO, Flag.PARTIAL, Flag.YES]
