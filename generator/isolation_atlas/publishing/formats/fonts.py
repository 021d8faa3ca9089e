"""The font that pictures and PDF are drawn with: Bitstream Vera Sans, which comes with ReportLab."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

REGULAR, BOLD, FAMILY = "AtlasSans", "AtlasSans-Bold", "Bitstream Vera Sans"


def font_files() -> tuple[Path, Path]:
    """Return the files of the regular and the bold font."""
    folder = Path(reportlab.__file__).parent / "fonts"
    return folder / "Vera.ttf", folder / "VeraBd.ttf"


@cache
def register() -> None:
    """Make the fonts known to ReportLab."""
    for name, path in zip((REGULAR, BOLD), font_files(), strict=True):
        pdfmetrics.registerFont(TTFont(name, str(path)))


@cache
def glyphs() -> frozenset[int]:
    """Return the code points that the font can draw."""
    register()
    face: TTFontFace = pdfmetrics.getFont(REGULAR).face  # type: ignore[attr-defined]
    return frozenset(face.charToGlyph)
