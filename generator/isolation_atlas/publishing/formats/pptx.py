"""PowerPoint: native tables, boxes and connectors, to be edited and restyled; sources and date in the notes."""

from __future__ import annotations

from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation as Show
from pptx.util import Pt

from isolation_atlas.publishing.formats.deck import Deck
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.measuring import Face, lines_in
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.slide_page import LEADING, MARGIN, hang, new_slide, text_box, write
from isolation_atlas.publishing.formats.slide_picture import add_picture
from isolation_atlas.publishing.formats.slide_show import new_show, paint, saved, unstyled
from isolation_atlas.publishing.formats.slide_table import add_table
from isolation_atlas.publishing.formats.slide_tree import add_tree
from isolation_atlas.publishing.formats.source_list import source_groups, source_lines
from isolation_atlas.publishing.formats.table import Reference, Table
from isolation_atlas.publishing.formats.wording import part_title

_SOURCE, _SOURCE_GAP, _NUMBER_ROOM = 13.0, 14.0, 38.0


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
    """Sources under the numbers that cells have in the notes, the number of each a link to its address."""
    width = look.size.points[0] - 2 * MARGIN
    groups = source_groups(deck.sources)
    for position, group in enumerate(groups, 1):
        title = part_title("Sources", position, len(groups))
        frame = new_slide(show, look, title, "", (f"{deck.publisher} · facts as of {deck.as_of}",), deck.link)
        text = text_box(frame.slide, (MARGIN, frame.top, width, frame.bottom - frame.top))
        shown = [source_lines(each, width - _NUMBER_ROOM, _SOURCE, Face.OFFICE) for each in group]
        left = frame.bottom - frame.top - sum(len(lines) for lines in shown) * _SOURCE * LEADING
        for index, (reference, lines) in enumerate(zip(group, shown, strict=True)):
            paragraph = text.add_paragraph() if index else text.paragraphs[0]
            paragraph.space_after = Pt(max(0.0, min(left / len(group) - 0.5, _SOURCE_GAP)))
            _write_source(paragraph, reference, lines, look)


def _write_source(paragraph: Any, reference: Reference, lines: tuple[str, ...], look: Look) -> None:
    hang(paragraph, _NUMBER_ROOM, hanging=True)
    link = reference.url if "://" in reference.url else ""
    write(paragraph, f"[{reference.number}]", _SOURCE, look.theme.muted, look.theme, link=link)
    write(paragraph, " ".join(lines), _SOURCE, look.theme.ink, look.theme)
    paragraph.runs[1].text = f"\t{paragraph.runs[1].text}"
