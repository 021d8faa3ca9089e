"""The scatter plot: subjects by two properties, ranges as crosses, those at one place under one mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from isolation_atlas.publishing.pictures.svg import Drawing, shortened, text_width, wrapped

_MOST_NAMES = 4
_WIDEST_NAME = 180.0
_TYPE = 12.5
_WIDER = 1.1
"""Room for names in proportion to their mean width: fonts differ, and names must not touch."""


@dataclass(frozen=True, slots=True)
class PlotFrame:
    """Where the plot lies in its picture, in user units."""

    left: float = 150.0
    top: float = 26.0
    width: float = 640.0
    height: float = 380.0

    def x(self, share: float) -> float:
        """Return where a share from 0 to 1 lies across."""
        return self.left + share * self.width

    def y(self, share: float) -> float:
        """Return where a share from 0 to 1 lies, from the foot up."""
        return self.top + (1 - share) * self.height


_FRAME = PlotFrame()
_RIGHT, _BOTTOM = 30.0, 62.0


@dataclass(frozen=True, slots=True)
class PlotAxis:
    """An axis: where its words stand, from 0 to 1, and which end is better."""

    name: str
    ticks: tuple[tuple[float, str], ...]
    better: str
    """``high``, ``low`` or empty."""


@dataclass(frozen=True, slots=True)
class Point:
    """A subject's ranges on both axes, each from 0 to 1."""

    name: str
    href: str
    x: tuple[float, float]
    y: tuple[float, float]

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of both ranges, rounded so that equals meet."""
        return round(sum(self.x) / 2, 3), round(sum(self.y) / 2, 3)


def scatter_plot(name: str, title: str, points: Sequence[Point], across: PlotAxis, up: PlotAxis) -> Markup:
    """Return the plot of subjects by two properties; ``name`` is unique on the page."""
    says = f"{len(points)} things by {across.name} (across) and {up.name} (up). The table after it has the same values."
    drawing = Drawing(name, title, says, "scatter")
    draw_axes(drawing, _FRAME, across, up)
    draw_ranges(drawing, _FRAME, points)
    _draw_places(drawing, places_of(points), points)
    return drawing.markup(_FRAME.x(1) + _RIGHT, _FRAME.y(0) + _BOTTOM)


def places_of(points: Sequence[Point]) -> dict[tuple[float, float], list[Point]]:
    """Return the points at each place."""
    places: dict[tuple[float, float], list[Point]] = {}
    for point in points:
        places.setdefault(point.centre, []).append(point)
    return places


def draw_axes(drawing: Drawing, frame: PlotFrame, across: PlotAxis, up: PlotAxis) -> None:
    """Draw the grid with its words, and shade the quarter that is better on both axes."""
    if across.better and up.better:
        x, y = (0.5 if across.better == "high" else 0.0), (1.0 if up.better == "high" else 0.5)
        drawing.rect(frame.x(x), frame.y(y), frame.width / 2, frame.height / 2, "both-good")
        label_x = frame.x(x) + (frame.width / 2 - 8 if across.better == "high" else 8)
        label_y = frame.y(y) + 18 if up.better == "high" else frame.y(0) - 8
        drawing.text(label_x, label_y, "better on both", "note", "end" if across.better == "high" else "start")
    apart = min((after - before for (before, _), (after, _) in pairwise(across.ticks)), default=1.0) * frame.width
    for share, words in across.ticks:
        drawing.line(frame.x(share), frame.y(0), frame.x(share), frame.y(1), "grid")
        for index, line in enumerate(wrapped(words, apart - 4, _TYPE)):
            drawing.text(frame.x(share), frame.y(0) + 18 + index * 14, line, "tick", "middle")
    for share, words in up.ticks:
        drawing.line(frame.x(0), frame.y(share), frame.x(1), frame.y(share), "grid")
        drawing.text(frame.left - 10, frame.y(share) + 4, shortened(words, frame.left - 16, _TYPE), "tick", "end")
    drawing.text(frame.x(0.5), frame.y(0) + 50, _titled(across, ("←", "→")), "axis", "middle")
    drawing.text(4, 15, _titled(up, ("↓", "↑")), "axis")


def _titled(axis: PlotAxis, arrows: tuple[str, str]) -> str:
    if not axis.better:
        return axis.name
    return f"{axis.name} ({arrows[axis.better == 'high']} better)"


def draw_ranges(drawing: Drawing, frame: PlotFrame, points: Sequence[Point]) -> None:
    """Draw a line from end to end of every range."""
    for line in (line for point in points for line in ranges_of(frame, point)):
        drawing.line(line.left, line.top, line.right, line.bottom, "whisker")


def ranges_of(frame: PlotFrame, point: Point) -> tuple[Area, ...]:
    """Return where the lines of a point's ranges lie."""
    x, y = point.centre
    lines = []
    if point.x[1] - point.x[0] > 0.004:
        lines.append(Area(frame.x(point.x[0]), frame.y(y), frame.x(point.x[1]), frame.y(y)))
    if point.y[1] - point.y[0] > 0.004:
        lines.append(Area(frame.x(x), frame.y(point.y[1]), frame.x(x), frame.y(point.y[0])))
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle that something takes up."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Area) -> bool:
        """Return whether both have a point in common."""
        apart = self.right < other.left or other.right < self.left or self.bottom < other.top or other.bottom < self.top
        return not apart


