"""What every answer to every question does to every candidate, as sets of bits.

A state is two sets of candidates: those that all answers so far let fit, and those that none of them rules out. An
answer narrows both, so the state after some answers is the intersection of their effects, whatever their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from isolation_atlas.knowledge.records import Answer, Question
from isolation_atlas.reasoning.requirements import Judge
from isolation_atlas.reasoning.truth import Truth, all_of


@dataclass(frozen=True, slots=True)
class Effect:
    """The candidates that an answer lets fit, and those that it does not rule out; bit i is candidate i."""

    fits: int
    left: int

    def __and__(self, other: Effect) -> Effect:
        return Effect(self.fits & other.fits, self.left & other.left)

    def __or__(self, other: Effect) -> Effect:
        return Effect(self.fits | other.fits, self.left | other.left)


@dataclass(frozen=True, slots=True)
class AnswerSpace:
    """The questions of a tree, their answers' effects, and the candidates."""

    candidates: tuple[str, ...]
    questions: tuple[str, ...]
    answers: tuple[tuple[str, ...], ...]
    effects: tuple[tuple[Effect, ...], ...]

    @property
    def everybody(self) -> Effect:
        """The state before any answer: nobody ruled out."""
        whole = (1 << len(self.candidates)) - 1
        return Effect(whole, whole)

    @property
    def combinations(self) -> int:
        """How many ways there are to answer every question."""
        product = 1
        for answers in self.answers:
            product *= len(answers)
        return product

    def best(self, question: int) -> Effect:
        """Return the most that any answer to a question leaves, candidate by candidate."""
        return _union(self.effects[question])

    def worst(self, question: int) -> Effect:
        """Return what every answer to a question leaves."""
        return intersection(self.effects[question], self.everybody)

    def subjects(self, bits: int) -> tuple[str, ...]:
        """Return the candidates of a set of bits, in order."""
        return tuple(subject for index, subject in enumerate(self.candidates) if bits >> index & 1)


def answer_space(candidates: Sequence[str], questions: Iterable[Question], judge: Judge) -> AnswerSpace:
    """Return what the answers do to the candidates; questions without answers are left out."""
    asked = [question for question in questions if question.answers]
    return AnswerSpace(
        tuple(candidates),
        tuple(question.id for question in asked),
        tuple(tuple(answer.id for answer in question.answers) for question in asked),
        tuple(tuple(_effect(answer, candidates, judge) for answer in question.answers) for question in asked),
    )


def intersection(effects: Iterable[Effect], start: Effect) -> Effect:
    """Return what all effects leave of a state."""
    for effect in effects:
        start = start & effect
    return start


def _union(effects: Iterable[Effect]) -> Effect:
    found = Effect(0, 0)
    for effect in effects:
        found = found | effect
    return found


def _effect(answer: Answer, candidates: Sequence[str], judge: Judge) -> Effect:
    fits = left = 0
    for index, subject in enumerate(candidates):
        truth = all_of(judge.assess(requirement, subject).truth for requirement in answer.requires)
        fits |= (truth is Truth.MET) << index
        left |= (truth is not Truth.NOT_MET) << index
    return Effect(fits, left)
