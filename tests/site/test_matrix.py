"""A matrix in the browser: sorting, filtering, choosing, and the evidence beside a cell."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.site.visits import visit

pytestmark = [pytest.mark.browser, pytest.mark.site]

MATRIX = "table[data-matrix]"
FIRST_COLUMN = f"{MATRIX} thead th:nth-child(3)"


def names(page: Page) -> list[str]:
    return page.locator(f"{MATRIX} tbody tr:not([hidden]) th a").all_inner_texts()


def heads(page: Page) -> list[str]:
    return page.locator(f"{MATRIX} thead th:not([hidden]) a").all_inner_texts()


@pytest.fixture
def matrix(url_of: Callable[[str], str]) -> str:
    return url_of("matrices")


def test_a_column_sorts_up_down_and_back(browser: Browser, matrix: str) -> None:
    with visit(browser, matrix) as opened:
        page = opened.page
        button = page.locator(f"{FIRST_COLUMN} button.sort")
        as_written = names(page)
        button.click()
        expect(page.locator(FIRST_COLUMN)).to_have_attribute("aria-sort", "ascending")
        up = names(page)
        button.click()
        expect(page.locator(FIRST_COLUMN)).to_have_attribute("aria-sort", "descending")
        down = names(page)
        assert sorted(up) == sorted(down) == sorted(as_written)
        assert up != down
        button.click()
        expect(page.locator(FIRST_COLUMN)).not_to_have_attribute("aria-sort", "descending")
        assert names(page) == as_written
        assert opened.faults == []


def test_whoever_is_quicker_than_the_scripts_keeps_the_focus(browser: Browser, matrix: str) -> None:
    with visit(browser, "about:blank") as opened:
        page = opened.page
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/matrix/turning.js", hold)
        with page.expect_request("**/matrix/turning.js"):
            page.goto(matrix, wait_until="commit")
        link = page.locator(f"{MATRIX} tbody th a").first
        link.focus()
        expect(page.locator(".matrix-controls button")).to_have_count(0)
        held[0].continue_()
        expect(page.locator(f"{MATRIX} button.sort").first).to_be_visible()
        expect(link).to_be_focused()


def test_what_is_not_known_stands_last_either_way(browser: Browser, matrix: str) -> None:
    with visit(browser, matrix) as opened:
        page = opened.page
        for index in range(page.locator(f"{MATRIX} thead th").count() - 1):
            for _ in ("up", "down"):
                page.locator(f"{MATRIX} thead button.sort").nth(index + 1).click()
                states = page.locator(f"{MATRIX} tbody td:nth-child({index + 2})").evaluate_all(
                    "cells => cells.map(cell => ['unknown', 'not applicable'].includes(cell.dataset.state))"
                )
                assert states == sorted(states)


def test_words_narrow_the_rows_and_the_count_is_said(browser: Browser, matrix: str) -> None:
    with visit(browser, matrix) as opened:
        page = opened.page
        everybody = names(page)
        page.get_by_label("Find").fill(everybody[-1])
        assert everybody[-1] in names(page)
        assert len(names(page)) < len(everybody)
        expect(page.locator(".matrix-said")).to_contain_text(f"of {len(everybody)} rows")


def test_columns_can_be_left_out_with_the_keyboard(browser: Browser, matrix: str) -> None:
    with visit(browser, matrix) as opened:
        page = opened.page
        before = heads(page)
        summary = page.locator("details.matrix-chooser summary", has_text="Columns")
        summary.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert heads(page) == before[1:]
        assert opened.violations() == []
        page.keyboard.press("Escape")
        expect(summary).to_be_focused()


def test_a_view_can_be_sent(browser: Browser, matrix: str) -> None:
    with visit(browser, matrix) as opened:
        page = opened.page
        page.locator(f"{FIRST_COLUMN} button.sort").click()
        page.locator("details.matrix-chooser summary", has_text="Columns").click()
        page.locator("details.matrix-chooser input").first.uncheck()
        sent, seen = page.url, (names(page), heads(page))
    with visit(browser, sent) as opened:
        expect(opened.page.locator(FIRST_COLUMN)).to_have_attribute("aria-sort", "ascending")
        assert (names(opened.page), heads(opened.page)) == seen


def test_rows_and_columns_can_be_swapped_and_the_view_sent(browser: Browser, matrix: str) -> None:
    with visit(browser, matrix) as opened:
        page = opened.page
        rows, columns = names(page), heads(page)
        cell = page.locator(f"{MATRIX} tbody tr:nth-child(2) td:nth-child(4) a.cell")
        target = cell.get_attribute("href")
        box = page.get_by_label("Swap rows and columns")
        box.focus()
        page.keyboard.press("Space")
        assert (names(page), heads(page)) == (columns, rows)
        turned = page.locator(f"{MATRIX} tbody tr:nth-child(3) td:nth-child(3) a.cell")
        assert turned.get_attribute("href") == target
        assert set(page.locator(f"{MATRIX} tbody th").evaluate_all("them => them.map(th => th.scope)")) == {"row"}
        assert set(page.locator(f"{MATRIX} thead th").evaluate_all("them => them.map(th => th.scope)")) == {"col"}
        expect(page.locator(f"{MATRIX} caption")).to_contain_text(f"{len(columns)} rows, {len(rows)} columns")
        stays = "th => getComputedStyle(th).position + getComputedStyle(th).left"
        assert page.locator(f"{MATRIX} tbody th").first.evaluate(stays) == "sticky0px"
        page.locator(f"{MATRIX} tbody tr:nth-child(2) button.sort").click()
        expect(page.locator(f"{MATRIX} tbody tr:nth-child(2) th")).to_have_attribute("aria-sort", "ascending")
        assert heads(page) != rows
        assert opened.violations() == []
        sent, seen = page.url, (names(page), heads(page))
        box.uncheck()
        assert heads(page) == columns
        assert opened.faults == []
    with visit(browser, sent) as opened:
        expect(opened.page.get_by_label("Swap rows and columns")).to_be_checked()
        assert (names(opened.page), heads(opened.page)) == seen
        opened.page.locator(f"{MATRIX} td[data-state=value] a.cell").first.click()
        title = opened.page.locator("#evidence-title").inner_text()
        assert title.partition(": ")[0] in rows


@pytest.fixture
def mixed(built_site: Path, address: str) -> str:
    """Return the address of the matrix whose rows are of the most families."""
    pages = sorted((built_site / "matrices").glob("*.html"))
    most = max(pages, key=lambda page: len(set(re.findall(r'data-family="([^"]+)"', page.read_text("utf-8")))))
    return f"{address}/matrices/{most.name}"


def test_rows_are_filtered_by_family_with_the_keyboard(browser: Browser, mixed: str) -> None:
    with visit(browser, mixed) as opened:
        page = opened.page
        everybody = names(page)
        page.locator("details.matrix-chooser summary", has_text="Filter").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.get_by_role("combobox", name="Family")).to_be_focused()
        page.keyboard.press("ArrowDown")
        family = page.get_by_role("combobox", name="Family").input_value()
        assert 0 < len(names(page)) < len(everybody)
        shown = page.locator(f"{MATRIX} tbody tr:not([hidden]) th").evaluate_all(
            "them => them.map(th => th.dataset.family)"
        )
        assert all(family in each.split("|") for each in shown)
        expect(page.locator("details.matrix-chooser summary", has_text="Filter (1)")).to_be_visible()
        assert opened.violations() == []
        sent, seen = page.url, names(page)
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Show everything").click()
        assert names(page) == everybody
    with visit(browser, sent) as opened:
        expect(opened.page.locator(f"{MATRIX} tbody tr:not([hidden])")).to_have_count(len(seen))
        assert names(opened.page) == seen


def test_rows_are_filtered_by_value(browser: Browser, matrix: str) -> None:
    with visit(browser, matrix) as opened:
        page = opened.page
        everybody = names(page)
        page.locator("details.matrix-chooser summary", has_text="Filter").click()
        label = page.locator(".matrix-values label:has(option[value='~unknown'])").first
        select, column = label.locator("select"), label.locator("span").inner_text().strip()
        at = heads(page).index(column) + 2
        select.select_option("~unknown")
        unknown = names(page)
        select.select_option("~known")
        known = names(page)
        assert sorted((*known, *unknown)) == sorted(everybody)
        words = page.locator(f"{MATRIX} tbody tr:not([hidden]) td:nth-child({at})").evaluate_all(
            "cells => cells.map(cell => cell.dataset.state)"
        )
        assert not {"unknown", "not applicable"} & set(words)
        assert opened.faults == []


def test_all_columns_can_be_left_out_and_brought_back(browser: Browser, matrix: str) -> None:
    with visit(browser, matrix) as opened:
        page = opened.page
        before = heads(page)
        page.locator("details.matrix-chooser summary", has_text="Columns").click()
        page.get_by_role("button", name="None").click()
        assert heads(page) == []
        page.get_by_role("button", name="All", exact=True).click()
        assert heads(page) == before


def test_a_cell_shows_its_evidence_and_lets_go_again(browser: Browser, matrix: str) -> None:
    with visit(browser, matrix) as opened:
        page = opened.page
        cell = page.locator(f"{MATRIX} td[data-state=value] a.cell").first
        cell.focus()
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog").filter(has_text="Open on its page")
        expect(dialog.locator(".facts .claim, .members li").first).to_be_visible()
        assert opened.violations() == []
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        expect(cell).to_be_focused()
        assert opened.faults == []


def test_without_scripts_a_cell_is_a_link_to_its_evidence(browser: Browser, matrix: str) -> None:
    with visit(browser, matrix, scripts=False) as opened:
        page = opened.page
        link = page.locator(f"{MATRIX} td[data-state=value] a.cell").first
        target = str(link.get_attribute("href"))
        link.click()
        expect(page.locator(f"[id='{target.partition('#')[2]}']")).to_be_visible()


def test_menus_are_made_when_they_are_opened_and_named_for_the_way_the_matrix_lies(
    browser: Browser, url_of: Callable[[str], str]
) -> None:
    with visit(browser, url_of("matrices")) as opened:
        page = opened.page
        first = page.locator(".matrix-chooser:has([data-chooser])").first
        expect(first.locator("summary")).to_have_text("Columns")
        assert page.locator(".matrix-chooser fieldset").count() == 0
        page.get_by_label("Swap rows and columns").check()
        first.locator("summary").press("Enter")
        expect(first.get_by_role("group", name="Rows", exact=True).get_by_role("checkbox").first).to_be_visible()
        page.get_by_label("Swap rows and columns").uncheck()
        first.locator("summary").press("Enter")
        expect(first.get_by_role("group", name="Columns", exact=True)).to_be_visible()
        assert page.locator(".matrix-chooser fieldset").count() == 1
