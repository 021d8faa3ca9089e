"""A condition as numbers: which values it permits, and what a range of values says of it.

Everything here is written for a twin in JavaScript: comparisons, subtraction and multiplication of doubles only.
Numbers are on the scale of ``cell_values.CellValue``: base units, ranks from 0, or day numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.records import Condition
from isolation_atlas.knowledge.values import Interval, Words
from isolation_atlas.reasoning.cell_values import value_of
from isolation_atlas.reasoning.truth import Truth, agreement

TOLERANCE = 1e-9
"""Relative difference below which two numbers are the same, so that no limit depends on the unit it is written in."""
PARTIAL_RANK = 1


@dataclass(frozen=True, slots=True)
class Limit:
    """A condition on the scale of its property."""

    operator: str
    sort: Sort
    many: bool
    ranges: tuple[Interval, ...]
    """The alternatives of an ordered sort, each with its two ends; a level range, a year or a month has a width."""
    words: tuple[str, ...]
    """The alternatives of terms and texts."""

    @property
    def bound(self) -> float:
        """The number that ``<``, ``<=``, ``>`` and ``>=`` compare with: the end that permits most for the inclusive."""
        first = self.ranges[0]
        low, high = first.low or 0, first.high or 0
        return low if self.operator in ("<", ">=") else high


def limit_of(condition: Condition, prop: Property) -> Limit:
    """Return the condition on the scale of its property."""
    values = [value_of(value, prop) for value in condition.values]
    words = tuple(word for value in values for word in value.terms)
    texts = tuple(value.text for value in condition.values if isinstance(value, Words))
    ranges = tuple(value.range for value in values) if prop.sort not in (Sort.TERM, Sort.TEXT) else ()
    return Limit(condition.operator, prop.sort, prop.many, ranges, words or texts)


def same(one: float, other: float) -> bool:
    """Return whether two numbers are equal but for rounding."""
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other))


def truth_of_range(limit: Limit, interval: Interval) -> Truth:
    """Return what a range of possible values says of a limit: met or not met only if every value in it agrees."""
    if limit.sort is Sort.FLAG:
        ranks = range(int(interval.low or 0), int(interval.high or 0) + 1)
        return agreement(_truth_of_flag(limit, rank) for rank in ranks)
    if limit.operator in ("=", "!="):
        inside = _inside_any(limit, interval)
        return inside if limit.operator == "=" else inside.negated
    return _ordered(limit, interval)


def truth_of_terms(limit: Limit, terms: tuple[str, ...]) -> Truth:
    """Return what a cell's terms say of a limit.

    Where several terms may hold at once, the terms are taken as the whole list: one wanted term among them is enough.
    Where one holds, several terms mean that it is not known which, and all must agree.
    """
    hits = [term in limit.words for term in terms]
    if limit.many:
        found = Truth.MET if any(hits) else Truth.NOT_MET
    else:
        found = agreement(Truth.MET if hit else Truth.NOT_MET for hit in hits)
    return found if limit.operator == "=" else found.negated


def truth_of_text(limit: Limit, text: str) -> Truth:
    """Return what free words say of a limit: the same words decide, different words may mean the same."""
    if text.casefold() not in (word.casefold() for word in limit.words):
        return Truth.UNCERTAIN
    return Truth.MET if limit.operator == "=" else Truth.NOT_MET


def truth_of_nothing(limit: Limit) -> Truth:
    """Return the verdict where the property makes no sense.

    A bound on an amount that does not exist can neither be confirmed nor refuted. What is asked for by name is not
    there: ``!=`` is met, and so is a condition that a plain "no" meets; everything else is not met.
    """
    if limit.operator == "!=":
        return Truth.MET
    if limit.sort is Sort.QUANTITY:
        return Truth.UNCERTAIN
    if limit.sort is Sort.FLAG:
        return _truth_of_flag(limit, 0)
    return Truth.NOT_MET


def _truth_of_flag(limit: Limit, rank: int) -> Truth:
    """``partial`` is neither yes nor no: unless a condition names it or orders it, that cannot be confirmed."""
    partial = rank == PARTIAL_RANK
    if limit.operator in ("=", "!="):
        wanted = [each.low for each in limit.ranges]
        if partial and PARTIAL_RANK not in wanted:
            return Truth.UNCERTAIN
        return Truth.MET if (rank in wanted) == (limit.operator == "=") else Truth.NOT_MET
    found = _ordered(limit, Interval(rank, rank))
    return Truth.UNCERTAIN if partial and found is Truth.NOT_MET and limit.operator in ("<=", ">=") else found


def _ordered(limit: Limit, interval: Interval) -> Truth:
    if limit.operator in ("<", "<="):
        return _below(interval, limit.bound, limit.operator == "<=")
    return _below(interval, limit.bound, limit.operator == ">").negated


def _below(interval: Interval, bound: float, inclusive: bool) -> Truth:
    """Return whether a range lies below a bound, or, where ``inclusive``, does not exceed it."""
    low, high = interval.low, interval.high
    if high is not None and _keeps(high, interval.high_open, bound, inclusive):
        return Truth.MET
    if low is not None and _passes(low, interval.low_open, bound, inclusive):
        return Truth.NOT_MET
    return Truth.UNCERTAIN


def _keeps(high: float, is_open: bool, bound: float, inclusive: bool) -> bool:
    if same(high, bound):
        return inclusive or is_open
    return high < bound


def _passes(low: float, is_open: bool, bound: float, inclusive: bool) -> bool:
    if same(low, bound):
        return is_open or not inclusive
    return low > bound


def _inside_any(limit: Limit, interval: Interval) -> Truth:
    if limit.sort is Sort.LEVEL:
        ranks = range(int(interval.low or 0), int(interval.high or 0) + 1)
        return agreement(Truth.MET if _covered(limit, rank) else Truth.NOT_MET for rank in ranks)
    each = [_inside(interval, wanted) for wanted in limit.ranges]
    if Truth.MET in each:
        return Truth.MET
    return Truth.UNCERTAIN if Truth.UNCERTAIN in each else Truth.NOT_MET


def _covered(limit: Limit, rank: int) -> bool:
    return any((each.low or 0) <= rank <= (each.high or 0) for each in limit.ranges)


def _inside(interval: Interval, wanted: Interval) -> Truth:
    above = _below(interval, wanted.low or 0, inclusive=False).negated
    below = _below(interval, wanted.high or 0, inclusive=True)
    return Truth(min(above.value, below.value))
