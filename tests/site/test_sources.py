"""The filter over all sources in the browser."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.visits import visit

pytestmark = [pytest.mark.browser, pytest.mark.site]

DATA = "data/source-index.json"
BYTES = 60_000
FOUND = ".source-found li"
YEARS = "ul.index a"


class Source(NamedTuple):
    """A source as the data has it, with the address of its place."""

    href: str
    words: str
    type: str
    year: str
    citations: int
    read: int


@pytest.fixture(scope="module")
def sources(built_site: Path) -> list[Source]:
    data = json.loads((built_site / DATA).read_text("utf-8"))
    return [
        Source(f"{year}.html#{id_}", f"{title} {by} {id_}".lower(), data["types"][type_][0], year, citations, read)
        for year, rows in data["years"]
        for id_, title, by, _, type_, citations, read in rows
    ]


@pytest.fixture
def index(url_of: Callable[[str], str]) -> str:
    return url_of("sources/index.html")


def field(page: Page, name: str) -> Locator:
    role: Literal["searchbox", "combobox"] = "searchbox" if name == "Find" else "combobox"
    return page.locator(".source-filter").get_by_role(role, name=name, exact=True)


def status(page: Page) -> Locator:
    return page.locator(".source-filter").get_by_role("status")


def expect_found(page: Page, expected: list[Source], of: int) -> None:
    """Expect exactly these sources, in this order, all of them shown, and their number said."""
    assert len(expected) < of
    said = f"{len(expected)} of {of} sources." if expected else f"None of {of} sources fits."
    expect(status(page)).to_contain_text(said)
    every = page.get_by_role("button", name=re.compile("Show all"))
    if every.count():
        every.click()
    hrefs = page.locator(f"{FOUND} a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert hrefs == [source.href for source in expected]


def test_the_data_are_small_and_come_only_when_asked_for(browser: Browser, built_site: Path, index: str) -> None:
    assert len(gzip.compress((built_site / DATA).read_bytes(), mtime=0)) <= BYTES
    with visit(browser, index) as opened:
        opened.settle()
        field(opened.page, "Find").focus()
        opened.settle()
        assert not any(path.endswith(DATA) for path in opened.loaded)
        field(opened.page, "Find").fill("a")
        expect(opened.page.locator(FOUND)).not_to_have_count(0)
        assert any(path.endswith(DATA) for path in opened.loaded)
        assert opened.faults == []


def test_by_words_in_any_order(browser: Browser, index: str, sources: list[Source]) -> None:
    one, other = re.findall(r"\w{4,}", sources[0].words)[:2]
    expected = [source for source in sources if one in source.words and other in source.words]
    with visit(browser, index) as opened:
        field(opened.page, "Find").fill(f"{other.upper()} {one}")
        expect_found(opened.page, expected, len(sources))


@pytest.mark.parametrize(
    ("read", "fits"),
    [
        ("every citation", lambda each: 0 < each.read == each.citations),
        ("not every citation", lambda each: each.read < each.citations),
        ("no citation", lambda each: each.read == 0),
    ],
)
def test_by_what_was_read(
    browser: Browser, index: str, sources: list[Source], read: str, fits: Callable[[Source], bool]
) -> None:
    expected = [source for source in sources if fits(source)]
    with visit(browser, index) as opened:
        field(opened.page, "Read").select_option(read)
        expect_found(opened.page, expected, len(sources))


def test_by_kind_and_years_together_and_back(browser: Browser, index: str, sources: list[Source]) -> None:
    vendors = [source for source in sources if source.type == "vendor"]
    years = sorted({source.year for source in vendors} - {"undated"})
    first, last = years[1], years[-2]
    later = [source for source in vendors if source.year != "undated" and source.year >= first]
    with visit(browser, index) as opened:
        page = opened.page
        field(page, "Kind").select_option("vendor")
        expect_found(page, vendors, len(sources))
        expect(status(page)).to_contain_text("own product")
        field(page, "From").select_option(first)
        expect_found(page, later, len(sources))
        field(page, "To").select_option(last)
        expect_found(page, [source for source in later if source.year <= last], len(sources))
        page.go_back()
        expect(field(page, "To")).to_have_value("")
        expect_found(page, later, len(sources))
        page.go_back()
        page.go_back()
        expect(field(page, "Kind")).to_have_value("")
        expect(page.locator(FOUND)).to_have_count(0)
        expect(status(page)).to_be_empty()
        assert opened.faults == []


def test_the_address_restores_and_a_result_leads_to_its_place(
    browser: Browser, index: str, sources: list[Source]
) -> None:
    with visit(browser, index) as opened:
        field(opened.page, "Find").fill(sources[0].href.partition("#")[2])
        field(opened.page, "Kind").select_option(sources[0].type)
        expect(opened.page.locator(FOUND)).not_to_have_count(0)
        sent = opened.page.url
    with visit(browser, sent) as opened:
        page = opened.page
        link = page.locator(f"{FOUND} a[href='{sources[0].href}']")
        link.click()
        place = page.locator(f"[id='{sources[0].href.partition('#')[2]}']")
        expect(place).to_be_in_viewport()
        said = f"{sources[0].citations} citation"
        expect(place).to_contain_text(said)
        page.go_back()
        expect(link.locator("xpath=ancestor::li")).to_contain_text(said)
        assert opened.faults == []


def test_words_are_one_step_back(browser: Browser, index: str) -> None:
    with visit(browser, index) as opened:
        page = opened.page
        field(page, "Find").press_sequentially("paper")
        expect(page).to_have_url(f"{index}?find=paper")
        page.go_back()
        expect(page).to_have_url(index)
        expect(field(page, "Find")).to_have_value("")


def test_what_the_address_does_not_mean_is_left_out(browser: Browser, index: str) -> None:
    with visit(browser, f"{index}?type=nothing&from=1&read=maybe") as opened:
        opened.settle()
        expect(field(opened.page, "Kind")).to_have_value("")
        expect(opened.page.locator(FOUND)).to_have_count(0)
        assert opened.faults == []


def test_nothing_found_is_said_and_the_years_stay(browser: Browser, index: str, sources: list[Source]) -> None:
    with visit(browser, index) as opened:
        page = opened.page
        years = page.locator(YEARS).all_inner_texts()
        field(page, "Find").fill("no-such-thing-anywhere")
        expect(status(page)).to_have_text(f"None of {len(sources)} sources fits.")
        expect(page.locator(FOUND)).to_have_count(0)
        assert page.locator(YEARS).all_inner_texts() == years


def test_with_the_keyboard(browser: Browser, index: str) -> None:
    with visit(browser, index) as opened:
        page = opened.page
        field(page, "Find").focus()
        page.keyboard.type("a")
        expect(page.locator(FOUND)).to_have_count(100)
        for name in ("Kind", "From", "To", "Read"):
            page.keyboard.press("Tab")
            expect(field(page, name)).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Clear the filter")).to_be_focused()
        every = page.get_by_role("button", name=re.compile("Show all"))
        every.focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"{FOUND}:nth-child(101) a")).to_be_focused()
        page.get_by_role("button", name="Clear the filter").press("Enter")
        expect(field(page, "Find")).to_be_focused()
        expect(page).to_have_url(index)
        expect(page.locator(FOUND)).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_what_is_found_is_accessible_and_fits(browser: Browser, index: str, width: int, scheme: str) -> None:
    with visit(browser, f"{index}?type=vendor&find=a", width=width, scheme=scheme) as opened:
        expect(opened.page.locator(FOUND)).not_to_have_count(0)
        assert opened.overflow() == 0
        assert opened.violations() == []
        assert opened.faults == []


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("query", ["", "?find=a"])
def test_nothing_moves_when_the_filter_comes(browser: Browser, index: str, query: str, width: int) -> None:
    with visit(browser, f"{index}{query}", width=width, late_scripts=True) as opened:
        opened.settle()
        assert opened.layout_shift() < 0.02


def test_without_the_data_the_years_are_pointed_to(browser: Browser, index: str) -> None:
    with visit(browser, index) as opened:
        page = opened.page
        page.route(f"**/{DATA}", lambda route: route.fulfill(status=503))
        field(page, "Find").fill("a")
        expect(status(page)).to_contain_text("could not be loaded")
        page.unroute(f"**/{DATA}")
        field(page, "Find").fill("an")
        expect(page.locator(FOUND)).not_to_have_count(0)


def test_without_scripts_there_is_the_list_of_years(browser: Browser, index: str) -> None:
    with visit(browser, f"{index}?find=a", scripts=False) as opened:
        page = opened.page
        expect(page.locator(".source-filter :is(input, select)")).to_have_count(0)
        expect(page.locator(YEARS).first).to_be_visible()
        assert opened.faults == []
