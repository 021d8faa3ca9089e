"""Cutting tables and trees into pieces for slides whose layout somebody else's program does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from isolation_atlas.publishing.formats.arranging import columns_from
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.table import Row, Table
from isolation_atlas.publishing.pictures.tree import PictureNode

_COLUMNS, _ROWS, _ENDS = 6, 7, 9


def table_parts(table: Table) -> Iterator[Table]:
    """Yield a table in pieces of about the same size, columns before rows; one piece where there is nothing in it."""
    for first, last in _spans(len(table.columns), _COLUMNS):
        part = columns_from(table, first, last)
        for top, bottom in _spans(len(table.rows), _ROWS):
            yield part.with_rows(part.rows[top:bottom])


def without_numbers(table: Table) -> Table:
    """Return a table without the numbers of its sources in the cells."""
    rows = (Row(row.heading, tuple(replace(cell, numbers=()) for cell in row.cells)) for row in table.rows)
    return table.with_rows(tuple(rows))


def tree_parts(tree: Tree) -> Iterator[Tree]:
    """Yield a tree, and where it is too large for a slide its branches one by one, named by the answers."""
    if tree.root.leaves <= _ENDS or not tree.root.branches:
        yield tree
        return
    top = tuple((answer, _closed(child)) for answer, child in tree.root.branches)
    yield replace(tree, root=replace(tree.root, branches=top))
    for answer, child in tree.root.branches:
        if child.branches:
            yield from tree_parts(replace(tree, title=f"{tree.title}: {answer}", root=child))


def _closed(node: PictureNode) -> PictureNode:
    return replace(node, text=f"{node.text} …", branches=()) if node.branches else node


def _spans(count: int, most: int) -> list[tuple[int, int]]:
    parts = max(1, -(-count // most))
    size = max(1, -(-count // parts))
    return [(first, min(first + size, count)) for first in range(0, count, size)] or [(0, 0)]
