"""Everything that differs between two states of the knowledge, each part in a reader's terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from isolation_atlas.knowledge.findings import Spot
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import Fact, Record, Subject
from isolation_atlas.reasoning.breaking import Breaking, breaking_changes
from isolation_atlas.reasoning.cells import Cells
from isolation_atlas.reasoning.changes import (
    CellChange,
    FactChange,
    FactChangeKind,
    Renaming,
    cell_changes,
    fact_changes,
    renaming,
)
from isolation_atlas.reasoning.flips import Flip, flips
from isolation_atlas.reasoning.leaf_changes import LeafChanges, leaf_changes
from isolation_atlas.reasoning.requirements import Judge

Relation = tuple[str, str, str]
"""Origin, relation, target."""


@dataclass(frozen=True, slots=True)
class RatingToReview:
    """A rating that stayed as it was while cells that it rests on changed."""

    fact: Fact
    reasons: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The whole difference; empty parts mean that nothing changed there."""

    before: Knowledge
    after: Knowledge
    ids: Renaming
    breaking: tuple[Breaking, ...]
    facts: tuple[FactChange, ...]
    cells: tuple[CellChange, ...]
    ratings: tuple[RatingToReview, ...]
    flips: tuple[Flip, ...]
    leaves: tuple[LeafChanges, ...]
    relations_added: tuple[Relation, ...]
    relations_withdrawn: tuple[Relation, ...]
    otherwise: tuple[str, ...]
    """Ids of things that say something else than before, beyond facts and relations: wording, requirements, layout."""

    @property
    def changed_facts(self) -> frozenset[str]:
        """The addresses of the facts that differ, of both states."""
        sides = ((change.before, change.after) for change in self.facts)
        return frozenset(fact.id for pair in sides for fact in pair if fact is not None)

    @property
    def empty(self) -> bool:
        """Whether a reader would not notice anything."""
        parts = (self.facts, self.cells, self.flips, self.leaves, self.breaking, self.otherwise)
        moved = (self.ids.added, self.ids.redirected, self.ids.removed)
        return not any((*parts, *moved, self.relations_added, self.relations_withdrawn))


def compare(before: Knowledge, after: Knowledge) -> Difference:
    """Return what differs from one state of the knowledge to another."""
    judges = Judge(Cells(before)), Judge(Cells(after))
    ids = renaming(before, after)
    moved = dict(ids.redirected)
    facts = fact_changes(before, after)
    cells = cell_changes(judges[0].cells, judges[1].cells)
    relations = _relations(before, moved), _relations(after, {})
    return Difference(
        before,
        after,
        ids,
        breaking_changes(before, after),
        facts,
        cells,
        _ratings(after, facts, cells),
        _without_renamed(flips(*judges), moved),
        leaf_changes(*judges),
        tuple(sorted(relations[1] - relations[0])),
        tuple(sorted(relations[0] - relations[1])),
        _otherwise(before, after),
    )


def _ratings(after: Knowledge, facts: Iterable[FactChange], cells: Iterable[CellChange]) -> tuple[RatingToReview, ...]:
    touched = {change.after.id for change in facts if change.after and change.kind is not FactChangeKind.READ_AGAIN}
    changed = {(change.subject, change.property): change for change in cells}
    found = []
    for fact in after.facts if changed else ():
        if fact.evidence.because and fact.id not in touched:
            split = (reason.rpartition("/") for reason in fact.evidence.because)
            named = [(subject or fact.subject, prop) for subject, _, prop in split]
            reasons = tuple(changed[cell] for cell in named if cell in changed)
            if reasons:
                found.append(RatingToReview(fact, reasons))
    return tuple(found)


def _without_renamed(found: Iterable[Flip], moved: Mapping[str, str]) -> tuple[Flip, ...]:
    """A candidate that goes under one id and comes back under its new one, to the same place, did not move."""
    kept = {(flip.thing, flip.subject): flip for flip in found}
    for (thing, subject), flip in list(kept.items()):
        again = kept.get((thing, moved.get(subject, "")))
        if flip.after is None and again is not None and again.before is None and again.after is flip.before:
            del kept[thing, subject], kept[thing, again.subject]
    return tuple(kept.values())


def _relations(knowledge: Knowledge, moved: Mapping[str, str]) -> set[Relation]:
    return {
        (moved.get(edge.origin, edge.origin), edge.relation, moved.get(edge.target, edge.target))
        for edge in knowledge.edges
    }


_ASIDE = frozenset({"facts", "edges", "comparisons", "id", "spot"})
"""Seen elsewhere, or no part of what is said."""


def _otherwise(before: Knowledge, after: Knowledge) -> tuple[str, ...]:
    found = []
    for thing in sorted(set(before.ids) & set(after.ids)):
        old, new = (each.records.get(thing) or each.properties.get(thing) for each in (before, after))
        if old != new and (_said(old, _ASIDE) != _said(new, _ASIDE) or _compared(old) != _compared(new)):
            found.append(thing)
    return tuple(found)


def _compared(thing: Record | Property | None) -> frozenset[Any]:
    """A subject's comparisons, whose order says nothing."""
    return frozenset(_said(thing.comparisons)) if isinstance(thing, Subject) else frozenset()


def _said(thing: Any, left_out: frozenset[str] = frozenset()) -> Any:
    """What a record says, without the places where it says it."""
    if isinstance(thing, Spot):
        return None
    if isinstance(thing, tuple):
        return tuple(_said(each) for each in thing)
    if is_dataclass(thing):
        return tuple(_said(getattr(thing, each.name)) for each in fields(thing) if each.name not in left_out)
    return thing
