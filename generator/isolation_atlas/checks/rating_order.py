"""Pairs of ratings in the opposite order of what they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.own_goodness import own_goodness
from isolation_atlas.knowledge.records import Fact
from isolation_atlas.reasoning.criteria import Goodness

_MOST_PAIRED = 60
"""Ratings with several reasons are compared each with each, so only so many; with one reason there is no limit."""


@dataclass(frozen=True, slots=True)
class Rating:
    """A subject's rating, and how good it is on each property that the rating rests on."""

    fact: Fact
    level: Goodness
    reasons: tuple[Goodness, ...]


def upside_down(context: Context, ratings: Iterable[Fact]) -> Iterator[tuple[Fact, Fact, tuple[str, ...]]]:
    """Yield a rating, one that is lower although its reasons are better throughout, and the reasons of both.

    Of each rating that is too high for its reasons one such pair is given. Only ratings that rest on the same
    properties of their own subjects are compared, by own values whose ranges do not overlap.
    """
    groups: dict[tuple[str, tuple[str, ...]], dict[str, Fact]] = defaultdict(dict)
    for fact in ratings:
        reasons = tuple(sorted(set(fact.evidence.because)))
        if reasons and not any("/" in reason for reason in reasons):
            groups[fact.property, reasons].setdefault(fact.subject, fact)
    for (_, reasons), facts in groups.items():
        known = [rating for fact in facts.values() if (rating := _rating(context, fact, reasons)) is not None]
        pairs = _by_sweeping(known) if len(reasons) == 1 else _by_pairing(known[:_MOST_PAIRED])
        yield from ((high.fact, low.fact, reasons) for high, low in pairs)


def _rating(context: Context, fact: Fact, reasons: tuple[str, ...]) -> Rating | None:
    level = own_goodness(context, fact.subject, fact.property)
    grounds = [own_goodness(context, fact.subject, reason) for reason in reasons]
    known = tuple(each for each in grounds if each is not None)
    return Rating(fact, level, known) if level is not None and len(known) == len(reasons) else None


def _by_sweeping(ratings: list[Rating]) -> Iterator[tuple[Rating, Rating]]:
    ahead = sorted(ratings, key=lambda each: each.reasons[0].worst)
    lowest: Rating | None = None
    for high in sorted(ratings, key=lambda each: each.reasons[0].best, reverse=True):
        while ahead and ahead[-1].reasons[0].worst > high.reasons[0].best:
            new = ahead.pop()
            lowest = new if lowest is None or new.level.best < lowest.level.best else lowest
        if lowest is not None and lowest.level.best < high.level.worst:
            yield high, lowest


def _by_pairing(ratings: list[Rating]) -> Iterator[tuple[Rating, Rating]]:
    seen: set[str] = set()
    for high, low in permutations(ratings, 2):
        if high.fact.id not in seen and low.level.best < high.level.worst and _ahead(low, high):
            seen.add(high.fact.id)
            yield high, low


def _ahead(one: Rating, other: Rating) -> bool:
    pairs = list(zip(one.reasons, other.reasons, strict=True))
    return any(mine.worst > theirs.best for mine, theirs in pairs) and all(
        mine.worst > theirs.best or mine == theirs for mine, theirs in pairs
    )
