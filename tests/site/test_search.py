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
