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
    bounds = [bound for row in rows for mark in row.marks for bound in _bounds(mark.interval)]
    axis = axis_over(bounds, units_like(dimension, unit), _LABELS, width - _RIGHT)
    scale = "logarithmic scale" if axis.logarithmic else "linear scale"
    says = f"{len(rows)} rows on a {scale}. Each mark is one fact; a hollow mark was not read in its source."
    drawing = Drawing(name, title, says, "range-plot")
    height = _HEAD + len(rows) * _ROW + 8
    _draw_axis(drawing, axis, dimension, unit, height)
    for position, row in enumerate(rows):
        _draw_row(drawing, row, _HEAD + position * _ROW + _ROW / 2, axis, width if position % 2 else 0)
    return drawing.markup(width, height)


def _bounds(interval: Interval) -> tuple[float, ...]:
    return tuple(bound for bound in (interval.low, interval.high) if bound is not None)


def _draw_axis(drawing: Drawing, axis: Axis, dimension: Dimension, unit: str, height: float) -> None:
    taken = 0.0
    for tick in axis.shown:
        x, words = axis.place(tick), amount_text(tick, dimension, unit)
        half = text_width(words, 12.5) / 2
        if x - half < taken:
            continue
        taken = x + half + 4
        drawing.line(x, _HEAD - 6, x, height, "grid")
        drawing.text(x, _HEAD - 14, words, "tick", "middle")


def _draw_row(drawing: Drawing, row: Row, y: float, axis: Axis, stripe: float) -> None:
    if stripe:
        drawing.rect(0, y - _ROW / 2, stripe, _ROW, "stripe")
    with drawing.link(row.href):
        drawing.text(_LABELS - 16, y + 4.5, shortened(row.name, _LABELS - 20, 14), "label", "end")
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
