"""Which outcomes differ between two states of the knowledge, and because of which verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.reasoning.profiles import Demand, Situation, UnknownNameError, collect
from isolation_atlas.reasoning.reach import reach
from isolation_atlas.reasoning.requirements import Assessment, Judge
from isolation_atlas.reasoning.scenarios import situation_of
from isolation_atlas.reasoning.selection import choosable_subjects
from isolation_atlas.reasoning.sorting import Placed, Standing, place


@dataclass(frozen=True, slots=True)
class Flip:
    """A candidate that stands elsewhere than before; a side is None where it was no candidate."""

    thing: str
    """The need or scenario."""
    subject: str
    before: Standing | None
    after: Standing | None
    verdicts: tuple[tuple[Assessment | None, Assessment | None], ...]
    """Each verdict that differs, before and after, with its cell and facts; None where there was no such demand."""


def flips(before: Judge, after: Judge) -> tuple[Flip, ...]:
    """Return every candidate of a need or scenario of both states that stands elsewhere, by thing and candidate."""
    old, new = _situations(before.knowledge), _situations(after.knowledge)
    reached = reach(before.knowledge, after.knowledge)
    found: list[Flip] = []
    for thing in sorted(set(old) & set(new)):
        same = [each.requirement.text for each in old[thing]] == [each.requirement.text for each in new[thing]]
        found.extend(flips_of(thing, old[thing], new[thing], before, after, reached if same else None))
    return tuple(found)


def flips_of(
    thing: str,
    old: Sequence[Demand],
    new: Sequence[Demand],
    before: Judge,
    after: Judge,
    among: frozenset[str] | None = None,
) -> tuple[Flip, ...]:
    """Return the candidates, or those ``among`` them, that stand elsewhere under the demands ``new`` after.

    The demands ``old`` are those before.
    """
    candidates = choosable_subjects(before.knowledge), choosable_subjects(after.knowledge)
    found = []
    everybody = {*candidates[0], *candidates[1]}
    for subject in sorted(everybody if among is None else everybody & among):
        one = place(subject, old, before) if subject in candidates[0] else None
        other = place(subject, new, after) if subject in candidates[1] else None
        standings = one.standing if one else None, other.standing if other else None
        if standings[0] is not standings[1]:
            found.append(Flip(thing, subject, *standings, _verdicts(one, other)))
    return tuple(found)


def _situations(knowledge: Knowledge) -> dict[str, tuple[Demand, ...]]:
    situations = {key: Situation(need=key) for key in knowledge.needs}
    situations.update((key, situation_of(scenario)) for key, scenario in knowledge.scenarios.items())
    found = {}
    for key, situation in situations.items():
        try:
            found[key] = collect(knowledge, situation).demands
        except UnknownNameError:
            continue  # reported as a reference to nothing
    return found


def _verdicts(one: Placed | None, other: Placed | None) -> tuple[tuple[Assessment | None, Assessment | None], ...]:
    old = _by_text(one)
    new = _by_text(other)
    pairs = [(old.get(text), new.get(text)) for text in dict.fromkeys((*old, *new))]
    return tuple(pair for pair in pairs if pair[0] is None or pair[1] is None or pair[0].truth is not pair[1].truth)


def _by_text(placed: Placed | None) -> dict[str, Assessment]:
    return {} if placed is None else {each.requirement.text: each for each in placed.assessments}
