"""Source of slides for Marp (https://marp.app/): Markdown in which a line of three hyphens begins a slide."""

from __future__ import annotations

from isolation_atlas.publishing.formats.deck import Deck, Item
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.markdown import body_lines, escaped, list_lines, origin_line, source_line
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.table import Table
from isolation_atlas.publishing.formats.text_slides import table_parts, tree_parts, without_numbers
from isolation_atlas.publishing.formats.wording import clean, legend_line, part_title

_STYLES = {"dark": "class: invert", "high-contrast": "class: invert"}


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as slides."""
    return _joined(_table(table), look)


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return a tree as slides."""
    return _joined(_tree(tree), look)


def write_deck(deck: Deck, look: Look) -> bytes:
    """Return a deck as slides."""
    first = [
        f"# {escaped(deck.title)}",
        "",
        escaped(deck.subtitle),
        "",
        origin_line(deck.publisher, deck.as_of, deck.link),
    ]
    return _joined([first, *(slide for item in deck.items for slide in _item(item))], look)


def _joined(slides: list[list[str]], look: Look) -> bytes:
    size = {"16:9": "16:9", "4:3": "4:3"}.get(look.size.value, "16:9")
    head = ["---", "marp: true", f"size: {size}", "paginate: true"]
    head += [_STYLES[look.theme.name]] if look.theme.name in _STYLES else []
    head += ["style: |", "  section { justify-content: flex-start; }", "  table { font-size: 0.62em; }", "---", ""]
    return ("\n".join(head) + "\n" + "\n\n---\n\n".join("\n".join(slide) for slide in slides) + "\n").encode()


def _item(item: Item) -> list[list[str]]:
    if isinstance(item, Table):
        return _table(item)
    return _tree(item) if isinstance(item, Tree) else [_plot(item)]


def _table(table: Table) -> list[list[str]]:
    slides = []
    parts = tuple(table_parts(table))
    for number, part in enumerate(parts, 1):
        lines = [
            f"## {escaped(part_title(table.title, number, len(parts)))}",
            "",
            *body_lines(without_numbers(part)),
            "",
            escaped(legend_line(part)),
            "",
        ]
        lines += [origin_line(table.publisher, table.as_of, table.link), "", *_notes(part)]
        slides.append(lines)
    return slides


def _tree(tree: Tree) -> list[list[str]]:
    slides = []
    for part in tree_parts(tree):
        origin = origin_line(tree.publisher, tree.as_of, tree.link)
        slides.append([f"## {escaped(part.title)}", "", *list_lines(part), "", origin])
    return slides


def _plot(plot: Plot) -> list[str]:
    link = f"[The picture](<{plot.link}>)" if "://" in plot.link else escaped(plot.link)
    notes = [_comment(source) for source in plot.sources]
    return [f"## {escaped(plot.title)}", "", escaped(plot.summary), "", link, "", "<!--", *notes, "-->"]


def _notes(table: Table) -> list[str]:
    """Presenter notes are comments."""
    cited = {number for row in table.rows for cell in row.cells for number in cell.numbers}
    lines = [_comment(source_line(each)) for each in table.references if each.number in cited]
    return ["<!--", "Sources:", *lines, "-->"] if lines else []


def _comment(text: str) -> str:
    return clean(text).replace("--", "- -").replace("<", "(").replace(">", ")")
