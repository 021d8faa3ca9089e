"""Tables for tests: every state, every text that has ever broken a format, every size."""

from __future__ import annotations

from isolation_atlas.publishing.formats.table import CellFact, Heading, Passage, Reference, Row, Table, TableCell, Token
from isolation_atlas.publishing.formats.tokens import NO, ORIGINS, STATES
from isolation_atlas.reasoning.cells import Origin, State

HARD = (
    "=cmd|' /C calc'!A0",
    "+1+2",
    "-3",
    "@SUM(A1)",
    "a | b",
    "Tom & Jerry <b>bold</b>",
    "quotes \" and ' and `ticks`",
    "back\\slash {braces} $5 #1 50 % under_score ~ ^",
    "[link](x) *star* _low_ ~~gone~~",
    "1. not a list",
    "--- not a rule",
    "line\nbreak\tand tab",
    "control \x07\x1b[31m sign",
    "שלום עולם",
    "مرحبا بالعالم",
    "日本語のテキスト",
    "Ελληνικά и русский",
    "emoji 🦊 here",
    "zero\u202ewidth\u200b",
    "e\u0301 combining",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "a very long text that goes on and on, " * 6,
    "≤ 5 µs × 3",
    "]]> <!-- --> </table>",
)
"""Texts that mean something to some format."""
SOURCE = Reference(
    1,
    "A study of things",
    "A. Author",
    "2020-02",
    "https://example.org/a?b=c&d=%20e_f#g",
    (Passage("section 2", "2026-11-23"),),
)
OTHER = Reference(2, "Another & <more>", "", "", "", (Passage("", ""),))


def cell(text: str, state: Token = STATES[State.VALUE], origin: Token | None = None) -> TableCell:
    """Return a cell with a fact and a source."""
    fact = CellFact(text, f"It is {text}.", "As measured.", 1, "section 2", "2026-11-23", "high")
    return TableCell(
        text, state, origin, "from Parent" if origin else "", (fact,), (1, 2), "https://example.org/x.html"
    )


def table(columns: int = 3, rows: int = 2, text: str = "value {row} {column}") -> Table:
    """Return a table of a size."""
    heads = tuple(Heading(f"c{each}", f"Column {each}", "ms", "lower is better") for each in range(columns))
    body = tuple(
        Row(Heading(f"r{row}", f"Row {row}"), tuple(cell(text.format(row=row, column=each)) for each in range(columns)))
        for row in range(rows)
    )
    return with_rows(heads, body)


def states_table() -> Table:
    """Return a table with one row for each state, whose cells are of the row itself and of each origin."""
    texts = {State.UNKNOWN, State.NOT_APPLICABLE, State.DESCRIBED}
    tokens = [(STATES[state], STATES[state].word if state in texts else "7 ms") for state in State] + [(NO, "no")]
    origins = [None, ORIGINS[Origin.INHERITED], ORIGINS[Origin.MEMBERS]]
    heads = tuple(Heading(f"c{index}", origin.word if origin else "own") for index, origin in enumerate(origins))
    rows = tuple(
        Row(Heading(f"r{index}", f"Row {index}"), tuple(cell(text, token, origin) for origin in origins))
        for index, (token, text) in enumerate(tokens)
    )
    return with_rows(heads, rows)


def hard_table() -> Table:
    """Return a table whose names and cells are the hard texts."""
    heads = tuple(Heading(f"c{index}", text, text, "lower is better") for index, text in enumerate(HARD[:5]))
    rows = tuple(
        Row(Heading(f"r{index}", text), tuple(cell(HARD[(index + step) % len(HARD)]) for step in range(5)))
        for index, text in enumerate(HARD)
    )
    made = with_rows(heads, rows)
    return Table(
        made.id, HARD[5], HARD[7], made.columns, made.rows, made.references, made.link, made.as_of, "Atlas", HARD[8]
    )


def with_rows(columns: tuple[Heading, ...], rows: tuple[Row, ...]) -> Table:
    """Return a table of columns and rows with sources."""
    link = "https://example.org/atlas/matrices/t.html"
    return Table("t", "Title", "Summary.", columns, rows, (SOURCE, OTHER), link, "2026-11-23", "Atlas")
