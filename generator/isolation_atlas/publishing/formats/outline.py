"""A decision tree for formats: nested questions, and the same as a table of its ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.publishing.formats.table import Heading, Row, Table, TableCell
from isolation_atlas.publishing.formats.tokens import STATES
from isolation_atlas.publishing.pictures.tree import PictureNode
from isolation_atlas.reasoning.cells import State

NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Tree:
    """A published tree with its root; every end names who fits and who may."""

    id: str
    title: str
    summary: str
    root: PictureNode
    link: str
    as_of: str
    publisher: str

    @property
    def ends(self) -> Table:
        """The tree as a table: one row for each end, with the answers that lead there."""
        columns = (Heading("path", "Answers"), Heading("fits", "Fits"), Heading("may-fit", "May fit"))
        rows = tuple(_row(number, path, end) for number, (path, end) in enumerate(walk(self.root), 1))
        return Table(
            self.id, self.title, self.summary, columns, rows, (), self.link, self.as_of, self.publisher, corner="End"
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a tree as nested lists: how deep, the answer that leads to it, and what stands there."""

    depth: int
    answer: str
    text: str
    is_question: bool


def walk(node: PictureNode, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], PictureNode]]:
    """Yield every end of a tree with the questions and answers that lead to it."""
    if not node.branches:
        yield path, node
    for answer, child in node.branches:
        yield from walk(child, (*path, f"{node.text} {answer}"))


def lines_of(tree: Tree) -> tuple[Line, ...]:
    """Return a tree as lines, the root at depth 0, each question before what follows from its answers."""
    return tuple(_lines(tree.root, 0, ""))


def end_words(node: PictureNode) -> str:
    """Return who fits and who may at an end."""
    fits = f"✓ fits: {', '.join(node.fits)}" if node.fits else "✕ nothing fits"
    return f"{fits}; ? may fit: {', '.join(node.may_fit)}" if node.may_fit else fits


def _lines(node: PictureNode, depth: int, answer: str) -> Iterator[Line]:
    yield Line(depth, answer, node.text or end_words(node), bool(node.branches))
    for branch, child in node.branches:
        yield from _lines(child, depth + 1, branch)


def _row(number: int, path: tuple[str, ...], end: PictureNode) -> Row:
    words = (" → ".join(path) or "always", ", ".join(end.fits) or NOTHING, ", ".join(end.may_fit) or NOTHING)
    return Row(Heading(f"end-{number}", str(number)), tuple(TableCell(text, STATES[State.VALUE]) for text in words))
