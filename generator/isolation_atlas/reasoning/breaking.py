"""What a change of the knowledge breaks for programs that read its data, and which version number it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.reasoning.changes import FactChangeKind, renaming

if TYPE_CHECKING:
    from isolation_atlas.reasoning.difference import Difference


class Bump(Enum):
    """Which part of a version number rises (https://semver.org/); the rules stand in docs/contributing/versions.md."""

    NONE = "none"
    PATCH = "patch"
    MINOR = "minor"
    MAJOR = "major"


@dataclass(frozen=True, slots=True)
class Breaking:
    """Something that a program which read the state before relied on."""

    thing: str
    """The id of what is gone or means something else."""
    says: str
    """What happened to it, in words."""


def breaking_changes(before: Knowledge, after: Knowledge) -> tuple[Breaking, ...]:
    """Return what is gone, was renamed, or means something else: ids, properties' scales, relations, kinds."""
    return (*_ids(before, after), *_properties(before, after), *_ontology(before, after))


def required_bump(difference: Difference) -> Bump:
    """Return the least part of the version number that has to rise for a difference."""
    if difference.breaking:
        return Bump.MAJOR
    facts = any(change.kind is not FactChangeKind.READ_AGAIN for change in difference.facts)
    relations = difference.relations_added or difference.relations_withdrawn
    outcomes = difference.cells or difference.flips or difference.leaves
    if facts or relations or outcomes or difference.ids.added:
        return Bump.MINOR
    return Bump.PATCH if difference.facts or difference.otherwise else Bump.NONE


def next_version(version: str, bump: Bump) -> str:
    """Return the version after ``version`` (MAJOR.MINOR.PATCH); before 1.0.0 a break raises the middle number.

    Raises ValueError for anything that is no such version.
    """
    major, minor, patch = (int(part) for part in version.split("."))
    if bump is Bump.NONE:
        return version
    if bump is Bump.PATCH:
        return f"{major}.{minor}.{patch + 1}"
    return f"{major + 1}.0.0" if bump is Bump.MAJOR and major else f"{major}.{minor + 1}.0"


def _ids(before: Knowledge, after: Knowledge) -> Iterator[Breaking]:
    moved = renaming(before, after)
    for old, new in moved.redirected:
        merged = new in before.ids
        yield Breaking(old, f"merged into {new}" if merged else f"renamed to {new}")
    for old in moved.removed:
        yield Breaking(old, "removed without a redirect")


def _properties(before: Knowledge, after: Knowledge) -> Iterator[Breaking]:
    for key in sorted(set(before.properties) & set(after.properties)):
        old, new = before.properties[key], after.properties[key]
        for name, one, other in _meaning(old, new):
            if one != other:
                yield Breaking(key, f"{name} changed from {one or 'nothing'} to {other or 'nothing'}")
        yield from _gone(key, "level", [each.id for each in old.levels], [each.id for each in new.levels])
        yield from _gone(key, "term", [term for term, _ in old.terms], [term for term, _ in new.terms])


def _meaning(old: Property, new: Property) -> tuple[tuple[str, str, str], ...]:
    common = [level.id for level in old.levels if any(level.id == each.id for each in new.levels)]
    kept = [level.id for level in new.levels if level.id in common]
    return (
        ("the sort", old.sort.value, new.sort.value),
        ("the better direction", old.better.value, new.better.value),
        ("the dimension", old.dimension_name, new.dimension_name),
        ("the order of levels", ", ".join(common), ", ".join(kept)),
    )


def _gone(key: str, what: str, old: Iterable[str], new: Iterable[str]) -> Iterator[Breaking]:
    for word in old:
        if word not in tuple(new):
            yield Breaking(key, f"the {what} {word} is gone")


def _ontology(before: Knowledge, after: Knowledge) -> Iterator[Breaking]:
    old, new = before.ontology, after.ontology
    for what, one, other in (
        ("kind", [each.id for each in old.kinds], [each.id for each in new.kinds]),
        ("relation", [each.id for each in old.relations], [each.id for each in new.relations]),
        ("group", [each.id for each in old.groups], [each.id for each in new.groups]),
    ):
        for word in one:
            if word not in other:
                yield Breaking(word, f"the {what} is gone")
