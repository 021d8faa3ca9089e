"""The scatter plot for slides: numbers at the marks and a list of names beside it, so that no name is small or lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from isolation_atlas.publishing.pictures.scatter import (
    Area,
    PlotAxis,
    PlotFrame,
    Point,
    draw_axes,
    draw_ranges,
    places_of,
    ranges_of,
)
from isolation_atlas.publishing.pictures.svg import Drawing, text_width, wrapped

_TYPE, _LINE, _HEIGHT, _RADIUS = 12.5, 15.5, 350.0, 5.0
_NUMBER_ROOM, _GAP, _WIDER = 24.0, 22.0, 1.1


@dataclass(frozen=True, slots=True)
class ListedShape:
    """The shape of such a picture: the plot's place in it, and the width of the list."""

    frame: PlotFrame
    names: float

    @property
    def width(self) -> float:
        """Width in all."""
        return self.frame.x(1) + _GAP + self.names


SHAPES = (
    ListedShape(PlotFrame(124, 26, 462, _HEIGHT - 26 - 58), 272),
    ListedShape(PlotFrame(108, 26, 300, _HEIGHT - 26 - 58), 210),
)
"""For slides that are wide, and for those that are less so."""


def numbered_scatter(
    name: str, title: str, points: Sequence[Point], across: PlotAxis, up: PlotAxis, shape: ListedShape
) -> Markup:
    """Return the plot of subjects by two properties with numbers for names."""
    says = f"{len(points)} things by {across.name} (across) and {up.name} (up), numbered; the list has their names."
    drawing = Drawing(name, title, says, "scatter")
    draw_axes(drawing, shape.frame, across, up)
    draw_ranges(drawing, shape.frame, points)
    places = sorted(places_of(points).items(), key=lambda item: (-item[0][1], item[0][0]))
    lines = [line for point in points for line in ranges_of(shape.frame, point)]
    _draw_numbers(drawing, [(shape.frame.x(across), shape.frame.y(up)) for (across, up), _ in places], lines)
    _draw_list(drawing, shape, [here for _, here in places])
    return drawing.markup(shape.width, _HEIGHT)


def _draw_numbers(drawing: Drawing, marks: list[tuple[float, float]], lines: list[Area]) -> None:
    """Numbers beside marks, clear of lines where there is such a place, and never over another number or mark."""
    taken = [Area(x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS) for x, y in marks]
    for x, y in marks:
        drawing.circle(x, y, _RADIUS, "mark")
    for number, (x, y) in enumerate(marks, 1):
        wide = text_width(str(number), _TYPE) * _WIDER
        boxes = [Area(left, top, left + wide, top + 11) for left, top in _offers(x, y, wide)]
        free = [each for each in boxes if not any(each.meets(other) for other in taken)]
        clear = [each for each in free if not any(each.meets(line) for line in lines)]
        box = (clear or free or boxes)[0]
        taken.append(box)
        if box is not boxes[0] and max(box.left - x, x - box.right, box.top - y, y - box.bottom) > 2 * _RADIUS:
            drawing.line(x, y, (box.left + box.right) / 2, (box.top + box.bottom) / 2, "leader")
        drawing.text(box.left, box.bottom - 1, str(number), "name")


def _offers(x: float, y: float, wide: float) -> Iterator[tuple[float, float]]:
    """Where the top left corner of a number could stand: near its mark first, then farther away."""
    for away in (7, 14, 22, 32, 44):
        for across, down in ((away, -13), (away, 2), (-away - wide, -13), (-away - wide, 2)):
            yield x + across, y + down
        yield x - wide / 2, y - away - 11
        yield x - wide / 2, y + away


def _draw_list(drawing: Drawing, shape: ListedShape, places: list[list[Point]]) -> None:
    """The names by number; where they are too many, the last line counts those left out."""
    left, room = shape.frame.x(1) + _GAP, int((_HEIGHT - 6) / _LINE)
    rows: list[tuple[str, str]] = []
    for number, here in enumerate(places, 1):
        names = ", ".join(sorted((point.name for point in here), key=str.casefold))
        lines = wrapped(names, (shape.names - _NUMBER_ROOM) / _WIDER, _TYPE, 9)
        rows += [(str(number) if index == 0 else "", line) for index, line in enumerate(lines)]
    for index, (mark, line) in enumerate(rows if len(rows) <= room else rows[: room - 1]):
        drawing.text(left + _NUMBER_ROOM - 8, 15 + index * _LINE, mark, "name", "end")
        drawing.text(left + _NUMBER_ROOM, 15 + index * _LINE, line, "name")
    if len(rows) > room:
        drawing.text(left + _NUMBER_ROOM, 15 + (room - 1) * _LINE, "and more, named in the notes", "name")
