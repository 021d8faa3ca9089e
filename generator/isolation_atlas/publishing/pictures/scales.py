"""From amounts to positions on an axis."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

_MANY_TIMES = 30.0
"""A span of more than this factor is drawn on a logarithmic axis."""
_STEPS = (1.0, 2.0, 5.0)


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from ``low`` to ``high``, drawn between two coordinates."""

    low: float
    high: float
    logarithmic: bool
    start: float
    end: float

    def place(self, amount: float) -> float:
        """Return the coordinate of an amount; what lies outside is drawn at the edge."""
        if self.logarithmic:
            clipped = min(max(amount, self.low), self.high)
            share = math.log(clipped / self.low) / math.log(self.high / self.low)
        else:
            clipped = min(max(amount, self.low), self.high)
            share = (clipped - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    @property
    def ticks(self) -> tuple[float, ...]:
        """Round amounts to write along the axis: powers of ten, or steps of 1, 2 or 5."""
        if self.logarithmic:
            first, last = math.ceil(math.log10(self.low) - 1e-9), math.floor(math.log10(self.high) + 1e-9)
            stride = max(1, (last - first) // 8 + 1)
            return tuple(10.0**power for power in range(first, last + 1, stride))
        step = _round_step((self.high - self.low) / 5)
        first = math.ceil(self.low / step - 1e-9)
        count = math.floor(self.high / step + 1e-9) - first
        return tuple((first + index) * step for index in range(count + 1))


def axis_over(amounts: Iterable[float], start: float, end: float) -> Axis:
    """Return an axis that shows all amounts, logarithmic where they are positive and span several powers of ten."""
    every = sorted(amounts)
    positive = [amount for amount in every if amount > 0]
    if not every:
        return Axis(0, 1, False, start, end)
    if every[0] >= 0 and positive and positive[-1] / positive[0] > _MANY_TIMES:
        low = 10 ** math.floor(math.log10(positive[0]))
        high = 10 ** math.ceil(math.log10(positive[-1]))
        return Axis(low, high if high > low else low * 10, True, start, end)
    step = _round_step(max(every[-1] - min(every[0], 0), 1e-12) / 5)
    low = min(0.0, math.floor(every[0] / step) * step)
    high = max(math.ceil(every[-1] / step - 1e-9) * step, low + step)
    return Axis(low, high, False, start, end)


def _round_step(rough: float) -> float:
    power = 10 ** math.floor(math.log10(rough))
    return next((step * power for step in _STEPS if step * power >= rough * 0.999), 10 * power)
