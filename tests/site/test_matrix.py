"""A matrix in the browser: sorting, filtering, choosing, and the evidence beside a cell."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

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
        summary = page.locator("details.matrix-chooser summary").first
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
        page.locator("details.matrix-chooser summary").first.click()
        page.locator("details.matrix-chooser input").first.uncheck()
        sent, seen = page.url, (names(page), heads(page))
    with visit(browser, sent) as opened:
        expect(opened.page.locator(FIRST_COLUMN)).to_have_attribute("aria-sort", "ascending")
        assert (names(opened.page), heads(opened.page)) == seen


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
