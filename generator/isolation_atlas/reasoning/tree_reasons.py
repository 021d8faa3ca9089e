"""Why a candidate is where a leaf puts it: the answers' requirements that decide, with their facts."""

from __future__ import annotations

from dataclasses import dataclass

from isolation_atlas.reasoning.requirements import Assessment, Judge
from isolation_atlas.reasoning.trees import DecisionTree, Leaf
from isolation_atlas.reasoning.truth import Truth


@dataclass(frozen=True, slots=True)
class LeafReason:
    """An answer that rules a candidate out, or leaves open whether it fits."""

    subject: str
    question: str
    answer: str
    asked: bool
    """Whether the question is on the way to the leaf; one that is not decides because all of its answers do."""
    assessments: tuple[Assessment, ...]


def ruling_out(leaf: Leaf, tree: DecisionTree, judge: Judge) -> tuple[LeafReason, ...]:
    """Return what rules out each candidate that a leaf rules out, in the candidates' order; everybody has a reason."""
    return tuple(
        reason
        for subject in leaf.node.outcome.ruled_out
        for reason in _reasons(subject, leaf, tree, judge, Truth.NOT_MET)
    )


def doubts(leaf: Leaf, tree: DecisionTree, judge: Judge) -> tuple[LeafReason, ...]:
    """Return what keeps it open whether those fit that a leaf lists as perhaps fitting, in the candidates' order."""
    return tuple(
        reason
        for subject in leaf.node.outcome.may_fit
        for reason in _reasons(subject, leaf, tree, judge, Truth.UNCERTAIN)
    )


def _reasons(subject: str, leaf: Leaf, tree: DecisionTree, judge: Judge, truth: Truth) -> list[LeafReason]:
    path = dict(leaf.path)
    found: list[LeafReason] = []
    for question_id in tree.questions:
        question = judge.knowledge.questions[question_id]
        asked = question_id in path
        considered = [answer for answer in question.answers if answer.id in path.get(question_id, (answer.id,))]
        reasons: list[LeafReason] = []
        for answer in considered:
            assessments = tuple(judge.assess(each, subject) for each in answer.requires)
            deciding = tuple(each for each in assessments if each.truth is truth)
            if deciding:
                reasons.append(LeafReason(subject, question_id, answer.id, asked, deciding))
        if asked or len(reasons) == len(considered):
            found.extend(reasons)
    return found
