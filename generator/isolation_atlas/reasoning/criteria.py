"""What is compared, and how good each candidate can be on it: the worst and the best that the evidence allows.

Goodness grows upwards whatever the property's direction: it is the number on the scale of ``cell_values.CellValue``,
negated where lower is better, rounded to twelve significant digits so that no unit makes a difference. Nothing known,
and nothing that makes sense, is None; an end without a bound is infinite. Whether an end is itself included is left
out of account, which claims less than the evidence would allow.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.properties import Better, Property, Sort
from isolation_atlas.reasoning.cells import Cell, Cells
from isolation_atlas.reasoning.profiles import Profile


@dataclass(frozen=True, slots=True)
class Goodness:
    """The worst and the best that the evidence allows; higher is better."""

    worst: float
    best: float


@dataclass(frozen=True, slots=True)
class Criterion:
    """A property to compare by, with the goodness of each candidate, in the candidates' order."""

    property: str
    stepped: bool
    """Whether the scale has steps (levels and flags) rather than amounts."""
    goodness: tuple[Goodness | None, ...]

    @builtins.property
    def informative(self) -> bool:
        """Whether anything is known of any candidate."""
        return any(each is not None for each in self.goodness)


def priorities_of(profile: Profile, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the properties to order by: the priorities for which one direction is better."""
    return tuple(each.property for each in profile.priorities if _ordered(knowledge, each.property))


def matters_of(profile: Profile, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the properties that matter for dominance: the priorities, then those that demands set limits on."""
    limited = [demand.requirement.condition.property for demand in profile.demands if demand.requirement.condition]
    wanted = dict.fromkeys((*priorities_of(profile, knowledge), *limited))
    return tuple(prop for prop in wanted if _ordered(knowledge, prop))


def criteria_of(properties: Iterable[str], candidates: tuple[str, ...], cells: Cells) -> tuple[Criterion, ...]:
    """Return a criterion for each property over the candidates."""
    return tuple(_criterion(cells.knowledge.properties[prop], candidates, cells) for prop in properties)


def goodness_of(cell: Cell, prop: Property) -> Goodness | None:
    """Return how good a cell is at worst and at best, or None where nothing is known or one direction is not better."""
    if cell.value is None or not prop.ordered:
        return None
    low = -inf if cell.value.range.low is None else canonical(cell.value.range.low)
    high = inf if cell.value.range.high is None else canonical(cell.value.range.high)
    return Goodness(-high, -low) if prop.better is Better.LOWER else Goodness(low, high)


def canonical(number: float) -> float:
    """Return a number rounded to twelve significant digits (``Number(x.toPrecision(12))`` in JavaScript)."""
    return float(f"{number:.12g}")


def _criterion(prop: Property, candidates: tuple[str, ...], cells: Cells) -> Criterion:
    goodness = tuple(goodness_of(cells.cell(subject, prop.id), prop) for subject in candidates)
    return Criterion(prop.id, prop.sort in (Sort.LEVEL, Sort.FLAG), goodness)


def _ordered(knowledge: Knowledge, prop: str) -> bool:
    return prop in knowledge.properties and knowledge.properties[prop].ordered
