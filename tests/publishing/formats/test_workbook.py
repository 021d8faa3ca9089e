"""Workbooks, read back by openpyxl."""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from isolation_atlas.publishing.formats import xlsx
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.table import Heading, Row, Table
from tests.publishing.formats.tables import cell, hard_table, states_table, table, with_rows


def opened(given: Table) -> Any:
    return load_workbook(io.BytesIO(xlsx.write_table(given, Look())))


@pytest.mark.parametrize("made", [hard_table, states_table, lambda: table(25, 40)], ids=["hard", "states", "large"])
def test_cells_come_back_as_text_and_never_as_formulas(made: Callable[[], Table]) -> None:
    given, sheet = made(), opened(made())["Table"]
    for at, row in enumerate(given.rows, 2):
        for column, each in enumerate(row.cells, 2):
            read = sheet.cell(at, column)
            assert read.data_type == "s"
            assert read.value.startswith(each.state.symbol)
    assert all(each.data_type != "f" for row in sheet.iter_rows() for each in row)


def test_an_exact_amount_is_a_number_with_its_sign_and_unit_in_its_format() -> None:
    exact = replace(cell("125 ms"), amount=125.0)
    half = replace(cell("0.5 ms"), amount=0.5)
    row = Row(Heading("r", "Row"), (exact, half))
    heads = (Heading("c", "Start", "ms"), Heading("d", "Stop", "ms"))
    sheet = opened(with_rows(heads, (row,)))["Table"]
    assert [sheet.cell(2, 2).value, sheet.cell(2, 3).value] == [125, 0.5]
    assert sheet.cell(2, 2).number_format == '"● "0" ms"'


def test_the_head_is_frozen_and_filtered() -> None:
    sheet = opened(states_table())["Table"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:D9"


def test_comments_and_sheets_carry_the_sources() -> None:
    book = opened(states_table())
    assert "A study of things" in book["Table"].cell(2, 2).comment.text
    assert book["Sources"].cell(2, 3).value.startswith("https://example.org/")
    facts = list(book["Facts"].iter_rows(min_row=2, values_only=True))
    assert len(facts) == 8 * 3
    assert {record[9] for record in facts} == {"2026-11-23"}
