"""Whether several values of one property can all be right."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.knowledge.properties import Sort
from isolation_atlas.knowledge.values import Interval
from isolation_atlas.reasoning.cell_values import CellValue, any_disjoint, disjoint

INTERVALS = st.builds(
    lambda low, width, low_open, high_open: Interval(low, low + width, low_open and width > 0, high_open and width > 0),
    st.integers(0, 6),
    st.integers(0, 3),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(INTERVALS, max_size=6))
def test_the_outermost_two_tell_whether_any_two_are_disjoint(intervals: list[Interval]) -> None:
    values = [CellValue(Sort.QUANTITY, interval, interval) for interval in intervals]
    assert any_disjoint(values) == any(disjoint(one, other) for one, other in combinations(values, 2))
