"""Texts of every kind, read back by readers that are not ours."""

import csv
import io
import json
import re
from collections.abc import Callable

import html5lib
import pytest
from docutils.core import publish_doctree
from docutils.nodes import entry
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from isolation_atlas.publishing.formats import delimited_csv, delimited_tsv, html, json_data, markdown, plain, rst
from isolation_atlas.publishing.formats.delimited import harmless
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.registry import BY_ID, TABLE, TREE
from isolation_atlas.publishing.formats.table import Table
from isolation_atlas.publishing.formats.wording import clean
from tests.publishing.formats.tables import HARD, cell, hard_table, states_table, table
from tests.publishing.formats.trees import tree

LOOK = Look()
TABLES: dict[str, Callable[[], Table]] = {
    "hard": hard_table,
    "states": states_table,
    "large": lambda: table(25, 40),
    "one": lambda: table(1, 1),
}
SHAPES = pytest.mark.parametrize("made", TABLES.values(), ids=TABLES.keys())


@SHAPES
@pytest.mark.parametrize(("module", "delimiter"), [(delimited_csv, ","), (delimited_tsv, "\t")])
def test_delimited_text_comes_back(made: Callable[[], Table], module: object, delimiter: str) -> None:
    given_table = made()
    written = module.write_table(given_table, LOOK).decode("utf-8-sig")  # type: ignore[attr-defined]
    head, *records = csv.reader(io.StringIO(written, newline=""), delimiter=delimiter)
    assert len(head) == 1 + 3 * len(given_table.columns)
    expected = [[harmless(row.heading.name), *(harmless(each.text) for each in row.cells)] for row in given_table.rows]
    assert [[record[0], *record[1::3]] for record in records] == expected


@given(st.text())
def test_no_field_begins_a_formula(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text())
def test_nothing_invisible_is_left(text: str) -> None:
    cleaned = clean(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", cleaned)
    assert clean(cleaned) == cleaned


@SHAPES
def test_json_has_everything(made: Callable[[], Table]) -> None:
    given_table = made()
    read = json.loads(json_data.write_table(given_table, LOOK))
    assert [[each["text"] for each in row["cells"]] for row in read["rows"]] == [
        [each.text for each in row.cells] for row in given_table.rows
    ]
    assert read["references"][0]["url"] == given_table.references[0].url
    assert {each["word"] for each in read["legend"]} == {token.word for token in given_table.legend}


def inline_text(token: Token) -> str:
    return "".join(child.content for child in token.children or ())


@SHAPES
def test_markdown_renders_to_the_same_words(made: Callable[[], Table]) -> None:
    given_table = made()
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown.write_table(given_table, LOOK).decode())
    cells = [inline_text(tokens[at + 1]) for at, token in enumerate(tokens) if token.type in ("td_open", "th_open")]
    assert len(cells) == (len(given_table.rows) + 1) * (len(given_table.columns) + 1)
    body = cells[len(given_table.columns) + 1 :]
    for row, start in zip(given_table.rows, range(0, len(body), len(given_table.columns) + 1), strict=True):
        assert body[start].strip() == clean(row.heading.name)
        for shown, each in zip(body[start + 1 :], row.cells, strict=False):
            assert shown.startswith(f"{each.state.symbol} {clean(each.text)}".strip())


@pytest.mark.parametrize("text", HARD)
def test_markdown_outside_tables_is_plain_text(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(markdown.escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in tokens[1].children or ()} <= {"text", "text_special"}
    assert inline_text(tokens[1]) == clean(text)


@SHAPES
def test_html_is_valid_and_has_the_same_words(made: Callable[[], Table]) -> None:
    given_table = made()
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    fragment = parser.parseFragment(html.write_table(given_table, LOOK).decode())
    rows = fragment.findall(".//tbody/tr")
    assert [clean(row.heading.name) for row in given_table.rows] == ["".join(row[0].itertext()).strip() for row in rows]
    for row, shown in zip(given_table.rows, rows, strict=True):
        for each, data in zip(row.cells, shown.findall("td"), strict=True):
            assert (
                "".join(data.itertext())
                .replace("\xa0", " ")
                .startswith(f"{each.state.symbol} {clean(each.text)}".strip())
            )
    assert fragment.findall(".//script") == []


@SHAPES
def test_restructured_text_has_no_warning(made: Callable[[], Table]) -> None:
    given_table = made()
    settings = {"report_level": 1, "halt_level": 2, "file_insertion_enabled": False, "raw_enabled": False}
    read = publish_doctree(rst.write_table(given_table, LOOK).decode(), settings_overrides=settings)
    cells = [each.astext() for each in read.findall(entry)]
    assert len(cells) == (len(given_table.rows) + 1) * (len(given_table.columns) + 1)
    first = given_table.rows[0].cells[0]
    assert cells[len(given_table.columns) + 2].startswith(first.state.symbol)


@SHAPES
def test_plain_text_keeps_its_width_where_words_allow(made: Callable[[], Table]) -> None:
    written = plain.write_table(made(), LOOK).decode()
    rows = [line for line in written.splitlines() if "──" in line]
    assert rows
    assert all(plain.columns_of(line) <= plain.WIDTH for line in rows)


@pytest.mark.parametrize("form", [each for each in BY_ID if TABLE in BY_ID[each].takes])
@pytest.mark.parametrize(("columns", "rows"), [(0, 0), (3, 0), (0, 3)])
def test_an_empty_table_is_written(form: str, columns: int, rows: int) -> None:
    assert BY_ID[form].writer(TABLE)(table(columns, rows), LOOK)


@pytest.mark.parametrize("form", ["md", "html", "rst", "txt", "tex", "csv", "json"])
def test_a_tree_has_all_its_ends(form: str) -> None:
    read = BY_ID[form].writer(TREE)(tree(3, 2), LOOK).decode("utf-8-sig")
    assert all(f"q{one}{other}" in read for one in range(3) for other in range(3))


def test_a_tree_is_valid_html() -> None:
    fragment = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(
        html.write_tree(tree(3, 3), LOOK).decode()
    )
    assert len(fragment.findall(".//li")) == 1 + 3 + 9 + 27


def test_sources_travel_with_every_cell_of_delimited_text() -> None:
    written = delimited_csv.write_table(states_table(), LOOK).decode("utf-8-sig")
    _, *records = csv.reader(io.StringIO(written, newline=""))
    assert all("A study of things" in each for record in records for each in record[3::3])


def test_a_cell_without_sources_says_nothing_of_them() -> None:
    assert "[" not in plain.write_table(table(1, 1), LOOK).decode()
    assert cell("x").numbers == (1, 2)
