"""How much is known of which family on which property, and what would be worth finding out."""

from __future__ import annotations

import builtins
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.reasoning.cells import Cells, Origin, State
from isolation_atlas.reasoning.profiles import Demand, Situation, UnknownNameError, collect
from isolation_atlas.reasoning.requirements import Judge
from isolation_atlas.reasoning.scenarios import situation_of
from isolation_atlas.reasoning.selection import choosable_subjects, members_below
from isolation_atlas.reasoning.sorting import Standing, place
from isolation_atlas.reasoning.truth import Truth


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many members of a family have facts of their own on a property."""

    family: str
    property: str
    members: int
    """Members for which the property makes sense."""
    own: int
    """Members with a value from facts of their own."""
    verified: int
    """Members whose own value somebody has read in its source."""

    @builtins.property
    def share(self) -> float:
        """The share of members with a value of their own, from 0 to 1; 1 where the property makes sense for none."""
        return self.own / self.members if self.members else 1.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A cell that is not known well enough, and whom knowing it would help."""

    subject: str
    property: str
    decides: tuple[str, ...]
    """Needs and scenarios for which this cell alone keeps it open whether the subject fits."""
    bears_on: tuple[str, ...]
    """Needs and scenarios for which other cells keep it open too."""


def families(cells: Cells) -> tuple[str, ...]:
    """Return the subjects that have members, by id."""
    return tuple(sorted(subject for subject in cells.knowledge.subjects if cells.knowledge.members_of(subject)))


def coverage(cells: Cells) -> tuple[Coverage, ...]:
    """Return the coverage of every family and property, by family, then property."""
    return tuple(
        _covered(family, members_below(cells.knowledge, family), prop, cells)
        for family in families(cells)
        for prop in cells.knowledge.properties
    )


def wanted(judge: Judge) -> tuple[Wanted, ...]:
    """Return the cells worth finding out, those that decide most needs and scenarios first, then by subject.

    All choosable subjects are candidates of every need and scenario; whom another requirement rules out needs nothing.
    """
    decides: dict[tuple[str, str], list[str]] = defaultdict(list)
    bears_on: dict[tuple[str, str], list[str]] = defaultdict(list)
    subjects = choosable_subjects(judge.knowledge)
    for name, demands in _situations(judge):
        for subject, properties in _open_properties(subjects, demands, judge):
            for prop in properties:
                (decides if len(properties) == 1 else bears_on)[subject, prop].append(name)
    found = [Wanted(*cell, tuple(decides[cell]), tuple(bears_on[cell])) for cell in {*decides, *bears_on}]
    return tuple(sorted(found, key=lambda one: (-len(one.decides), -len(one.bears_on), one.subject, one.property)))


def _covered(family: str, members: tuple[str, ...], prop: str, cells: Cells) -> Coverage:
    found = [cells.cell(member, prop) for member in members]
    sensible = [cell for cell in found if cell.state is not State.NOT_APPLICABLE]
    own = [cell for cell in sensible if cell.known and cell.origin is Origin.OWN]
    verified = sum(1 for cell in own if cell.state is not State.UNVERIFIED)
    return Coverage(family, prop, len(sensible), len(own), verified)


def _situations(judge: Judge) -> Iterator[tuple[str, tuple[Demand, ...]]]:
    knowledge = judge.knowledge
    situations = {key: Situation(need=key) for key in sorted(knowledge.needs)}
    situations.update((key, situation_of(knowledge.scenarios[key])) for key in sorted(knowledge.scenarios))
    for name, situation in situations.items():
        try:
            yield name, collect(knowledge, situation).demands
        except UnknownNameError:
            continue  # reported as a reference to nothing


def _open_properties(
    subjects: tuple[str, ...], demands: tuple[Demand, ...], judge: Judge
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for subject in subjects:
        placed = place(subject, demands, judge)
        if placed.standing is Standing.MAY_FIT:
            cells = [each.cell for each in placed.of(Truth.UNCERTAIN)]
            yield subject, tuple(dict.fromkeys(cell.property for cell in cells if cell))
