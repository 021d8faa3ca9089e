"""Tables with delimiters: one record a row; for each column its value, its state and its sources (RFC 4180)."""

from __future__ import annotations

import csv
import io

from isolation_atlas.publishing.formats.table import Reference, Table, TableCell
from isolation_atlas.publishing.formats.wording import clean, legend_words

_FORMULA_SIGNS = ("=", "+", "-", "@")


def delimited(table: Table, delimiter: str, line_end: str) -> str:
    """Return a table with a header record and one record for each row."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator=line_end)
    writer.writerow([harmless(each) for each in _header(table)])
    references = {each.number: each for each in table.references}
    for row in table.rows:
        parts = [row.heading.name]
        for cell in row.cells:
            parts.extend((cell.text, state_words(cell), sources_of(cell, references)))
        writer.writerow([harmless(part) for part in parts])
    return written.getvalue()


def harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe before a sign that would begin one.

    Source: OWASP, "CSV Injection".
    """
    cleaned = clean(text)
    return f"'{cleaned}" if cleaned.startswith(_FORMULA_SIGNS) else cleaned


def state_words(cell: TableCell) -> str:
    """Return a cell's state and whose facts it rests on, each as sign and word."""
    state = legend_words(cell.state)
    if cell.origin is None:
        return state
    return (
        f"{state}; {legend_words(cell.origin)}: {cell.whose}" if cell.whose else f"{state}; {legend_words(cell.origin)}"
    )


def sources_of(cell: TableCell, references: dict[int, Reference]) -> str:
    """Return the full citations of a cell in one text."""
    return " | ".join(f"{references[each].text} {references[each].url}".strip() for each in cell.numbers)


def _header(table: Table) -> list[str]:
    names = [table.corner]
    for column in table.columns:
        name = f"{column.name} ({column.note})" if column.note else column.name
        names.extend((name, f"{column.name}: state", f"{column.name}: sources"))
    return names