def _draw_places(drawing: Drawing, places: dict[tuple[float, float], list[Point]], points: Sequence[Point]) -> None:
    """Marks first, then as many names as find room; every name is also the label of its mark, and in the table."""
    taken: list[Area] = []
    for centre, here in sorted(places.items()):
        x, y, radius = _FRAME.x(centre[0]), _FRAME.y(centre[1]), _radius(here)
        with drawing.link(here[0].href, ", ".join(point.name for point in here)):
            drawing.circle(x, y, radius, "mark")
        taken.append(Area(x - radius, y - radius, x + radius, y + radius))
    lines = [line for point in points for line in ranges_of(_FRAME, point)]
    for centre, here in sorted(places.items(), key=lambda item: (len(item[1]), item[0])):
        _draw_names(drawing, centre, here, taken, lines)


def _draw_names(
    drawing: Drawing, centre: tuple[float, float], here: list[Point], taken: list[Area], lines_drawn: list[Area]
) -> None:
    """Names beside a mark, clear of lines where there is such a place, and never over another name or mark."""
    x, y = _FRAME.x(centre[0]), _FRAME.y(centre[1])
    for most in range(_MOST_NAMES, 0, -1):
        lines = _label(here, most)
        width, height = max(text_width(words, _TYPE) for words, _ in lines) * _WIDER, len(lines) * 15.0
        free = [
            (Area(left, top, left + width, top + height), anchor)
            for left, top, anchor in _offers(x, y, _radius(here) + 6, width, height)
            if _is_inside(left, top, width, height)
        ]
        free = [offer for offer in free if not any(offer[0].meets(other) for other in taken)]
        clear = [offer for offer in free if not any(offer[0].meets(line) for line in lines_drawn)]
        for box, anchor in (clear or free)[:1]:
            taken.append(box)
            _write_label(drawing, lines, box, anchor)
            return


def _radius(here: list[Point]) -> float:
    return 5.0 + min(len(here) - 1, 5)


def _label(here: list[Point], most: int) -> list[tuple[str, str]]:
    """Lines with at most so many names, and how many more there are."""
    names = sorted(here, key=lambda point: point.name.casefold())
    shown = names if len(names) <= most else names[: most - 1]
    lines = [(shortened(point.name, _WIDEST_NAME, _TYPE), point.href) for point in shown]
    if not shown:
        return [(f"{len(names)} here", "")]
    return [*lines, (f"{len(names) - len(shown)} more", "")] if len(names) > len(shown) else lines


def _write_label(drawing: Drawing, lines: list[tuple[str, str]], box: Area, anchor: str) -> None:
    edge = box.left if anchor == "start" else box.right
    for index, (words, href) in enumerate(lines):
        with drawing.link(href):
            drawing.text(edge, box.top + 11 + index * 15, words, "name", anchor)


def _is_inside(left: float, top: float, width: float, height: float) -> bool:
    across = left >= _FRAME.left and left + width <= _FRAME.x(1) + _RIGHT
    return across and top >= _FRAME.top - 4 and top + height <= _FRAME.y(0)


def _offers(x: float, y: float, away: float, width: float, height: float) -> list[tuple[float, float, str]]:
    """Where the top left corner of a label could stand: right, left, then a little higher or lower."""
    found = []
    for shift in (0, -9, 9, -18, 18, -27, 27):
        found.append((x + away, y - 7 + shift, "start"))
        found.append((x - away - width, y - 7 + shift, "end"))
    found.append((x - width / 2, y - away - height, "start"))
    found.append((x - width / 2, y + away, "start"))
    return found
