"""The guide in the browser and Python find the same: standings, reasons, orders, ranks, shares, changes, questions."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from isolation_atlas.knowledge.loading import load
from isolation_atlas.knowledge.units import format_number
from isolation_atlas.publishing.site import Site
from isolation_atlas.reasoning.criteria import canonical
from isolation_atlas.reasoning.drawing import Draws
from isolation_atlas.reasoning.relaxation import rounded_away
from tests.agreement.cases import CASES_EACH, REAL_CASES, SMALL_SITES, real_cases, small_cases
from tests.agreement.outcome import outcome_of
from tests.agreement.twin import call, differences, outcomes, twin

pytestmark = pytest.mark.browser

SEED = 20261125
NUMBERS = [
    0.0,
    -0.0,
    1.0,
    1e15,
    1e16,
    1e22,
    123456789012345680.0,
    0.1,
    1 / 3,
    1e-4,
    1e-5,
    1.5e-7,
    2.5,
    112.5,
    1005.0,
    99.95,
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with twin(browser) as opened:
        yield opened


def test_enough_cases_are_tried() -> None:
    assert SMALL_SITES * CASES_EACH + REAL_CASES >= 5000


def test_small_random_knowledge(page: Page) -> None:
    found: list[str] = []
    for site, cases in small_cases(SEED):
        for case, other in zip(cases, outcomes(page, site, cases), strict=True):
            found.extend(f"{case}: {each}" for each in differences(outcome_of(site, case), other))
    assert found == []


def test_published_knowledge(page: Page) -> None:
    site = Site.of(load(Path(__file__).parents[2] / "knowledge"))
    cases = real_cases(SEED, site)
    found: list[str] = []
    for case, other in zip(cases, outcomes(page, site, cases), strict=True):
        found.extend(f"{case}: {each}" for each in differences(outcome_of(site, case), other))
    assert found == []


def test_a_difference_is_noticed(page: Page) -> None:
    site, cases = next(small_cases(SEED))
    other = outcomes(page, site, cases[1:])
    assert any(differences(outcome_of(site, case), each) for case, each in zip(cases, other, strict=False))


def test_numbers_are_printed_alike(page: Page) -> None:
    numbers = _numbers()
    inputs = [[each] for each in numbers]
    assert call(page, "numbers", "formatNumber", inputs) == [format_number(each) for each in numbers]
    assert [float(each) for each in call(page, "numbers", "canonical", inputs)] == [canonical(each) for each in numbers]


@pytest.mark.parametrize("up", [True, False])
def test_limits_are_rounded_alike(page: Page, up: bool) -> None:
    numbers = [each for each in _numbers() if each]
    mine = [rounded_away(each, up=up) for each in numbers]
    found = call(page, "relaxation", "roundedAway", [[each, up] for each in numbers])
    assert [float(each) for each in found] == mine


def test_draws_are_alike(page: Page) -> None:
    seeds = [0, 1, 20261123, 2**31, 2**32 - 1]
    script = """async (seeds) => {
        const { Draws } = await import('/docs/assets/javascripts/reasoning/drawing.js');
        const all = seeds.map((seed) => new Draws(seed));
        return all.map((draws) => Array.from({ length: 200 }, () => draws.next()));
    }"""
    mine = [[draws.next() for _ in range(200)] for draws in map(Draws, seeds)]
    assert page.evaluate(script, seeds) == mine


def _numbers() -> list[float]:
    source = random.Random(SEED)  # noqa: S311
    return [*NUMBERS, *(source.uniform(-10, 10) * 10 ** source.randint(-12, 20) for _ in range(500))]
