"""Source of slides for reveal.js (https://revealjs.com/): sections to put into its page, notes for its speaker view."""

from __future__ import annotations

from html import escape

from isolation_atlas.publishing.formats.deck import Deck, Item
from isolation_atlas.publishing.formats.html import list_lines, table_lines
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.svg import write_picture
from isolation_atlas.publishing.formats.table import Table
from isolation_atlas.publishing.formats.text_slides import table_parts, tree_parts, without_numbers
from isolation_atlas.publishing.formats.wording import clean, legend_line, part_title, reference_line

_SMALL = "font-size:14pt"


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as sections."""
    return _joined(_table(table, look))


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return a tree as sections."""
    return _joined(_tree(tree))


def write_deck(deck: Deck, look: Look) -> bytes:
    """Return a deck as sections."""
    origin = _origin(f"{deck.publisher}, facts as of {deck.as_of}", deck.link)
    first = [f"<h1>{_text(deck.title)}</h1>", f"<p>{_text(deck.subtitle)}</p>", origin]
    return _joined([first, *(slide for item in deck.items for slide in _item(item, look))])


def _joined(slides: list[list[str]]) -> bytes:
    sections = ("\n".join(("<section>", *slide, "</section>")) for slide in slides)
    return ('<div class="slides">\n' + "\n".join(sections) + "\n</div>\n").encode()


def _item(item: Item, look: Look) -> list[list[str]]:
    if isinstance(item, Table):
        return _table(item, look)
    return _tree(item) if isinstance(item, Tree) else [_plot(item, look)]


def _table(table: Table, look: Look) -> list[list[str]]:
    slides = []
    parts = tuple(table_parts(table))
    for number, part in enumerate(parts, 1):
        title = part_title(table.title, number, len(parts))
        body = [
            f'<div style="font-size:15pt">{line}</div>'
            for line in ("\n".join(table_lines(without_numbers(part), look)),)
        ]
        legend = f'<p style="{_SMALL}">{_text(legend_line(part))}</p>'
        origin = _origin(f"{table.publisher}, facts as of {table.as_of}", table.link)
        cited = {number for row in part.rows for cell in row.cells for number in cell.numbers}
        notes = [reference_line(each) for each in table.references if each.number in cited]
        slides.append([f"<h2>{_text(title)}</h2>", *body, legend, origin, *_notes(notes)])
    return slides


def _tree(tree: Tree) -> list[list[str]]:
    origin = _origin(f"{tree.publisher}, facts as of {tree.as_of}", tree.link)
    return [
        [f"<h2>{_text(part.title)}</h2>", f'<div style="{_SMALL}">', *list_lines(part), "</div>", origin]
        for part in tree_parts(tree)
    ]


def _plot(plot: Plot, look: Look) -> list[str]:
    drawn = write_picture(plot, look).decode()
    return [f'<div aria-label="{_text(plot.title)}">{drawn}</div>', *_notes(list(plot.sources))]


def _notes(lines: list[str]) -> list[str]:
    return ['<aside class="notes">', *(f"<p>{_text(line)}</p>" for line in lines), "</aside>"] if lines else []


def _origin(words: str, link: str) -> str:
    linked = f' · <a href="{escape(link)}">{_text(link)}</a>' if "://" in link else ""
    return f'<p style="{_SMALL}">{_text(words)}{linked}</p>'


def _text(text: str) -> str:
    return escape(clean(text))
