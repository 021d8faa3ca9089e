"""The graph: neighbourhoods, filters, paths in words with their sources, and the same as a list."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.visits import visit

pytestmark = [pytest.mark.browser, pytest.mark.site]

GRAPH = "graph/index.html"


def in_picture(page: Page) -> set[str]:
    """Return the ids of the things in the picture but the middle one."""
    found = page.locator(".explorer-picture .node:not(.middle)").evaluate_all("all => all.map(each => each.dataset.of)")
    return set(found)


def in_list(page: Page) -> set[str]:
    """Return the ids of the things in the list."""
    return set(page.locator(".explorer-list .explorer-centre").evaluate_all("all => all.map(each => each.dataset.of)"))


def test_the_picture_and_the_list_have_the_same(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/{GRAPH}?of=kvm") as opened:
        expect(opened.page.locator(".explorer-picture")).to_be_visible()
        assert in_picture(opened.page) == in_list(opened.page)
        assert {"firecracker", "virtual-machine"} <= in_list(opened.page)
        assert opened.faults == []


def test_another_thing_is_put_in_the_middle_and_back(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/{GRAPH}?of=kvm") as opened:
        page = opened.page
        page.locator(".explorer-picture a[data-of=firecracker]").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".explorer-title")).to_have_text("Firecracker")
        assert page.url.endswith("?of=firecracker")
        page.go_back()
        expect(page.locator(".explorer-title")).to_have_text("KVM")


def test_kinds_and_relations_are_filtered(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/{GRAPH}?of=kvm") as opened:
        page = opened.page
        before = in_list(page)
        page.locator(".explorer-filter summary", has_text="Kinds").click()
        page.get_by_label("Incidents").uncheck()
        expect(page.locator(".explorer-filter summary", has_text="Kinds: 3 of 4")).to_be_visible()
        without = in_list(page)
        assert without < before
        assert not any(each.startswith("cve-") for each in without)
        page.locator(".explorer-filter summary", has_text="Relations").click()
        assert opened.violations() == []
        page.get_by_label("built on").uncheck()
        assert in_list(page) < without
        assert "kinds=incident&relations=built-on" in page.url
        page.reload()
        expect(page.locator(".explorer-filter summary", has_text="Kinds: 3 of 4")).to_be_visible()


def test_a_path_is_told_in_words_with_sources(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/{GRAPH}?of=firecracker&to=kvm") as opened:
        page = opened.page
        steps = page.locator(".explorer-path > li")
        expect(steps).to_have_count(1)
        expect(steps.first).to_contain_text("Firecracker built on KVM")
        expect(steps.first.locator(".evidence a")).to_be_visible()
        expect(steps.first.locator(".read, .not-read")).to_be_visible()
        assert opened.violations() == []


def test_a_filter_can_leave_no_path(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/{GRAPH}?of=firecracker&to=kvm&kinds=environment") as opened:
        expect(opened.page.locator(".explorer-way")).to_contain_text("no path")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_fits_the_narrowest_screen(browser: Browser, address: str, scheme: str) -> None:
    with visit(browser, f"{address}/{GRAPH}?of=kvm&depth=3", width=320, scheme=scheme) as opened:
        expect(opened.page.locator(".explorer-picture")).to_be_visible()
        assert opened.overflow() == 0
        assert opened.violations() == []


def test_every_relation_is_listed_without_scripts(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/{GRAPH}", scripts=False) as opened:
        listed = opened.page.locator("#relation-built-on li", has_text="Firecracker built on")
        expect(listed.first).to_be_visible()


def test_a_page_has_a_picture_of_its_neighbourhood(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/environments/firecracker.html", scripts=False) as opened:
        picture = opened.page.locator("details.neighbourhood svg")
        expect(picture).to_be_visible()
        assert picture.locator("a[href$='kvm.html']").count() == 1
