"""Which things a selection names: rows and columns of matrices, candidates of trees and recommendations."""

from __future__ import annotations

from collections.abc import Iterable

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.records import Record, Selection, Subject


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
    """Return the ids of the subjects whose level the ontology declares choosable, sorted by id."""
    levels = {
        (kind.id, level.id)
        for kind in knowledge.ontology.kinds_of(Role.SUBJECT)
        for level in kind.levels
        if level.choosable
    }
    return tuple(sorted(one.id for one in knowledge.subjects.values() if (one.kind, one.level) in levels))


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
