"""A whole deck: a title, then tables, trees and pictures in order, then the sources."""

from __future__ import annotations

from dataclasses import dataclass, replace

from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.table import Passage, Reference, Row, Table, TableCell

Item = Table | Tree | Plot


@dataclass(frozen=True, slots=True)
class Deck:
    """What a presentation shows, in order."""

    title: str
    subtitle: str
    items: tuple[Item, ...]
    link: str
    as_of: str
    publisher: str

    @property
    def sources(self) -> tuple[Reference, ...]:
        """The sources of all its tables by number, which ``numbered`` makes the same in all of them."""
        found: dict[int, Reference] = {}
        for item in self.items:
            for each in item.references if isinstance(item, Table) else ():
                found[each.number] = _merged(found.get(each.number, each), each)
        return tuple(found[number] for number in sorted(found))


def numbered(deck: Deck) -> Deck:
    """Return the deck with one number for each source throughout, in the order in which its tables cite them."""
    numbers: dict[tuple[str, str, str, str], int] = {}
    items = tuple(_renumbered(item, numbers) if isinstance(item, Table) else item for item in deck.items)
    return replace(deck, items=items)


def _renumbered(table: Table, numbers: dict[tuple[str, str, str, str], int]) -> Table:
    after = {0: 0}
    for each in table.references:
        after[each.number] = numbers.setdefault((each.title, each.by, each.date, each.url), len(numbers) + 1)
    rows = tuple(Row(row.heading, tuple(_cell(cell, after) for cell in row.cells)) for row in table.rows)
    references = sorted((replace(each, number=after[each.number]) for each in table.references), key=_number)
    return replace(table, rows=rows, references=tuple(references))


def _cell(cell: TableCell, after: dict[int, int]) -> TableCell:
    facts = tuple(replace(fact, source=after[fact.source]) for fact in cell.facts)
    return replace(cell, facts=facts, numbers=tuple(sorted(after[each] for each in cell.numbers)))


def _number(reference: Reference) -> int:
    return reference.number


def _merged(one: Reference, other: Reference) -> Reference:
    places: dict[Passage, None] = dict.fromkeys((*one.passages, *other.passages))
    return replace(one, passages=tuple(places))
