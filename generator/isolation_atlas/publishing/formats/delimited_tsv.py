"""TSV, without tabs or line ends inside a field."""

from __future__ import annotations

from isolation_atlas.publishing.formats.delimited import delimited
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.table import Table


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as TSV."""
    return delimited(table, "\t", "\n").encode()


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return the ends of a tree as TSV, one record for each way through it."""
    return write_table(tree.ends, look)
