"""Setting subjects side by side: what differs, what is known of some only, which comparisons exist by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from isolation_atlas.checks.examples import base_files
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.publishing.comparing.data import compare_data
from isolation_atlas.publishing.comparing.presets import FEWEST, MOST, Preset, joined_pairs, presets_of
from isolation_atlas.publishing.comparing.sorting import Likeness, likeness_of
from isolation_atlas.publishing.comparing.view import comparison_view
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.cells import CellView, cell_view
from isolation_atlas.publishing.views.links import Link
from isolation_atlas.reasoning.selection import choosable_subjects
from tests.knowledge_folder import knowledge_with

ROOT = Path(__file__).parents[3]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.of(knowledge_with(tmp_path))


def cell(text: str) -> CellView:
    state = text if text in {"unknown", "not applicable"} else "value"
    nowhere = Link("", "")
    return CellView(nowhere, nowhere, "●", text, state, "", "own", (), "", 1, "", "", None, None)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("strong", "weak"), Likeness.DIFFER),
        (("strong", "strong"), Likeness.SAME),
        (("strong", "unknown"), Likeness.PARTLY),
        (("strong", "strong", "unknown"), Likeness.PARTLY),
        (("strong", "weak", "unknown"), Likeness.DIFFER),
        (("strong", "not applicable"), Likeness.DIFFER),
        (("not applicable", "not applicable"), Likeness.SAME),
        (("unknown", "unknown"), Likeness.UNKNOWN),
    ],
)
def test_likeness(texts: tuple[str, ...], expected: Likeness) -> None:
    assert likeness_of(map(cell, texts)) is expected


def test_every_property_stands_in_one_place(site: Site) -> None:
    subjects = tuple(site.knowledge.subjects)[:MOST]
    view = comparison_view(site, Preset("all", "All", subjects))
    shown = [row.prop.text for part in view.parts for group in part.groups for row in group.rows]
    shown += [link.text for link in view.unknown]
    assert sorted(shown) == sorted(prop.name for prop in site.knowledge.properties.values())
    assert sum(part.count for part in view.parts) + len(view.unknown) == len(site.knowledge.properties)


def test_rows_are_what_their_part_says(site: Site) -> None:
    subjects = tuple(site.knowledge.subjects)[:3]
    view = comparison_view(site, Preset("some", "Some", subjects))
    for part in view.parts:
        for row in (row for group in part.groups for row in group.rows):
            assert likeness_of(row.cells).value == part.id
            assert [each.subject.text for each in row.cells] == [subject.link.text for subject in view.subjects]


def beside(tmp_path: Path, *files: tuple[str, str]) -> Knowledge:
    """Return the sound knowledge with lines added to files of crossings."""
    base = base_files()
    added = {name: f"{base[name]}{line}\n" for name, line in files}
    return knowledge_with(tmp_path, added)


def test_a_pair_of_the_first_level_and_members_are_ready(tmp_path: Path) -> None:
    knowledge = beside(tmp_path, ("crossings/bridge.yaml", "beside: boat"), ("crossings/punt.yaml", "beside: arch"))
    presets = {preset.id: preset for preset in presets_of(Site.of(knowledge))}
    assert presets["boat-and-bridge"].subjects == ("boat", "bridge")
    assert not any("punt" in preset for preset in presets)
    for preset in presets.values():
        assert FEWEST <= len(preset.subjects) <= MOST
        assert set(preset.subjects) <= set(choosable_subjects(knowledge))


def test_a_pair_counts_once_whichever_way_it_is_stated(tmp_path: Path) -> None:
    knowledge = beside(tmp_path, ("crossings/bridge.yaml", "beside: boat"), ("crossings/boat.yaml", "beside: bridge"))
    assert joined_pairs(Site.of(knowledge)) == (("boat", "bridge"),)


def test_the_data_name_every_subject_and_property(site: Site) -> None:
    data = compare_data(site)
    subjects, groups = data["subjects"], data["groups"]
    assert isinstance(subjects, list)
    assert isinstance(groups, list)
    assert {each[0] for each in subjects} == set(site.knowledge.subjects)
    assert {each[0] for group in groups for each in group["properties"]} == set(site.knowledge.properties)


def test_an_unknown_cell_looks_in_scripts_as_it_does_in_tables(site: Site) -> None:
    script = (ROOT / "docs/assets/javascripts/compare/sorting.js").read_text(encoding="utf-8")
    unknown = next(
        view
        for subject in site.knowledge.subjects
        for prop in site.knowledge.properties
        if (view := cell_view(site, subject, prop)).state == "unknown"
    )
    assert f'text: "{unknown.text}", state: "{unknown.state}", symbol: "{unknown.symbol}"' in script
