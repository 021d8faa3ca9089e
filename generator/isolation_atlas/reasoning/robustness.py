"""How firmly an order stands: in which share of all weightings and values within the evidence each rank is reached.

Stochastic multicriteria acceptability analysis with ordinal criteria: R. Lahdelma and P. Salminen, "SMAA-2: Stochastic
Multicriteria Acceptability Analysis for Group Decision Making", Operations Research 49(3), 2001; R. Lahdelma,
K. Miettinen and P. Salminen, "Ordinal criteria in stochastic multicriteria acceptability analysis (SMAA)", European
Journal of Operational Research 147(1), 2003.

Each draw takes weights uniformly from all that keep the order of the priorities, a value for each candidate uniformly
from what the evidence allows (where nothing is known, from the whole range over the candidates), and, since no distance
between steps is known, a random rising utility for the distinct values. Ranks follow from the weighted sums, which are
never shown. The order of draws is fixed: weights; then for each criterion the candidates' values, then its utilities.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import inf

from isolation_atlas.reasoning.criteria import Criterion, Goodness
from isolation_atlas.reasoning.drawing import Draws

SEED = 20261123
_BUDGET = 30_000
_MOST_DRAWS = 1000
_LEAST_DRAWS = 100
MOST_CANDIDATES = 60
"""Above this many nothing is sampled: with so many left the order says little, and asking more is the better step."""


@dataclass(frozen=True, slots=True)
class Robustness:
    """What sampling found."""

    draws: int
    seed: int
    acceptability: tuple[tuple[float, ...], ...]
    """For each candidate in the order given, the share of draws that put it first, second, …"""
    ahead: tuple[float, ...]
    """For each candidate but the last, the share of draws that put it at least level with the one after it."""


def draws_for(candidates: int, criteria: int) -> int:
    """Return how many draws are made: 1000 for few candidates, fewer for many, at least 100."""
    return max(_LEAST_DRAWS, min(_MOST_DRAWS, _BUDGET // max(1, candidates * criteria)))


def sample_ranks(criteria: tuple[Criterion, ...], candidates: int, seed: int = SEED) -> Robustness | None:
    """Return how robust the ranks of the candidates are, or None where there is nothing to compare them by.

    It is also None for one candidate alone and for more than ``MOST_CANDIDATES``.

    ``criteria`` must list its goodness in the order in which the candidates are ranked.
    """
    columns = [_Column(criterion) for criterion in criteria if criterion.informative]
    if not 2 <= candidates <= MOST_CANDIDATES or not columns:
        return None
    draws, source = draws_for(candidates, len(columns)), Draws(seed)
    reached = [[0] * candidates for _ in range(candidates)]
    ahead = [0] * (candidates - 1)
    for _ in range(draws):
        totals = _totals(columns, candidates, source)
        rising = sorted(totals)
        for index, total in enumerate(totals):
            reached[index][candidates - bisect_right(rising, total)] += 1
        for index in range(candidates - 1):
            ahead[index] += totals[index] >= totals[index + 1]
    shares = tuple(tuple(count / draws for count in row) for row in reached)
    return Robustness(draws, seed, shares, tuple(count / draws for count in ahead))


def _totals(columns: list[_Column], candidates: int, source: Draws) -> list[float]:
    weights = source.weights(len(columns))
    totals = [0.0] * candidates
    for weight, column in zip(weights, columns, strict=True):
        utilities = column.utilities(source)
        totals = [total + weight * utility for total, utility in zip(totals, utilities, strict=True)]
    return totals


class _Column:
    """One criterion, ready for drawing."""

    def __init__(self, criterion: Criterion) -> None:
        ends = [end for each in criterion.goodness if each for end in (each.worst, each.best) if abs(end) != inf]
        self.stepped = criterion.stepped
        self.low, self.high = min(ends, default=0.0), max(ends, default=0.0)
        self.spans = [self._span(each) for each in criterion.goodness]

    def _span(self, goodness: Goodness | None) -> tuple[float, float]:
        if goodness is None:
            return self.low, self.high - self.low
        worst = goodness.worst if goodness.worst != -inf else self.low
        best = goodness.best if goodness.best != inf else self.high
        return worst, best - worst

    def utilities(self, source: Draws) -> list[float]:
        """Return a drawn utility between 0 and 1 for each candidate's drawn value."""
        if self.stepped:
            values = [low if width == 0 else low + int(source.next() * (width + 1)) for low, width in self.spans]
        else:
            values = [low if width == 0 else low + source.next() * width for low, width in self.spans]
        distinct = sorted(set(values))
        rising = source.spaced(len(distinct))
        utility = dict(zip(distinct, rising, strict=True))
        return [utility[value] for value in values]
