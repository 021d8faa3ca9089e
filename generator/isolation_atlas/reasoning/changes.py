"""The difference between two states of the knowledge in a reader's terms: facts, cells, outcomes.

Facts have no names of their own, so those of one cell are paired: what is the same in both, then the same source and
locator, then the same claim; what remains was added or withdrawn. A thing that was renamed with a redirect is the same
thing, and one that was merged into another hands its facts over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.records import Fact
from isolation_atlas.reasoning.cells import Cell, Cells
from isolation_atlas.reasoning.reach import reach
from isolation_atlas.reasoning.selection import select_properties, select_subjects


class FactChangeKind(Enum):
    """What happened to a fact."""

    ADDED = "added"
    CHANGED = "changed"
    READ_AGAIN = "read again"
    """Only the days of reading differ."""
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact before and after; one side is None where it was added or withdrawn."""

    kind: FactChangeKind
    before: Fact | None
    after: Fact | None

    @property
    def fact(self) -> Fact:
        """The fact as it is now, or as it was."""
        found = self.after or self.before
        if found is None:
            message = "a change of no fact"
            raise ValueError(message)
        return found


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell whose value or state differs; a side is None where its subject or property did not exist."""

    subject: str
    property: str
    before: Cell | None
    after: Cell | None
    matrices: tuple[str, ...]
    """The published matrices that show the cell, by id."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """What happened to the ids; an id that is gone without a redirect breaks links to it."""

    added: tuple[str, ...]
    redirected: tuple[tuple[str, str], ...]
    removed: tuple[str, ...]


def fact_changes(before: Knowledge, after: Knowledge) -> tuple[FactChange, ...]:
    """Return every fact that was added, changed, read again or withdrawn, by subject, property and number."""
    moved = dict(renaming(before, after).redirected)
    old: dict[tuple[str, str], list[Fact]] = {}
    for (subject, prop), facts in before.facts_by_cell.items():
        old.setdefault((moved.get(subject, subject), moved.get(prop, prop)), []).extend(facts)
    cells = sorted({*old, *after.facts_by_cell})
    return tuple(change for cell in cells for change in _paired(tuple(old.get(cell, ())), after.facts_of(*cell)))


def cell_changes(before: Cells, after: Cells) -> tuple[CellChange, ...]:
    """Return every cell whose value or state differs, by subject and property, also where the facts are another's.

    Cells are named as they are now. Of a thing that is new or gone, only the cells of which something is known count.
    """
    reached = reach(before.knowledge, after.knowledge)
    if not reached:
        return ()
    shown = _matrices(before.knowledge), _matrices(after.knowledge)
    moved = dict(renaming(before.knowledge, after.knowledge).redirected)
    subjects = _former(before.knowledge.subjects, after.knowledge.subjects, moved)
    properties = _former(before.knowledge.properties, after.knowledge.properties, moved)
    found = []
    for subject, old_subject in subjects.items():
        if subject not in reached:
            continue
        for prop, old_prop in properties.items():
            old, new = _cell(before, old_subject, old_prop), _cell(after, subject, prop)
            if _shown(old, {}) != _shown(new, {}) and _shown(old, moved) != _shown(new, {}) and _known(old, new):
                matrices = {*shown[0].get((old_subject, old_prop), ()), *shown[1].get((subject, prop), ())}
                found.append(CellChange(subject, prop, old, new, tuple(sorted(matrices))))
    return tuple(found)


def _former(before: Iterable[str], after: Iterable[str], moved: Mapping[str, str]) -> dict[str, str]:
    """From the ids of either state to those of before, in order: the same, or the one that was renamed to it."""
    old, new = set(before), set(after)
    renamed = {now: once for once, now in sorted(moved.items(), reverse=True) if once in old and now not in old}
    gone = old - new - set(renamed.values())
    return {key: renamed.get(key, key) for key in sorted({*new, *gone})}


def _known(old: Cell | None, new: Cell | None) -> bool:
    return (old is not None and new is not None) or any(cell is not None and cell.known for cell in (old, new))


def renaming(before: Knowledge, after: Knowledge) -> Renaming:
    """Return the ids that appeared, moved and went; ids in a redirect count as moved."""
    gone = sorted(set(before.ids) - set(after.ids))
    added = tuple(sorted(set(after.ids) - set(before.ids)))
    redirected = tuple((old, after.redirects[old]) for old in gone if old in after.redirects)
    return Renaming(added, redirected, tuple(old for old in gone if old not in after.redirects))


def _paired(before: tuple[Fact, ...], after: tuple[Fact, ...]) -> Iterator[FactChange]:
    if before == after:
        return
    old, new = list(before), list(after)
    pairs: list[tuple[Fact, Fact]] = []
    for key in (_content, _stated, _place, _claim):
        pairs.extend(_match(old, new, key))
    for one, other in sorted(pairs, key=lambda pair: pair[1].number):
        if _content(one) != _content(other):
            kind = FactChangeKind.READ_AGAIN if _stated(one) == _stated(other) else FactChangeKind.CHANGED
            yield FactChange(kind, one, other)
    yield from (FactChange(FactChangeKind.ADDED, None, fact) for fact in new)
    yield from (FactChange(FactChangeKind.WITHDRAWN, fact, None) for fact in old)


def _match(old: list[Fact], new: list[Fact], key: Callable[[Fact], object]) -> Iterator[tuple[Fact, Fact]]:
    for other in list(new):
        one = next((fact for fact in old if key(fact) == key(other)), None)
        if one is not None:
            old.remove(one)
            new.remove(other)
            yield one, other


def _content(fact: Fact) -> object:
    nowhere = replace(fact.evidence.spot, file="", path=())
    return fact.value, fact.scope, replace(fact.evidence, spot=nowhere)


def _stated(fact: Fact) -> object:
    nowhere = replace(fact.evidence.spot, file="", path=())
    return fact.value, fact.scope, replace(fact.evidence, spot=nowhere, verified=())


def _place(fact: Fact) -> object:
    evidence = fact.evidence
    return evidence.source, evidence.locator, evidence.because


def _claim(fact: Fact) -> object:
    return fact.evidence.claim


def _cell(cells: Cells, subject: str, prop: str) -> Cell | None:
    knowledge = cells.knowledge
    return cells.cell(subject, prop) if subject in knowledge.subjects and prop in knowledge.properties else None


def _shown(cell: Cell | None, moved: Mapping[str, str]) -> object:
    if cell is None:
        return None
    return cell.state, cell.value, cell.origin, tuple(moved.get(each, each) for each in cell.origins)


def _matrices(knowledge: Knowledge) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for matrix in knowledge.matrices.values():
        columns = select_properties(knowledge, matrix.columns)
        for subject in select_subjects(knowledge, matrix.rows):
            for prop in columns:
                found.setdefault((subject, prop), []).append(matrix.id)
    return found
