"""Proof that a tree and the rules give the same outcome for every combination of answers.

At a leaf the answers along the way are given and those to all other questions are free. An answer can only lower a
candidate's standing, and the answer that lowers it least can be chosen for each question on its own; so a candidate
stands everywhere below the leaf as the leaf says exactly if its best and its worst over the free questions both do.
That covers every combination without listing them, and leaves none to chance.
"""

from __future__ import annotations

from dataclasses import dataclass

from isolation_atlas.knowledge.records import Tree
from isolation_atlas.reasoning.answer_space import AnswerSpace, Effect, intersection
from isolation_atlas.reasoning.requirements import Judge
from isolation_atlas.reasoning.trees import DecisionTree, Node, derive_tree, space_of


class TreeNotProvedError(ValueError):
    """A tree and the rules differ; the message names the first way on which they do."""


@dataclass(frozen=True, slots=True)
class TreeFault:
    """A way through a tree whose end differs from the rules."""

    path: tuple[tuple[str, str], ...]
    subject: str
    """The candidate that is placed otherwise, or empty where an answer leads nowhere or to several nodes."""


@dataclass(frozen=True, slots=True)
class TreeProof:
    """What the comparison of a tree with the rules covered and found."""

    combinations: int
    """How many combinations of answers were compared; all of them, where there is no fault."""
    ways: int
    faults: tuple[TreeFault, ...]

    @property
    def holds(self) -> bool:
        """Whether the tree agrees with the rules everywhere."""
        return not self.faults


def verify_tree(tree: DecisionTree, space: AnswerSpace) -> TreeProof:
    """Return whether a tree agrees with the rules, of which ``space`` has the effects (``trees.space_of``).

    A leaf with open questions must list everybody whom some answers to them would let fit or perhaps fit, and nobody
    else.
    """
    walk = _Walk(space)
    walk.follow(tree.root, space.everybody, (1 << len(space.questions)) - 1, (), space.combinations)
    return TreeProof(walk.combinations, walk.ways, tuple(walk.faults))


def derive_proved_tree(record: Tree, judge: Judge) -> tuple[DecisionTree, TreeProof]:
    """Return the tree that a record asks for with its proof; raises TreeNotProvedError and TreeTooLargeError."""
    tree = derive_tree(record, judge)
    return tree, require_proof(tree, space_of(record, judge))


def require_proof(tree: DecisionTree, space: AnswerSpace) -> TreeProof:
    """Return the proof that a tree agrees with the rules; raises TreeNotProvedError where it does not."""
    proof = verify_tree(tree, space)
    if not proof.holds:
        first = proof.faults[0]
        way = ", ".join(f"{question}: {answer}" for question, answer in first.path) or "the root"
        message = f"The tree {tree.id} and the rules differ over {first.subject or 'the answers offered'} at {way}."
        raise TreeNotProvedError(message)
    return proof


class _Walk:
    def __init__(self, space: AnswerSpace) -> None:
        self.space = space
        self.index = {question: index for index, question in enumerate(space.questions)}
        self._places = {subject: place for place, subject in enumerate(space.candidates)}
        self._claims: dict[int, Effect] = {}
        self._known_extremes: dict[int, tuple[Effect, Effect]] = {}
        self.combinations = 0
        self.ways = 0
        self.faults: list[TreeFault] = []

    def follow(self, node: Node, state: Effect, free: int, path: tuple[tuple[str, str], ...], covered: int) -> None:
        if node.leaf:
            self._compare(node, state, free, path)
            self.combinations += covered
            self.ways += 1
            return
        index = self.index.get(node.question, -1)
        offered = [answer for branch in node.branches for answer in branch.answers]
        if index < 0 or not free >> index & 1 or sorted(offered) != sorted(self.space.answers[index]):
            self.faults.append(TreeFault(path, ""))
            return
        effects = dict(zip(self.space.answers[index], self.space.effects[index], strict=True))
        for branch in node.branches:
            for answer in branch.answers:
                after, way = state & effects[answer], (*path, (node.question, answer))
                self.follow(branch.node, after, free & ~(1 << index), way, covered // len(effects))

    def _compare(self, node: Node, state: Effect, free: int, path: tuple[tuple[str, str], ...]) -> None:
        best, worst = self._extremes(free)
        best, worst, claimed = state & best, state & worst, self._claimed(node)
        wrong = (best.fits ^ claimed.fits) | (best.left ^ claimed.left)
        if not node.open_questions:
            wrong |= (worst.fits ^ claimed.fits) | (worst.left ^ claimed.left)
        self.faults.extend(TreeFault(path, subject) for subject in self.space.subjects(wrong))

    def _extremes(self, free: int) -> tuple[Effect, Effect]:
        if free not in self._known_extremes:
            unasked = [index for index in range(len(self.space.questions)) if free >> index & 1]
            best = intersection((self.space.best(index) for index in unasked), self.space.everybody)
            worst = intersection((self.space.worst(index) for index in unasked), self.space.everybody)
            self._known_extremes[free] = best, worst
        return self._known_extremes[free]

    def _claimed(self, node: Node) -> Effect:
        if id(node) not in self._claims:
            fits = self._bits(node.outcome.fits)
            self._claims[id(node)] = Effect(fits, fits | self._bits(node.outcome.may_fit))
        return self._claims[id(node)]

    def _bits(self, subjects: tuple[str, ...]) -> int:
        return sum(1 << self._places[subject] for subject in subjects)
