"""A tree as the nodes and arrows of a diagram language: each node once, numbered from the root down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.publishing.formats.outline import Tree, end_words
from isolation_atlas.publishing.formats.wording import clean
from isolation_atlas.publishing.pictures.tree import PictureNode


@dataclass(frozen=True, slots=True)
class DiagramNode:
    """A node with the answer and the number of the node that lead to it; the root has neither."""

    number: int
    text: str
    is_question: bool
    answer: str = ""
    parent: int | None = None


def nodes_of(tree: Tree) -> tuple[DiagramNode, ...]:
    """Return the nodes of a tree, each before what follows from it."""
    return tuple(_numbered(tree.root))


def _numbered(root: PictureNode) -> Iterator[DiagramNode]:
    todo: list[tuple[PictureNode, str, int | None]] = [(root, "", None)]
    number = 0
    while todo:
        node, answer, parent = todo.pop(0)
        text = clean(node.text or end_words(node))
        yield DiagramNode(number, text, bool(node.branches), clean(answer), parent)
        todo.extend((child, branch, number) for branch, child in node.branches)
        number += 1
