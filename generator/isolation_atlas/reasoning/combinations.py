"""Subjects inside one another as candidates, where they do better than either alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from isolation_atlas.reasoning.composition import Composed, composed_cell, composed_subjects
from isolation_atlas.reasoning.limits import limit_of
from isolation_atlas.reasoning.profiles import Demand
from isolation_atlas.reasoning.requirements import Assessment, Judge, Why, judge_cell
from isolation_atlas.reasoning.sorting import Placed, Standing, place, standing_of
from isolation_atlas.reasoning.truth import Truth

_RANK = {Standing.RULED_OUT: 0, Standing.MAY_FIT: 1, Standing.FITS: 2}


@dataclass(frozen=True, slots=True)
class Combination:
    """A pair that fits, or may fit, where each side alone does less well."""

    composed: Composed
    placed: Placed
    """The whole; its ``subject`` is ``composed.id``."""
    alone: tuple[Placed, Placed]
    """Where the inner and the outer side stand on their own."""


def combinations_for(demands: Sequence[Demand], judge: Judge) -> tuple[Combination, ...]:
    """Return the pairs that stand better than both of their sides: those that fit first, then by what is open."""
    found = []
    for composed in composed_subjects(judge.knowledge):
        whole = place_composed(composed, demands, judge)
        alone = place(composed.inner, demands, judge), place(composed.outer, demands, judge)
        if _RANK[whole.standing] > max(_RANK[side.standing] for side in alone):
            found.append(Combination(composed, whole, alone))
    return tuple(sorted(found, key=_order))


def place_composed(composed: Composed, demands: Sequence[Demand], judge: Judge) -> Placed:
    """Return where a pair stands with regard to all demands."""
    assessments = tuple(_assess(demand, composed, judge) for demand in demands)
    return Placed(composed.id, standing_of(assessments), assessments)


def _assess(demand: Demand, composed: Composed, judge: Judge) -> Assessment:
    condition = demand.requirement.condition
    if condition is None:
        return Assessment(demand.requirement, composed.id, Truth.UNCERTAIN, Why.UNREADABLE, None)
    prop = judge.knowledge.properties[condition.property]
    cell = composed_cell(composed, prop.id, judge.cells)
    return Assessment(demand.requirement, composed.id, *judge_cell(limit_of(condition, prop), cell, prop), cell)


def _order(combination: Combination) -> tuple[int, int, str]:
    placed = combination.placed
    return -_RANK[placed.standing], len(placed.of(Truth.UNCERTAIN)), placed.subject
