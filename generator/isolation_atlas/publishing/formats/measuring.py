"""How wide words are, from the metrics of fonts; lines that fit a width."""

from __future__ import annotations

import unicodedata
from enum import Enum
from functools import cache

NARROW_BLANK = "\u202f"
SIGN = 0.92
"""Room for a sign of a state, in proportion to the size of type; pictures draw signs as shapes."""
SIGNS = frozenset("●○◐△≠↑↓←→∪⊂✓✕")


class Face(Enum):
    """Fonts with known metrics: their names in ReportLab, regular and bold."""

    OFFICE = ("Helvetica", "Helvetica-Bold")
    """Has the widths of Arial and Liberation Sans, which office programs have."""
    WIDE = ("AtlasSans", "AtlasSans-Bold")
    """Bitstream Vera Sans: wider than the fonts that systems come with, so what fits in it fits in them."""


@cache
def char_width(char: str, face: Face, bold: bool) -> float:
    """Return a character's width in proportion to the size of type; wide enough where the font lacks it."""
    if unicodedata.combining(char):
        return 0.0
    if char == NARROW_BLANK:
        char = " "
    if char in SIGNS:
        return SIGN
    if has_glyph(char, face):
        from reportlab.pdfbase import pdfmetrics

        return float(pdfmetrics.stringWidth(char, face.value[bold], 1000)) / 1000
    return 1.05 if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0xFFFF else 0.78


@cache
def has_glyph(char: str, face: Face) -> bool:
    """Return whether a font can draw a character."""
    if face is Face.OFFICE:
        return bool(char.encode("cp1252", "ignore"))
    from isolation_atlas.publishing.formats.fonts import glyphs

    return ord(char) in glyphs()


def width_of(text: str, size: float, face: Face, bold: bool = False) -> float:
    """Return how wide a line is, in the unit of ``size``."""
    return sum(char_width(char, face, bold) for char in text) * size


def widest_word(text: str, size: float, face: Face, bold: bool = False) -> float:
    """Return how wide the widest word is."""
    return max((width_of(word, size, face, bold) for word in pieces(text)), default=0.0)


def pieces(text: str) -> list[str]:
    """Return the parts of a text between which a line may end: after a blank, a hyphen or a slash."""
    found: list[str] = []
    for word in text.split(" "):
        if not word:
            continue
        rest = word
        for position, char in enumerate(word[:-1]):
            if char in "-/" and word[position - 1].isalnum() and word[position + 1].isalnum():
                head = rest[: len(rest) - (len(word) - position - 1)]
                found.append(head)
                rest = rest[len(head) :]
        found.append(f"{rest} ")
    return [*found[:-1], found[-1].rstrip()] if found else []


def lines_in(text: str, width: float, size: float, face: Face, bold: bool = False) -> tuple[str, ...]:
    """Return text as lines that fit a width; a piece that is too wide is broken between characters."""
    lines, line, used = [], "", 0.0
    for piece in pieces(text):
        for part in _parts(piece, width, size, face, bold):
            wide = width_of(part.rstrip(), size, face, bold)
            if line and used + wide > width:
                lines.append(line.rstrip())
                line, used = "", 0.0
            line += part
            used += width_of(part, size, face, bold)
    return (*lines, line.rstrip()) if line else tuple(lines) or ("",)


def _parts(piece: str, width: float, size: float, face: Face, bold: bool) -> list[str]:
    if width_of(piece.rstrip(), size, face, bold) <= width:
        return [piece]
    parts, part = [], ""
    for char in piece:
        if part and width_of(part + char, size, face, bold) > width:
            parts.append(part)
            part = ""
        part += char
    return [*parts, part]
