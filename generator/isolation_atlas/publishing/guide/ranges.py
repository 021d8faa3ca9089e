"""Numbers and intervals as short JSON."""

from __future__ import annotations

from isolation_atlas.knowledge.values import Interval

Number = int | float


def range_data(interval: Interval) -> list[object]:
    """Return ``[low, high]``, followed by whether each end is open where one is; an absent bound is null."""
    ends: list[object] = [_short(interval.low), _short(interval.high)]
    if interval.low_open or interval.high_open:
        ends.extend((int(interval.low_open), int(interval.high_open)))
    return ends


def _short(number: float | None) -> Number | None:
    """A whole number loses its ``.0``; no number loses a digit."""
    return int(number) if number is not None and abs(number) < 2**53 and number == int(number) else number
