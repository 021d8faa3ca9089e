"""The implementation in JavaScript, run by a browser."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from isolation_atlas.publishing.guide.data import guide_data
from isolation_atlas.publishing.site import Site
from tests.agreement.outcome import Case, situation_data
from tests.site.serving import serve

ROOT = Path(__file__).parents[2]
MODULES = "docs/assets/javascripts/reasoning"
# As text: the driver's own way of passing values is slow for large ones, and turns large numbers into integers.
_RUN = """async (text) => {
    const { outcomesOf } = await import("/tests/agreement/outcome.js");
    return JSON.stringify(outcomesOf(...JSON.parse(text)));
}"""
_CALL = """async (text) => {
    const [path, name, inputs] = JSON.parse(text);
    const made = await import(path);
    return JSON.stringify(inputs.map((all) => made[name](...all)));
}"""


@contextmanager
def twin(browser: Browser) -> Iterator[Page]:
    """Return a page from which the modules can be imported, until the block ends."""
    with serve(ROOT) as address:
        page = browser.new_page()
        page.goto(f"{address}/tests/agreement/")
        yield page
        page.close()


def outcomes(page: Page, site: Site, cases: Sequence[Case]) -> list[dict[str, Any]]:
    """Return what the twin finds for each case."""
    return outcomes_of_data(page, guide_data(site, site.knowledge.properties), cases_data(site, cases))


def outcomes_of_data(page: Page, data: Any, cases: Any) -> list[dict[str, Any]]:
    """Return what the twin finds for each case, given as plain data."""
    found: list[dict[str, Any]] = json.loads(page.evaluate(_RUN, json.dumps([data, cases])))
    return found


def cases_data(site: Site, cases: Sequence[Case]) -> list[Any]:
    """Return cases as the twin takes them."""
    return [[situation_data(site, situation), seed] for situation, seed in cases]


def call(page: Page, module: str, name: str, inputs: Sequence[Sequence[Any]]) -> list[Any]:
    """Return what a function of a module gives for each list of arguments."""
    found: list[Any] = json.loads(page.evaluate(_CALL, json.dumps([f"/{MODULES}/{module}.js", name, inputs])))
    return found


def differences(mine: Any, other: Any, place: str = "") -> list[str]:
    """Return the places in which two outcomes differ, each with both values."""
    if isinstance(mine, dict) and isinstance(other, dict) and mine.keys() == other.keys():
        return [each for key in mine for each in differences(mine[key], other[key], f"{place}/{key}")]
    if isinstance(mine, list) and isinstance(other, list) and len(mine) == len(other):
        pairs = enumerate(zip(mine, other, strict=True))
        return [each for index, (one, two) in pairs for each in differences(one, two, f"{place}/{index}")]
    return [] if mine == other else [f"{place}: {mine} in Python, {other} in JavaScript"]
