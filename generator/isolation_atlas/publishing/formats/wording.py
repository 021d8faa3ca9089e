"""The words in a cell, the same in every format that shows a cell in words."""

from __future__ import annotations

import unicodedata

from isolation_atlas.publishing.formats.table import Reference, Table, TableCell, Token

_SAID_BESIDE = frozenset({"unverified", "disputed", "partial", "described"})
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
MOST_NUMBERS = 4
MOST_PLACES = 2


def value_words(cell: TableCell) -> str:
    """Return the value, or the state's word where there is no value; nothing where the sign alone is to be shown."""
    return "" if cell.state.is_quiet and cell.text == cell.state.word else cell.text


def main_words(cell: TableCell) -> str:
    """Return the sign of the state and what ``value_words`` returns."""
    return f"{cell.state.symbol} {value_words(cell)}".rstrip()


def beside_words(cell: TableCell, full: bool = False) -> str:
    """Return what stands beside the value: the state where the value does not tell it, and whose facts they are."""
    parts = []
    if cell.state.word in _SAID_BESIDE and cell.text != cell.state.word:
        parts.append(cell.state.word)
    if cell.origin is not None:
        words = f"{cell.origin.word}, {cell.whose}" if full and cell.whose else cell.origin.word
        parts.append(f"{cell.origin.symbol} {words}")
    return "; ".join(parts)


def number_words(cell: TableCell) -> str:
    """Return the numbers of the sources in brackets, the most at once being ``MOST_NUMBERS``."""
    if not cell.numbers:
        return ""
    shown = ", ".join(str(number) for number in cell.numbers[:MOST_NUMBERS])
    more = len(cell.numbers) - MOST_NUMBERS
    return f"[{shown}, +{more}]" if more > 0 else f"[{shown}]"


def whole_words(cell: TableCell) -> str:
    """Return everything about a cell in one line: sign, value, state, whose facts, and numbers of sources."""
    beside = beside_words(cell, full=True)
    parts = [main_words(cell), f"({beside})" if beside else "", number_words(cell)]
    return " ".join(part for part in parts if part)


def legend_words(token: Token) -> str:
    """Return a sign with its word."""
    return f"{token.symbol} {token.word}"


def legend_line(table: Table) -> str:
    """Return all signs of a table with their words."""
    return ", ".join(legend_words(token) for token in table.legend)


def part_title(title: str, part: int, parts: int) -> str:
    """Return the title of one part of what goes on over several slides or pages, counted from 1."""
    return f"{title} ({part} of {parts})" if parts > 1 else title


def reference_line(reference: Reference) -> str:
    """Return a numbered citation with its address."""
    return f"[{reference.number}] {citation_line(reference)}"


def citation_line(reference: Reference) -> str:
    """Return a citation with its address and without its number."""
    return " ".join(part for part in (f"{reference.text}.", reference.url) if part)


def short_reference(reference: Reference, title: str = "") -> str:
    """Return a citation for a slide: by whom, year, title or what is left of it, and the first places in it."""
    date = reference.date[:4] if reference.date[:4].isdecimal() else reference.date
    made = " ".join(part for part in (reference.by, f"({date})" if date else "") if part)
    places = list(dict.fromkeys(each.locator for each in reference.passages if each.locator))
    more = f", and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
    where = f"{'; '.join(places[:MOST_PLACES])}{more}"
    return ". ".join(part for part in (made, title or reference.title, where) if part)


def clean(text: str) -> str:
    """Return text without control characters and without signs that turn the direction of what follows.

    Line ends and tabs become blanks: every format decides on its lines itself.
    """
    if text.isprintable():  # which no control character and no such sign is
        return text.strip()
    kept = (" " if char in "\t\n\r\v\f\x85\u2028\u2029" else char for char in text if char not in _DIRECTIONS)
    return "".join(char for char in kept if unicodedata.category(char) not in ("Cc", "Cs", "Cn", "Co")).strip()
