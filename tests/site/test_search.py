"""The search finds a thing by name, id, another name, and the number of a flaw, before what only mentions it."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.site.visits import visit

pytestmark = [pytest.mark.browser, pytest.mark.site]

FIRST = {
    "gVisor": "environments/gvisor.html",
    "runsc": "environments/gvisor.html",
    "k8s": "environments/kubernetes.html",
    "CVE-2019-5736": "incidents/cve-2019-5736.html",
    "startup-guest": "properties/startup-guest.html",
    "Start of the guest": "properties/startup-guest.html",
    "kernel exploit": "threats/kernel-exploit.html",
}


@pytest.mark.parametrize(("words", "path"), FIRST.items())
def test_the_first_result_is_the_thing_itself(browser: Browser, address: str, words: str, path: str) -> None:
    with visit(browser, f"{address}/index.html") as opened:
        page = opened.page
        page.keyboard.press("/")
        page.keyboard.type(words)
        first = page.locator(".md-search-result__item a").first
        expect(first).to_have_attribute("href", re.compile(f"/{path}\\?"))


def asks_for_index(loaded: set[str]) -> bool:
    return any(path.endswith("search/search_index.json") for path in loaded)


@pytest.mark.parametrize("how", ["click", "key", "touch"])
def test_the_index_is_fetched_when_somebody_is_about_to_search(browser: Browser, address: str, how: str) -> None:
    with visit(browser, f"{address}/environments/gvisor.html", width=390 if how == "touch" else 1280) as opened:
        page = opened.page
        page.wait_for_load_state("networkidle")
        assert not asks_for_index(opened.loaded)
        if how == "key":
            page.keyboard.press("s")
        else:
            page.locator(".md-header__button[for=__search]" if how == "touch" else ".md-search__input").click()
        page.locator(".md-search__input").fill("runsc")
        expect(page.locator(".md-search-result__item a").first).to_be_visible()
        assert asks_for_index(opened.loaded)


def test_an_address_with_a_search_brings_its_results(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/index.html?q=runsc") as opened:
        expect(opened.page.locator(".md-search-result__item a").first).to_be_visible()
