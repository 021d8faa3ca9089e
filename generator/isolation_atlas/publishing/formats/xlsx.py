"""Excel: typed cells whose format shows sign and unit, a frozen head, a filter, sources as comments and as a sheet."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook

from isolation_atlas.publishing.formats.delimited import state_words
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.table import CellFact, Heading, Reference, Table, TableCell
from isolation_atlas.publishing.formats.wording import beside_words, clean, main_words, reference_line

_LONGEST_COMMENT = 1500
_LONGEST_CELL = 32_000


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as a workbook of three sheets: the table, every fact behind it, and the sources."""
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    day = datetime.fromisoformat(f"{table.as_of or '1980-01-01'}T00:00:00")
    book.set_properties({"title": table.title, "author": table.publisher, "comments": table.link, "created": day})
    sheet = _Sheet(book, look)
    sheet.table(table)
    sheet.facts(table)
    sheet.sources(table)
    book.close()
    return written.getvalue()


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return the ends of a tree as a workbook."""
    return write_table(tree.ends, look)


class _Sheet:
    def __init__(self, book: Any, look: Look) -> None:
        self.book, self.theme = book, look.theme
        ink = {"font_name": "Arial", "font_size": 11, "valign": "top", "text_wrap": True}
        self.plain = ink
        head = {"bold": True, "bg_color": "#24425C", "font_color": "#FFFFFF", "valign": "bottom"}
        self.head = book.add_format({**ink, **head})
        self.stub = book.add_format({**ink, "bold": True})
        self.cell = book.add_format(ink)
        self.title = book.add_format({"font_name": "Arial", "font_size": 16, "bold": True})
        self.muted = book.add_format({"font_name": "Arial", "font_size": 10, "font_color": "#55616D"})
        self.numbers: dict[str, Any] = {}

    def table(self, table: Table) -> None:
        """The table itself, from its head in the first row so that a filter and other programs find it."""
        sheet = self.book.add_worksheet("Table")
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, max(len(table.columns), 1), 18)
        for index, heading in enumerate((Heading("", table.corner), *table.columns)):
            words = f"{heading.name} ({heading.note})" if heading.note else heading.name
            sheet.write_string(0, index, clean(words), self.head)
        references = {each.number: each for each in table.references}
        for at, row in enumerate(table.rows, 1):
            sheet.write_string(at, 0, clean(row.heading.name), self.stub)
            for index, cell in enumerate(row.cells):
                self._write(sheet, at, index + 1, cell, table.columns[index], references)
        if table.rows and table.columns:
            sheet.autofilter(0, 0, len(table.rows), len(table.columns))
        foot = len(table.rows) + 2
        for line in (table.title, table.summary, table.note, _legend(table), table.footer, table.link):
            if line:
                sheet.write_string(foot, 0, clean(line), self.muted)
                foot += 1
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)

    def facts(self, table: Table) -> None:
        """One record for each fact behind the table."""
        heads = (
            "Row",
            "Column",
            "Shown",
            "State",
            "Value",
            "Claim",
            "Context",
            "Source",
            "Where",
            "Read",
            "Confidence",
        )
        sheet = self._listing("Facts", heads, (22, 22, 20, 26, 18, 60, 40, 8, 24, 12, 12))
        at = 1
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                first = (row.heading.name, column.name, cell.text, state_words(cell))
                for fact in cell.facts or (None,):
                    rest = _fact(fact) if fact else ()
                    for index, text in enumerate((*first, *rest)):
                        sheet.write_string(at, index, clean(text)[:_LONGEST_CELL], self.cell)
                    at += 1
        sheet.autofilter(0, 0, max(at - 1, 1), len(heads) - 1)

    def sources(self, table: Table) -> None:
        """The sources by number."""
        sheet = self._listing("Sources", ("Number", "Source", "Address"), (9, 90, 60))
        for at, each in enumerate(table.references, 1):
            sheet.write_number(at, 0, each.number, self.cell)
            sheet.write_string(at, 1, clean(each.text)[:_LONGEST_CELL], self.cell)
            sheet.write_string(at, 2, each.url, self.cell)

    def _listing(self, name: str, heads: tuple[str, ...], widths: tuple[int, ...]) -> Any:
        sheet = self.book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for index, (head, width) in enumerate(zip(heads, widths, strict=True)):
            sheet.set_column(index, index, width)
            sheet.write_string(0, index, head, self.head)
        return sheet

    def _write(
        self, sheet: Any, at: int, index: int, cell: TableCell, column: Heading, references: dict[int, Reference]
    ) -> None:
        beside = beside_words(cell)
        if cell.amount is None:
            text = f"{main_words(cell)} ({beside})" if beside else main_words(cell)
            sheet.write_string(at, index, clean(text), self.cell)
        else:
            sheet.write_number(at, index, cell.amount, self._number(cell, column, beside))
        if cell.numbers:
            sheet.write_comment(at, index, _comment(cell, references), {"x_scale": 3, "y_scale": 2})

    def _number(self, cell: TableCell, column: Heading, beside: str) -> Any:
        """The number keeps its sign, unit and state in its format, so that it stays a number."""
        unit = f" {column.unit}" if column.unit else ""
        tail = f"{unit} ({beside})" if beside else unit
        pattern = f'"{cell.state.symbol} "0.##########"{tail.replace(chr(34), "")}"'
        if float(cell.amount or 0).is_integer():
            pattern = pattern.replace("0.##########", "0")
        if pattern not in self.numbers:
            self.numbers[pattern] = self.book.add_format({**self.plain, "num_format": pattern, "align": "left"})
        return self.numbers[pattern]


def _fact(fact: CellFact) -> tuple[str, ...]:
    where = (str(fact.source or ""), fact.locator, fact.read or "unverified", fact.confidence)
    return (fact.value, fact.claim, fact.context, *where)


def _comment(cell: TableCell, references: dict[int, Reference]) -> str:
    lines = [state_words(cell), *(reference_line(references[number]) for number in cell.numbers)]
    text = "\n".join(lines)
    return text if len(text) <= _LONGEST_COMMENT else f"{text[:_LONGEST_COMMENT]}… (all on the sheet Sources)"


def _legend(table: Table) -> str:
    return ", ".join(f"{token.symbol} {token.word}" for token in table.legend)
