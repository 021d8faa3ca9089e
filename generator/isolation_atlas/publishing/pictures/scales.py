"""From amounts to positions on an axis."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from isolation_atlas.knowledge.units import Dimension

_MANY_TIMES = 30.0
"""A span of more than this factor is drawn on a logarithmic axis."""
_STEPS = (1.0, 2.0, 5.0)
_MOST_TICKS = 9
_APART = 5
"""A tick is left out if the next larger unit follows within this factor."""


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis between two coordinates; ``ticks`` are the round amounts along it, from one end to the other."""

    ticks: tuple[float, ...]
    logarithmic: bool
    start: float
    end: float

    def place(self, amount: float) -> float:
        """Return the coordinate of an amount; what lies outside is drawn at the edge."""
        low, high = self.ticks[0], self.ticks[-1]
        clipped = min(max(amount, low), high)
        share = (clipped - low) / (high - low)
        if self.logarithmic:
            share = (math.log(clipped) - math.log(low)) / (math.log(high) - math.log(low))
        return self.start + min(max(share, 0.0), 1.0) * (self.end - self.start)

    @property
    def shown(self) -> tuple[float, ...]:
        """The ticks that have room for their words."""
        stride = -(-len(self.ticks) // _MOST_TICKS)
        return self.ticks[::stride]


def axis_over(amounts: Iterable[float], units: Sequence[float], start: float, end: float) -> Axis:
    """Return an axis that shows all amounts, logarithmic where they are positive and span several powers of ten.

    ``units`` are factors to the base unit; the ticks of a logarithmic axis are 1, 10 and 100 of each unit.
    """
    every = sorted(amounts) or [0.0, 1.0]
    positive = [amount for amount in every if amount > 0]
    if every[0] >= 0 and positive and positive[-1] / positive[0] > _MANY_TIMES:
        return Axis(_powers(positive[0], positive[-1], units), True, start, end)
    step = _round_step(max(every[-1] - min(every[0], 0), 1e-12) / 5)
    first = math.floor(min(every[0], 0) / step + 1e-9)
    last = max(math.ceil(every[-1] / step - 1e-9), first + 1)
    return Axis(tuple(index * step for index in range(first, last + 1)), False, start, end)


def units_like(dimension: Dimension | None, unit: str) -> tuple[float, ...]:
    """Return the factors of the units of a dimension that are of one system: binary prefixes, or the others."""
    if dimension is None:
        return (1.0,)
    binary = unit.endswith("iB")
    found = (factor for name, factor in dimension.units if name.endswith("iB") == binary or factor == 1)
    return tuple(sorted(set(found))) or (1.0,)


def _powers(low: float, high: float, units: Sequence[float]) -> tuple[float, ...]:
    ticks: set[float] = set()
    for index, unit in enumerate(units):
        following = units[index + 1] if index + 1 < len(units) else math.inf
        power = 1.0
        while (power == 1 or unit * power * _APART < following) and unit * power < high * 10:
            ticks.add(unit * power)
            power *= 10
    smallest = units[0]
    while smallest > low:
        smallest /= 10
        ticks.add(smallest)
    ordered = sorted(ticks)
    first = max((index for index, tick in enumerate(ordered) if tick <= low * 1.0001), default=0)
    last = next((index for index, tick in enumerate(ordered) if tick >= high * 0.9999), len(ordered) - 1)
    return tuple(ordered[first : max(last, first + 1) + 1])


def _round_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next((step * power for step in _STEPS if step * power >= rough * 0.999), 10 * power)
