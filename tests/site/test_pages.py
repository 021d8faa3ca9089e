"""Each kind of page in a real browser: without errors, still, accessible, and the same without scripts."""

import gzip
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.site.page_kinds import KINDS
from tests.site.serving import BASE
from tests.site.visits import visit

pytestmark = [pytest.mark.browser, pytest.mark.site]

ARTICLE = "article.md-content__inner"
LAYOUT_SHIFT = 0.02
FIRST_VIEW_BYTES = 150_000
TOOLS = (
    "choose/guide.html",
    "compare.html?with=firecracker,gvisor,runc",
    "graph/index.html?of=firecracker&to=kvm",
)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_opens_without_faults(
    browser: Browser, built_site: Path, url_of: Callable[[str], str], kind: str, scheme: str, width: int
) -> None:
    with visit(browser, url_of(kind), scheme=scheme, width=width, late_scripts=True) as opened:
        expect(opened.page.locator("body")).to_have_attribute(
            "data-md-color-scheme", "slate" if scheme == "dark" else "default"
        )
        expect(opened.page.locator(f"{ARTICLE} h1")).to_be_visible()
        opened.settle()
        assert opened.faults == []
        assert opened.overflow() == 0
        assert opened.layout_shift() < LAYOUT_SHIFT
        assert weight_of(built_site, opened.loaded) <= FIRST_VIEW_BYTES
        opened.unfold()
        assert opened.overflow() == 0
        assert opened.violations() == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", TOOLS)
def test_tools_come_without_moving_the_page(browser: Browser, address: str, path: str, width: int) -> None:
    with visit(browser, f"{address}/{path}", width=width, late_scripts=True) as opened:
        opened.settle()
        assert opened.faults == []
        assert opened.layout_shift() < LAYOUT_SHIFT


@pytest.mark.parametrize("path", ["choose/guide.html", "compare.html", "graph/index.html"])
def test_tools_are_light_before_anything_is_chosen(browser: Browser, built_site: Path, address: str, path: str) -> None:
    with visit(browser, f"{address}/{path}") as opened:
        opened.settle()
        assert weight_of(built_site, opened.loaded) <= FIRST_VIEW_BYTES


@pytest.mark.parametrize("kind", KINDS)
def test_says_the_same_without_scripts(browser: Browser, url_of: Callable[[str], str], kind: str) -> None:
    with visit(browser, url_of(kind)) as opened:
        opened.settle()
        opened.page.evaluate("for (const list of document.querySelectorAll('article select')) list.hidden = true")
        with_scripts = _words(opened.page.locator(ARTICLE).inner_text())
    with visit(browser, url_of(kind), scripts=False) as opened:
        expect(opened.page.locator(f"{ARTICLE} h1")).to_be_visible()
        without_scripts = _words(opened.page.locator(ARTICLE).inner_text())
    # Scripts may add controls, and hide what a reader unfolds; they may not be what brings the facts.
    assert len(without_scripts) >= 0.8 * len(with_scripts)
    assert len(set(with_scripts) - set(without_scripts)) <= 0.2 * len(set(with_scripts))


@pytest.mark.parametrize("kind", [*KINDS, "choose", "404.html"])
def test_everything_is_reached_with_the_keyboard(browser: Browser, url_of: Callable[[str], str], kind: str) -> None:
    with visit(browser, url_of(kind)) as opened:
        page = opened.page
        page.keyboard.press("Tab")
        expect(page.locator("a.md-skip")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement !== document.body")
        assert not page.evaluate("document.activeElement.matches('header *, .md-tabs *')")


def weight_of(site: Path, loaded: set[str]) -> int:
    """Return how many bytes came, compressed."""
    return sum(_compressed(site / path.removeprefix(BASE).lstrip("/")) for path in loaded)


@cache
def _compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def _words(text: str) -> list[str]:
    return text.split()
