"""Laying out a table: which type, how wide each column, how high each row, and what goes on which page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from isolation_atlas.publishing.formats.measuring import Face, lines_in, widest_word, width_of
from isolation_atlas.publishing.formats.table import Heading, Table, TableCell
from isolation_atlas.publishing.formats.wording import beside_words, number_words, value_words

LINE = 1.22
"""Distance of base lines in proportion to the size of type."""
INDENT = 1.25
"""Room for a cell's sign in proportion to the size of type."""
_BOUND = re.compile(r"(?<=[≤≥<>↑∪⊂]) |(?<=\d) (?=(?!to\b|and\b|of\b|in\b)[^\W\d]{1,3}\b|%|/)")
_PREFERRED, _STUB, _WIDEST_WORD = 150.0, 150.0, 130.0


@dataclass(frozen=True, slots=True)
class Setting:
    """Type in points, padding inside a cell, and the font whose metrics count."""

    face: Face
    body: float
    small: float
    pad_x: float = 5.0
    pad_y: float = 4.0


@dataclass(frozen=True, slots=True)
class Box:
    """The words of a cell: lines of the value, and lines of what stands beside it."""

    main: tuple[str, ...]
    beside: tuple[str, ...]
    sign: str = ""
    """Stands before the words, which hang beside it."""

    def height(self, setting: Setting) -> float:
        """Return how high the cell has to be."""
        text = len(self.main) * setting.body + len(self.beside) * setting.small
        return text * LINE + 2 * setting.pad_y


@dataclass(frozen=True, slots=True)
class Laid:
    """A part of a table that is shown in one piece, with the head repeated: measures in points."""

    columns: tuple[int, ...]
    rows: tuple[int, ...]
    stub: float
    widths: tuple[float, ...]
    head: tuple[Box, ...]
    """The corner and the columns' heads."""
    head_height: float
    heights: tuple[float, ...]
    stubs: tuple[Box, ...]
    cells: tuple[tuple[Box, ...], ...]

    @property
    def width(self) -> float:
        """Width in all."""
        return self.stub + sum(self.widths)

    @property
    def height(self) -> float:
        """Height in all."""
        return self.head_height + sum(self.heights)


def lay_out(table: Table, width: float, height: float, setting: Setting, full: bool) -> tuple[Laid, ...]:
    """Return the parts of a table that fit pages of a size, columns before rows; never fewer than one row a part."""
    stub, parts = _columns(table, width, setting, full)
    found: list[Laid] = []
    for columns, widths in parts:
        whole = _laid(table, columns, tuple(range(len(table.rows))), stub, widths, setting, full)
        found.extend(_cut(whole, height))
    return tuple(found)


def beside_of(cell: TableCell, full: bool) -> str:
    """Return the second line of a cell: state and whose facts, and with ``full`` the numbers of the sources."""
    parts = (beside_words(cell, full), number_words(cell) if full else "")
    return " ".join(part for part in parts if part)


def _columns(
    table: Table, width: float, setting: Setting, full: bool
) -> tuple[float, list[tuple[tuple[int, ...], tuple[float, ...]]]]:
    names = [table.corner, *(row.heading.name for row in table.rows)]
    least = min(max(widest_word(name, setting.body, setting.face, True) for name in names), _WIDEST_WORD)
    best = max(width_of(name, setting.body, setting.face, True) for name in names)
    stub = max(least, min(best, _STUB)) + 2 * setting.pad_x + 1
    needs = [_need(table, index, setting, full) for index in range(len(table.columns))]
    room = width - stub
    groups = _groups([low for low, _ in needs], room)
    return stub, [(group, _widths([needs[index] for index in group], room)) for group in groups]


def _need(table: Table, index: int, setting: Setting, full: bool) -> tuple[float, float]:
    heading = table.columns[index]
    texts = [(heading.name, setting.body, True), (heading.note, setting.small, False)]
    for row in table.rows:
        cell = row.cells[index]
        texts += [(bound(value_words(cell)), setting.body, False), (bound(beside_of(cell, full)), setting.small, False)]
    least = max(widest_word(text, size, setting.face, bold) for text, size, bold in texts)
    best = max(width_of(text, size, setting.face, bold) for text, size, bold in texts)
    pad = 2 * setting.pad_x + INDENT * setting.body + 1
    low = max(min(least, _WIDEST_WORD), 3 * setting.body)
    return low + pad, max(low, min(best, _PREFERRED)) + pad


