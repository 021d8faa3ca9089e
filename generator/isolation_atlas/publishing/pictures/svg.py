"""Drawing SVG: shapes carry classes only, so that style sheets decide colours in light, dark and print."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree as ET

from markupsafe import Markup

CHARACTER = 0.56
"""Mean width of a character in proportion to the size of type, for the sans-serif fonts that systems come with."""


class Drawing:
    """A picture under construction; coordinates are user units from the top left corner."""

    def __init__(self, name: str, title: str, says: str, css: str) -> None:
        self._name, self._css = name, css
        self._root = ET.Element("svg")
        self._here = self._root
        self._has_links = False
        ET.SubElement(self._root, "title", id=f"{name}-title").text = title
        ET.SubElement(self._root, "desc", id=f"{name}-says").text = says

    @contextmanager
    def link(self, href: str, label: str = "") -> Iterator[None]:
        """Make everything drawn inside lead to ``href``; without one, only group it."""
        outer = self._here
        if href:
            self._has_links = True
            self._here = ET.SubElement(outer, "a", href=href)
            if label:
                self._here.set("aria-label", label)
        else:
            self._here = ET.SubElement(outer, "g")
        yield
        self._here = outer

    def rect(self, x: float, y: float, width: float, height: float, css: str, radius: float = 0) -> None:
        """Draw a rectangle."""
        made = self._shape("rect", css, x=x, y=y, width=width, height=height)
        if radius:
            made.set("rx", number(radius))

    def line(self, x1: float, y1: float, x2: float, y2: float, css: str) -> None:
        """Draw a straight line."""
        self._shape("line", css, x1=x1, y1=y1, x2=x2, y2=y2)

    def circle(self, x: float, y: float, radius: float, css: str) -> None:
        """Draw a circle."""
        self._shape("circle", css, cx=x, cy=y, r=radius)

    def path(self, data: str, css: str) -> None:
        """Draw a path."""
        self._shape("path", css).set("d", data)

    def text(self, x: float, y: float, words: str, css: str, anchor: str = "start") -> None:
        """Write words whose base line is at ``y``."""
        made = self._shape("text", css, x=x, y=y)
        if anchor != "start":
            made.set("text-anchor", anchor)
        made.text = words

    def markup(self, width: float, height: float) -> Markup:
        """Return the picture as an inline element."""
        attributes = {
            "class": f"picture {self._css}",
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "width": number(width),
            "height": number(height),
            "role": "group" if self._has_links else "img",
            "aria-labelledby": f"{self._name}-title {self._name}-says",
        }
        self._root.attrib.update(attributes)
        return Markup(ET.tostring(self._root, encoding="unicode"))  # noqa: S704

    def _shape(self, tag: str, css: str, **numbers: float) -> ET.Element:
        made = ET.SubElement(self._here, tag, {key: number(value) for key, value in numbers.items()})
        made.set("class", css)
        return made


def number(value: float) -> str:
    """Return a coordinate with at most one decimal, so that the same layout gives the same bytes everywhere."""
    rounded = round(value, 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def text_width(words: str, size: float) -> float:
    """Return roughly how wide words are in type of a size; wide enough for the common fonts."""
    return len(words) * size * CHARACTER


def shortened(words: str, width: float, size: float) -> str:
    """Return words, cut with an ellipsis where they would be wider than ``width``."""
    most = max(3, int(width / (size * CHARACTER)))
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def wrapped(words: str, width: float, size: float, most: int = 2) -> list[str]:
    """Return words as lines that fit into ``width``, the last of at most ``most`` cut where they do not."""
    lines: list[str] = []
    for word in words.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = shortened(f"{lines[-1]} {word}…", width, size)
            break
    return lines or [""]
