"""From the site's pictures, whose shapes carry classes, to shapes with the colours of a theme."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from isolation_atlas.publishing.formats.look import Theme
from isolation_atlas.publishing.formats.measuring import Face
from isolation_atlas.publishing.formats.painting_classes import ink_of, type_of
from isolation_atlas.publishing.formats.shapes import Disc, Lines, Rect, Shape
from isolation_atlas.publishing.formats.signs import moved, text_shapes, with_anchor

_STEP = re.compile(r"([MHVLZ])([^MHVLZ]*)")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture's shapes with its size."""

    title: str
    says: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    head: float = 0.0
    """Where the first row begins, in a picture of rows."""
    pitch: float = 0.0
    """How high a row is; 0 in a picture that has none."""

    def moved(self, right: float, down: float) -> tuple[Shape, ...]:
        """Return the shapes elsewhere."""
        return tuple(moved(shape, right, down) for shape in self.shapes)


def shapes_of(markup: str, theme: Theme, face: Face = Face.WIDE) -> Drawn:
    """Return the shapes of a picture's markup, which must be what ``pictures.svg.Drawing`` writes.

    ``face`` is the font by whose widths words and signs in one line are set.
    """
    root = ET.fromstring(markup)  # noqa: S314
    picture = tuple(root.get("class", "").split())
    width, height = (float(root.get(side, "0")) for side in ("width", "height"))
    shapes = tuple(shape for each in root.iter() for shape in _shapes(each, picture, theme, face))
    head, pitch = _rows(root)
    return Drawn(root.findtext("title", ""), root.findtext("desc", ""), width, height, shapes, head, pitch)


def _rows(root: ET.Element) -> tuple[float, float]:
    """Where the rows of a picture begin and how high they are, as the stripe behind every second one tells."""
    stripe = next((each for each in root.iter("rect") if "stripe" in each.get("class", "").split()), None)
    if stripe is None:
        return 0.0, 0.0
    pitch = float(stripe.get("height", "0"))
    return float(stripe.get("y", "0")) - pitch, pitch


def _shapes(element: ET.Element, picture: tuple[str, ...], theme: Theme, face: Face) -> tuple[Shape, ...]:
    classes = tuple(element.get("class", "").split())
    ink = ink_of(classes, picture, theme)
    match element.tag:
        case "rect":
            x, y, width, height = (float(element.get(each, "0")) for each in ("x", "y", "width", "height"))
            return (Rect(x, y, width, height, ink, float(element.get("rx", "0"))),)
        case "circle":
            across, down, radius = (float(element.get(each, "0")) for each in ("cx", "cy", "r"))
            return (Disc(across, down, radius, ink),)
        case "line":
            x1, y1, x2, y2 = (float(element.get(each, "0")) for each in ("x1", "y1", "x2", "y2"))
            return (Lines(((x1, y1), (x2, y2)), ink),)
        case "path":
            return tuple(Lines(points, ink) for points in _polylines(element.get("d", "")))
        case "text":
            return _text(element, type_of(classes, picture, theme), face)
        case _:
            return ()


def _text(element: ET.Element, type_: tuple[float, bool, str], face: Face) -> tuple[Shape, ...]:
    size, bold, colour = type_
    x, y, words = float(element.get("x", "0")), float(element.get("y", "0")), element.text or ""
    anchor = element.get("text-anchor", "start")
    shapes = text_shapes(x, y, words, size, colour, face, bold=bold)
    return with_anchor(shapes, x, words, size, bold, anchor, face)


def _polylines(data: str) -> list[tuple[tuple[float, float], ...]]:
    """The way of a path's pen; curves do not occur in the site's pictures."""
    found: list[list[tuple[float, float]]] = []
    x = y = 0.0
    for letter, rest in _STEP.findall(data):
        numbers = [float(each) for each in re.findall(r"-?[\d.]+", rest)]
        if letter in "ML":
            x, y = numbers
        elif letter == "H":
            x = numbers[0]
        elif letter == "V":
            y = numbers[0]
        if letter == "M":
            found.append([])
        found[-1].append((x, y))
    return [tuple(points) for points in found]
