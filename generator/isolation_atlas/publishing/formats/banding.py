"""Cutting a picture of rows between rows, so that each part can be shown in type of a size that can be read."""

from __future__ import annotations

from dataclasses import replace

from isolation_atlas.publishing.formats.reading_svg import Drawn
from isolation_atlas.publishing.formats.shapes import Disc, Lines, Rect, Shape, Sign, Words
from isolation_atlas.publishing.formats.signs import moved


def bands_of(drawn: Drawn, most: float) -> tuple[Drawn, ...]:
    """Return a picture in parts of at most a height, each with the picture's head; in one where it has no rows."""
    if not drawn.pitch or drawn.height <= most:
        return (drawn,)
    rows = max(1, round((drawn.height - drawn.head) / drawn.pitch))
    parts = -(-rows // max(1, int((most - drawn.head) / drawn.pitch)))
    size = -(-rows // parts)
    return tuple(_band(drawn, first, min(first + size, rows)) for first in range(0, rows, size))


def _band(drawn: Drawn, first: int, last: int) -> Drawn:
    top, bottom = drawn.head + first * drawn.pitch, drawn.head + last * drawn.pitch
    shapes: list[Shape] = []
    for shape in drawn.shapes:
        upper, lower = _extent(shape)
        if isinstance(shape, Lines) and upper <= drawn.head and lower >= bottom:
            ends = tuple((x, min(y, drawn.head + bottom - top)) for x, y in shape.points)
            shapes.append(replace(shape, points=ends))
        elif lower <= drawn.head:
            shapes.append(shape)
        elif top <= (upper + lower) / 2 < bottom:
            shapes.append(moved(shape, 0, drawn.head - top))
    return replace(drawn, height=drawn.head + bottom - top + 8, shapes=tuple(shapes))


def _extent(shape: Shape) -> tuple[float, float]:
    """The upper and the lower edge of a shape."""
    match shape:
        case Words():
            return shape.y - shape.size * 0.7, shape.y
        case Rect():
            return shape.y, shape.y + shape.height
        case Disc():
            return shape.y - shape.radius, shape.y + shape.radius
        case Lines():
            heights = [y for _, y in shape.points]
            return min(heights), max(heights)
        case Sign():
            edges = [_extent(each) for each in shape.shapes]
            return min(upper for upper, _ in edges), max(lower for _, lower in edges)
