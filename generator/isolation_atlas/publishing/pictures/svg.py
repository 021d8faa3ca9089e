"""Drawing SVG: shapes carry classes only, so that style sheets decide colours in light, dark and print."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from xml.sax.saxutils import escape

from markupsafe import Markup

CHARACTER = 0.56
"""Mean width of a character in proportion to the size of type, for the sans-serif fonts that systems come with."""
_QUOTE = {'"': "&quot;"}


class Drawing:
    """A picture under construction; coordinates are user units from the top left corner.

    Shapes are written as they are drawn: a tree of elements that is only written would take three times as long.
    """

    def __init__(self, name: str, title: str, says: str, css: str) -> None:
        self._name, self._css = name, css
        self._has_links = False
        self._parts = [
            f'<title id="{_quoted(name)}-title">{escape(title)}</title>',
            f'<desc id="{_quoted(name)}-says">{escape(says)}</desc>',
        ]

    @contextmanager
    def link(self, href: str, label: str = "") -> Iterator[None]:
        """Make everything drawn inside lead to ``href``; without one, only group it."""
        if href:
            self._has_links = True
            labelled = f' aria-label="{_quoted(label)}"' if label else ""
            self._parts.append(f'<a href="{_quoted(href)}"{labelled}>')
        else:
            self._parts.append("<g>")
        yield
        self._parts.append("</a>" if href else "</g>")

    def rect(self, x: float, y: float, width: float, height: float, css: str, radius: float = 0) -> None:
        """Draw a rectangle."""
        rounded = f' rx="{number(radius)}"' if radius else ""
        size = f'width="{number(width)}" height="{number(height)}"'
        self._parts.append(f'<rect x="{number(x)}" y="{number(y)}" {size} class="{_quoted(css)}"{rounded} />')

    def line(self, x1: float, y1: float, x2: float, y2: float, css: str) -> None:
        """Draw a straight line."""
        ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
        self._parts.append(f'<line {ends} class="{_quoted(css)}" />')

    def circle(self, x: float, y: float, radius: float, css: str) -> None:
        """Draw a circle."""
        self._parts.append(f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" class="{_quoted(css)}" />')

    def path(self, data: str, css: str) -> None:
        """Draw a path."""
        self._parts.append(f'<path class="{_quoted(css)}" d="{_quoted(data)}" />')

    def text(self, x: float, y: float, words: str, css: str, anchor: str = "start") -> None:
        """Write words whose base line is at ``y``."""
        anchored = f' text-anchor="{_quoted(anchor)}"' if anchor != "start" else ""
        place = f'x="{number(x)}" y="{number(y)}" class="{_quoted(css)}"{anchored}'
        self._parts.append(f"<text {place}>{escape(words)}</text>")

    def markup(self, width: float, height: float) -> Markup:
        """Return the picture as an inline element."""
        wide, high, name = number(width), number(height), _quoted(self._name)
        role = "group" if self._has_links else "img"
        opening = (
            f'<svg class="picture {_quoted(self._css)}" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}"'
            f' role="{role}" aria-labelledby="{name}-title {name}-says">'
        )
        return Markup("".join((opening, *self._parts, "</svg>")))  # noqa: S704


def _quoted(words: str) -> str:
    return escape(words, _QUOTE)


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
