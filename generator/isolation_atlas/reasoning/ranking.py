"""The order by priorities: the first decides, the next only between those that the first leaves equal.

Candidates are compared only where the evidence separates them: one is better on a property if its worst is better
than the other's best. The place on one property is the number certainly better less the number certainly worse.
Whoever is certainly better comes first by that count: everybody better than the first is also better than the second,
and everybody worse than the second also worse than the first. Levels need no distances, and what is unknown stands in
the middle rather than last. Whole numbers only, so any language gives the same order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from isolation_atlas.reasoning.criteria import Criterion, Goodness


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate's place in the order; equal candidates share a rank."""

    subject: str
    rank: int
    """From 1; after two who share rank 1 comes rank 3."""
    counts: tuple[int, ...]
    """For each criterion, how many are certainly better less how many are certainly worse."""
    unknown: tuple[str, ...]
    """The criteria of which nothing is known here."""


def order_by(candidates: tuple[str, ...], criteria: tuple[Criterion, ...]) -> tuple[Ranked, ...]:
    """Return the candidates in the order of the criteria, those equal on all by id; without criteria all are equal."""
    columns = [_counts(criterion.goodness) for criterion in criteria]
    rows = [tuple(column[index] for column in columns) for index in range(len(candidates))]
    order = sorted(range(len(candidates)), key=lambda index: (rows[index], candidates[index]))
    found: list[Ranked] = []
    for place, index in enumerate(order, start=1):
        rank = found[-1].rank if found and found[-1].counts == rows[index] else place
        unknown = tuple(each.property for each in criteria if each.goodness[index] is None)
        found.append(Ranked(candidates[index], rank, rows[index], unknown))
    return tuple(found)


def _counts(goodness: tuple[Goodness | None, ...]) -> list[int]:
    worsts = sorted(each.worst for each in goodness if each)
    bests = sorted(each.best for each in goodness if each)
    return [
        len(worsts) - bisect_right(worsts, each.best) - bisect_left(bests, each.worst) if each else 0
        for each in goodness
    ]
