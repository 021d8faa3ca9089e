"""What is asked for, as it is written on a command line."""

from __future__ import annotations

import argparse
import re

from isolation_atlas.cli.faults import UserFault, unknown
from isolation_atlas.cli.selecting import selections_of
from isolation_atlas.knowledge.conditions import parse_condition
from isolation_atlas.knowledge.findings import NOWHERE
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.records import Evidence, Requirement
from isolation_atlas.knowledge.value_grammar import NotAValueError
from isolation_atlas.reasoning.profiles import Situation
from isolation_atlas.reasoning.selection import select_subjects

_AND = re.compile(r"\s+and\s+|\s*;\s*")


def situation_of(options: argparse.Namespace, knowledge: Knowledge) -> Situation:
    """Return the situation that the options describe.

    Raises:
        UserFault: a name is unknown, or a requirement cannot be understood.
    """
    need = options.need or ""
    if need and need not in knowledge.needs:
        raise unknown("need", need, knowledge.needs, f"Choose one of {', '.join(knowledge.needs)}.")
    requires = tuple(each for text in options.require for each in requirements_of(text, knowledge))
    prefers = tuple(_property(name, knowledge) for text in options.prefer for name in text.split(","))
    answers = tuple(_answer(text, knowledge) for text in options.answer)
    if len({question for question, _ in answers}) < len(answers):
        raise UserFault("A question is answered twice.", "Give one answer to each.")
    among = select_subjects(knowledge, selections_of(options.among, knowledge)) if options.among else ()
    if options.among and not among:
        raise UserFault("Nothing that can be chosen is selected.", "Widen --among.")
    return Situation(need, answers, requires, prefers, among)


def requirements_of(text: str, knowledge: Knowledge) -> tuple[Requirement, ...]:
    """Return the requirements of a text in which several are joined by ``and``; raises UserFault."""
    return tuple(_requirement(part, knowledge) for part in _AND.split(text.strip()))


def _requirement(text: str, knowledge: Knowledge) -> Requirement:
    try:
        condition = parse_condition(text, knowledge.properties)
    except NotAValueError as error:
        raise UserFault(f"In {text!r}: {error.message} Expected: {error.expected}.", error.fix) from error
    return Requirement(text, condition, Evidence(NOWHERE))


def _property(name: str, knowledge: Knowledge) -> str:
    if name.strip() not in knowledge.properties:
        raise unknown("property", name.strip(), knowledge.properties, "Run: atlas stats")
    return name.strip()


def _answer(text: str, knowledge: Knowledge) -> tuple[str, str]:
    question_id, equals, answer_id = text.partition("=")
    question = knowledge.questions.get(question_id)
    if not equals:
        raise UserFault(f"{text!r} is no answer.", "Write --answer QUESTION=ANSWER.")
    if question is None:
        raise unknown("question", question_id, knowledge.questions, f"There are {', '.join(knowledge.questions)}.")
    known = [answer.id for answer in question.answers]
    if answer_id not in known:
        raise unknown(f"answer to {question_id}", answer_id, known, f"Choose one of {', '.join(known)}.")
    return question_id, answer_id
