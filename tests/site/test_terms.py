"""Words of the glossary in running text, for readers: a quiet link that leads to the meaning."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from tests.site.visits import visit

pytestmark = [pytest.mark.browser, pytest.mark.site]

KINDS = ("index.html", "method", "choose.html", "environments", "properties", "threats", "tradeoffs", "workloads")


@pytest.mark.parametrize("kind", KINDS)
def test_first_use_leads_to_the_meaning(browser: Browser, url_of: Callable[[str], str], kind: str) -> None:
    with visit(browser, url_of(kind), width=390) as opened:
        page = opened.page
        terms = page.locator("article a.term")
        hrefs = terms.evaluate_all("all => all.map(each => each.href)")
        assert hrefs
        assert len(set(hrefs)) == len(hrefs)
        assert page.locator("article :is(a, h1, h2, h3, th, summary, code, button) a.term").count() == 0
        first = page.locator("article a.term:visible").first
        assert "underline" in first.evaluate("each => getComputedStyle(each).textDecorationLine")
        word = first.inner_text().lower().rstrip("s")
        first.click()
        entry = page.locator("dt:target")
        expect(entry).to_be_in_viewport()
        expect(page.locator("dt:target + dd")).to_be_visible()
        assert word in entry.inner_text().lower()
        assert opened.faults == []
