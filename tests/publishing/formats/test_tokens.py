"""No two states are ever told alike, in any format."""

import html
import io
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.registry import BY_ID, TABLE, formats_for
from isolation_atlas.publishing.formats.table import Heading, Row, Token
from isolation_atlas.publishing.formats.tex_text import sign
from isolation_atlas.publishing.formats.tokens import BY_SYMBOL, NO, ORIGINS, STATES, TOKENS, UNSTATED
from isolation_atlas.publishing.formats.wording import whole_words
from isolation_atlas.reasoning.cells import Origin, State
from tests.publishing.formats.tables import cell, with_rows

TEXT_FORMATS = ("csv", "tsv", "json", "md", "html", "tex", "rst", "marp", "reveal", "txt", "svg")


def text_of(form: str, written: bytes) -> str:
    return html.unescape(written.decode("utf-8-sig"))


def slide_text(written: bytes) -> str:
    frames = [shape for slide in Presentation(io.BytesIO(written)).slides for shape in slide.shapes]
    cells = [cell for shape in frames if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join(
        [*(shape.text_frame.text for shape in frames if shape.has_text_frame), *(each.text for each in cells)]
    )


def sheet_text(written: bytes) -> str:
    sheets = load_workbook(io.BytesIO(written)).worksheets
    return "\n".join(str(each.value) for sheet in sheets for row in sheet.iter_rows() for each in row)


def page_text(written: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(written)).pages)


READERS: dict[str, Callable[[bytes], str]] = {
    **{form: lambda written, form=form: text_of(form, written) for form in TEXT_FORMATS},  # type: ignore[misc]
    "pptx": slide_text,
    "xlsx": sheet_text,
}


def test_every_format_of_tables_is_read() -> None:
    assert {*READERS, "pdf", "png"} == {form.id for form in formats_for(TABLE)}


def test_every_state_and_origin_has_a_token() -> None:
    assert set(STATES) == set(State)
    assert set(ORIGINS) == set(Origin)


def test_no_two_tokens_share_a_sign_or_a_word() -> None:
    assert len({token.symbol for token in TOKENS}) == len({token.word for token in TOKENS}) == len(TOKENS)
    assert len(BY_SYMBOL) == len(TOKENS)


def test_no_two_signs_become_one_in_tex() -> None:
    assert len({sign(token.symbol) for token in TOKENS}) == len(TOKENS)


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("token", TOKENS, ids=lambda token: token.word)
def test_the_sign_and_the_word_of_each_state_are_there(form: str, token: Token) -> None:
    shown = cell("7 ms", STATES[State.VALUE], token) if token.is_origin else cell("7 ms", token)
    table = with_rows((Heading("c", "Column"),), (Row(Heading("r", "Row"), (shown,)),))
    read = READERS[form](BY_ID[form].writer(TABLE)(table, Look()))
    assert token.word in read
    expected = sign(token.symbol) if form == "tex" else token.symbol
    if form == "svg":
        expected = f'aria-label="{token.word}"' if token.symbol not in "?…–·" else token.symbol
    assert expected in read


@pytest.mark.parametrize("form", [*READERS, "pdf", "png"])
def test_cells_that_differ_only_in_state_differ_in_every_format(form: str) -> None:
    written = []
    for token in (*STATES.values(), NO, UNSTATED):
        for origin in (None, ORIGINS[Origin.INHERITED], ORIGINS[Origin.MEMBERS]):
            rows = (Row(Heading("r", "Row"), (cell("7 ms", token, origin),)),)
            written.append(BY_ID[form].writer(TABLE)(with_rows((Heading("c", "Column"),), rows), Look()))
    assert all(one != other for one, other in combinations(written, 2))


@pytest.mark.parametrize("form", [*READERS, "pdf", "png"])
def test_what_nobody_states_is_no_unknown(form: str) -> None:
    written = []
    for token in (UNSTATED, STATES[State.UNKNOWN]):
        rows = (Row(Heading("r", "Row"), (cell(token.word, token), cell("7 ms", STATES[State.VALUE]))),)
        table = with_rows((Heading("a", "One"), Heading("b", "Two")), rows)
        written.append(BY_ID[form].writer(TABLE)(table, Look()))
    assert written[0] != written[1]
    if form in READERS:
        assert UNSTATED.word in READERS[form](written[0])
        assert UNSTATED.word not in READERS[form](written[1])


def test_the_pages_have_every_word() -> None:
    rows = tuple(Row(Heading(token.word, "Row"), (cell("7 ms", token),)) for token in STATES.values())
    read = page_text(BY_ID["pdf"].writer(TABLE)(with_rows((Heading("c", "Column"),), rows), Look()))
    assert [token.word for token in STATES.values() if token.word not in read] == []


@given(st.text(), st.sampled_from(TOKENS[: len(State)]), st.sampled_from(TOKENS[: len(State)]))
def test_words_tell_states_apart_whatever_the_text(text: str, one: Token, other: Token) -> None:
    if one != other:
        assert whole_words(cell(text, one)) != whole_words(cell(text, other))
