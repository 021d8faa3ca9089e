"""The things of the knowledge graph, as typed, frozen records.

What a record is about is decided by the role of its kind (see ``ontology.Role``); what kinds are called, and what they
stand for in a field of knowledge, is the ontology's business.
"""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from datetime import date
from enum import Enum

from isolation_atlas.knowledge.findings import NOWHERE, Spot
from isolation_atlas.knowledge.values import Value


class Confidence(Enum):
    """How sure we are that the source says this and is right; the reason stands in the context where it is not high."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim and where it comes from: a source with a place in it, or other cells (``because``)."""

    spot: Spot
    claim: str = ""
    context: str = ""
    source: str = ""
    locator: str = ""
    confidence: Confidence | None = None
    verified: tuple[date, ...] = ()
    """Days on which somebody read the claim in its source, oldest first; empty means unverified."""
    because: tuple[str, ...] = ()
    """Cells that a rating rests on: ``property`` of the same subject, or ``subject/property``."""

    @property
    def last_verified(self) -> date | None:
        """The latest day of reading, or None if nobody has read it."""
        return self.verified[-1] if self.verified else None


def adds_nothing(one: Evidence, other: Evidence) -> bool:
    """Return whether everything that one piece of evidence states is stated by another in the same words."""
    texts = all(getattr(one, name) in ("", None, getattr(other, name)) for name in _STATED)
    return texts and set(one.verified) <= set(other.verified) and set(one.because) <= set(other.because)


_STATED = ("claim", "context", "source", "locator", "confidence")


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement about one subject on one property."""

    subject: str
    property: str
    number: int
    """Position among the facts of the same subject and property, from 1."""
    evidence: Evidence
    value: Value | None = None
    scope: str = ""

    @builtins.property
    def id(self) -> str:
        """The fact's address, ``subject/property/number``."""
        return f"{self.subject}/{self.property}/{self.number}"


class Verdict(Enum):
    """How a subject compares with another on a property."""

    BETTER = "better-than"
    WORSE = "worse-than"
    SIMILAR = "similar-to"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A source's statement that a subject is better, worse or similar on a property than another."""

    subject: str
    property: str
    verdict: Verdict
    other: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Edge:
    """A typed relation from one thing to another."""

    relation: str
    origin: str
    target: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer under a subject, from the bottom up."""

    name: str
    shared: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """``property operator value``; several values are alternatives."""

    property: str
    operator: str
    values: tuple[Value, ...]

    def __str__(self) -> str:
        return f"{self.property} {self.operator} {' | '.join(str(value) for value in self.values)}"


@dataclass(frozen=True, slots=True)
class Requirement:
    """A condition that must hold, and why."""

    text: str
    condition: Condition | None
    """None where the text could not be understood; a finding says why."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Preference:
    """A property that should be as good as possible, and why."""

    property: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Record:
    """What every thing has."""

    id: str
    kind: str
    name: str
    spot: Spot
    summary: str = ""
    aliases: tuple[str, ...] = ()
    edges: tuple[Edge, ...] = ()
    statements: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject(Record):
    """Something that facts are about and that can be compared."""

    level: str = ""
    homepage: str = ""
    stack: tuple[Layer, ...] = ()
    boundary: str = ""
    facts: tuple[Fact, ...] = ()
    comparisons: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True)
class Need(Record):
    """What has to be served: hard requirements, and preferences with the most important first."""

    requires: tuple[Requirement, ...] = ()
    prefers: tuple[Preference, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic(Record):
    """Something with a page and relations; its further fields are declared by the ontology."""

    fields: tuple[tuple[str, str], ...] = ()

    def field(self, name: str) -> str:
        """Return a declared field's text, empty where it is not given."""
        return dict(self.fields).get(name, "")


@dataclass(frozen=True, slots=True)
class Tradeoff(Record):
    """Two properties that are said to pull against each other."""

    between: tuple[str, ...] = ()
    mechanism: str = ""
    eased_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question and what it asks for."""

    id: str
    says: str
    requires: tuple[Requirement, ...]
    prefers: tuple[Preference, ...]
    spot: Spot


@dataclass(frozen=True, slots=True)
class Question(Record):
    """What the guide asks."""

    asks: str = ""
    why: str = ""
    answers: tuple[Answer, ...] = ()

    def answer(self, answer_id: str) -> Answer | None:
        """Return the answer of that id, or None."""
        return next((answer for answer in self.answers if answer.id == answer_id), None)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a scenario's outcome must contain; each list is a minimum."""

    fits: tuple[str, ...] = ()
    may_fit: tuple[str, ...] = ()
    ruled_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario(Record):
    """Answered questions with the expected outcome."""

    need: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    requires: tuple[Requirement, ...] = ()
    expect: Expectation = Expectation()


@dataclass(frozen=True, slots=True)
class Selection:
    """Which things: one by id, or all of a kind, level or family."""

    id: str = ""
    kind: str = ""
    level: str = ""
    is_a: str = ""
    group: str = ""
    spot: Spot = NOWHERE


@dataclass(frozen=True, slots=True)
class Tree(Record):
    """A published decision tree: which questions, over which candidates, how deep at most."""

    candidates: tuple[Selection, ...] = ()
    questions: tuple[str, ...] = ()
    depth: int = 0
    """0 means no limit."""


@dataclass(frozen=True, slots=True)
class Matrix(Record):
    """A published comparison: rows, and columns of properties or of related things."""

    rows: tuple[Selection, ...] = ()
    columns: tuple[Selection, ...] = ()
    relations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source(Record):
    """Where facts come from; ``name`` is its title."""

    by: str = ""
    date: str = ""
    type: str = ""
    url: str = ""
    note: str = ""
