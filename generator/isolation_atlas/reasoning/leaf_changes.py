"""Which candidates stand elsewhere at the leaves of a tree, and which verdicts on its answers brought that about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from isolation_atlas.knowledge.records import Answer, Tree
from isolation_atlas.reasoning.requirements import Assessment, Judge
from isolation_atlas.reasoning.sorting import Standing, standing_of
from isolation_atlas.reasoning.trees import DecisionTree, Leaf, TreeTooLargeError, derive_tree, leaves_of

Verdicts = tuple[tuple[Assessment | None, Assessment | None], ...]
_WORST = (Standing.RULED_OUT, Standing.MAY_FIT, Standing.FITS)


@dataclass(frozen=True, slots=True)
class LeafChange:
    """A candidate that answers which led to a leaf put elsewhere now."""

    tree: str
    path: tuple[tuple[str, tuple[str, ...]], ...]
    subject: str
    before: Standing
    after: tuple[Standing, ...]
    """Several where answers that led to one leaf now lead to different outcomes."""
    verdicts: Verdicts


@dataclass(frozen=True, slots=True)
class LeafChanges:
    """What became of a tree's leaves."""

    tree: str
    leaves: int
    """How many there were."""
    changes: tuple[LeafChange, ...]
    reshaped: bool
    """Whether its questions, answers or candidates are others, so that leaves cannot be told apart one by one."""


def leaf_changes(before: Judge, after: Judge) -> tuple[LeafChanges, ...]:
    """Return, for every tree of both states of which anything differs, what became of its leaves, by id."""
    found = []
    for tree_id in sorted(set(before.knowledge.trees) & set(after.knowledge.trees)):
        try:
            old = derive_tree(before.knowledge.trees[tree_id], before)
            new = derive_tree(after.knowledge.trees[tree_id], after)
        except TreeTooLargeError:
            continue  # the check says so
        reshaped = _shape(old, before) != _shape(new, after)
        changes = () if reshaped else tuple(_Comparing(old, before, after).changes())
        if reshaped or changes:
            found.append(LeafChanges(tree_id, sum(1 for _ in leaves_of(old)), changes, reshaped))
    return tuple(found)


def _shape(tree: DecisionTree, judge: Judge) -> object:
    answers = [tuple(answer.id for answer in judge.knowledge.questions[each].answers) for each in tree.questions]
    record: Tree = judge.knowledge.trees[tree.id]
    return sorted(tree.candidates), tree.questions, answers, record.depth


class _Comparing:
    def __init__(self, tree: DecisionTree, before: Judge, after: Judge) -> None:
        self.tree = tree
        self.judges = before, after
        self.differing = {
            subject
            for subject in tree.candidates
            for question in tree.questions
            if self._standings(question, subject, before) != self._standings(question, subject, after)
        }

    def changes(self) -> Iterator[LeafChange]:
        for leaf in leaves_of(self.tree) if self.differing else ():
            outcome = leaf.node.outcome
            lists = ((Standing.FITS, outcome.fits), (Standing.MAY_FIT, outcome.may_fit))
            for standing, subjects in (*lists, (Standing.RULED_OUT, outcome.ruled_out)):
                for subject in subjects:
                    after = self._after(leaf, subject) if subject in self.differing else (standing,)
                    if after != (standing,):
                        verdicts = tuple(self._verdicts(leaf, subject))
                        yield LeafChange(self.tree.id, leaf.path, subject, standing, after, verdicts)

    def _after(self, leaf: Leaf, subject: str) -> tuple[Standing, ...]:
        """A question that is not asked on the way counts by its mildest answer, as at a node of the tree itself."""
        path, judge = dict(leaf.path), self.judges[1]
        possible: list[set[Standing]] = []
        for question in self.tree.questions:
            by_answer = self._standings(question, subject, judge)
            asked = path.get(question)
            mildest = max(by_answer.values(), key=_WORST.index, default=Standing.FITS)
            possible.append({by_answer[answer] for answer in asked} if asked else {mildest})
        found = {min(each, key=_WORST.index) for each in product(*possible)}
        return tuple(sorted(found, key=_WORST.index, reverse=True))

    def _standings(self, question: str, subject: str, judge: Judge) -> dict[str, Standing]:
        answers: Iterable[Answer] = judge.knowledge.questions[question].answers
        return {each.id: standing_of(judge.assess(asked, subject) for asked in each.requires) for each in answers}

    def _verdicts(self, leaf: Leaf, subject: str) -> Iterator[tuple[Assessment | None, Assessment | None]]:
        path = dict(leaf.path)
        for question in self.tree.questions:
            sides = [self._assessments(question, path.get(question), subject, judge) for judge in self.judges]
            for text in dict.fromkeys((*sides[0], *sides[1])):
                old, new = sides[0].get(text), sides[1].get(text)
                if old is None or new is None or old.truth is not new.truth:
                    yield old, new

    def _assessments(
        self, question: str, asked: tuple[str, ...] | None, subject: str, judge: Judge
    ) -> dict[str, Assessment]:
        answers = judge.knowledge.questions[question].answers
        chosen = [answer for answer in answers if asked is None or answer.id in asked]
        return {each.text: judge.assess(each, subject) for answer in chosen for each in answer.requires}
