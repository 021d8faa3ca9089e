"""The scatter plot: subjects by two properties, ranges as crosses, those at one place under one mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from isolation_atlas.publishing.pictures.svg import Drawing, shortened, text_width

_LEFT, _TOP, _RIGHT, _BOTTOM = 150.0, 26.0, 30.0, 62.0
_PLOT_WIDTH, _PLOT_HEIGHT = 640.0, 380.0
_MOST_NAMES = 4
_TYPE = 12.5


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
    _draw_axes(drawing, across, up)
    places: dict[tuple[float, float], list[Point]] = {}
    for point in points:
        places.setdefault(point.centre, []).append(point)
    for point in points:
        _draw_ranges(drawing, point)
    _draw_places(drawing, places)
    return drawing.markup(_LEFT + _PLOT_WIDTH + _RIGHT, _TOP + _PLOT_HEIGHT + _BOTTOM)


def _x(share: float) -> float:
    return _LEFT + share * _PLOT_WIDTH


def _y(share: float) -> float:
    return _TOP + (1 - share) * _PLOT_HEIGHT


def _draw_axes(drawing: Drawing, across: PlotAxis, up: PlotAxis) -> None:
    if across.better and up.better:
        x, y = (0.5 if across.better == "high" else 0.0), (1.0 if up.better == "high" else 0.5)
        drawing.rect(_x(x), _y(y), _PLOT_WIDTH / 2, _PLOT_HEIGHT / 2, "both-good")
        label_x = _x(x) + (_PLOT_WIDTH / 2 - 8 if across.better == "high" else 8)
        label_y = _y(y) + 18 if up.better == "high" else _y(0) - 8
        drawing.text(label_x, label_y, "better on both", "note", "end" if across.better == "high" else "start")
    for share, words in across.ticks:
        drawing.line(_x(share), _y(0), _x(share), _y(1), "grid")
        drawing.text(_x(share), _y(0) + 18, words, "tick", "middle")
    for share, words in up.ticks:
        drawing.line(_x(0), _y(share), _x(1), _y(share), "grid")
        drawing.text(_LEFT - 10, _y(share) + 4, shortened(words, _LEFT - 16, 12.5), "tick", "end")
    drawing.text(_x(0.5), _y(0) + 46, _titled(across, ("←", "→")), "axis", "middle")
    drawing.text(4, 15, _titled(up, ("↓", "↑")), "axis")


def _titled(axis: PlotAxis, arrows: tuple[str, str]) -> str:
    if not axis.better:
        return axis.name
    return f"{axis.name} ({arrows[axis.better == 'high']} better)"


def _draw_ranges(drawing: Drawing, point: Point) -> None:
    x, y = point.centre
    if point.x[1] - point.x[0] > 0.004:
        drawing.line(_x(point.x[0]), _y(y), _x(point.x[1]), _y(y), "whisker")
    if point.y[1] - point.y[0] > 0.004:
        drawing.line(_x(x), _y(point.y[0]), _x(x), _y(point.y[1]), "whisker")


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        apart = self.right < other.left or other.right < self.left or self.bottom < other.top or other.bottom < self.top
        return not apart


def _draw_places(drawing: Drawing, places: dict[tuple[float, float], list[Point]]) -> None:
    """Marks first, then as many names as find room; every name is also the label of its mark, and in the table."""
    taken: list[_Box] = []
    for centre, here in sorted(places.items()):
        x, y, radius = _x(centre[0]), _y(centre[1]), 5.0 + min(len(here) - 1, 5)
        with drawing.link(here[0].href, ", ".join(point.name for point in here)):
            drawing.circle(x, y, radius, "mark")
        taken.append(_Box(x - radius, y - radius, x + radius, y + radius))
    for centre, here in sorted(places.items(), key=lambda item: (len(item[1]), item[0])):
        _draw_names(drawing, centre, here, taken)


def _draw_names(drawing: Drawing, centre: tuple[float, float], here: list[Point], taken: list[_Box]) -> None:
    x, y = _x(centre[0]), _y(centre[1])
    names = sorted(here, key=lambda point: point.name.casefold())
    shown = names if len(names) <= _MOST_NAMES else names[: _MOST_NAMES - 1]
    lines = [(shortened(point.name, 150, _TYPE), point.href) for point in shown]
    if len(names) > len(shown):
        lines.append((f"{len(names) - len(shown)} more", ""))
    width, height = max(text_width(words, _TYPE) for words, _ in lines), len(lines) * 15.0
    for left, top, anchor in _offers(x, y, width, height):
        box = _Box(left, top, left + width, top + height - 3)
        inside = box.left >= _LEFT and box.right <= _LEFT + _PLOT_WIDTH + _RIGHT and box.bottom <= _y(0)
        if inside and not any(box.meets(other) for other in taken):
            taken.append(box)
            for index, (words, href) in enumerate(lines):
                with drawing.link(href):
                    edge = left if anchor == "start" else left + width
                    drawing.text(edge, top + 11 + index * 15, words, "name", anchor)
            return


def _offers(x: float, y: float, width: float, height: float) -> list[tuple[float, float, str]]:
    """Where the top left corner of a label could stand: right, left, then a little higher or lower."""
    found = []
    for shift in (0, -9, 9, -18, 18):
        found.append((x + 11, y - 7 + shift, "start"))
        found.append((x - 11 - width, y - 7 + shift, "end"))
    found.append((x - width / 2, y - 12 - height, "start"))
    return found
