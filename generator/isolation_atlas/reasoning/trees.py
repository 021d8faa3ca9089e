"""Decision trees, derived from questions and facts.

The outcome of a full set of answers is who fits, who may and who is ruled out by the answers' requirements;
priorities of answers do not bear on it. A question is asked only where some answer to it could still change the
outcome. At each node a reader who cannot answer may stop: its outcome lists whom no answer so far, and not every
answer to a question left, rules out. A question that is skipped requires nothing; the guide, unlike a drawn tree,
goes on asking after one. Under a limit of depth a leaf may name questions that would still change its outcome.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.knowledge.records import Tree
from isolation_atlas.reasoning.answer_space import AnswerSpace, Effect, answer_space
from isolation_atlas.reasoning.requirements import Judge
from isolation_atlas.reasoning.selection import select_subjects
from isolation_atlas.reasoning.tree_bounds import in_given_order, least_questions
from isolation_atlas.reasoning.tree_search import STEPS, TreeSearch
from isolation_atlas.reasoning.tree_states import Settled, bits

MOST_NODES = 10_000


class TreeTooLargeError(ValueError):
    """A tree would have more nodes than anybody could read; the message says what to limit."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who fits, who may, and who is ruled out, each in the order of the tree's candidates."""

    fits: tuple[str, ...]
    may_fit: tuple[str, ...]
    ruled_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """The answers that lead to the same node."""

    answers: tuple[str, ...]
    node: Node


@dataclass(frozen=True, slots=True)
class Node:
    """A question with its branches, or a leaf; several branches of a tree may share a node."""

    outcome: Outcome
    question: str = ""
    branches: tuple[Branch, ...] = ()
    open_questions: tuple[str, ...] = ()
    """At a leaf, the questions that would still change the outcome; empty unless the tree's depth is limited."""

    @property
    def leaf(self) -> bool:
        """Whether nothing more is asked here."""
        return not self.branches


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf with the way that leads to it."""

    path: tuple[tuple[str, tuple[str, ...]], ...]
    """Question and the answers that lead on, from the root."""
    node: Node


@dataclass(frozen=True, slots=True)
class Unreachable:
    """A candidate that no answers lead to, and the question every answer of which rules it out."""

    subject: str
    question: str


@dataclass(frozen=True, slots=True)
class TreeReport:
    """How large a tree is, and how good."""

    inner: int
    leaves: int
    unsettled_leaves: int
    depth: int
    expected: float
    """Questions on average, every answer being as likely as any other."""
    in_given_order: float
    """Questions on average if those that matter were asked in the order of the file."""
    least: float
    """No tree with the same outcomes asks fewer on average than this; 0 under a limit of depth."""
    exact: bool
    """Whether the tree is proved best: no other asks fewer, or under a limit of depth settles more."""
    combinations: int


@dataclass(frozen=True, slots=True)
class DecisionTree:
    """A derived tree."""

    id: str
    candidates: tuple[str, ...]
    questions: tuple[str, ...]
    root: Node
    unreachable: tuple[Unreachable, ...]
    report: TreeReport


def derive_tree(record: Tree, judge: Judge, steps: int = STEPS) -> DecisionTree:
    """Return the tree that a record asks for; raises TreeTooLargeError.

    Unknown candidates and questions are left out, for a check of references to report.
    """
    space = space_of(record, judge)
    search = TreeSearch(space, record.depth, steps)
    root = _Growing(search).node(search.states.start(), search.depth)
    report = _report(root, space, search)
    return DecisionTree(record.id, space.candidates, space.questions, root, _unreachable(space), report)


def space_of(record: Tree, judge: Judge) -> AnswerSpace:
    """Return what the answers of a tree's questions do to its candidates."""
    known = judge.knowledge.questions
    questions = [known[question] for question in dict.fromkeys(record.questions) if question in known]
    return answer_space(select_subjects(judge.knowledge, record.candidates), questions, judge)


def leaves_of(tree: DecisionTree) -> Iterator[Leaf]:
    """Yield every leaf with its path, in the order of questions' answers."""
    yield from _leaves(tree.root, ())


def _leaves(node: Node, path: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[Leaf]:
    if node.leaf:
        yield Leaf(path, node)
    for branch in node.branches:
        yield from _leaves(branch.node, (*path, (node.question, branch.answers)))


class _Growing:
    def __init__(self, search: TreeSearch) -> None:
        self.search = search
        self.space = search.states.space
        self._nodes: dict[tuple[Settled, int], Node] = {}

    def node(self, settled: Settled, left: int) -> Node:
        key = (settled, left if self.search.limited else 0)
        if key not in self._nodes:
            if len(self._nodes) >= MOST_NODES:
                message = f"The tree has more than {MOST_NODES} nodes; limit its depth, questions or candidates."
                raise TreeTooLargeError(message)
            self._nodes[key] = self._grow(settled, left)
        return self._nodes[key]

    def _grow(self, settled: Settled, left: int) -> Node:
        outcome = _outcome(self.space, settled.state)
        if not settled.questions or not left:
            return Node(outcome, open_questions=tuple(self.space.questions[each] for each in bits(settled.questions)))
        question = self.search.question(settled, left)
        grouped: dict[int, tuple[Node, list[str]]] = {}
        after = self.search.states.answered(settled, question)
        for answer, following in zip(self.space.answers[question], after, strict=True):
            node = self.node(following, left - 1)
            grouped.setdefault(id(node), (node, []))[1].append(answer)
        branches = tuple(Branch(tuple(answers), node) for node, answers in grouped.values())
        return Node(outcome, self.space.questions[question], branches)


def _outcome(space: AnswerSpace, state: Effect) -> Outcome:
    return Outcome(
        space.subjects(state.fits),
        space.subjects(state.left & ~state.fits),
        space.subjects(space.everybody.left & ~state.left),
    )


def _unreachable(space: AnswerSpace) -> tuple[Unreachable, ...]:
    found: dict[str, Unreachable] = {}
    for index, question in enumerate(space.questions):
        for subject in space.subjects(space.everybody.left & ~space.best(index).left):
            found.setdefault(subject, Unreachable(subject, question))
    return tuple(found[subject] for subject in space.candidates if subject in found)


@dataclass(slots=True)
class _Size:
    inner: int
    leaves: int
    unsettled: int
    depth: int
    expected: float


def _report(root: Node, space: AnswerSpace, search: TreeSearch) -> TreeReport:
    counts = dict(zip(space.questions, map(len, space.answers), strict=True))
    size = _size(root, counts, {})
    least = 0.0 if search.limited else least_questions(space)
    exact = search.exact or (not search.limited and size.expected - least <= 1e-9)
    given = in_given_order(search.states)
    shape = (size.inner, size.leaves, size.unsettled, size.depth, size.expected)
    return TreeReport(
        *shape, given, size.expected if exact and not search.limited else least, exact, space.combinations
    )


def _size(node: Node, counts: dict[str, int], known: dict[int, _Size]) -> _Size:
    if node.leaf:
        return _Size(0, 1, int(bool(node.open_questions)), 0, 0.0)
    if id(node) not in known:
        parts = [(len(branch.answers), _size(branch.node, counts, known)) for branch in node.branches]
        known[id(node)] = _Size(
            1 + sum(part.inner for _, part in parts),
            sum(part.leaves for _, part in parts),
            sum(part.unsettled for _, part in parts),
            1 + max(part.depth for _, part in parts),
            1 + sum(answers * part.expected for answers, part in parts) / counts[node.question],
        )
    return known[id(node)]
