"""Do the facts bear out that two properties pull against each other?

The measure is Kendall's rank correlation with ties, tau-b (M. G. Kendall, "The treatment of ties in ranking
problems", Biometrika 33(3), 1945), over goodness: if better on one goes with worse on the other, it is negative. A
trade-off counts as supported or contradicted only if at least ``LEAST_SAMPLE`` subjects have facts of their own on
both properties, and tau lies at least ``LEAST_TAU`` and 1.645 standard deviations from 0 (the standard deviation of
tau under independence without ties; so unrelated properties would reach either verdict about once in twenty times).
That is a plausibility test over whatever the knowledge happens to cover, not a sample of anything.

A cell counts with the middle of its range, or with its only bound. What is inherited or only ranges over members is
left out, since it would count the same facts several times.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from math import isinf, sqrt

from isolation_atlas.knowledge.records import Tradeoff
from isolation_atlas.reasoning.cells import Cells, Origin
from isolation_atlas.reasoning.criteria import Goodness, goodness_of

LEAST_SAMPLE = 6
LEAST_TAU = 0.2
_DEVIATIONS = 1.645


class TradeoffVerdict(Enum):
    """What the facts say of a trade-off."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_DECIDABLE = "not decidable"


@dataclass(frozen=True, slots=True)
class Point:
    """A subject with its goodness on both properties; higher is better."""

    subject: str
    first: float
    second: float


@dataclass(frozen=True, slots=True)
class TradeoffTest:
    """The result of testing a trade-off against the facts."""

    tradeoff: str
    between: tuple[str, ...]
    verdict: TradeoffVerdict
    reason: str
    """Why it is not decidable, else the comparison that decides, in words."""
    tau: float | None
    """From -1 (every step better on one is worse on the other) to 1; None where there is no variation or no
    direction."""
    points: tuple[Point, ...]
    escapees: tuple[str, ...]
    """Subjects better than the median on both properties."""

    @property
    def sample(self) -> int:
        """How many subjects have facts of their own on both properties."""
        return len(self.points)


def examine_tradeoff(tradeoff: Tradeoff, cells: Cells) -> TradeoffTest:
    """Return whether the facts support a trade-off; one that does not name two properties is not decidable."""
    properties = cells.knowledge.properties
    known = [prop for prop in tradeoff.between if prop in properties]
    if len(known) != 2 or len(tradeoff.between) != 2:
        return _undecided(tradeoff, "It does not name two properties.")
    undirected = [properties[prop].name for prop in known if not properties[prop].ordered]
    if undirected:
        return _undecided(tradeoff, f"No direction is declared better for {' and '.join(undirected)}.")
    points = _points(known[0], known[1], cells)
    tau = kendall([point.first for point in points], [point.second for point in points])
    verdict, reason = _verdict(tau, len(points))
    return TradeoffTest(tradeoff.id, tradeoff.between, verdict, reason, tau, points, _escapees(points))


def examine_tradeoffs(cells: Cells) -> tuple[TradeoffTest, ...]:
    """Return the test of every trade-off, by id."""
    tradeoffs = cells.knowledge.tradeoffs
    return tuple(examine_tradeoff(tradeoffs[key], cells) for key in sorted(tradeoffs))


def kendall(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Return Kendall's tau-b of paired numbers, or None where either does not vary."""
    agreeing = differing = tied_first = tied_second = 0
    pairs = 0
    for one, other in combinations(range(len(first)), 2):
        pairs += 1
        left, right = _sign(first[one] - first[other]), _sign(second[one] - second[other])
        tied_first += left == 0
        tied_second += right == 0
        agreeing += left * right > 0
        differing += left * right < 0
    spread = (pairs - tied_first) * (pairs - tied_second)
    return (agreeing - differing) / sqrt(spread) if spread else None


def deviation(sample: int) -> float:
    """Return the standard deviation of tau over ``sample`` independent pairs without ties (M. G. Kendall, 1938)."""
    return sqrt(2 * (2 * sample + 5) / (9 * sample * (sample - 1)))


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _undecided(tradeoff: Tradeoff, reason: str) -> TradeoffTest:
    return TradeoffTest(tradeoff.id, tradeoff.between, TradeoffVerdict.NOT_DECIDABLE, reason, None, (), ())


def _points(first: str, second: str, cells: Cells) -> tuple[Point, ...]:
    found = []
    here, there = cells.knowledge.subjects_with(first), cells.knowledge.subjects_with(second)
    for subject in sorted(here & there & cells.knowledge.subjects.keys()):
        pair = [_middle(subject, prop, cells) for prop in (first, second)]
        if pair[0] is not None and pair[1] is not None:
            found.append(Point(subject, pair[0], pair[1]))
    return tuple(found)


def _middle(subject: str, prop: str, cells: Cells) -> float | None:
    cell = cells.cell(subject, prop)
    goodness = goodness_of(cell, cells.knowledge.properties[prop]) if cell.origin is Origin.OWN else None
    return None if goodness is None else _centre(goodness)


def _centre(goodness: Goodness) -> float | None:
    if isinf(goodness.worst) or isinf(goodness.best):
        ends = [end for end in (goodness.worst, goodness.best) if not isinf(end)]
        return ends[0] if ends else None
    return (goodness.worst + goodness.best) / 2


def _verdict(tau: float | None, sample: int) -> tuple[TradeoffVerdict, str]:
    if sample < LEAST_SAMPLE:
        reason = f"{sample} have facts of their own on both; a verdict takes at least {LEAST_SAMPLE}."
        return TradeoffVerdict.NOT_DECIDABLE, reason
    if tau is None:
        return TradeoffVerdict.NOT_DECIDABLE, "One of the properties has the same value everywhere."
    margin = max(LEAST_TAU, _DEVIATIONS * deviation(sample))
    if tau <= -margin:
        return TradeoffVerdict.SUPPORTED, f"Rank correlation {tau:.2f} is at most {-margin:.2f}."
    if tau >= margin:
        return TradeoffVerdict.CONTRADICTED, f"Rank correlation {tau:.2f} is at least {margin:.2f}."
    reason = f"Rank correlation {tau:.2f} lies between {-margin:.2f} and {margin:.2f}."
    return TradeoffVerdict.NOT_DECIDABLE, reason


def _escapees(points: tuple[Point, ...]) -> tuple[str, ...]:
    if len(points) < LEAST_SAMPLE:
        return ()
    first, second = _median([each.first for each in points]), _median([each.second for each in points])
    return tuple(each.subject for each in points if each.first > first and each.second > second)


def _median(numbers: list[float]) -> float:
    rising = sorted(numbers)
    half = len(rising) // 2
    return rising[half] if len(rising) % 2 else (rising[half - 1] + rising[half]) / 2