def _groups(least: list[float], room: float) -> list[tuple[int, ...]]:
    """Columns in as few groups as have room, of about the same number."""
    if not least:
        return [()]
    for count in range(1, len(least) + 1):
        size = -(-len(least) // count)
        groups = [tuple(range(at, min(at + size, len(least)))) for at in range(0, len(least), size)]
        if all(sum(least[index] for index in group) <= room or len(group) == 1 for group in groups):
            return groups
    return [(index,) for index in range(len(least))]


def _widths(needs: list[tuple[float, float]], room: float) -> tuple[float, ...]:
    low, high = sum(least for least, _ in needs), sum(best for _, best in needs)
    if high <= room:
        stretch = min(room / high, 1.45) if high else 1.0
        return tuple(best * stretch for _, best in needs)
    share = max(room - low, 0.0) / (high - low) if high > low else 0.0
    return tuple(min(least + (best - least) * share, room) for least, best in needs)


def _laid(
    table: Table,
    columns: tuple[int, ...],
    rows: tuple[int, ...],
    stub: float,
    widths: tuple[float, ...],
    setting: Setting,
    full: bool,
) -> Laid:
    corner = _box(table.corner, "", stub, setting, True)
    head = (corner, *(_head(table.columns[at], wide, setting) for at, wide in zip(columns, widths, strict=True)))
    stubs = tuple(_box(table.rows[row].heading.name, "", stub, setting, True) for row in rows)
    cells = tuple(
        tuple(_cell(table.rows[row].cells[at], wide, setting, full) for at, wide in zip(columns, widths, strict=True))
        for row in rows
    )
    heights = tuple(
        max(box.height(setting) for box in (first, *others)) for first, others in zip(stubs, cells, strict=True)
    )
    head_height = max(box.height(setting) for box in head)
    return Laid(columns, rows, stub, widths, head, head_height, heights, stubs, cells)


def _head(heading: Heading, width: float, setting: Setting) -> Box:
    return _box(heading.name, heading.note, width, setting, True)


def _cell(cell: TableCell, width: float, setting: Setting, full: bool) -> Box:
    hung = _box(value_words(cell), beside_of(cell, full), width - INDENT * setting.body, setting, False)
    return Box(hung.main, hung.beside, cell.state.symbol)


def _box(main: str, beside: str, width: float, setting: Setting, bold: bool) -> Box:
    room = width - 2 * setting.pad_x
    first = lines_in(bound(main), room, setting.body, setting.face, bold)
    return Box(first, lines_in(bound(beside), room, setting.small, setting.face) if beside else ())


def bound(text: str) -> str:
    """Return text in which a sign stays with its word and a number with its unit."""
    return _BOUND.sub("\u00a0", text)


def natural_width(table: Table, setting: Setting, full: bool) -> float:
    """Return the least width in which all columns of a table stand beside each other."""
    stub, _ = _columns(table, 0, setting, full)
    return stub + sum(_need(table, index, setting, full)[0] for index in range(len(table.columns)))


def _cut(whole: Laid, height: float) -> list[Laid]:
    """Rows on as few pages as have room, of about the same height."""
    if not whole.rows:
        return [whole]
    ends = _ends(whole, height)
    even = whole.head_height + sum(whole.heights) / len(ends)
    for step in range(20):
        tried = _ends(whole, even + (height - even) * step / 20)
        if len(tried) == len(ends):
            ends = tried
            break
    return [_part(whole, first, last) for first, last in zip((0, *ends[:-1]), ends, strict=True)]


def _ends(whole: Laid, height: float) -> tuple[int, ...]:
    found, first, used = [], 0, whole.head_height
    for index, row_height in enumerate(whole.heights):
        if index > first and used + row_height > height:
            found.append(index)
            first, used = index, whole.head_height
        used += row_height
    return (*found, len(whole.rows))


def _part(whole: Laid, first: int, last: int) -> Laid:
    return Laid(
        whole.columns,
        whole.rows[first:last],
        whole.stub,
        whole.widths,
        whole.head,
        whole.head_height,
        whole.heights[first:last],
        whole.stubs[first:last],
        whole.cells[first:last],
    )
