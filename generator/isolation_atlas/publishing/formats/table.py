"""The table that every format writes: words, states and sources, and nothing that belongs to one format."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Token:
    """How a state or an origin is told: a sign and a word, neither of which any other state has."""

    symbol: str
    word: str
    valued: bool = True
    """Whether there is a value that can be compared."""
    is_origin: bool = False
    """Whether it tells whose facts they are, and not a state."""
    is_quiet: bool = False
    """Whether its sign alone is shown in a cell, so that what is known stands out; the legend has the word."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a source, and the day on which somebody read it there (ISO 8601, empty if nobody did)."""

    locator: str
    read: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A source under its number in the table."""

    number: int
    title: str
    by: str
    date: str
    url: str
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The whole citation in one line, without its number and address."""
        made = ", ".join(part for part in (self.by, self.date) if part)
        places = "; ".join(_passage(each) for each in self.passages)
        head = f"{self.title} ({made})" if made else self.title
        return f"{head}: {places}" if places else head


@dataclass(frozen=True, slots=True)
class CellFact:
    """A fact behind a cell; ``source`` is a reference's number, 0 for a rating that rests on other cells."""

    value: str
    claim: str
    context: str
    source: int
    locator: str
    read: str
    confidence: str


@dataclass(frozen=True, slots=True)
class TableCell:
    """What is known at one place of the table."""

    text: str
    state: Token
    origin: Token | None = None
    """None where the facts are the row's own, or there are none."""
    whose: str = ""
    """Whose facts they are in full, for example the name of the family."""
    facts: tuple[CellFact, ...] = ()
    numbers: tuple[int, ...] = ()
    """Numbers of the references that it rests on."""
    href: str = ""
    rank: float | None = None
    """A number by which cells of one column sort."""
    amount: float | None = None
    """The exact value in the column's unit, where there is one."""

    @property
    def has_value(self) -> bool:
        """Whether its text is a value, and not words for the lack of one."""
        return self.state.valued


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a row or a column."""

    id: str
    name: str
    unit: str = ""
    direction: str = ""
    href: str = ""
    group: str = ""

    @property
    def note(self) -> str:
        """Unit and direction in words."""
        return ", ".join(part for part in (self.unit, self.direction) if part)


@dataclass(frozen=True, slots=True)
class Row:
    """A row with a cell for each column."""

    heading: Heading
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A matrix with everything that has to travel with it."""

    id: str
    title: str
    summary: str
    columns: tuple[Heading, ...]
    rows: tuple[Row, ...]
    references: tuple[Reference, ...]
    link: str
    """Where the same view is on the site, absolute where the site's address is known."""
    as_of: str
    """The latest day on which any of it was read in its source, ISO 8601."""
    publisher: str = ""
    note: str = ""
    corner: str = "Name"

    @property
    def legend(self) -> tuple[Token, ...]:
        """The signs that occur: of values, of what has none, of whose facts they are; each by the first row with it."""
        found: dict[Token, None] = {}
        for cell in (cell for row in self.rows for cell in row.cells):
            found[cell.state] = None
            if cell.origin is not None:
                found[cell.origin] = None
        return tuple(sorted(found, key=lambda token: (token.is_origin, not token.valued)))

    @property
    def footer(self) -> str:
        """Where it is from and as of when."""
        parts = [self.publisher, f"facts as of {self.as_of}" if self.as_of else "", _count(len(self.references))]
        return " · ".join(part for part in parts if part)

    def with_rows(self, rows: tuple[Row, ...]) -> Table:
        """Return the table with other rows."""
        return replace(self, rows=rows)


def _passage(passage: Passage) -> str:
    read = f"read {passage.read}" if passage.read else "unverified"
    return f"{passage.locator}, {read}" if passage.locator else read


def _count(references: int) -> str:
    return f"{references} source{'' if references == 1 else 's'}" if references else ""
