"""A requirement against a cell: met, not met, or not to be confirmed, each with the reason.

A cell's facts are taken as they stand: unverified ones count, and the reason says so. Facts that disagree confirm
nothing unless each of them alone gives the same verdict. A range over a family's members confirms a requirement only
where every member that is known agrees. ``partial`` against a plain yes or no cannot be confirmed, since it is neither;
``>= partial`` or ``= partial | yes`` accept it. Where a property makes no sense, see ``limits.truth_of_nothing``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.records import Condition, Fact, Requirement
from isolation_atlas.knowledge.values import NotApplicable
from isolation_atlas.reasoning.cell_values import CellValue, value_of
from isolation_atlas.reasoning.cells import Cell, Cells, Origin, State
from isolation_atlas.reasoning.limits import (
    PARTIAL_RANK,
    Limit,
    limit_of,
    truth_of_nothing,
    truth_of_range,
    truth_of_terms,
    truth_of_text,
)
from isolation_atlas.reasoning.truth import Truth, agreement


class Why(Enum):
    """What decides a verdict, or keeps it open; the value is the code in data files."""

    VALUE = "value"
    """What is known agrees."""
    STRADDLES = "straddles"
    """Values on both sides of the limit are possible."""
    DISPUTED = "disputed"
    """Sources disagree, and the verdict depends on which is right."""
    UNKNOWN = "unknown"
    DESCRIBED = "described"
    """There are words about it, but nothing that could be compared."""
    PARTIAL = "partial"
    """It holds in part, which is neither yes nor no."""
    NOT_APPLICABLE = "not-applicable"
    UNREADABLE = "unreadable"
    """The requirement itself could not be understood."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The verdict of one requirement on one cell."""

    requirement: Requirement
    subject: str
    truth: Truth
    why: Why
    cell: Cell | None
    """None only where the requirement could not be understood."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that decide, or, where it is open, those with a bearing on it."""
        if self.cell is None:
            return ()
        return self.cell.deciding or self.cell.facts

    @property
    def unverified(self) -> bool:
        """Whether the verdict rests on facts that nobody has read in their source."""
        return self.cell is not None and self.cell.state is State.UNVERIFIED

    @property
    def borrowed(self) -> bool:
        """Whether the verdict rests on a family's or on members' facts, not on the subject's own."""
        return self.cell is not None and self.cell.origin in (Origin.INHERITED, Origin.MEMBERS)

    @property
    def id(self) -> str:
        """The verdict's address in data files: requirement, verdict and reason."""
        return f"{self.requirement.text}: {self.truth.word} ({self.why.value})"


class Judge:
    """Verdicts over one body of knowledge, each worked out when it is first asked for."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self.knowledge = cells.knowledge
        self._limits: dict[str, Limit] = {}
        self._verdicts: dict[tuple[str, str], tuple[Truth, Why]] = {}
        self._assessments: dict[tuple[int, str], Assessment] = {}

    def assess(self, requirement: Requirement, subject: str) -> Assessment:
        """Return the verdict of a requirement on a subject; raises KeyError for an unknown subject."""
        key = (id(requirement), subject)  # stays this requirement's, since what is kept holds it
        if key not in self._assessments:
            self._assessments[key] = self._assess(requirement, subject)
        return self._assessments[key]

    def _assess(self, requirement: Requirement, subject: str) -> Assessment:
        condition = requirement.condition
        if condition is None:
            return Assessment(requirement, subject, Truth.UNCERTAIN, Why.UNREADABLE, None)
        cell = self.cells.cell(subject, condition.property)
        key = (requirement.text, subject)
        if key not in self._verdicts:
            self._verdicts[key] = self._verdict(condition, cell)
        return Assessment(requirement, subject, *self._verdicts[key], cell)

    def _verdict(self, condition: Condition, cell: Cell) -> tuple[Truth, Why]:
        text, prop = str(condition), self.knowledge.properties[condition.property]
        if text not in self._limits:
            self._limits[text] = limit_of(condition, prop)
        return judge_cell(self._limits[text], cell, prop)


def assess(requirement: Requirement, subject: str, cells: Cells) -> Assessment:
    """Return the verdict of one requirement on one subject; for many, keep a ``Judge``."""
    return Judge(cells).assess(requirement, subject)


def judge_cell(limit: Limit, cell: Cell, prop: Property) -> tuple[Truth, Why]:
    """Return the verdict of a limit on a cell of its property, and what decides it or keeps it open."""
    if cell.state is State.NOT_APPLICABLE:
        return truth_of_nothing(limit), Why.NOT_APPLICABLE
    if cell.value is None:
        return Truth.UNCERTAIN, Why.DESCRIBED if cell.state is State.DESCRIBED else Why.UNKNOWN
    if cell.state is State.DISPUTED:
        truth = agreement(_truth_of_fact(limit, fact, prop) for fact in cell.deciding)
        return truth, Why.DISPUTED if truth is Truth.UNCERTAIN else Why.VALUE
    truth = _truth_of_value(limit, cell, prop)
    return truth, _why_open(cell.value) if truth is Truth.UNCERTAIN else Why.VALUE


def _truth_of_value(limit: Limit, cell: Cell, prop: Property) -> Truth:
    if prop.sort is Sort.TERM and prop.many and cell.origin is Origin.MEMBERS:
        return agreement(truth_of_terms(limit, terms) for terms in _terms_by_subject(cell, prop))
    if prop.sort is Sort.TEXT:
        return agreement(_truth_of_fact(limit, fact, prop) for fact in cell.deciding)
    return _truth(limit, cell.value) if cell.value else Truth.UNCERTAIN


def _terms_by_subject(cell: Cell, prop: Property) -> list[tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for fact in cell.deciding:
        if fact.value is not None:
            found[fact.subject] = (*found.get(fact.subject, ()), *value_of(fact.value, prop).terms)
    return list(found.values())


def _truth_of_fact(limit: Limit, fact: Fact, prop: Property) -> Truth:
    if fact.value is None or isinstance(fact.value, NotApplicable):
        return truth_of_nothing(limit)
    return _truth(limit, value_of(fact.value, prop))


def _truth(limit: Limit, value: CellValue) -> Truth:
    if value.sort is Sort.TERM:
        return truth_of_terms(limit, value.terms)
    if value.sort is Sort.TEXT:
        return truth_of_text(limit, value.text)
    return truth_of_range(limit, value.range)


def _why_open(value: CellValue) -> Why:
    if value.sort is Sort.TEXT:
        return Why.DESCRIBED
    if value.sort is Sort.FLAG and value.range.low == value.range.high == PARTIAL_RANK:
        return Why.PARTIAL
    return Why.STRADDLES
