"""Whoever certainly has a level that its scale passes over is never recommended."""

from pathlib import Path

import pytest

from isolation_atlas.publishing.site import Site
from isolation_atlas.reasoning.profiles import Situation
from isolation_atlas.reasoning.recommendation import recommend
from isolation_atlas.reasoning.requirements import Judge
from isolation_atlas.reasoning.selection import choosable_subjects, left_out, passed_over
from tests.knowledge_folder import knowledge_with
from tests.publishing.published import read_page

UPKEEP = """name: Upkeep
group: strength
sort: level
better: higher
levels:
  - {id: abandoned, criterion: Nobody mends it., passed-over: true}
  - {id: neglected, criterion: It is mended late., passed-over: true}
  - {id: kept, criterion: It is mended each year.}
definition: Whether somebody mends it.
"""
FACT = "    - {{value: {}, claim: Said so., source: survey-1907, locator: page 4, verified: {}}}\n"
READ = "2026-01-10"


def boat(*levels: str, read: str = READ) -> str:
    facts = "".join(FACT.format(level, read) for level in levels)
    return f"name: Boat\nlevel: class\nsummary: It floats.\nfacts:\n  upkeep:\n{facts}"


@pytest.mark.parametrize(
    ("levels", "dropped"),
    [
        (["abandoned"], True),
        (["abandoned", "abandoned"], True),
        (["abandoned..neglected"], True),
        (["kept"], False),
        (["abandoned..kept"], False),
        (["abandoned", "kept"], False),
    ],
)
def test_every_source_has_to_say_it(tmp_path: Path, levels: list[str], dropped: bool) -> None:
    knowledge = knowledge_with(tmp_path, {"properties/upkeep.yaml": UPKEEP, "crossings/boat.yaml": boat(*levels)})
    assert ("boat" in passed_over(knowledge)) is dropped
    assert ("boat" in choosable_subjects(knowledge)) is not dropped
    assert ("boat" in left_out(knowledge)) is dropped


def test_a_part_is_passed_over_but_could_not_be_chosen_anyway(tmp_path: Path) -> None:
    pier = boat("abandoned").replace("name: Boat\nlevel: class", "name: Pier\nlevel: part")
    knowledge = knowledge_with(tmp_path, {"properties/upkeep.yaml": UPKEEP, "crossings/pier.yaml": pier})
    assert list(passed_over(knowledge)) == ["pier"]
    assert left_out(knowledge) == ()


def test_a_member_is_judged_by_its_own_facts(tmp_path: Path) -> None:
    files = {"properties/upkeep.yaml": UPKEEP, "crossings/boat.yaml": boat("abandoned")}
    assert "punt" in choosable_subjects(knowledge_with(tmp_path, files))


def test_it_is_recommended_only_to_whoever_names_it(tmp_path: Path) -> None:
    files = {"properties/upkeep.yaml": UPKEEP, "crossings/boat.yaml": boat("abandoned")}
    site = Site.of(knowledge_with(tmp_path, files))
    judge = Judge(site.cells)

    def named(situation: Situation) -> set[str]:
        found = recommend(situation, judge)
        return {each.subject for each in (*found.fits.placed, *found.may_fit.placed, *found.ruled_out)}

    assert "boat" not in named(Situation(need="mail"))
    assert named(Situation(need="mail", candidates=("boat",))) == {"boat"}


def test_its_page_says_so(tmp_path: Path) -> None:
    from isolation_atlas.publishing.pages.subject import subject_pages

    files = {"properties/upkeep.yaml": UPKEEP, "crossings/boat.yaml": boat("abandoned")}
    pages = {page.title: read_page(page) for page in subject_pages(Site.of(knowledge_with(tmp_path, files)))}
    assert "Never recommended here. Upkeep : ● abandoned" in pages["Boat"].text
    assert "Never recommended" not in pages["Punt"].text
