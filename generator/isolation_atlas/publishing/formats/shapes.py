"""What a picture is made of: shapes with colours, for SVG, PDF and slides alike. Units are points from the top left."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours ``rrggbb`` of inside and outline, empty for none; the outline's width and dashes."""

    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, with rounded corners where it has a radius."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    radius: float = 0.0
    href: str = ""


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle."""

    x: float
    y: float
    radius: float
    ink: Ink
    href: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Straight lines from point to point; closed ones have an inside."""

    points: tuple[tuple[float, float], ...]
    ink: Ink
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text whose base line is at ``y``; ``anchor`` is start, middle or end."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    anchor: str = "start"
    href: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of a state, drawn with shapes, so that no font has to have it."""

    symbol: str
    shapes: tuple[Rect | Disc | Lines, ...]


Shape = Rect | Disc | Lines | Words | Sign


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes on paper, with what somebody who does not see them is told."""

    title: str
    says: str
    width: float
    height: float
    paper: str
    shapes: tuple[Shape, ...]
    link: str = ""
    as_of: str = ""
    sources: tuple[str, ...] = ()
