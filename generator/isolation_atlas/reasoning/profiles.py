"""What is asked for in a situation: the requirements and priorities of a need, of answers, and of the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.nearest import did_you_mean
from isolation_atlas.knowledge.records import Preference, Requirement


class Voice(Enum):
    """Who asks for something."""

    NEED = "need"
    ANSWER = "answer"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Raiser:
    """Where a requirement or priority comes from: a need, the answer to a question, or the reader."""

    voice: Voice
    thing: str = ""
    """The need's or the question's id."""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """What a reader has said so far."""

    need: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    """Question and answer; a question that is skipped is left out and requires nothing."""
    requires: tuple[Requirement, ...] = ()
    prefers: tuple[str, ...] = ()
    """Properties, the most important first; they come before those of the need and the answers."""
    candidates: tuple[str, ...] = ()
    """Subjects to choose from; empty means all that the ontology declares choosable."""


@dataclass(frozen=True, slots=True)
class Demand:
    """A requirement with everybody who raised it."""

    requirement: Requirement
    raised_by: tuple[Raiser, ...]


@dataclass(frozen=True, slots=True)
class Priority:
    """A property that should be as good as possible, with everybody who asked for it."""

    property: str
    raised_by: tuple[Raiser, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything that is asked for: demands in the order need, answers, reader; priorities reader, need, answers."""

    demands: tuple[Demand, ...]
    priorities: tuple[Priority, ...]


class UnknownNameError(ValueError):
    """A situation names a need, question or answer that does not exist; the message offers near names."""


def collect(knowledge: Knowledge, situation: Situation) -> Profile:
    """Return what a situation asks for, each requirement and priority once; raises UnknownNameError."""
    demands: dict[str, Demand] = {}
    priorities: dict[str, Priority] = {}
    own = Raiser(Voice.READER)
    _prefer(priorities, situation.prefers, own)
    for raiser, requires, prefers in _raised(knowledge, situation):
        _require(demands, requires, raiser)
        _prefer(priorities, (each.property for each in prefers), raiser)
    _require(demands, situation.requires, own)
    return Profile(tuple(demands.values()), tuple(priorities.values()))


def _raised(
    knowledge: Knowledge, situation: Situation
) -> Iterator[tuple[Raiser, tuple[Requirement, ...], tuple[Preference, ...]]]:
    if situation.need:
        need = knowledge.needs[_known(situation.need, knowledge.needs, "need")]
        yield Raiser(Voice.NEED, need.id), need.requires, need.prefers
    for question_id, answer_id in situation.answers:
        question = knowledge.questions[_known(question_id, knowledge.questions, "question")]
        answers = {answer.id: answer for answer in question.answers}
        answer = answers[_known(answer_id, answers, f"answer to {question_id}")]
        yield Raiser(Voice.ANSWER, question_id, answer_id), answer.requires, answer.prefers


def _known(name: str, names: Mapping[str, object], what: str) -> str:
    if name not in names:
        hint = did_you_mean(name, names)
        message = f"There is no {what} {name!r}. {hint}".rstrip()
        raise UnknownNameError(message)
    return name


def _require(demands: dict[str, Demand], requires: Iterable[Requirement], raiser: Raiser) -> None:
    for requirement in requires:
        key = str(requirement.condition) if requirement.condition else requirement.text
        known = demands.get(key)
        demands[key] = replace(known, raised_by=(*known.raised_by, raiser)) if known else Demand(requirement, (raiser,))


def _prefer(priorities: dict[str, Priority], properties: Iterable[str], raiser: Raiser) -> None:
    for prop in properties:
        known = priorities.get(prop)
        priorities[prop] = replace(known, raised_by=(*known.raised_by, raiser)) if known else Priority(prop, (raiser,))
