"""PDF pages with selectable text, drawn by ReportLab; what its font cannot draw is put in as a picture."""

from __future__ import annotations

import io
from collections.abc import Iterable

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from isolation_atlas.publishing.formats.composing import plot_picture, tree_as_picture
from isolation_atlas.publishing.formats.deck import Deck
from isolation_atlas.publishing.formats.fonts import BOLD, REGULAR, register
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.paging import deck_pages, table_pages
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.png import missing, raster
from isolation_atlas.publishing.formats.shapes import Disc, Ink, Lines, Picture, Rect, Shape, Sign, Words
from isolation_atlas.publishing.formats.table import Table

_ANCHORS = {"start": "drawString", "middle": "drawCentredString", "end": "drawRightString"}


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as pages, with its head repeated and its sources at the end."""
    return document(table.title, table_pages(table, look), table.publisher)


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return a tree as one page of its own size."""
    return document(tree.title, (tree_as_picture(tree, look),), tree.publisher)


def write_picture(plot: Plot, look: Look) -> bytes:
    """Return a picture as one page of its own size."""
    return document(plot.title, (plot_picture(plot, look),), plot.publisher)


def write_deck(deck: Deck, look: Look) -> bytes:
    """Return a deck as pages."""
    return document(deck.title, deck_pages(deck, look), deck.publisher)


def document(title: str, pages: Iterable[Picture], author: str) -> bytes:
    """Return pages as a document; ``invariant`` keeps dates and random ids out of it."""
    register()
    written = io.BytesIO()
    canvas = Canvas(written, invariant=1, pageCompression=1, lang="en-GB")
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        _paint(canvas, page)
        canvas.bookmarkPage(f"page-{canvas.getPageNumber()}")
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def _paint(canvas: Canvas, page: Picture) -> None:
    if missing(page):
        canvas.drawImage(ImageReader(io.BytesIO(raster(page, 3))), 0, 0, page.width, page.height)
        return
    canvas.setFillColor(f"#{page.paper}")
    canvas.rect(0, 0, page.width, page.height, stroke=0, fill=1)
    for shape in page.shapes:
        _draw(canvas, shape, page.height)


def _draw(canvas: Canvas, shape: Shape, height: float) -> None:
    match shape:
        case Sign():
            for part in shape.shapes:
                _draw(canvas, part, height)
        case Words():
            _write(canvas, shape, height)
        case Rect():
            _ink(canvas, shape.ink)
            y, (stroke, fill) = height - shape.y - shape.height, _sides(shape.ink)
            canvas.roundRect(shape.x, y, shape.width, shape.height, shape.radius, stroke=stroke, fill=fill)
        case Disc():
            _ink(canvas, shape.ink)
            stroke, fill = _sides(shape.ink)
            canvas.circle(shape.x, height - shape.y, shape.radius, stroke=stroke, fill=fill)
        case Lines():
            _ink(canvas, shape.ink)
            stroke, fill = _sides(shape.ink)
            canvas.drawPath(_path(canvas, shape, height), stroke=stroke, fill=fill if shape.closed else 0)


def _path(canvas: Canvas, lines: Lines, height: float) -> object:
    path = canvas.beginPath()
    (x, y), *rest = lines.points
    path.moveTo(x, height - y)
    for x, y in rest:
        path.lineTo(x, height - y)
    if lines.closed:
        path.close()
    return path


def _write(canvas: Canvas, words: Words, height: float) -> None:
    font = BOLD if words.bold else REGULAR
    canvas.setFont(font, words.size)
    canvas.setFillColor(f"#{words.colour}")
    canvas.setFillAlpha(1)
    getattr(canvas, _ANCHORS[words.anchor])(words.x, height - words.y, words.text)
    if words.href:
        wide = canvas.stringWidth(words.text, font, words.size)
        y = height - words.y
        canvas.linkURL(words.href, (words.x, y - words.size * 0.2, words.x + wide, y + words.size * 0.8), relative=0)


def _ink(canvas: Canvas, ink: Ink) -> None:
    if ink.fill:
        canvas.setFillColor(f"#{ink.fill}")
    if ink.stroke:
        canvas.setStrokeColor(f"#{ink.stroke}")
        canvas.setLineWidth(ink.width)
    canvas.setDash(list(ink.dash))
    canvas.setFillAlpha(ink.opacity)
    canvas.setStrokeAlpha(ink.opacity)


def _sides(ink: Ink) -> tuple[int, int]:
    return int(bool(ink.stroke)), int(bool(ink.fill))
