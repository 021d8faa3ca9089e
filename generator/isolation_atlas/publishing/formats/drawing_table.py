"""A table as shapes: a title, rules between rows, colour on the signs alone."""

from __future__ import annotations

from isolation_atlas.publishing.formats.layout import INDENT, LINE, Box, Laid, Setting
from isolation_atlas.publishing.formats.look import Theme
from isolation_atlas.publishing.formats.measuring import Face
from isolation_atlas.publishing.formats.shapes import Ink, Lines, Rect, Shape
from isolation_atlas.publishing.formats.signs import text_shapes
from isolation_atlas.publishing.formats.table import Table, TableCell

SETTING = Setting(Face.WIDE, body=12, small=10.5, pad_x=6, pad_y=5)


def colour_of(cell: TableCell, theme: Theme) -> str:
    """Return the colour of a cell's sign."""
    colours = {
        "value": theme.accent,
        "partial": theme.good,
        "unverified": theme.warning,
        "disputed": theme.fault,
        "no": theme.accent,
    }
    return colours.get(cell.state.word, theme.muted)


def table_shapes(
    table: Table, laid: Laid, left: float, top: float, theme: Theme, setting: Setting
) -> tuple[Shape, ...]:
    """Return one part of a table as shapes, its top left corner at a point."""
    shapes: list[Shape] = [Rect(left, top, laid.width, laid.head_height, Ink(theme.head))]
    x = left
    for box, wide in zip(laid.head, (laid.stub, *laid.widths), strict=True):
        bottom = top + laid.head_height - box.height(setting)
        shapes.extend(_box(box, x, bottom, setting, theme.head_ink, theme.head_ink, bold=True))
        x += wide
    y = top + laid.head_height
    for position, row in enumerate(laid.rows):
        shapes.extend(_row(table, laid, position, row, (left, y), theme, setting))
        y += laid.heights[position]
    shapes.append(_rule(left, left + laid.width, y, theme.ink, 1.0))
    shapes.append(_rule(left, left + laid.width, top + laid.head_height, theme.ink, 1.0))
    return tuple(shapes)


def _row(
    table: Table, laid: Laid, position: int, row: int, at: tuple[float, float], theme: Theme, setting: Setting
) -> list[Shape]:
    left, y = at
    record = table.rows[row]
    shapes = _box(laid.stubs[position], left, y, setting, theme.ink, theme.muted, bold=True, href=record.heading.href)
    x = left + laid.stub
    for box, column, wide in zip(laid.cells[position], laid.columns, laid.widths, strict=True):
        cell = record.cells[column]
        ink = theme.ink if cell.has_value else theme.muted
        sign = colour_of(cell, theme)
        shapes.extend(_box(box, x, y, setting, ink, theme.muted, href=cell.href, sign=sign))
        x += wide
    if position:
        shapes.append(_rule(left, left + laid.width, y, theme.rule, 0.6))
    return shapes


def _box(box: Box, x: float, y: float, setting: Setting, ink: str, muted: str, **more: str | bool) -> list[Shape]:
    shapes: list[Shape] = []
    left, line = x + setting.pad_x, y + setting.pad_y
    if box.sign:
        shapes.extend(text_shapes(left, line + setting.body * 0.98, box.sign, setting.body, str(more.pop("sign"))))
        left += INDENT * setting.body
    for words in box.main:
        shapes.extend(text_shapes(left, line + setting.body * 0.98, words, setting.body, ink, **more))
        line += setting.body * LINE
    for words in box.beside:
        shapes.extend(text_shapes(left, line + setting.small * 0.98, words, setting.small, muted))
        line += setting.small * LINE
    return shapes


def _rule(left: float, right: float, y: float, colour: str, width: float) -> Lines:
    return Lines(((left, y), (right, y)), Ink("", colour, width))


def paragraph(
    x: float, y: float, lines: tuple[str, ...], size: float, colour: str, bold: bool = False
) -> tuple[Shape, ...]:
    """Return lines of text below each other, the first base line a line's height below ``y``."""
    found: list[Shape] = []
    for index, line in enumerate(lines):
        found.extend(text_shapes(x, y + size + index * size * 1.3, line, size, colour, bold=bold))
    return tuple(found)
