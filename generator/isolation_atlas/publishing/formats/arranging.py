"""What may be asked of a table before it is written: turned, narrowed, sorted, renamed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from isolation_atlas.publishing.formats.table import Row, Table


class ArrangingError(ValueError):
    """A table cannot be arranged as asked; the message says why."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a table is to be arranged; ``sort`` is a column's id, with ``-`` before it from the highest down."""

    transpose: bool = False
    only_differences: bool = False
    sort: str = ""
    title: str = ""
    note: str = ""


def arranged(table: Table, how: Arrangement) -> Table:
    """Return the table as asked; raises ArrangingError where no column of the name to sort by exists."""
    made = _sorted(table, how.sort) if how.sort else table
    made = _differing(made) if how.only_differences else made
    made = transposed(made) if how.transpose else made
    return replace(made, title=how.title or made.title, note=how.note or made.note)


def transposed(table: Table) -> Table:
    """Return the table with its rows as columns."""
    rows = tuple(
        Row(heading, tuple(row.cells[index] for row in table.rows)) for index, heading in enumerate(table.columns)
    )
    return replace(table, columns=tuple(row.heading for row in table.rows), rows=rows)


def columns_from(table: Table, first: int, last: int) -> Table:
    """Return the table with the columns from ``first`` up to and without ``last``."""
    rows = tuple(Row(row.heading, row.cells[first:last]) for row in table.rows)
    return replace(table, columns=table.columns[first:last], rows=rows)


def _differing(table: Table) -> Table:
    kept = [
        index
        for index in range(len(table.columns))
        if len({(row.cells[index].text, row.cells[index].state) for row in table.rows}) > 1
    ]
    rows = tuple(Row(row.heading, tuple(row.cells[index] for index in kept)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[index] for index in kept), rows=rows)


def _sorted(table: Table, sort: str) -> Table:
    down, name = sort.startswith("-"), sort.removeprefix("-")
    if name == "name":
        return table.with_rows(tuple(sorted(table.rows, key=lambda row: row.heading.name.casefold(), reverse=down)))
    ids = [column.id for column in table.columns]
    if name not in ids:
        raise ArrangingError(f"There is no column {name!r} to sort by; there are: name, {', '.join(ids)}.")
    index = ids.index(name)
    known = [row for row in table.rows if row.cells[index].has_value]
    rest = [row for row in table.rows if not row.cells[index].has_value]
    ordered = sorted(known, key=lambda row: _sort_key(row, index), reverse=down)
    return table.with_rows((*ordered, *rest))


def _sort_key(row: Row, index: int) -> tuple[bool, float, str]:
    cell = row.cells[index]
    return cell.rank is None, cell.rank or 0.0, cell.text.casefold()
