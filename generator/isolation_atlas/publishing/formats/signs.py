"""Signs as shapes, and text that may hold signs as shapes and words."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from isolation_atlas.publishing.formats.measuring import SIGN, Face, width_of
from isolation_atlas.publishing.formats.shapes import Disc, Ink, Lines, Rect, Shape, Sign, Words

_Parts = tuple[Rect | Disc | Lines, ...]


def text_shapes(
    x: float, y: float, text: str, size: float, colour: str, face: Face = Face.WIDE, /, **more: str | bool
) -> tuple[Shape, ...]:
    """Return a line of text, its signs drawn in the colour ``sign`` or that of the words; ``bold`` and ``href``."""
    bold, href = bool(more.get("bold", False)), str(more.get("href", ""))
    sign_colour = str(more.get("sign", "") or colour)
    found: list[Shape] = []
    for run in _runs(text.replace("\u00a0", " ").replace("\u202f", " ")):
        if run in _DRAWN:
            found.append(Sign(run, _DRAWN[run](x, y, size, sign_colour)))
            x += SIGN * size
            continue
        if run.strip():
            lead = run[: len(run) - len(run.lstrip(" "))]
            at = x + width_of(lead, size, face, bold)
            found.append(Words(at, y, run.strip(" "), size, colour, bold, "start", href))
        x += width_of(run, size, face, bold)
    return tuple(found)


def with_anchor(
    shapes: tuple[Shape, ...], x: float, text: str, size: float, bold: bool, anchor: str, face: Face = Face.WIDE
) -> tuple[Shape, ...]:
    """Return the shapes of a line that begins at ``x`` so that it is centred there or ends there."""
    if anchor == "start":
        return shapes
    if len(shapes) == 1 and isinstance(shapes[0], Words):
        return (replace(shapes[0], x=x, anchor=anchor),)
    wide = width_of(text, size, face, bold)
    shift = wide if anchor == "end" else wide / 2
    return tuple(moved(shape, -shift, 0) for shape in shapes)


def moved(shape: Shape, right: float, down: float) -> Shape:
    """Return a shape elsewhere."""
    if isinstance(shape, Lines):
        return replace(shape, points=tuple((x + right, y + down) for x, y in shape.points))
    if isinstance(shape, Sign):
        parts = tuple(moved(each, right, down) for each in shape.shapes)
        return replace(shape, shapes=tuple(each for each in parts if not isinstance(each, Words | Sign)))
    return replace(shape, x=shape.x + right, y=shape.y + down)


def scaled(shape: Shape, share: float, right: float = 0.0) -> Shape:
    """Return a shape larger or smaller, and then moved to the right."""
    if isinstance(shape, Sign):
        parts = tuple(scaled(each, share, right) for each in shape.shapes)
        return replace(shape, shapes=tuple(each for each in parts if not isinstance(each, Words | Sign)))
    if isinstance(shape, Words):
        return replace(shape, x=shape.x * share + right, y=shape.y * share, size=shape.size * share)
    ink = replace(shape.ink, width=shape.ink.width * share)
    if isinstance(shape, Lines):
        return replace(shape, ink=ink, points=tuple((x * share + right, y * share) for x, y in shape.points))
    x, y = shape.x * share + right, shape.y * share
    if isinstance(shape, Disc):
        return replace(shape, ink=ink, x=x, y=y, radius=shape.radius * share)
    wide, tall = shape.width * share, shape.height * share
    return replace(shape, ink=ink, x=x, y=y, width=wide, height=tall, radius=shape.radius * share)


def _runs(text: str) -> list[str]:
    runs: list[str] = []
    for char in text:
        if char in _DRAWN or not runs or runs[-1] in _DRAWN:
            runs.append(char)
        else:
            runs[-1] += char
    return runs


def _disc(x: float, y: float, size: float, colour: str) -> _Parts:
    return (Disc(x + 0.42 * size, y - 0.36 * size, 0.3 * size, Ink(colour)),)


def _ring(x: float, y: float, size: float, colour: str) -> _Parts:
    return (Disc(x + 0.42 * size, y - 0.36 * size, 0.27 * size, Ink("", colour, 0.1 * size)),)


def _half(x: float, y: float, size: float, colour: str) -> _Parts:
    middle, level, radius = x + 0.42 * size, y - 0.36 * size, 0.27 * size
    arc = [math.pi / 2 + math.pi * step / 12 for step in range(13)]
    points = tuple((middle + radius * math.cos(each), level - radius * math.sin(each)) for each in arc)
    return (*_ring(x, y, size, colour), Lines(points, Ink(colour), closed=True))


def _triangle(x: float, y: float, size: float, colour: str) -> _Parts:
    points = ((x + 0.42 * size, y - 0.7 * size), (x + 0.76 * size, y - 0.08 * size), (x + 0.08 * size, y - 0.08 * size))
    return (Lines(points, Ink("", colour, 0.1 * size), closed=True),)


def _unequal(x: float, y: float, size: float, colour: str) -> _Parts:
    strokes = (((0.12, 0.48), (0.72, 0.48)), ((0.12, 0.24), (0.72, 0.24)), ((0.24, 0.02), (0.6, 0.7)))
    return _strokes(x, y, size, colour, strokes)


def _up(x: float, y: float, size: float, colour: str) -> _Parts:
    return _strokes(x, y, size, colour, (((0.42, 0.0), (0.42, 0.7)), ((0.18, 0.44), (0.42, 0.7), (0.66, 0.44))))


def _right(x: float, y: float, size: float, colour: str) -> _Parts:
    return _strokes(x, y, size, colour, (((0.08, 0.34), (0.76, 0.34)), ((0.52, 0.56), (0.76, 0.34), (0.52, 0.12))))


def _down(x: float, y: float, size: float, colour: str) -> _Parts:
    return _strokes(x, y, size, colour, (((0.42, 0.0), (0.42, 0.7)), ((0.18, 0.26), (0.42, 0.0), (0.66, 0.26))))


def _left(x: float, y: float, size: float, colour: str) -> _Parts:
    return _strokes(x, y, size, colour, (((0.08, 0.34), (0.76, 0.34)), ((0.32, 0.56), (0.08, 0.34), (0.32, 0.12))))


def _union(x: float, y: float, size: float, colour: str) -> _Parts:
    arc = [math.pi + math.pi * step / 8 for step in range(9)]
    bowl = tuple((0.42 + 0.24 * math.cos(each), 0.28 + 0.24 * math.sin(each)) for each in arc)
    return _strokes(x, y, size, colour, (((0.18, 0.66), *bowl, (0.66, 0.66)),))


def _inside(x: float, y: float, size: float, colour: str) -> _Parts:
    arc = [math.pi / 2 + math.pi * step / 8 for step in range(9)]
    bowl = tuple((0.38 + 0.24 * math.cos(each), 0.34 + 0.24 * math.sin(each)) for each in arc)
    return _strokes(x, y, size, colour, (((0.7, 0.58), *bowl, (0.7, 0.1)),))


def _tick(x: float, y: float, size: float, colour: str) -> _Parts:
    return _strokes(x, y, size, colour, (((0.12, 0.34), (0.34, 0.08), (0.74, 0.66)),))


def _cross(x: float, y: float, size: float, colour: str) -> _Parts:
    return _strokes(x, y, size, colour, (((0.16, 0.08), (0.7, 0.62)), ((0.16, 0.62), (0.7, 0.08))))


def _strokes(
    x: float, y: float, size: float, colour: str, lines: tuple[tuple[tuple[float, float], ...], ...]
) -> _Parts:
    ink = Ink("", colour, 0.1 * size)
    return tuple(Lines(tuple((x + across * size, y - up * size) for across, up in line), ink) for line in lines)


_DRAWN: dict[str, Callable[[float, float, float, str], _Parts]] = {
    "●": _disc,
    "○": _ring,
    "◐": _half,
    "△": _triangle,
    "≠": _unequal,
    "↑": _up,
    "↓": _down,
    "←": _left,
    "→": _right,
    "∪": _union,
    "⊂": _inside,
    "✓": _tick,
    "✕": _cross,
}
