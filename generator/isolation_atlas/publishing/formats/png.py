"""PNG with twice as many pixels as points, drawn by resvg; the font comes along, so every machine draws the same."""

from __future__ import annotations

import resvg_py

from isolation_atlas.publishing.formats.composing import plot_picture, table_picture, tree_as_picture
from isolation_atlas.publishing.formats.fonts import FAMILY, font_files, glyphs
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.shapes import Picture, Words
from isolation_atlas.publishing.formats.svg import markup
from isolation_atlas.publishing.formats.table import Table

SCALE = 2


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as one picture."""
    return raster(table_picture(table, look))


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return a tree as one picture."""
    return raster(tree_as_picture(tree, look))


def write_picture(plot: Plot, look: Look) -> bytes:
    """Return a picture of the site."""
    return raster(plot_picture(plot, look))


def raster(picture: Picture, scale: float = SCALE) -> bytes:
    """Return a picture's pixels; the machine's fonts serve only where the one that comes along lacks a character."""
    return resvg_py.svg_to_bytes(
        svg_string=markup(picture, fonts=f"'{FAMILY}'"),
        zoom=scale,
        skip_system_fonts=not missing(picture),
        font_files=[str(path) for path in font_files()],
        sans_serif_family=FAMILY,
        font_family=FAMILY,
    )


def missing(picture: Picture) -> frozenset[str]:
    """Return the characters of a picture that its font cannot draw."""
    words = "".join(shape.text for shape in picture.shapes if isinstance(shape, Words))
    return frozenset(char for char in words if ord(char) not in glyphs())
