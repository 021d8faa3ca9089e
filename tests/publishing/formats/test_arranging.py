"""Turning, narrowing and sorting a table."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.publishing.formats.arranging import Arrangement, ArrangingError, arranged, columns_from, transposed
from isolation_atlas.publishing.formats.table import Heading, Row, Table
from isolation_atlas.publishing.formats.tokens import STATES
from isolation_atlas.reasoning.cells import State
from tests.publishing.formats.tables import cell, table, with_rows


def ranked(*ranks: float | None) -> Table:
    """Return a table of one column; None is an unknown cell."""
    rows = tuple(
        Row(
            Heading(f"r{at}", f"Row {at}"),
            (cell("unknown", STATES[State.UNKNOWN]) if rank is None else replace(cell(f"{rank}"), rank=rank),),
        )
        for at, rank in enumerate(ranks)
    )
    return with_rows((Heading("c0", "Column"),), rows)


@given(st.integers(1, 5), st.integers(1, 5))
def test_turned_twice_it_is_as_before(columns: int, rows: int) -> None:
    made = table(columns, rows)
    assert transposed(transposed(made)) == made


@pytest.mark.parametrize(
    ("sort", "order"),
    [("c0", ["r2", "r0", "r3", "r1"]), ("-c0", ["r3", "r0", "r2", "r1"]), ("-name", ["r3", "r2", "r1", "r0"])],
)
def test_unknown_is_last_whichever_way_it_is_sorted(sort: str, order: list[str]) -> None:
    made = arranged(ranked(5, None, 1, 9), Arrangement(sort=sort))
    assert [row.heading.id for row in made.rows] == order


def test_a_column_that_is_not_there_is_named() -> None:
    with pytest.raises(ArrangingError, match="no column 'c9'"):
        arranged(table(), Arrangement(sort="c9"))


def test_only_differences_leaves_columns_that_say_one_thing_out() -> None:
    rows = tuple(Row(Heading(f"r{at}", f"R{at}"), (cell("same"), cell(f"{at}"))) for at in range(3))
    made = arranged(with_rows((Heading("a", "A"), Heading("b", "B")), rows), Arrangement(only_differences=True))
    assert [column.id for column in made.columns] == ["b"]
    assert all(len(row.cells) == 1 for row in made.rows)


def test_a_state_alone_is_a_difference() -> None:
    rows = (
        Row(Heading("r0", "R"), (cell("x"),)),
        Row(Heading("r1", "S"), (cell("x", STATES[State.UNVERIFIED]),)),
    )
    made = arranged(with_rows((Heading("a", "A"),), rows), Arrangement(only_differences=True))
    assert len(made.columns) == 1


def test_title_and_note_are_replaced() -> None:
    made = arranged(table(), Arrangement(title="Other", note="Mind."))
    assert (made.title, made.note) == ("Other", "Mind.")


def test_columns_are_cut_with_their_cells() -> None:
    made = columns_from(table(5, 2), 1, 3)
    assert [column.id for column in made.columns] == ["c1", "c2"]
    assert [each.text for each in made.rows[1].cells] == ["value 1 1", "value 1 2"]
