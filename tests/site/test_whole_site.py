"""What holds for the site as a whole: the drawer, the colours, the page for missing pages, opening from a folder."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from isolation_atlas.site_check import check_site
from tests.site.visits import visit

pytestmark = pytest.mark.site

NO_SEARCH_FROM_A_FOLDER = ("search/search_index.js", "net::ERR_FILE_NOT_FOUND")


def test_has_no_findings(built_site: Path) -> None:
    assert [str(finding) for finding in check_site(built_site)] == []


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawer_is_accessible(browser: Browser, address: str, scheme: str) -> None:
    with visit(browser, f"{address}/index.html", width=390, scheme=scheme) as opened:
        opened.page.locator("label.md-header__button[for=__drawer]").click()
        expect(opened.page.locator(".md-sidebar--primary .md-nav__link").first).to_be_visible()
        assert opened.violations() == []


@pytest.mark.browser
def test_colours_can_be_switched_and_are_kept(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/index.html") as opened:
        body = opened.page.locator("body")
        opened.page.locator("label[for=__palette_1]").click()
        expect(body).to_have_attribute("data-md-color-scheme", "slate")
        opened.page.goto(f"{address}/environments/index.html")
        expect(body).to_have_attribute("data-md-color-scheme", "slate")
        assert opened.faults == []


@pytest.mark.browser
def test_page_for_missing_pages(browser: Browser, server: str) -> None:
    # Its links are absolute, so it is opened where the site is built for: at the root.
    with visit(browser, f"{server}/404.html") as opened:
        expect(opened.page.locator("h1")).to_contain_text("404")
        assert opened.faults == []
        assert opened.violations() == []


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_works_from_a_folder(browser: Browser, built_site: Path, scripts: bool) -> None:
    with visit(browser, (built_site / "index.html").as_uri(), scripts=scripts) as opened:
        opened.page.locator(".md-tabs__link", has_text="Environments").click()
        expect(opened.page.locator("h1")).to_be_visible()
        assert opened.page.url == (built_site / "environments/index.html").as_uri()
        assert opened.page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
        # From a folder the theme looks for its search index under another name; browsers allow it no worker anyway.
        assert [fault for fault in opened.faults if not any(name in fault for name in NO_SEARCH_FROM_A_FOLDER)] == []
