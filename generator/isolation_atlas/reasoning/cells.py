"""What is known of one subject on one property, and how it is known."""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from datetime import date
from enum import Enum

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.records import Confidence, Fact
from isolation_atlas.knowledge.values import NotApplicable, Value
from isolation_atlas.reasoning.cell_values import CellValue, any_disjoint, covering, value_of


class State(Enum):
    """What a cell can be; no two are ever shown alike."""

    VALUE = "value"
    PARTIAL = "partial"
    DESCRIBED = "described"
    """Sources say something about it, but nothing that could be compared."""
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not applicable"
    UNVERIFIED = "unverified"
    """There is a value, and nobody has read it in its source."""
    DISPUTED = "disputed"
    """Sources give values that cannot all be right."""


class Origin(Enum):
    """Whose facts a cell rests on."""

    OWN = "own"
    INHERITED = "inherited"
    MEMBERS = "members"
    COMPOSED = "composed"
    """Of one subject inside another: the facts of both (see ``composition``)."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Cell:
    """Everything known of a subject on a property."""

    subject: str
    property: str
    state: State
    origin: Origin = Origin.NONE
    origins: tuple[str, ...] = ()
    """The families it is inherited from, or the members it ranges over."""
    value: CellValue | None = None
    facts: tuple[Fact, ...] = ()
    """Every fact with a bearing on it, those that decide the value first."""
    deciding: tuple[Fact, ...] = ()
    """The facts whose values it covers: the verified ones where there are any, else all."""
    last_verified: date | None = None
    confidence: Confidence | None = None

    @builtins.property
    def known(self) -> bool:
        """Whether there is a value to compare."""
        return self.value is not None


class Cells:
    """The cells of a body of knowledge, each worked out when it is first asked for."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._cells: dict[tuple[str, str], Cell] = {}
        self._own: dict[tuple[str, str], Cell] = {}
        self._verified: dict[str, bool] = {}

    def cell(self, subject: str, prop: str) -> Cell:
        """Return the cell of a subject and a property; raises KeyError if either is unknown."""
        key = (subject, prop)
        if key not in self._cells:
            self._cells[key] = self._work_out(subject, self.knowledge.properties[prop])
        return self._cells[key]

    def is_verified(self, fact: Fact) -> bool:
        """Return whether somebody read a fact in its source, or, of a rating, the facts of every cell it rests on."""
        if fact.id not in self._verified:
            self._verified[fact.id] = False  # a rating that rests on itself is not verified by that
            self._verified[fact.id] = bool(fact.evidence.verified) or self._reasons_verified(fact)
        return self._verified[fact.id]

    def _reasons_verified(self, fact: Fact) -> bool:
        reasons = [self.reason_facts(fact, reason) for reason in fact.evidence.because]
        return bool(reasons) and all(any(self.is_verified(each) for each in facts) for facts in reasons)

    def reason_facts(self, fact: Fact, reason: str) -> tuple[Fact, ...]:
        """Return the facts of a cell that a rating rests on (``property`` or ``subject/property``)."""
        subject, _, prop = reason.rpartition("/")
        return self.knowledge.facts_of(subject or fact.subject, prop)

    def _work_out(self, subject: str, prop: Property) -> Cell:
        record = self.knowledge.subjects[subject]
        if prop.applies_to and record.level not in prop.applies_to:
            return Cell(subject, prop.id, State.NOT_APPLICABLE)
        own = self._own_cell(subject, prop)
        if own.known or own.state is State.NOT_APPLICABLE:
            return own
        borrowed = self._inherited(subject, prop, own) if prop.inherited else None
        return borrowed or self._over_members(subject, prop, own) or own

    def _own_cell(self, subject: str, prop: Property) -> Cell:
        key = (subject, prop.id)
        if key not in self._own:
            self._own[key] = self._from_facts(subject, prop, self.knowledge.facts_of(subject, prop.id))
        return self._own[key]

    def _from_facts(self, subject: str, prop: Property, facts: tuple[Fact, ...]) -> Cell:
        if not facts:
            return Cell(subject, prop.id, State.UNKNOWN)
        valued = [fact for fact in facts if fact.value is not None]
        if not valued:
            latest, best = _latest(facts), _best(facts)
            return Cell(
                subject, prop.id, State.DESCRIBED, Origin.OWN, facts=facts, last_verified=latest, confidence=best
            )
        verified = [fact for fact in valued if self.is_verified(fact)]
        deciding = tuple(verified or valued)
        ordered = (*deciding, *(fact for fact in facts if fact not in deciding))
        latest, best = _latest(deciding), _best(deciding)
        compared = [fact for fact in deciding if not isinstance(fact.value, NotApplicable)]
        if not compared:
            state = State.NOT_APPLICABLE
            return Cell(subject, prop.id, state, Origin.OWN, (), None, ordered, deciding, latest, best)
        value = covering([value_of(fact.value, prop) for fact in compared if fact.value is not None])
        state = _state(value, prop, compared, bool(verified), len(compared) < len(deciding))
        return Cell(subject, prop.id, state, Origin.OWN, (), value, ordered, deciding, latest, best)

    def _inherited(self, subject: str, prop: Property, own: Cell) -> Cell | None:
        families: list[tuple[str, Cell]] = []
        frontier, seen = list(self.knowledge.families_of(subject)), {subject}
        while frontier and not families:
            following: list[str] = []
            for family in frontier:
                if family in seen or family not in self.knowledge.subjects:
                    continue
                seen.add(family)
                cell = self._own_cell(family, prop)
                if cell.known or cell.state is State.NOT_APPLICABLE:
                    families.append((family, cell))
                else:
                    following.extend(self.knowledge.families_of(family))
            frontier = following
        return self._joined(subject, prop, own, families, Origin.INHERITED)

    def _over_members(self, subject: str, prop: Property, own: Cell) -> Cell | None:
        members: list[tuple[str, Cell]] = []
        frontier, seen = list(self.knowledge.members_of(subject)), {subject}
        while frontier:
            member = frontier.pop(0)
            if member in seen:
                continue
            seen.add(member)
            cell = self._own_cell(member, prop)
            if cell.known:
                members.append((member, cell))
            frontier.extend(self.knowledge.members_of(member))
        return self._joined(subject, prop, own, members, Origin.MEMBERS)

    def _joined(
        self, subject: str, prop: Property, own: Cell, others: list[tuple[str, Cell]], origin: Origin
    ) -> Cell | None:
        if not others:
            return None
        facts = tuple(fact for _, cell in others for fact in cell.facts)
        deciding = tuple(fact for _, cell in others for fact in cell.deciding)
        values = [cell.value for _, cell in others if cell.value is not None]
        names = tuple(name for name, _ in others)
        whole = (*facts, *own.facts)
        value = covering(values) if values else None
        state = _joined_state(value, [cell for _, cell in others], origin) if value else State.NOT_APPLICABLE
        latest, best = _latest(deciding), _best(deciding)
        return Cell(subject, prop.id, state, origin, names, value, whole, deciding, latest, best)


