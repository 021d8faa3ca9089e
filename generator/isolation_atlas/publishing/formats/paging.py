"""Pages of one size: a table over as many as it needs, its sources, and a whole deck."""

from __future__ import annotations

from dataclasses import replace

from isolation_atlas.publishing.formats.composing import MARGIN, plot_picture, tree_as_picture
from isolation_atlas.publishing.formats.deck import Deck, Item
from isolation_atlas.publishing.formats.drawing_table import SETTING, paragraph, table_shapes
from isolation_atlas.publishing.formats.fitting import fitted_to
from isolation_atlas.publishing.formats.layout import Laid, Setting, lay_out
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.measuring import Face, lines_in, width_of
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.shapes import Picture, Shape, Words
from isolation_atlas.publishing.formats.signs import scaled, text_shapes
from isolation_atlas.publishing.formats.source_list import source_groups, source_lines
from isolation_atlas.publishing.formats.table import Reference, Table
from isolation_atlas.publishing.formats.wording import clean, legend_line, part_title, reference_line

_TITLE, _TEXT, _SMALL = 22.0, 12.5, 10.5
_FOOT = 30.0
_AROUND = 130.0
"""About what title, summary and foot of a picture take up."""
_SOURCE, _NUMBER_ROOM = 12.0, 44.0
_SETTINGS = (SETTING, Setting(Face.WIDE, 11, 9.5, 5, 4), Setting(Face.WIDE, 10, 9, 5, 3.5))
"""Type for a page, the largest first; the one that needs the fewest pages is taken."""


def table_pages(table: Table, look: Look) -> tuple[Picture, ...]:
    """Return a table as pages of the size of the look, its sources on the last ones."""
    return _numbered((*_table_pages(table, look), *_source_pages(_references(table), table.title, look)), look)


def deck_pages(deck: Deck, look: Look) -> tuple[Picture, ...]:
    """Return a deck as pages, its sources on the last ones."""
    pages = [_title_page(deck, look)]
    for item in deck.items:
        pages.extend(_item_pages(item, look))
    pages.extend(_deck_source_pages(deck, look))
    return _numbered(tuple(pages), look)


def _item_pages(item: Item, look: Look) -> tuple[Picture, ...]:
    if isinstance(item, Table):
        return _table_pages(item, look)
    width, height = look.size.points
    if isinstance(item, Tree):
        drawn = tree_as_picture(item, look)
    else:
        drawn = plot_picture(fitted_to(item, width - 2 * MARGIN, height - _AROUND, _TEXT, look.theme), look)
    share = min(width / drawn.width, (height - _FOOT) / drawn.height, 1.2)
    shapes = tuple(scaled(shape, share, (width - drawn.width * share) / 2) for shape in drawn.shapes)
    return (replace(drawn, width=width, height=height, shapes=shapes),)


def _table_pages(table: Table, look: Look) -> tuple[Picture, ...]:
    width, height = look.size.points
    room = width - 2 * MARGIN
    top, _ = _head(table, part_title(table.title, 99, 99), look, room)
    foot, legend = _legend(table, look, room)
    if not table.rows or not table.columns:
        words = paragraph(MARGIN, top, ("Nothing to show.",), _TEXT, look.theme.ink)
        return (_page(table.title, (*_head(table, table.title, look, room)[1], *words), look, table.link),)
    tried = [(_parts(table, room, height - top - foot - _FOOT, each, look), each) for each in _SETTINGS]
    parts, setting = min(tried, key=lambda pair: len(pair[0]))
    pages = []
    for number, part in enumerate(parts, 1):
        title = part_title(table.title, number, len(parts))
        _, head = _head(table, title, look, room)
        pages.append(_part_page(table, part, title, (*head, *legend), top, look, setting))
    return tuple(pages)


def _parts(table: Table, width: float, height: float, setting: Setting, look: Look) -> tuple[Laid, ...]:
    return lay_out(table, width, height, setting, look.full)


def _part_page(
    table: Table, laid: Laid, title: str, around: tuple[Shape, ...], top: float, look: Look, setting: Setting
) -> Picture:
    shapes = table_shapes(table, laid, MARGIN, top, look.theme, setting)
    return _page(title, (*around, *shapes), look, table.link)


def _page(title: str, shapes: tuple[Shape, ...], look: Look, link: str = "") -> Picture:
    width, height = look.size.points
    return Picture(clean(title), "", width, height, look.theme.paper, shapes, link)


