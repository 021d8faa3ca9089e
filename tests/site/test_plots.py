"""Range plots on phones: they fit, their words can be read, and every mark leads to its fact."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.site.visits import visit

pytestmark = [pytest.mark.browser, pytest.mark.site]

SMALLEST_TYPE = 11
SIZES = """svg => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return [...svg.querySelectorAll("text")].map(text => parseFloat(getComputedStyle(text).fontSize) * scale);
}"""


@pytest.fixture(scope="module")
def plotted(built_site: Path) -> str:
    """Return the page with the largest plot."""
    pages = {page: page.read_text(encoding="utf-8").count("<circle") for page in (built_site / "properties").iterdir()}
    return f"properties/{max(pages, key=lambda page: (pages[page], page)).name}"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [320, 390, 700])
def test_fits_a_narrow_screen(browser: Browser, address: str, plotted: str, width: int, scripts: bool) -> None:
    with visit(browser, f"{address}/{plotted}", width=width, scripts=scripts) as opened:
        page = opened.page
        plots = page.locator(".plot-figure svg.range-plot:visible")
        expect(plots).to_have_count(1)
        region = page.get_by_role("region", name="Plot")
        assert region.evaluate("each => each.scrollWidth - each.clientWidth") == 0
        assert min(plots.evaluate(SIZES)) >= SMALLEST_TYPE
        assert plots.locator("title").text_content()
        mark = plots.locator("a[aria-label]").first
        said = str(mark.get_attribute("href")).partition("#")[2]
        mark.dispatch_event("click")
        expect(page.locator(f"[id='{said}']")).to_be_attached()
        assert page.url.endswith(f"#{said}")


@pytest.mark.parametrize("media", ["screen", "print"])
def test_is_drawn_once_where_there_is_room_and_on_paper(
    browser: Browser, address: str, plotted: str, media: str
) -> None:
    with visit(browser, f"{address}/{plotted}", width=1280 if media == "screen" else 390) as opened:
        opened.page.emulate_media(media="print" if media == "print" else "screen")
        expect(opened.page.locator(".plot-figure svg.range-plot:not(.narrow-plot)")).to_be_visible()
        expect(opened.page.locator(".plot-figure svg.narrow-plot")).to_be_hidden()
