"""How a format may look: colours, size and how much is said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Size(Enum):
    """Sizes of slides and pages, with width and height in points."""

    WIDE = "16:9"
    CLASSIC = "4:3"
    A4 = "a4"

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points, a seventy-second of an inch."""
        return _POINTS[self]


_POINTS = {Size.WIDE: (960.0, 540.0), Size.CLASSIC: (720.0, 540.0), Size.A4: (841.9, 595.3)}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by their part, each ``rrggbb``."""

    name: str
    paper: str
    ink: str
    muted: str
    head: str
    head_ink: str
    stripe: str
    rule: str
    accent: str
    good: str
    warning: str
    fault: str
    shared: str
    shared_edge: str


LIGHT = Theme(
    "light", "ffffff", "16202a", "55616d", "24425c", "ffffff", "f3f6f9", "c9d3dc", "2f6690", "1c6144", "7a5400",
    "8f1d5b", "c9d6e2", "7d95ab",
)  # fmt: skip
DARK = Theme(
    "dark", "14202b", "eef3f7", "b4c0cb", "2b4a66", "ffffff", "1b2a38", "3d5266", "7cc0f5", "8fd9bb", "f2c46b",
    "ff9dcb", "37485a", "71879d",
)  # fmt: skip
PRINT = Theme(
    "print", "ffffff", "000000", "404040", "ffffff", "000000", "ffffff", "808080", "000000", "000000", "000000",
    "000000", "d9d9d9", "606060",
)  # fmt: skip
HIGH_CONTRAST = Theme(
    "high-contrast", "000000", "ffffff", "ffffff", "ffffff", "000000", "000000", "ffffff", "ffff00", "00ff7f",
    "ffd700", "ff9dff", "333333", "ffffff",
)  # fmt: skip
THEMES: dict[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK, PRINT, HIGH_CONTRAST)}


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is shown; ``full`` adds whose facts they are and the numbers of the sources to each cell."""

    theme: Theme = LIGHT
    size: Size = Size.WIDE
    full: bool = False
