"""The timeline: dated things in rows by kind, every mark leading to its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from isolation_atlas.publishing.pictures.svg import Drawing, shortened

_LABELS, _WIDTH, _RIGHT = 150.0, 920.0, 20.0
_HEAD, _ROW, _RADIUS = 34.0, 24.0, 4.6
_STEP = 9.0


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day; ``says`` is read out in its place."""

    day: date
    says: str
    href: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """Events of one kind."""

    name: str
    events: tuple[Event, ...]


def timeline(name: str, title: str, rows: Sequence[EventRow]) -> Markup:
    """Return the timeline of rows, in the given order, of which at least one has an event."""
    days = [event.day for row in rows for event in row.events]
    first, last = min(days).year, max(days).year + 1
    says = f"{len(days)} marks in {len(rows)} rows, from {first} to {last - 1}. The table after it has the same."
    drawing = Drawing(name, title, says, "timeline")
    placed = [(row, _placed(row, first, last)) for row in rows]
    heights = [max(_ROW, 14 + _STEP * (1 + max(level for _, _, level in marks))) for _, marks in placed]
    height = _HEAD + sum(heights) + 6
    _draw_years(drawing, first, last, height)
    top = _HEAD
    for index, ((row, marks), tall) in enumerate(zip(placed, heights, strict=True)):
        if index % 2:
            drawing.rect(0, top, _WIDTH, tall, "stripe")
        drawing.text(_LABELS - 14, top + tall / 2 + 4.5, shortened(row.name, _LABELS - 18, 13), "label", "end")
        for event, x, level in marks:
            with drawing.link(event.href, event.says):
                drawing.circle(x, top + tall - 10 - level * _STEP, _RADIUS, "mark")
        top += tall
    return drawing.markup(_WIDTH, height)


def _x(day: date, first: int, last: int) -> float:
    start, end = date(first, 1, 1).toordinal(), date(last, 1, 1).toordinal()
    return _LABELS + (day.toordinal() - start) / (end - start) * (_WIDTH - _RIGHT - _LABELS)


def _placed(row: EventRow, first: int, last: int) -> list[tuple[Event, float, int]]:
    """Each event with its coordinate and how far it is lifted so that marks do not cover each other."""
    found: list[tuple[Event, float, int]] = []
    for event in sorted(row.events, key=lambda each: (each.day, each.says)):
        x = _x(event.day, first, last)
        taken = {level for _, other, level in found if abs(other - x) < 2 * _RADIUS}
        found.append((event, x, next(level for level in range(len(found) + 1) if level not in taken)))
    return found


def _draw_years(drawing: Drawing, first: int, last: int, height: float) -> None:
    stride = max(1, (last - first) // 9)
    for year in range(first, last, stride):
        x = _x(date(year, 1, 1), first, last)
        drawing.line(x, _HEAD - 6, x, height, "grid")
        drawing.text(x + 3, _HEAD - 12, str(year), "tick")
