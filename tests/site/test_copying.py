"""Copying and saving what tables show, in a browser."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page

from tests.site.serving import serve

ROOT = Path(__file__).parents[2]
TABLE = """<!doctype html><meta charset="utf-8"><title>Page</title><h1>Brakes &amp; more</h1><p data-copying></p>
<table class="matrix" data-matrix="m"><thead><tr>
<th>Name</th><th><a href="p.html">Price</a><span class="column-note">EUR</span></th><th>Gone</th>
</tr></thead><tbody><tr>
<th><a href="a.html">=A</a></th>
<td data-state="value"><a class="cell" href="a.html#p">
<span class="cell-symbol">●</span><span class="cell-text">5 | 6</span></a></td>
<td>x</td>
</tr><tr hidden><th>Hidden</th><td>1</td><td>x</td></tr><tr>
<th>B</th>
<td data-state="unknown"><a class="cell" href="b.html#p">
<span class="cell-symbol">?</span><span class="cell-text">unknown</span><span class="cell-remark">so far</span></a></td>
<td>x</td>
</tr></tbody></table>
<ul class="legend"><li>● value</li><li>? unknown</li></ul>
<style>[hidden], th:nth-child(3), td:nth-child(3) { display: none }</style>
<script type="module" src="javascripts/copying/copying.js"></script>"""


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    (tmp_path / "javascripts").symlink_to(ROOT / "docs" / "assets" / "javascripts")
    (tmp_path / "page.html").write_text(TABLE, encoding="utf-8")
    with serve(tmp_path) as served:
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], accept_downloads=True)
        page = context.new_page()
        page.goto(f"{served}/page.html")
        page.wait_for_selector(".copying")
        yield page
        context.close()


def saved(page: Page, name: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=f"{name} of this view").click()
    return Path(download.value.path()).read_text(encoding="utf-8")


@pytest.mark.browser
def test_one_clipboard_item_has_a_table_and_text(page: Page) -> None:
    page.get_by_role("button", name="Copy table").click()
    page.wait_for_selector(".copying [role=status]:not(:empty)")
    item = page.evaluate(
        "async () => { const [item] = await navigator.clipboard.read();"
        "const pairs = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);"
        "return Object.fromEntries(await Promise.all(pairs)); }"
    )
    assert item["text/plain"].split("\n") == ["Name\tPrice (EUR)", "'=A\t● 5 | 6", "B\t? unknown (so far)"]
    assert "<table" in item["text/html"]
    assert "● 5 | 6" in item["text/html"]
    assert "Hidden" not in item["text/html"]


@pytest.mark.browser
def test_csv_has_what_is_shown_and_where_its_evidence_is(page: Page) -> None:
    records = list(csv.reader(io.StringIO(saved(page, "CSV").removeprefix("\ufeff"), newline="")))
    assert records[0] == ["Name", "Price (EUR)", "Price (EUR): evidence"]
    assert [record[:2] for record in records[1:]] == [["'=A", "● 5 | 6"], ["B", "? unknown (so far)"]]
    assert records[1][2].endswith("a.html#p")


@pytest.mark.browser
def test_markdown_renders_to_the_same_table(page: Page) -> None:
    html = MarkdownIt("commonmark").enable("table").render(saved(page, "Markdown"))
    assert html.count("<tr>") == 3
    assert "● 5 | 6" in html
    assert "Brakes &amp; more" in html


@pytest.mark.browser
def test_svg_has_every_word(page: Page) -> None:
    root = ET.fromstring(saved(page, "SVG"))  # noqa: S314
    words = " ".join(element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text"))
    assert all(word in words for word in ("Brakes & more", "=A", "5 | 6", "unknown (so far)", "● value"))
