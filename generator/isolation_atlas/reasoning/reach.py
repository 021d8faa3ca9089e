"""Whose cells a change can have touched, so that only those are worked out on both sides.

A cell follows from the facts of its subject, of the families above and of the members below; whether a rating counts as
verified follows from the facts that it rests on, also those of other subjects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from isolation_atlas.knowledge.knowledge import Knowledge


def reach(before: Knowledge, after: Knowledge) -> frozenset[str]:
    """Return the subjects of either state with a cell that may differ; all if a property or the ontology does."""
    everybody = frozenset({*before.subjects, *after.subjects})
    if before.properties != after.properties or before.ontology != after.ontology:
        return everybody
    changed = {each for each in everybody if before.subjects.get(each) != after.subjects.get(each)}
    if not changed:
        return frozenset()
    changed = _closed(changed, [_resting_on(each) for each in (before, after)])
    above = _closed(changed, [before.families_of, after.families_of])
    below = _closed(changed, [before.members_of, after.members_of])
    return frozenset(above | below) & everybody


def _closed(start: Iterable[str], steps: Iterable[Callable[[str], Iterable[str]]]) -> set[str]:
    found = set(start)
    frontier = list(found)
    while frontier:
        subject = frontier.pop()
        following = {other for step in steps for other in step(subject)} - found
        found |= following
        frontier.extend(following)
    return found


def _resting_on(knowledge: Knowledge) -> Callable[[str], Iterable[str]]:
    found: dict[str, set[str]] = {}
    for fact in knowledge.facts:
        for reason in fact.evidence.because:
            found.setdefault(reason.rpartition("/")[0] or fact.subject, set()).add(fact.subject)
    return lambda subject: found.get(subject, ())
