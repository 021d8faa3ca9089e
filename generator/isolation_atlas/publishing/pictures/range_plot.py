"""The range plot: what is measured of each subject on one quantity, every mark leading to its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from isolation_atlas.knowledge.units import Dimension
from isolation_atlas.knowledge.values import Interval
from isolation_atlas.publishing.pictures.scales import Axis, axis_over, units_like
from isolation_atlas.publishing.pictures.svg import Drawing, shortened, text_width
from isolation_atlas.reasoning.cell_words import amount_text

_LABELS = 190.0
WIDTH = 820.0
"""How wide such a picture usually is, in user units."""
_RIGHT = 24.0
_ROW = 26.0
_HEAD = 34.0
_TICK = 12.5
_NARROW, _NARROW_EDGE = 340.0, 26.0
_NARROW_HEAD, _NARROW_ROW = 26.0, 42.0
_BAND = 10
"""After how many rows the amounts are said again, so that they are always in sight on a small screen."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One fact's value in base units; ``says`` is the value in words."""

    interval: Interval
    says: str
    href: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A subject with its marks."""

    name: str
    href: str
    marks: tuple[Mark, ...]


def range_plot(
    name: str, title: str, rows: Sequence[Row], dimension: Dimension, unit: str, width: float = WIDTH
) -> Markup:
    """Return the plot of a property over subjects, in the given order; ``name`` is unique on the page."""
    axis = axis_over(_all_bounds(rows), units_like(dimension, unit), _LABELS, width - _RIGHT)
    drawing = Drawing(name, title, _says(rows, axis), "range-plot")
    height = _HEAD + len(rows) * _ROW + 8
    _draw_axis(drawing, axis, (dimension, unit), _HEAD - 14, height)
    for position, row in enumerate(rows):
        _draw_row(drawing, row, _HEAD + position * _ROW + _ROW / 2, axis, width if position % 2 else 0)
    return drawing.markup(width, height)


def narrow_range_plot(name: str, title: str, rows: Sequence[Row], dimension: Dimension, unit: str) -> Markup:
    """Return the same plot for narrow screens: each name above its marks, the amounts said again every few rows."""
    axis = axis_over(_all_bounds(rows), units_like(dimension, unit), _NARROW_EDGE, _NARROW - _NARROW_EDGE)
    drawing = Drawing(name, title, _says(rows, axis), "range-plot narrow-plot")
    y = 0.0
    for start in range(0, len(rows), _BAND):
        band = rows[start : start + _BAND]
        end = y + _NARROW_HEAD + len(band) * _NARROW_ROW
        _draw_axis(drawing, axis, (dimension, unit), y + 16, end)
        for position, row in enumerate(band):
            _draw_narrow_row(drawing, row, y + _NARROW_HEAD + position * _NARROW_ROW, axis)
        y = end + 4
    return drawing.markup(_NARROW, y)


def _all_bounds(rows: Sequence[Row]) -> list[float]:
    intervals = (mark.interval for row in rows for mark in row.marks)
    return [bound for interval in intervals for bound in (interval.low, interval.high) if bound is not None]


def _says(rows: Sequence[Row], axis: Axis) -> str:
    scale = "logarithmic scale" if axis.logarithmic else "linear scale"
    return f"{len(rows)} rows on a {scale}. Each mark is one fact; a hollow mark was not read in its source."


def _draw_axis(drawing: Drawing, axis: Axis, measure: tuple[Dimension, str], y: float, end: float) -> None:
    """Draw lines from the words of the amounts, whose base line is at ``y``, down to ``end``."""
    taken = 0.0
    for tick in axis.shown:
        x, words = axis.place(tick), amount_text(tick, *measure)
        half = text_width(words, _TICK) / 2
        if x - half < taken:
            continue
        taken = x + half + 4
        drawing.line(x, y + 8, x, end, "grid")
        drawing.text(x, y, words, "tick", "middle")


def _draw_narrow_row(drawing: Drawing, row: Row, top: float, axis: Axis) -> None:
    with drawing.link(row.href):
        drawing.text(0, top + 17, shortened(row.name, _NARROW, 14), "label")
    _draw_marks(drawing, row, top + 30, axis)


def _draw_row(drawing: Drawing, row: Row, y: float, axis: Axis, stripe: float) -> None:
    if stripe:
        drawing.rect(0, y - _ROW / 2, stripe, _ROW, "stripe")
    with drawing.link(row.href):
        drawing.text(_LABELS - 16, y + 4.5, shortened(row.name, _LABELS - 20, 14), "label", "end")
    _draw_marks(drawing, row, y, axis)


def _draw_marks(drawing: Drawing, row: Row, y: float, axis: Axis) -> None:
    for mark in row.marks:
        with drawing.link(mark.href, f"{row.name}: {mark.says}"):
            _draw_mark(drawing, mark, y, axis)


def _draw_mark(drawing: Drawing, mark: Mark, y: float, axis: Axis) -> None:
    low, high = mark.interval.low, mark.interval.high
    css = "mark" if mark.verified else "mark mark-unverified"
    first = axis.place(low) if low is not None else axis.start
    last = axis.place(high) if high is not None else axis.end
    bounded_below = low is not None and not (low == 0 and high != 0)
    if last - first < 3:
        drawing.circle((first + last) / 2, y, 5.5, css)
        return
    if bounded_below and high is not None:
        drawing.rect(first, y - 3.5, last - first, 7, f"{css} mark-range", 3.5)
    else:
        drawing.line(first, y, last, y, f"{css} mark-bound")
    for x, bounded in ((first, bounded_below), (last, high is not None)):
        if bounded:
            drawing.line(x, y - 7, x, y + 7, "mark-end")
