"""Relations in the browser: what unfolds beside a claim stands on its line."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.site.visits import visit

pytestmark = [pytest.mark.browser, pytest.mark.site]

# How far the line on which a summary's words stand is below that of the words before it; one that wrapped is no fault.
DISTANCES = """() => [...document.querySelectorAll("details.inline-evidence > summary")].flatMap(summary => {
    const marks = [document.createElement("span"), document.createElement("span")];
    for (const mark of marks) mark.style.display = "inline-block";
    summary.parentElement.before(marks[0]);
    summary.append(marks[1]);
    const [before, inside] = marks.map(mark => mark.getBoundingClientRect().bottom);
    const wrapped = summary.getBoundingClientRect().top > before;
    for (const mark of marks) mark.remove();
    return wrapped ? [] : [Math.round(inside - before)];
})"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", ["environments", "incidents"])
def test_evidence_stands_on_the_line_of_its_claim(
    browser: Browser, url_of: Callable[[str], str], kind: str, width: int
) -> None:
    with visit(browser, url_of(kind), width=width) as opened:
        distances = opened.page.evaluate(DISTANCES)
        assert distances
        assert set(distances) == {0}
