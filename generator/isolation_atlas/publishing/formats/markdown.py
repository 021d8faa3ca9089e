"""GitHub Flavored Markdown, version 0.29: pipe tables, nested lists, sources as a numbered list."""

from __future__ import annotations

import re

from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree, lines_of
from isolation_atlas.publishing.formats.table import Heading, Reference, Row, Table
from isolation_atlas.publishing.formats.wording import clean, legend_line, whole_words

_SIGNS = re.compile(r"([\\`*_{}\[\]#~|<>&$^])")


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as Markdown."""
    return "\n".join((f"## {escaped(table.title)}", "", *body_lines(table), "", *closing_lines(table), "")).encode()


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return a tree as nested lists."""
    head = [f"## {escaped(tree.title)}", "", escaped(tree.summary), "", *list_lines(tree), ""]
    return "\n".join((*head, origin_line(tree.publisher, tree.as_of, tree.link), "")).encode()


def list_lines(tree: Tree) -> list[str]:
    """Return a tree's nested list."""
    found = []
    for line in lines_of(tree):
        answer = f"{escaped(line.answer)} → " if line.answer else ""
        text = f"**{escaped(line.text)}**" if line.is_question else escaped(line.text)
        found.append(f"{'  ' * line.depth}- {answer}{text}")
    return found


def body_lines(table: Table) -> list[str]:
    """Return a table's summary and its pipe table."""
    lines = [escaped(table.summary), ""] if table.summary else []
    if not table.rows or not table.columns:
        return [*lines, "Nothing to show."]
    lines.append(_record([escaped(table.corner), *(_heading(column) for column in table.columns)]))
    lines.append(_record(["---"] * (len(table.columns) + 1)))
    return [*lines, *(_row(row) for row in table.rows)]


def _row(row: Row) -> str:
    return _record([f"**{_heading(row.heading)}**", *(escaped(whole_words(cell)) for cell in row.cells)])


def closing_lines(table: Table) -> list[str]:
    """Return the note, the legend, where the table is from, and its sources."""
    lines = [escaped(table.note), ""] if table.note else []
    lines += [f"Signs: {escaped(legend_line(table))}", ""] if table.legend else []
    lines += [origin_line(table.publisher, table.as_of, table.link), ""]
    if table.references:
        lines += ["Sources:", "", *(source_line(each) for each in table.references)]
    return lines


def source_line(reference: Reference) -> str:
    """Return a source as an item of a numbered list."""
    address = f" <{reference.url}>" if reference.url else ""
    return f"{reference.number}. {escaped(reference.text)}{address}"


def origin_line(publisher: str, as_of: str, link: str) -> str:
    """Return where something is from, as of when, with a link to the same view."""
    parts = [
        escaped(publisher),
        f"facts as of {as_of}" if as_of else "",
        f"<{link}>" if "://" in link else escaped(link),
    ]
    return ", ".join(part for part in parts if part)


def escaped(text: str) -> str:
    """Return text whose every sign stands for itself, also at the start of a line."""
    safe = inline(text)
    safe = re.sub(r"^(\d+)([.)])", r"\1\\\2", safe)
    return f"\\{safe}" if safe.startswith(("-", "+", "=")) else safe


def inline(text: str) -> str:
    """Return text whose every sign stands for itself inside a line."""
    return _SIGNS.sub(r"\\\1", clean(text))


def _heading(heading: Heading) -> str:
    name = escaped(heading.name)
    linked = f"[{name}](<{heading.href}>)" if heading.href else name
    return f"{linked} ({escaped(heading.note)})" if heading.note else linked


def _record(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
