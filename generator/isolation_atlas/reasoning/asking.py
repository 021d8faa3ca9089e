"""What to find out next: the question that splits the survivors most, and the facts that could change the answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from isolation_atlas.knowledge.records import Question
from isolation_atlas.reasoning.ranking import Ranked
from isolation_atlas.reasoning.requirements import Assessment, Judge
from isolation_atlas.reasoning.sorting import Placed, Standing
from isolation_atlas.reasoning.truth import Truth, all_of


@dataclass(frozen=True, slots=True)
class Split:
    """What a question would do to the survivors."""

    question: str
    answers: tuple[AnswerEffect, ...]
    expected_left: float
    """How many survivors would be left on average, an answer being as likely as the share of them that it leaves.

    With every answer as likely as any other, a question with one rare and drastic answer would always come first.
    """


@dataclass(frozen=True, slots=True)
class AnswerEffect:
    """How many of the survivors an answer would leave."""

    answer: str
    fits: int
    may_fit: int

    @property
    def left(self) -> int:
        """How many would not be ruled out."""
        return self.fits + self.may_fit


@dataclass(frozen=True, slots=True)
class OpenFact:
    """A cell of which nothing decisive is known and which could change the answer."""

    subject: str
    property: str
    assessments: tuple[Assessment, ...]
    """The requirements that it keeps open; none where it only bears on the order."""
    alone: bool
    """Whether it alone keeps the candidate from being placed for certain."""


def next_questions(questions: Iterable[Question], survivors: Iterable[Placed], judge: Judge) -> tuple[Split, ...]:
    """Return the questions that would change something for the survivors, the one that leaves fewest on average first.

    Between questions that leave as many, the one with more verdicts settled comes first, then the first by id.
    """
    left = tuple(survivors)
    splits = [split for question in questions if (split := _split(question, left, judge))]
    return tuple(sorted(splits, key=_rank))


def open_facts(placed: Iterable[Placed], order: Iterable[Ranked]) -> tuple[OpenFact, ...]:
    """Return the cells that keep candidates from being placed, then those that could change the order.

    First the cells that alone decide a candidate, then the rest; within each in the order of the candidates.
    """
    deciding: list[OpenFact] = []
    for each in placed:
        if each.standing is Standing.MAY_FIT:
            open_cells: dict[str, list[Assessment]] = {}
            for assessment in each.of(Truth.UNCERTAIN):
                if assessment.cell is not None:
                    open_cells.setdefault(assessment.cell.property, []).append(assessment)
            alone = len(open_cells) == 1
            deciding.extend(OpenFact(each.subject, prop, tuple(found), alone) for prop, found in open_cells.items())
    ordering = [OpenFact(each.subject, prop, (), False) for each in order for prop in each.unknown]
    return (*sorted(deciding, key=lambda fact: not fact.alone), *ordering)


def _rank(split: Split) -> tuple[float, int, str]:
    return split.expected_left, sum(each.may_fit for each in split.answers), split.question


def _split(question: Question, survivors: tuple[Placed, ...], judge: Judge) -> Split | None:
    now = [all_of(each.truth for each in one.assessments) for one in survivors]
    effects: list[AnswerEffect] = []
    changed = False
    for answer in question.answers:
        after = [
            all_of((before, *(judge.assess(each, one.subject).truth for each in answer.requires)))
            for before, one in zip(now, survivors, strict=True)
        ]
        changed = changed or after != now
        effects.append(AnswerEffect(answer.id, after.count(Truth.MET), after.count(Truth.UNCERTAIN)))
    if not changed:
        return None
    whole = sum(each.left for each in effects)
    return Split(question.id, tuple(effects), sum(each.left * each.left for each in effects) / whole if whole else 0.0)
