"""reStructuredText: list tables, nested lists, sources as a list with numbers."""

from __future__ import annotations

import re

from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree, lines_of
from isolation_atlas.publishing.formats.table import Table
from isolation_atlas.publishing.formats.wording import clean, legend_line, reference_line, whole_words

_SIGNS = re.compile(r"([\\`*_|<>:\[\]])")


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as a ``list-table``."""
    lines = [*_title(table.title), *_paragraph(table.summary)]
    if table.rows and table.columns:
        lines += [f".. list-table:: {_escaped(table.title)}", "   :header-rows: 1", "   :stub-columns: 1", ""]
        heads = [f"{column.name} ({column.note})" if column.note else column.name for column in table.columns]
        lines += _record([table.corner, *heads])
        for row in table.rows:
            lines += _record([row.heading.name, *(whole_words(cell) for cell in row.cells)])
    else:
        lines.append("Nothing to show.")
    lines += ["", *_paragraph(table.note), *_paragraph(f"Signs: {legend_line(table)}" if table.legend else "")]
    lines += _paragraph(f"{table.footer}. {table.link}")
    lines += [f"* {_escaped(reference_line(each))}" for each in table.references]
    return ("\n".join(lines).rstrip() + "\n").encode()


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return a tree as nested lists."""
    lines = [*_title(tree.title), *_paragraph(tree.summary)]
    for line in lines_of(tree):
        answer = f"{_escaped(line.answer)} → " if line.answer else ""
        text = f"**{_escaped(line.text)}**" if line.is_question else _escaped(line.text)
        lines += [f"{'  ' * line.depth}* {answer}{text}", ""]
    lines += _paragraph(f"{tree.publisher}, facts as of {tree.as_of}. {tree.link}")
    return ("\n".join(lines).rstrip() + "\n").encode()


def _title(text: str) -> list[str]:
    title = _escaped(text)
    return [title, "=" * (2 * len(title)), ""]


def _paragraph(text: str) -> list[str]:
    return [_escaped(text), ""] if text else []


def _record(cells: list[str]) -> list[str]:
    shown = [_escaped(cell) for cell in cells]
    return [f"   * - {shown[0]}", *(f"     - {cell}" for cell in shown[1:])]


def _escaped(text: str) -> str:
    safe = _SIGNS.sub(r"\\\1", clean(text))
    return f"\\{safe}" if re.match(r"[-+#=.]|\w{1,3}[.)]", safe) else safe
