"""Accessible with filters, popovers, the search and the guide open; in forced colours; from a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.site.page_kinds import page_of_kind
from tests.site.visits import visit

pytestmark = [pytest.mark.browser, pytest.mark.site]

SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
WIDTHS = pytest.mark.parametrize("width", [390, 1280])
COLOURED = ("index.html", "environments", "matrices", "tradeoffs", "choose")
FROM_A_FOLDER = ("matrices", "compare.html", "graph/index.html", "choose")
# From a folder browsers allow no modules and no worker for the search, whose index the theme looks for by another name.
NOT_FROM_A_FOLDER = ("search/search_index.js", "from origin 'null' has been blocked", "net::ERR_F")
UNREADABLE = """() => {
    const canvas = getComputedStyle(document.body).backgroundColor;
    return [...document.querySelectorAll("article svg.picture text")]
        .filter(text => text.checkVisibility() && getComputedStyle(text).fill === canvas)
        .map(text => text.textContent);
}"""


@SCHEMES
@WIDTHS
def test_filters_and_evidence_of_a_matrix(
    browser: Browser, url_of: Callable[[str], str], width: int, scheme: str
) -> None:
    with visit(browser, url_of("matrices"), width=width, scheme=scheme) as opened:
        page = opened.page
        summaries = page.locator(".matrix-controls details > summary")
        expect(summaries.first).to_be_visible()
        for index in range(summaries.count()):
            summaries.nth(index).press("Enter")
            assert opened.violations() == []
            assert opened.overflow() == 0
            summaries.nth(index).press("Escape")
        page.locator("table[data-matrix] td[data-state=value] a.cell").first.press("Enter")
        expect(page.locator("dialog.evidence-dialog .claim").first).to_be_visible()
        assert opened.violations() == []
        assert opened.faults == []


@SCHEMES
@WIDTHS
def test_search(browser: Browser, address: str, width: int, scheme: str) -> None:
    with visit(browser, f"{address}/index.html", width=width, scheme=scheme) as opened:
        page = opened.page
        opened.settle()
        page.keyboard.press("/")
        page.keyboard.type("evidence")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        page.locator(".md-search-result details").first.evaluate("each => { each.open = true; }")
        assert opened.violations() == []
        assert opened.faults == []


@SCHEMES
@WIDTHS
def test_guide(browser: Browser, url_of: Callable[[str], str], width: int, scheme: str) -> None:
    with visit(browser, url_of("choose"), width=width, scheme=scheme) as opened:
        page = opened.page
        page.get_by_role("button", name="All at once").click()
        page.locator(".guide-question input").first.check()
        opened.unfold()
        assert opened.overflow() == 0
        assert opened.violations() == []
        assert opened.faults == []


@pytest.mark.parametrize("kind", COLOURED)
def test_forced_colours(browser: Browser, url_of: Callable[[str], str], kind: str) -> None:
    with visit(browser, url_of(kind), forced_colours=True) as opened:
        opened.settle()
        page = opened.page
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        assert page.evaluate(UNREADABLE) == []
        assert opened.violations() == []
        page.keyboard.press("Tab")
        page.locator("article :is(a[href], button, input, summary):visible").first.focus()
        assert page.locator(":focus").evaluate("each => getComputedStyle(each).outlineStyle") != "none"


@pytest.mark.parametrize("kind", FROM_A_FOLDER)
def test_from_a_folder(browser: Browser, built_site: Path, kind: str) -> None:
    with visit(browser, (built_site / page_of_kind(built_site, kind)).as_uri()) as opened:
        expect(opened.page.locator("article h1")).to_be_visible()
        expect(opened.page.locator("article :is(h2, table)").first).to_be_visible()
        assert opened.overflow() == 0
        assert [fault for fault in opened.faults if not any(name in fault for name in NOT_FROM_A_FOLDER)] == []
