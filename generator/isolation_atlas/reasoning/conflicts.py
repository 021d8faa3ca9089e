"""Requirements that cannot hold together, whatever the facts, and those that leave nobody together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from itertools import combinations, pairwise

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.values import Interval
from isolation_atlas.reasoning.limits import Limit, limit_of, truth_of_range, truth_of_terms
from isolation_atlas.reasoning.profiles import Demand
from isolation_atlas.reasoning.sorting import Placed
from isolation_atlas.reasoning.truth import Truth

_EXACT_UP_TO = 3


class ConflictKind(Enum):
    """Why demands do not go together."""

    CONTRADICTION = "contradiction"
    """No value of the property can meet them all."""
    NOBODY = "nobody"
    """Every candidate fails at least one of them, and no smaller set rules everybody out."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A smallest set of demands that do not go together."""

    kind: ConflictKind
    demands: tuple[Demand, ...]


def contradictions(demands: Sequence[Demand], knowledge: Knowledge) -> tuple[Conflict, ...]:
    """Return each smallest set of at most three demands on one property that no value of it can meet."""
    by_property: dict[str, list[Demand]] = {}
    for demand in demands:
        if demand.requirement.condition:
            by_property.setdefault(demand.requirement.condition.property, []).append(demand)
    found: list[Conflict] = []
    for name, group in by_property.items():
        admits = partial(_possible, prop=knowledge.properties[name])
        found.extend(Conflict(ConflictKind.CONTRADICTION, each) for each in _smallest(group, admits))
    return tuple(found)


def nobody_left(demands: Sequence[Demand], placed: Sequence[Placed]) -> Conflict | None:
    """Return a smallest set of demands that rules everybody out, or None while somebody is left.

    Exact up to three demands; beyond that the demand that rules out most of the rest is added until nobody is left.
    """
    everybody = frozenset(each.subject for each in placed)
    ruled_out = [
        frozenset(each.subject for each in placed if each.assessments[index].truth is Truth.NOT_MET)
        for index in range(len(demands))
    ]
    if not everybody or frozenset().union(*ruled_out) != everybody:
        return None
    useful = [index for index, subjects in enumerate(ruled_out) if subjects]
    for size in range(1, _EXACT_UP_TO + 1):
        for chosen in combinations(useful, size):
            if frozenset().union(*(ruled_out[index] for index in chosen)) == everybody:
                return Conflict(ConflictKind.NOBODY, tuple(demands[index] for index in chosen))
    return Conflict(ConflictKind.NOBODY, tuple(demands[index] for index in _greedy(ruled_out, everybody)))


def _greedy(ruled_out: Sequence[frozenset[str]], everybody: frozenset[str]) -> list[int]:
    left, chosen = everybody, []
    while left:
        best = max(range(len(ruled_out)), key=lambda index: (len(ruled_out[index] & left), -index))
        chosen.append(best)
        left -= ruled_out[best]
    return sorted(chosen)


def _smallest(group: list[Demand], admits: Callable[[Iterable[Demand]], bool]) -> list[tuple[Demand, ...]]:
    found: list[tuple[Demand, ...]] = []
    for size in range(1, _EXACT_UP_TO + 1):
        for chosen in combinations(group, size):
            known = any(all(one in chosen for one in each) for each in found)
            if not known and not admits(chosen):
                found.append(chosen)
    return found


def _possible(demands: Iterable[Demand], prop: Property) -> bool:
    conditions = [demand.requirement.condition for demand in demands]
    limits = [limit_of(condition, prop) for condition in conditions if condition]
    if prop.sort is Sort.TEXT or (prop.sort is Sort.TERM and prop.many):
        return _words_possible(limits)
    if prop.sort is Sort.TERM:
        return any(all(truth_of_terms(limit, (term,)) is Truth.MET for limit in limits) for term, _ in prop.terms)
    points = (Interval(point, point) for point in _points(limits, prop))
    return any(all(truth_of_range(limit, point) is Truth.MET for limit in limits) for point in points)


def _words_possible(limits: list[Limit]) -> bool:
    """Several terms can hold at once, so only a word both wanted and refused, with no other wanted, contradicts."""
    refused = {word for limit in limits if limit.operator == "!=" for word in limit.words}
    return all(set(limit.words) - refused for limit in limits if limit.operator == "=")


def _points(limits: list[Limit], prop: Property) -> list[float]:
    """Return one number for every stretch of the scale on which all limits keep their verdict."""
    if prop.sort is Sort.FLAG:
        return [0, 1, 2]
    if prop.sort is Sort.LEVEL:
        return [float(rank) for rank in range(len(prop.levels))]
    floor = prop.dimension.floor if prop.dimension else None
    found = {end for limit in limits for each in limit.ranges for end in (each.low, each.high) if end is not None}
    ends = sorted(found if floor is None else {*found, floor})
    between = [(one + other) / 2 for one, other in pairwise(ends)]
    around = [ends[0] - abs(ends[0]) - 1, *ends, *between, ends[-1] + abs(ends[-1]) + 1]
    return [point for point in around if floor is None or point >= floor]