def _state(value: CellValue, prop: Property, facts: list[Fact], verified: bool, partly_not_applicable: bool) -> State:
    if partly_not_applicable or _disagree(facts, prop):
        return State.DISPUTED
    if not verified:
        return State.UNVERIFIED
    return State.PARTIAL if _is_partial(value) else State.VALUE


def _joined_state(value: CellValue, cells: list[Cell], origin: Origin) -> State:
    known = [cell for cell in cells if cell.known]
    if origin is Origin.INHERITED and any(cell.state is State.DISPUTED for cell in known):
        return State.DISPUTED
    if all(cell.state is State.UNVERIFIED for cell in known):
        return State.UNVERIFIED
    return State.PARTIAL if _is_partial(value) else State.VALUE


def _is_partial(value: CellValue) -> bool:
    return value.sort is Sort.FLAG and (value.range.low, value.range.high) not in ((0, 0), (2, 2))


def _disagree(facts: list[Fact], prop: Property) -> bool:
    """Whether two facts in comparable circumstances have disjoint values (see ``docs/contributing/format.md``)."""
    if prop.sort is Sort.TEXT or prop.many:
        return False
    by_scope: dict[str, dict[Value, None]] = {}
    for fact in facts:
        if fact.value is not None and (fact.scope or prop.sort is not Sort.QUANTITY):
            by_scope.setdefault(fact.scope, {})[fact.value] = None
    return any(any_disjoint([value_of(value, prop) for value in values]) for values in by_scope.values())


def _latest(facts: tuple[Fact, ...]) -> date | None:
    return max((day for fact in facts for day in fact.evidence.verified), default=None)


_SURENESS = {Confidence.LOW: 0, Confidence.MEDIUM: 1, Confidence.HIGH: 2}


def _best(facts: tuple[Fact, ...]) -> Confidence | None:
    given = [fact.evidence.confidence for fact in facts if fact.evidence.confidence is not None]
    return max(given, key=_SURENESS.__getitem__, default=None)
