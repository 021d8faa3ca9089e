"""Each kind of page on the narrowest screen and enlarged to 200 % (WCAG 2.2, 1.4.4 and 1.4.10)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.site.controls import faults_of_controls
from tests.site.page_kinds import KINDS
from tests.site.visits import Visit, visit

pytestmark = [pytest.mark.browser, pytest.mark.site]

ARTICLE = "article.md-content__inner"
# The theme's letters are 125 % of what the reader has set.
LARGE_TEXT = "document.documentElement.style.fontSize = '250%'"


@pytest.mark.parametrize("kind", [*KINDS, "choose"])
def test_keeps_everything_when_enlarged(browser: Browser, url_of: Callable[[str], str], kind: str) -> None:
    with visit(browser, url_of(kind)) as opened:
        opened.settle()
        page = opened.page
        words = words_of(opened)
        for width in (640, 320):
            page.set_viewport_size({"width": width, "height": 450})
            assert faults_of(opened) == [], f"{width} pixels wide"
            assert words - words_of(opened) == set(), f"{width} pixels wide"
        page.set_viewport_size({"width": 1280, "height": 900})
        page.evaluate(LARGE_TEXT)
        assert faults_of(opened) == [], "letters of 200 %"
        assert words - words_of(opened) == set(), "letters of 200 %"


def words_of(opened: Visit) -> set[str]:
    """Return the words that can be read in the article."""
    return set(opened.page.locator(ARTICLE).inner_text().lower().split())


def faults_of(opened: Visit) -> list[str]:
    """Return what is wrong with the layout now."""
    overflow = opened.overflow()
    return ([f"the page is {overflow} pixels too wide"] if overflow else []) + faults_of_controls(opened.page)
