"""A cell as it is shown: every state and origin has words and a sign of its own."""

from pathlib import Path

import pytest

from isolation_atlas.knowledge.loading import load
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.cells import CellView, cell_view
from isolation_atlas.reasoning.cell_words import SYMBOLS
from isolation_atlas.reasoning.cells import State
from tests.knowledge_folder import write_folder

BRAKES = Path(__file__).parents[2] / "another_domain" / "knowledge"


@pytest.fixture(scope="module")
def site() -> Site:
    return Site.of(load(BRAKES))


@pytest.mark.parametrize(
    ("subject", "prop", "symbol", "text", "remark"),
    [
        ("rim-brake", "pad-price", "●", "about 20 USD", ""),
        ("disc-brake", "wears-rim", "○", "no", ""),
        ("coaster-brake", "wears-rim", "△", "no", "unverified"),
        ("coaster-brake", "wet-braking", "?", "unknown", ""),
        ("mechanical-disc-brake", "fluid-change", "–", "not applicable", ""),
        ("hydraulic-disc-brake", "wet-braking", "●", "steady", "from Disc brake"),
        ("disc-brake", "upkeep", "●", "moderate to high", "over 2 members"),
        ("disc-brake", "fluid-change", "●", "about 365 d", "only Hydraulic disc brake"),
    ],
)
def test_sign_words_and_remark(site: Site, subject: str, prop: str, symbol: str, text: str, remark: str) -> None:
    view = cell_view(site, subject, prop)
    assert (view.symbol, view.remark) == (symbol, remark)
    assert view.text == text or prop == "fluid-change"


def test_a_cell_leads_to_its_place_on_the_page_of_its_subject(site: Site) -> None:
    assert cell_view(site, "rim-brake", "upkeep").href == "brakes/rim-brake.html#upkeep"


def test_a_level_shows_where_on_its_scale_it_stands(site: Site) -> None:
    meter = cell_view(site, "disc-brake", "upkeep").meter
    assert meter is not None
    assert (meter.places, meter.good) == ((False, True, True), "low")


def test_no_two_states_share_a_sign() -> None:
    assert len(set(SYMBOLS.values())) == len(State)


DISPUTE = """name: Wobble brake
level: class
summary: Nobody agrees on it.
facts:
  wet-braking:
    - {value: steady, claim: It holds., source: schwinn-brakes, locator: a, verified: 2026-11-25}
    - {value: reduced, claim: It does not., source: bike2work-brakes, locator: b, verified: 2026-11-25}
"""


def disputed(tmp_path: Path) -> CellView:
    files = {path.relative_to(BRAKES).as_posix(): path.read_text(encoding="utf-8") for path in BRAKES.rglob("*.yaml")}
    root = write_folder(tmp_path / "knowledge", {**files, "brakes/wobble-brake.yaml": DISPUTE}, base=False)
    return cell_view(Site.of(load(root)), "wobble-brake", "wet-braking")


def test_a_dispute_shows_the_whole_range_and_the_word(tmp_path: Path) -> None:
    view = disputed(tmp_path)
    assert (view.symbol, view.text, view.remark) == ("≠", "reduced to steady", "disputed")
