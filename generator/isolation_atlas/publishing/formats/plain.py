"""Plain text for a terminal: aligned columns, as many beside each other as fit, the rest below."""

from __future__ import annotations

import textwrap
import unicodedata

from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree, lines_of
from isolation_atlas.publishing.formats.table import Table
from isolation_atlas.publishing.formats.wording import beside_words, clean, legend_line, main_words, reference_line

WIDTH = 100
_WIDEST = 24
_GAP = "  "


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as text of at most ``WIDTH`` columns; ``full`` adds the sources."""
    blocks = [clean(table.title), *([clean(table.summary)] if table.summary else []), *_tables(table, look)]
    blocks += [clean(table.note)] if table.note else []
    blocks += [legend_line(table)] if table.legend else []
    blocks.append(" · ".join(part for part in (table.footer, table.link) if part))
    if table.references and look.full:
        blocks.append("\n".join(_filled(reference_line(each), "    ") for each in table.references))
    return ("\n\n".join(blocks) + "\n").encode()


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return a tree as indented lines."""
    lines = []
    for line in lines_of(tree):
        indent = "  " * line.depth
        text = f"{line.answer} → {line.text}" if line.answer else line.text
        lines.append(textwrap.fill(clean(text), WIDTH, initial_indent=indent, subsequent_indent=indent + "    "))
    blocks = [clean(tree.title), _filled(clean(tree.summary), ""), "\n".join(lines)]
    blocks.append(" · ".join(part for part in (tree.publisher, tree.as_of, tree.link) if part))
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def columns_of(text: str) -> int:
    """Return how many columns of a terminal text takes (Unicode Standard Annex 11)."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(bool(unicodedata.combining(char)) for char in text)


def _tables(table: Table, look: Look) -> list[str]:
    if not table.rows or not table.columns:
        return ["Nothing to show."]
    stub = [table.corner, *(clean(row.heading.name) for row in table.rows)]
    grid = [_column(table, index, look.full) for index in range(len(table.columns))]
    left = min(max(map(columns_of, stub)), _WIDEST)
    found, shown, used = [], [_wrapped(stub, left)], left
    for column in grid:
        wide = min(max(map(columns_of, column)), _WIDEST)
        if len(shown) > 1 and used + len(_GAP) + wide > WIDTH:
            found.append(_joined(shown))
            shown, used = [_wrapped(stub, left)], left
        shown.append(_wrapped(column, wide))
        used += len(_GAP) + wide
    return [*found, _joined(shown)]


def _column(table: Table, index: int, full: bool) -> list[str]:
    column = table.columns[index]
    cells = [row.cells[index] for row in table.rows]
    words = [" ".join(part for part in (main_words(cell), beside_words(cell, full)) if part) for cell in cells]
    return [clean(f"{column.name} ({column.unit})" if column.unit else column.name), *words]


def _wrapped(cells: list[str], wide: int) -> list[list[str]]:
    return [[_padded(line, wide) for line in textwrap.wrap(cell, wide) or [""]] for cell in cells]


def _padded(text: str, wide: int) -> str:
    return text + " " * max(wide - columns_of(text), 0)


def _joined(columns: list[list[list[str]]]) -> str:
    lines = []
    for index in range(len(columns[0])):
        height = max(len(column[index]) for column in columns)
        for line in range(height):
            parts = [_at(column[index], line) for column in columns]
            lines.append(_GAP.join(parts).rstrip())
        if index == 0:
            lines.append(_GAP.join("─" * columns_of(column[0][0]) for column in columns))
    return "\n".join(lines)


def _at(lines: list[str], index: int) -> str:
    return lines[index] if index < len(lines) else " " * columns_of(lines[0])


def _filled(text: str, indent: str) -> str:
    return textwrap.fill(text, WIDTH, subsequent_indent=indent)
