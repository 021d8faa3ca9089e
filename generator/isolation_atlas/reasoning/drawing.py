"""Random numbers that every language draws alike."""

from __future__ import annotations

_MASK = 0xFFFFFFFF
_STEP = 0x6D2B79F5


class Draws:
    """Numbers from 0 up to but not including 1, by the 32-bit generator mulberry32 (T. Ettinger, public domain, 2017).

    Its steps are 32-bit additions, multiplications (``Math.imul`` in JavaScript), shifts and exclusive ors.
    """

    __slots__ = ("_state",)

    def __init__(self, seed: int) -> None:
        self._state = seed & _MASK

    def next(self) -> float:
        """Return the next number, a multiple of 2**-32."""
        self._state = state = (self._state + _STEP) & _MASK
        mixed = ((state ^ (state >> 15)) * (state | 1)) & _MASK
        mixed ^= (mixed + ((mixed ^ (mixed >> 7)) * (mixed | 61))) & _MASK
        return (mixed ^ (mixed >> 14)) / 4294967296

    def spaced(self, count: int) -> list[float]:
        """Return ``count`` numbers in rising order, the first 0 and the last 1, those between drawn and sorted."""
        if count < 2:
            return [0.0] * count
        return [0.0, *sorted([self.next() for _ in range(count - 2)]), 1.0]

    def weights(self, count: int) -> list[float]:
        """Return ``count`` weights that sum to 1, uniformly from all such, the largest first."""
        ends = self.spaced(count + 1)
        return sorted((ends[index + 1] - ends[index] for index in range(count)), reverse=True)
