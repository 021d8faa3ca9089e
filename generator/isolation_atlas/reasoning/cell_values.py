"""What the facts of a cell say together: the smallest range that covers them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import inf

from isolation_atlas.knowledge.dates import first_day
from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.values import DateValue, Flag, Form, Interval, LevelRange, Quantity, Terms, Value, Words

FLAGS = (Flag.NO, Flag.PARTIAL, Flag.YES)


@dataclass(frozen=True, slots=True)
class CellValue:
    """The values of a cell on one scale.

    Quantities are in base units of the property's dimension, levels and flags are ranks from 0, dates are day numbers;
    terms and texts have no range. ``nominal`` is the range without the tolerance of values written with ``~``.
    """

    sort: Sort
    range: Interval
    nominal: Interval
    terms: tuple[str, ...] = ()
    text: str = ""
    approximate: bool = False


def value_of(value: Value, prop: Property) -> CellValue:
    """Return one fact's value on the scale of its property."""
    if isinstance(value, Quantity) and prop.dimension is not None:
        about = value.form is Form.ABOUT
        exact = Quantity(Form.EXACT, value.low, value.high) if about else value
        return CellValue(prop.sort, value.interval(prop.dimension), exact.interval(prop.dimension), approximate=about)
    if isinstance(value, LevelRange):
        return _on_scale(prop, prop.rank(value.low), prop.rank(value.high))
    if isinstance(value, Flag):
        return _on_scale(prop, value.rank, value.rank)
    if isinstance(value, DateValue):
        return _on_scale(prop, *_days(value.text))
    nothing = Interval(None, None)
    if isinstance(value, Terms):
        return CellValue(prop.sort, nothing, nothing, terms=value.names)
    return CellValue(prop.sort, nothing, nothing, text=value.text if isinstance(value, Words) else "")


def covering(values: Sequence[CellValue]) -> CellValue:
    """Return the smallest value that covers all of ``values``, of which there must be at least one."""
    first = values[0]
    terms = tuple(dict.fromkeys(term for value in values for term in value.terms))
    text = "; ".join(dict.fromkeys(value.text for value in values if value.text))
    return CellValue(
        first.sort,
        hull([value.range for value in values]),
        hull([value.nominal for value in values]),
        terms,
        text,
        any(value.approximate for value in values),
    )


def hull(intervals: Iterable[Interval]) -> Interval:
    """Return the smallest interval that contains all the others."""
    all_of = list(intervals)
    lows = [each for each in all_of if each.low is not None]
    highs = [each for each in all_of if each.high is not None]
    low = min((each.low for each in lows if each.low is not None), default=None) if len(lows) == len(all_of) else None
    high = (
        max((each.high for each in highs if each.high is not None), default=None) if len(highs) == len(all_of) else None
    )
    low_open = low is not None and all(each.low_open for each in lows if each.low == low)
    high_open = high is not None and all(each.high_open for each in highs if each.high == high)
    return Interval(low, high, low_open, high_open)


def disjoint(one: CellValue, other: CellValue) -> bool:
    """Return whether two values of one property cannot both be right."""
    if one.sort is Sort.TERM:
        return not set(one.terms) & set(other.terms)
    if one.sort is Sort.TEXT:
        return False
    if one.sort is Sort.FLAG:
        return _is_opposite(one.range, other.range)
    return _before(one.range, other.range) or _before(other.range, one.range)


def any_disjoint(values: Sequence[CellValue]) -> bool:
    """Return whether any two of several values of one property are disjoint.

    Of ranges it is enough to look at the one that begins last and the one that ends first.
    """
    if len(values) < 2:
        return False
    if values[0].sort in (Sort.TERM, Sort.FLAG):
        return any(disjoint(one, other) for one, other in combinations(values, 2))
    last = max(values, key=lambda each: (_bound(each.range.low, -inf), each.range.low_open))
    first = min(values, key=lambda each: (_bound(each.range.high, inf), not each.range.high_open))
    return disjoint(last, first)


def _bound(number: float | None, otherwise: float) -> float:
    return otherwise if number is None else number


def _is_opposite(one: Interval, other: Interval) -> bool:
    """Yes against no. Yes with limits and no with exceptions are both called ``partial``, so that disputes neither."""
    no, yes = Flag.NO.rank, Flag.YES.rank
    return (one.low == yes and other.high == no) or (one.high == no and other.low == yes)


def _before(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))


def _on_scale(prop: Property, low: float, high: float) -> CellValue:
    interval = Interval(low, high)
    return CellValue(prop.sort, interval, interval)


def _days(text: str) -> tuple[int, int]:
    start = first_day(text) or date.min
    if len(text) == 4:
        end = date(start.year, 12, 31)
    elif len(text) == 7:
        following = date(start.year + start.month // 12, start.month % 12 + 1, 1)
        end = date.fromordinal(following.toordinal() - 1)
    else:
        end = start
    return start.toordinal(), end.toordinal()
