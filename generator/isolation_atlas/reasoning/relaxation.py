"""The smallest change of requirements that would let a ruled-out candidate in.

Requirements are judged apart from each other, so the smallest set to change is the set of those not met, no more and no
fewer; what can be chosen is how far each has to give way.
"""

from __future__ import annotations

from dataclasses import dataclass

from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.records import Condition
from isolation_atlas.knowledge.units import Amount
from isolation_atlas.knowledge.values import Flag, Form, Interval, LevelRange, Quantity, Terms, Value
from isolation_atlas.reasoning.cell_values import FLAGS, CellValue
from isolation_atlas.reasoning.limits import limit_of, same, truth_of_range
from isolation_atlas.reasoning.requirements import Assessment, Judge
from isolation_atlas.reasoning.sorting import Placed
from isolation_atlas.reasoning.truth import Truth


@dataclass(frozen=True, slots=True)
class Change:
    """One requirement that has to give way."""

    assessment: Assessment
    enough: Condition | None
    """The nearest condition that the cell meets for certain; None means that it has to be dropped.

    A condition that permits every step of its scale counts as dropped.
    """

    @property
    def drop(self) -> bool:
        """Whether only dropping the requirement helps."""
        return self.enough is None


@dataclass(frozen=True, slots=True)
class Relaxation:
    """Everything that has to change for one candidate, as few requirements as possible."""

    subject: str
    changes: tuple[Change, ...]
    then_open: tuple[Assessment, ...]
    """What could not be confirmed even then: where there is any, the candidate would only perhaps fit."""


def relaxation_of(placed: Placed, judge: Judge) -> Relaxation:
    """Return the smallest change that would let a candidate in; one that is not ruled out needs none."""
    changes = tuple(Change(each, _enough(each, judge)) for each in placed.of(Truth.NOT_MET))
    return Relaxation(placed.subject, changes, placed.of(Truth.UNCERTAIN))


def _enough(assessment: Assessment, judge: Judge) -> Condition | None:
    condition, cell = assessment.requirement.condition, assessment.cell
    if condition is None or cell is None or cell.value is None or condition.operator == "!=":
        return None
    prop = judge.knowledge.properties[condition.property]
    eased = _widened(condition, cell.value, prop)
    return None if eased is None or _permits_all(eased, prop) else eased


def _widened(condition: Condition, value: CellValue, prop: Property) -> Condition | None:
    if condition.operator == "=":
        added = _all_of(value, prop)
        return Condition(condition.property, "=", (*condition.values, *added)) if added else None
    end = value.range.high if condition.operator in ("<", "<=") else value.range.low
    return None if end is None else _bound(condition, end, prop)


def _permits_all(condition: Condition, prop: Property) -> bool:
    """Return whether a condition excludes no step of a scale, so that it might as well be dropped."""
    limit = limit_of(condition, prop)
    steps = len(FLAGS) if prop.sort is Sort.FLAG else len(prop.levels)
    if prop.sort is Sort.FLAG and condition.operator == "=":
        return {0, len(FLAGS) - 1} <= {each.low for each in limit.ranges}
    return steps > 0 and all(truth_of_range(limit, Interval(rank, rank)) is Truth.MET for rank in range(steps))


def _bound(condition: Condition, end: float, prop: Property) -> Condition | None:
    operator = condition.operator[0] + "="
    first = condition.values[0]
    if isinstance(first, Quantity) and prop.dimension is not None:
        unit = (first.low or Amount(0, prop.unit)).unit
        amount = Amount(rounded_away(end / (prop.dimension.factor(unit) or 1), up=operator == "<="), unit)
        return Condition(prop.id, operator, (Quantity(Form.EXACT, amount, amount),))
    value = _step(end, prop)
    return Condition(prop.id, operator, (value,)) if value else None


def rounded_away(number: float, *, up: bool) -> float:
    """Return the next number with three significant digits that is not below, or not above, ``number``.

    As ``toExponential(2)`` in JavaScript, one step further where that lies on the wrong side.
    """
    mantissa, exponent = f"{number:.2e}".split("e")
    near = float(f"{mantissa}e{exponent}")
    if same(near, number) or (near > number) == up:
        return near
    if not up and mantissa == "1.00":
        return float(f"9.99e{int(exponent) - 1}")
    step = 0.01 if up else -0.01
    return float(f"{float(mantissa) + step:.2f}e{exponent}")


def _step(rank: float, prop: Property) -> Value | None:
    if prop.sort is Sort.FLAG:
        return FLAGS[int(rank)]
    if prop.sort is Sort.LEVEL:
        level = prop.levels[int(rank)].id
        return LevelRange(level, level)
    return None


def _all_of(value: CellValue, prop: Property) -> tuple[Value, ...]:
    """Return the alternatives that cover a cell, or nothing for sorts in which they cannot be listed."""
    if prop.sort is Sort.TERM:
        names = value.terms[:1] if prop.many else value.terms
        return tuple(Terms((name,)) for name in names)
    if prop.sort in (Sort.FLAG, Sort.LEVEL):
        ranks = range(int(value.range.low or 0), int(value.range.high or 0) + 1)
        found = [_step(rank, prop) for rank in ranks]
        return tuple(each for each in found if isinstance(each, Flag | LevelRange))
    return ()
