"""Which things a selection names: rows and columns of matrices, candidates of trees and recommendations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.records import Fact, Record, Selection, Subject
from isolation_atlas.knowledge.values import LevelRange, Value


def select_things(knowledge: Knowledge, selections: Iterable[Selection]) -> tuple[str, ...]:
    """Return the ids of the records that any selection names, each once, in the order of the selections.

    The fields of one selection narrow each other; ``is_a`` means all members along inheriting relations, however far,
    without the family itself. An id that is in no record is left out, for a check to report.
    """
    found: dict[str, None] = {}
    for selection in selections:
        found.update(dict.fromkeys(_things_of(knowledge, selection)))
    return tuple(found)


def select_subjects(knowledge: Knowledge, selections: Iterable[Selection]) -> tuple[str, ...]:
    """Return the ids of the subjects that any selection names, in the order of ``select_things``."""
    return tuple(thing for thing in select_things(knowledge, selections) if thing in knowledge.subjects)


def select_properties(knowledge: Knowledge, selections: Iterable[Selection]) -> tuple[str, ...]:
    """Return the ids of the properties that any selection names by id or group, each once, in order."""
    found: dict[str, None] = {}
    for selection in selections:
        if selection.id in knowledge.properties:
            found[selection.id] = None
        elif selection.group:
            found.update((prop.id, None) for prop in knowledge.properties.values() if prop.group == selection.group)
    return tuple(found)


def choosable_subjects(knowledge: Knowledge) -> tuple[str, ...]:
    """Return the ids of the subjects that can be recommended, sorted by id.

    The ontology declares their level choosable, and nobody has to be passed over (see ``passed_over``).
    """
    dropped = passed_over(knowledge)
    return tuple(one for one in of_choosable_levels(knowledge) if one not in dropped)


def of_choosable_levels(knowledge: Knowledge) -> tuple[str, ...]:
    """Return the ids of the subjects whose level the ontology declares choosable, sorted by id."""
    levels = {
        (kind.id, level.id)
        for kind in knowledge.ontology.kinds_of(Role.SUBJECT)
        for level in kind.levels
        if level.choosable
    }
    return tuple(sorted(one.id for one in knowledge.subjects.values() if (one.kind, one.level) in levels))


def passed_over(knowledge: Knowledge) -> Mapping[str, tuple[Fact, ...]]:
    """Return the subjects that are never recommended, each with the facts for which.

    All its own facts on a property give a level that the property's scale passes over, for example *retired*.
    """
    found: dict[str, tuple[Fact, ...]] = {}
    for prop in knowledge.properties.values():
        levels = {level.id for level in prop.levels if level.passed_over}
        for subject in knowledge.subjects if levels else ():
            facts = tuple(fact for fact in knowledge.facts_of(subject, prop.id) if fact.value is not None)
            if facts and all(_lies_in(fact.value, levels) for fact in facts):
                found[subject] = (*found.get(subject, ()), *facts)
    return found


def left_out(knowledge: Knowledge) -> tuple[str, ...]:
    """Return the ids of those passed over that could be chosen by their level, sorted by id."""
    dropped = passed_over(knowledge)
    return tuple(one for one in of_choosable_levels(knowledge) if one in dropped)


def _lies_in(value: Value | None, levels: set[str]) -> bool:
    return isinstance(value, LevelRange) and {value.low, value.high} <= levels


def members_below(knowledge: Knowledge, family: str) -> tuple[str, ...]:
    """Return the subjects that inherit from ``family`` directly or through others, sorted by id."""
    found: set[str] = set()
    frontier = [family]
    while frontier:
        for member in knowledge.members_of(frontier.pop()):
            if member not in found and member != family:
                found.add(member)
                frontier.append(member)
    return tuple(sorted(found))


def _things_of(knowledge: Knowledge, selection: Selection) -> tuple[str, ...]:
    if selection.id:
        return (selection.id,) if selection.id in knowledge.records else ()
    if not (selection.kind or selection.level or selection.is_a):
        return ()
    pool: Iterable[str] = members_below(knowledge, selection.is_a) if selection.is_a else sorted(knowledge.records)
    return tuple(thing for thing in pool if _matches(knowledge.records[thing], selection))


def _matches(record: Record, selection: Selection) -> bool:
    if selection.kind and record.kind != selection.kind:
        return False
    return not selection.level or (isinstance(record, Subject) and record.level == selection.level)