def _head(table: Table, title: str, look: Look, room: float) -> tuple[float, tuple[Shape, ...]]:
    lines = lines_in(clean(title), room, _TITLE, Face.WIDE, True)
    shapes = paragraph(MARGIN, MARGIN, lines, _TITLE, look.theme.ink, True)
    y = MARGIN + len(lines) * _TITLE * 1.3
    said = lines_in(clean(table.summary), room, _TEXT, Face.WIDE) if table.summary else ()
    shapes += paragraph(MARGIN, y, said, _TEXT, look.theme.muted)
    return y + len(said) * _TEXT * 1.3 + 10, shapes


def _legend(table: Table, look: Look, room: float) -> tuple[float, tuple[Shape, ...]]:
    texts = [table.note, legend_line(table), f"{table.footer} · {table.link}".strip(" ·")]
    lines = tuple(line for text in texts if text for line in lines_in(clean(text), room, _SMALL, Face.WIDE))
    tall = len(lines) * _SMALL * 1.3 + 8
    y = look.size.points[1] - _FOOT - tall + 10
    return tall, paragraph(MARGIN, y, lines, _SMALL, look.theme.muted)


def _references(table: Table) -> tuple[str, ...]:
    return tuple(reference_line(each) for each in table.references)


def _source_pages(sources: tuple[str, ...], title: str, look: Look) -> tuple[Picture, ...]:
    """Sources in two columns, on as many pages as they need."""
    width, height = look.size.points
    room = (width - 3 * MARGIN) / 2
    top, bottom = MARGIN + _TITLE * 1.3 + 10, height - _FOOT - 8
    heading = paragraph(MARGIN, MARGIN, (clean(f"Sources: {title}"),), _TITLE * 0.8, look.theme.ink, True)
    pages: list[list[Shape]] = []
    column, y = 2, top
    for source in sources:
        lines = lines_in(clean(source), room, _SMALL, Face.WIDE)
        tall = len(lines) * _SMALL * 1.3 + 3
        if column == 2 or y + tall > bottom:
            column, y = (0, top) if column >= 1 else (1, top)
            if column == 0:
                pages.append(list(heading))
        pages[-1].extend(paragraph(MARGIN + column * (room + MARGIN), y, lines, _SMALL, look.theme.ink))
        y += tall
    return tuple(_page(title, tuple(shapes), look) for shapes in pages)


def _deck_source_pages(deck: Deck, look: Look) -> tuple[Picture, ...]:
    groups = source_groups(deck.sources)
    return tuple(
        _deck_source_page(part_title("Sources", number, len(groups)), group, look)
        for number, group in enumerate(groups, 1)
    )


def _deck_source_page(title: str, group: tuple[Reference, ...], look: Look) -> Picture:
    width, height = look.size.points
    shapes = [*paragraph(MARGIN, MARGIN, (title,), _TITLE, look.theme.ink, True)]
    top = MARGIN + _TITLE * 1.3 + 14
    step = min((height - _FOOT - 8 - top) / len(group), 3 * _SOURCE)
    for index, each in enumerate(group):
        link = each.url if "://" in each.url else ""
        y = top + index * step
        shapes.extend(text_shapes(MARGIN, y + _SOURCE, f"[{each.number}]", _SOURCE, look.theme.accent, href=link))
        lines = source_lines(each, width - 2 * MARGIN - _NUMBER_ROOM, _SOURCE, Face.WIDE)
        shapes.extend(paragraph(MARGIN + _NUMBER_ROOM, y, lines, _SOURCE, look.theme.ink))
    return _page(title, tuple(shapes), look)


def _title_page(deck: Deck, look: Look) -> Picture:
    width, height = look.size.points
    title = lines_in(clean(deck.title), width * 0.8, 36, Face.WIDE, True)
    shapes = paragraph(width * 0.08, height * 0.32, title, 36, look.theme.ink, True)
    y = height * 0.32 + len(title) * 36 * 1.3 + 10
    said = lines_in(clean(deck.subtitle), width * 0.7, 16, Face.WIDE)
    shapes += paragraph(width * 0.08, y, said, 16, look.theme.muted)
    origin = " · ".join(part for part in (deck.publisher, f"facts as of {deck.as_of}", deck.link) if part)
    shapes += paragraph(width * 0.08, height - 80, (origin,), _TEXT, look.theme.muted)
    return _page(deck.title, shapes, look)


def _numbered(pages: tuple[Picture, ...], look: Look) -> tuple[Picture, ...]:
    found = []
    for number, page in enumerate(pages, 1):
        words = f"{number} / {len(pages)}"
        x = page.width - MARGIN - width_of(words, _SMALL, Face.WIDE)
        found.append(replace(page, shapes=(*page.shapes, Words(x, page.height - 16, words, _SMALL, look.theme.muted))))
    return tuple(found)
