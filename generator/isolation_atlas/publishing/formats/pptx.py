"""PowerPoint: native tables, boxes and connectors, to be edited and restyled; sources and date in the notes."""

from __future__ import annotations

from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation as Show
from pptx.text.text import TextFrame
from pptx.util import Pt

from isolation_atlas.publishing.formats.deck import Deck
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.measuring import Face, lines_in
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.slide_page import LEADING, LEAST, MARGIN, new_slide, text_box, write
from isolation_atlas.publishing.formats.slide_picture import add_picture
from isolation_atlas.publishing.formats.slide_show import new_show, paint, saved, unstyled
from isolation_atlas.publishing.formats.slide_table import add_table
from isolation_atlas.publishing.formats.slide_tree import add_tree
from isolation_atlas.publishing.formats.table import Table


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as slides."""
    show = new_show(look, table.title, table.publisher, table.as_of)
    add_table(show, table, look)
    return saved(show)


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return a tree as slides."""
    show = new_show(look, tree.title, tree.publisher, tree.as_of)
    add_tree(show, tree, look)
    return saved(show)


def write_picture(plot: Plot, look: Look) -> bytes:
    """Return a picture as a slide."""
    show = new_show(look, plot.title, plot.publisher, plot.as_of)
    add_picture(show, plot, look)
    return saved(show)


def write_deck(deck: Deck, look: Look) -> bytes:
    """Return a deck as slides."""
    show = new_show(look, deck.title, deck.publisher, deck.as_of)
    _add_title(show, deck, look)
    for item in deck.items:
        if isinstance(item, Table):
            add_table(show, item, look)
        elif isinstance(item, Tree):
            add_tree(show, item, look)
        else:
            add_picture(show, item, look)
    _add_sources(show, deck, look)
    return saved(show)


def _add_title(show: Show, deck: Deck, look: Look) -> None:
    theme, (width, height) = look.theme, look.size.points
    slide = show.slides.add_slide(show.slide_layouts[5])
    bar = slide.shapes.add_shape(1, 0, 0, show.slide_width // 40, show.slide_height)
    unstyled(bar)
    paint(bar.fill, theme.head if theme.head != theme.paper else theme.ink, theme)
    bar.line.fill.background()
    lines = lines_in(deck.title, width * 0.8, 40, Face.OFFICE, True)
    holder, top = slide.shapes.title, height * 0.3
    if holder is not None:
        _place_title(holder, deck.title, (width * 0.09, top, width * 0.82, len(lines) * 40 * LEADING + 4), look)
    frame = text_box(slide, (width * 0.09, top + len(lines) * 40 * LEADING + 14, width * 0.75, 60))
    write(frame.paragraphs[0], deck.subtitle, 18, theme.muted, theme)
    foot = text_box(slide, (width * 0.09, height - 60, width * 0.82, 20))
    link = deck.link if "://" in deck.link else ""
    write(foot.paragraphs[0], f"{deck.publisher} · facts as of {deck.as_of}", 14, theme.muted, theme, link=link)


def _place_title(holder: object, title: str, box: tuple[float, float, float, float], look: Look) -> None:
    shape: Any = holder
    shape.left, shape.top, shape.width, shape.height = (Pt(each) for each in box)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    write(frame.paragraphs[0], title, 40, look.theme.ink, look.theme, bold=True)


def _add_sources(show: Show, deck: Deck, look: Look) -> None:
    """Sources in two columns of the least type, each a link to its address, on as many slides as they need."""
    width = (look.size.points[0] - 3 * MARGIN) / 2
    waiting = list(deck.sources)
    while waiting:
        frame = new_slide(show, look, "Sources", "", (f"{deck.publisher} · facts as of {deck.as_of}",), deck.link)
        for column in range(2):
            box = (MARGIN + column * (width + MARGIN), frame.top, width, frame.bottom - frame.top)
            waiting = _fill_column(text_box(frame.slide, box), waiting, width, box[3], look)


def _fill_column(
    text: TextFrame, waiting: list[tuple[str, str]], width: float, height: float, look: Look
) -> list[tuple[str, str]]:
    """Write as many sources as fit and return the others."""
    room, used = int(height / (LEAST * LEADING)), 0
    for position, (words, address) in enumerate(waiting):
        used += len(lines_in(words, width, LEAST, Face.OFFICE))
        if position and used > room:
            return waiting[position:]
        paragraph = text.add_paragraph() if position else text.paragraphs[0]
        write(paragraph, words, LEAST, look.theme.ink, look.theme, link=address if "://" in address else "")
    return []
