"""Whole pictures of tables and trees: title, body, signs, and where it is from."""

from __future__ import annotations

from isolation_atlas.publishing.formats.drawing_table import SETTING, paragraph, table_shapes
from isolation_atlas.publishing.formats.layout import lay_out, natural_width
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.measuring import Face, lines_in
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.reading_svg import shapes_of
from isolation_atlas.publishing.formats.shapes import Picture, Shape
from isolation_atlas.publishing.formats.table import Table
from isolation_atlas.publishing.formats.wording import clean, legend_line, reference_line
from isolation_atlas.publishing.pictures.tree import tree_picture

MARGIN, _TITLE, _TEXT, _SMALL = 28.0, 22.0, 12.5, 10.5


class Composition:
    """A picture that grows from top to bottom."""

    def __init__(self, width: float, look: Look) -> None:
        self.width, self.look, self.y = width, look, MARGIN
        self.shapes: list[Shape] = []

    def text(self, words: str, size: float, colour: str, bold: bool = False, after: float = 6.0) -> None:
        """Add a paragraph; empty words add nothing."""
        if not words:
            return
        lines = lines_in(clean(words), self.width - 2 * MARGIN, size, Face.WIDE, bold)
        self.shapes.extend(paragraph(MARGIN, self.y, lines, size, colour, bold))
        self.y += len(lines) * size * 1.3 + after

    def add(self, shapes: tuple[Shape, ...], height: float, after: float = 12.0) -> None:
        """Add shapes that were placed at the present height."""
        self.shapes.extend(shapes)
        self.y += height + after

    def picture(self, title: str, says: str, link: str, as_of: str, sources: tuple[str, ...] = ()) -> Picture:
        """Return what has been composed."""
        paper = self.look.theme.paper
        height = self.y + MARGIN - 6
        return Picture(clean(title), clean(says), self.width, height, paper, tuple(self.shapes), link, as_of, sources)


def table_picture(table: Table, look: Look) -> Picture:
    """Return a table as one picture, as wide as the size asks for or as its columns need."""
    least = natural_width(table, SETTING, look.full) if table.columns else 0
    width = max(look.size.points[0], least + 2 * MARGIN + 1)
    made, theme = Composition(width, look), look.theme
    made.text(table.title, _TITLE, theme.ink, bold=True, after=2)
    made.text(table.summary, _TEXT, theme.muted, after=10)
    if table.rows and table.columns:
        (laid,) = lay_out(table, width - 2 * MARGIN, float("inf"), SETTING, look.full)
        made.add(table_shapes(table, laid, MARGIN, made.y, theme, SETTING), laid.height)
    else:
        made.text("Nothing to show.", _TEXT, theme.ink)
    made.text(table.note, _SMALL, theme.ink)
    made.text(legend_line(table), _SMALL, theme.muted)
    made.text(f"{table.footer} · {table.link}".strip(" ·"), _SMALL, theme.muted)
    if look.full:
        for reference in table.references:
            made.text(reference_line(reference), _SMALL, theme.muted, after=1)
    says = f"A table of {len(table.rows)} rows and {len(table.columns)} columns. {table.summary}"
    sources = tuple(reference_line(each) for each in table.references)
    return made.picture(table.title, says, table.link, table.as_of, sources)


def tree_as_picture(tree: Tree, look: Look) -> Picture:
    """Return a tree as one picture."""
    drawn = shapes_of(str(tree_picture("tree", tree.title, tree.root)), look.theme)
    width = max(look.size.points[0], drawn.width + 2 * MARGIN)
    made, theme = Composition(width, look), look.theme
    made.text(tree.title, _TITLE, theme.ink, bold=True, after=2)
    made.text(tree.summary, _TEXT, theme.muted, after=10)
    made.add(drawn.moved(MARGIN, made.y), drawn.height)
    origin = (tree.publisher, f"facts as of {tree.as_of}", tree.link)
    made.text("✓ fits, ? may fit, ✕ nothing fits", _SMALL, theme.muted)
    made.text(" · ".join(part for part in origin if part), _SMALL, theme.muted)
    return made.picture(tree.title, tree.summary, tree.link, tree.as_of)


def plot_picture(plot: Plot, look: Look) -> Picture:
    """Return a picture of the site with its title and where it is from."""
    drawn = shapes_of(plot.markup, look.theme)
    made, theme = Composition(max(drawn.width, 480.0) + 2 * MARGIN, look), look.theme
    made.text(plot.title, _TITLE, theme.ink, bold=True, after=2)
    made.text(plot.summary, _TEXT, theme.muted, after=10)
    made.add(drawn.moved(MARGIN, made.y), drawn.height)
    made.text(plot.footer, _SMALL, theme.muted)
    if look.full:
        for source in plot.sources:
            made.text(source, _SMALL, theme.muted, after=1)
    return made.picture(plot.title, drawn.says, plot.link, plot.as_of, plot.sources)
