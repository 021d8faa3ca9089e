"""The neighbourhood: what leads to a thing at its left, what it leads to at its right, by relation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from isolation_atlas.publishing.pictures.svg import Drawing, number, shortened, wrapped

_WIDTH, _SIDE, _CENTRE = 860.0, 300.0, 160.0
_ROW, _HEAD, _GAP, _TYPE = 20.0, 18.0, 10.0, 13.0
_MOST = 8


@dataclass(frozen=True, slots=True)
class End:
    """A thing at the far end of a relation."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """All ends of one relation in one direction."""

    name: str
    outgoing: bool
    ends: tuple[End, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a side: a relation's name, or one of its ends."""

    y: float
    words: str
    href: str = ""
    is_end: bool = False


def neighbourhood(name: str, title: str, bundles: Sequence[Bundle], more: str) -> Markup:
    """Return the picture of at least one bundle; long ones end with a link to ``more``."""
    sides = [_lines([each for each in bundles if each.outgoing is outgoing], more) for outgoing in (False, True)]
    height = max(side[1] for side in sides)
    drawing = Drawing(name, f"The neighbourhood of {title}", describe(bundles), "neighbourhood")
    middle = height / 2
    for outgoing, (lines, tall) in zip((False, True), sides, strict=True):
        shift = (height - tall) / 2
        for line in lines:
            _draw(drawing, line, line.y + shift, middle, outgoing=outgoing)
    _draw_centre(drawing, title, middle)
    return drawing.markup(_WIDTH, height)


def describe(bundles: Sequence[Bundle]) -> str:
    """Return the neighbourhood in words."""
    return " ".join(f"{each.name.capitalize()}: {', '.join(_names(each))}." for each in bundles)


def _names(bundle: Bundle) -> list[str]:
    left = len(bundle.ends) - _MOST
    return [end.name for end in bundle.ends[:_MOST]] + ([f"{left} more"] if left > 0 else [])


def _lines(bundles: Sequence[Bundle], more: str) -> tuple[list[_Line], float]:
    found: list[_Line] = []
    y = 4.0
    for bundle in bundles:
        y += _HEAD
        found.append(_Line(y - 5, bundle.name))
        shown = [*bundle.ends[:_MOST]]
        if len(bundle.ends) > _MOST:
            shown.append(End(f"{len(bundle.ends) - _MOST} more", more))
        for end in shown:
            y += _ROW
            found.append(_Line(y - 5, end.name, end.href, is_end=True))
        y += _GAP
    return found, max(y, 64.0)


def _draw(drawing: Drawing, line: _Line, y: float, middle: float, *, outgoing: bool) -> None:
    x, anchor = (_WIDTH - _SIDE, "start") if outgoing else (_SIDE, "end")
    if not line.is_end:
        drawing.text(x, y, line.words, "relation", anchor)
        return
    edge = (_WIDTH + _CENTRE) / 2 if outgoing else (_WIDTH - _CENTRE) / 2
    near = x - 6 if outgoing else x + 6
    foot, bend, end = number(y - 4), number((x + edge) / 2), f"{number(edge)} {number(middle)}"
    drawing.path(f"M{number(near)} {foot}C{bend} {foot} {bend} {number(middle)} {end}", "branch")
    with drawing.link(line.href):
        drawing.text(x, y, shortened(line.words, _SIDE - 8, _TYPE), "end", anchor)


def _draw_centre(drawing: Drawing, title: str, middle: float) -> None:
    lines = wrapped(title, _CENTRE - 16, _TYPE, 3)
    tall = 18 * len(lines) + 14
    drawing.rect((_WIDTH - _CENTRE) / 2, middle - tall / 2, _CENTRE, tall, "centre", 4)
    for index, words in enumerate(lines):
        drawing.text(_WIDTH / 2, middle - tall / 2 + 20 + 18 * index, words, "name", "middle")
