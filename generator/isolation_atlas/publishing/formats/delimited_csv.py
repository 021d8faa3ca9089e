"""CSV, with the mark by which spreadsheets know UTF-8."""

from __future__ import annotations

from isolation_atlas.publishing.formats.delimited import delimited
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.table import Table


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as CSV."""
    return delimited(table, ",", "\r\n").encode("utf-8-sig")


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return the ends of a tree as CSV, one record for each way through it."""
    return write_table(tree.ends, look)
