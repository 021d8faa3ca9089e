"""From another field's knowledge to tables, trees, pictures and decks."""

from pathlib import Path

import pytest

from isolation_atlas.knowledge.findings import NOWHERE
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.loading import load
from isolation_atlas.knowledge.records import Matrix, Selection
from isolation_atlas.publishing.exports.decks import deck_of, overview
from isolation_atlas.publishing.exports.plots import any_plot_of, drawable, plot_of
from isolation_atlas.publishing.exports.tables import table_of
from isolation_atlas.publishing.exports.trees import tree_of
from isolation_atlas.publishing.formats.outline import end_words, walk
from isolation_atlas.publishing.formats.table import Passage, Table
from isolation_atlas.publishing.site import Site
from isolation_atlas.reasoning.selection import select_properties, select_subjects
from tests.knowledge_folder import knowledge_with

BRAKES = Path(__file__).parents[2] / "another_domain" / "knowledge"
ADDRESS = "https://example.org/brakes/"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load(BRAKES)


@pytest.fixture(scope="module")
def site(knowledge: Knowledge) -> Site:
    return Site.of(knowledge)


@pytest.fixture(scope="module")
def table(site: Site) -> Table:
    return table_of(site, site.knowledge.matrices["all-brakes"], ADDRESS)


def test_rows_and_columns_are_those_of_the_matrix(site: Site, table: Table) -> None:
    matrix = site.knowledge.matrices["all-brakes"]
    assert tuple(row.heading.id for row in table.rows) == select_subjects(site.knowledge, matrix.rows)
    assert tuple(column.id for column in table.columns) == select_properties(site.knowledge, matrix.columns)


def test_every_cell_says_what_the_reasoning_says(site: Site, table: Table) -> None:
    for row in table.rows:
        for column, shown in zip(table.columns, row.cells, strict=True):
            cell = site.cell(row.heading.id, column.id)
            assert shown.state.word == cell.state.value or (shown.state.word, shown.text) == ("no", "no")
            assert len(shown.facts) == len(cell.deciding or cell.facts)
            assert shown.href == f"{ADDRESS}brakes/{row.heading.id}.html#{column.id}"


def test_every_number_has_its_reference_and_every_reference_is_cited(table: Table) -> None:
    cited = {number for row in table.rows for cell in row.cells for number in cell.numbers}
    cited |= {fact.source for row in table.rows for cell in row.cells for fact in cell.facts} - {0}
    assert {reference.number for reference in table.references} == cited
    assert [reference.number for reference in table.references] == list(range(1, len(cited) + 1))


RATED = """
name: Ford
level: crossing
facts:
  duration:
    - {value: 20 min, claim: It takes twenty minutes., source: survey-1907, locator: table 2, verified: 2026-01-10}
  material:
    - {value: stone, claim: Follows from its age., because: [duration]}
"""


def test_a_rating_cites_the_sources_of_the_facts_that_it_rests_on(tmp_path: Path) -> None:
    knowledge = knowledge_with(tmp_path, {"crossings/ford.yaml": RATED})
    rows, columns = (Selection(id="ford"),), (Selection(id="material"), Selection(id="duration"))
    made = table_of(Site.of(knowledge), Matrix("m", "", "M", NOWHERE, rows=rows, columns=columns))
    rated, measured = made.rows[0].cells
    assert [fact.source for fact in rated.facts] == [0]
    assert rated.numbers == measured.numbers == (1,)
    assert made.references[0].passages == (Passage("table 2", "2026-01-10"),)


def test_references_name_the_place_and_the_day(table: Table) -> None:
    places = [passage for reference in table.references for passage in reference.passages]
    assert any(passage.read for passage in places)
    assert table.as_of == max(passage.read for passage in places)


def test_a_matrix_of_relations_tells_what_is_stated(site: Site) -> None:
    table = table_of(site, site.knowledge.matrices["brakes-and-hazards"])
    words = {cell.text for row in table.rows for cell in row.cells}
    assert "nothing stated" in words
    assert len(words) > 1
    assert all(
        cell.state.word == "nothing stated" for row in table.rows for cell in row.cells if cell.text == "nothing stated"
    )


def test_without_an_address_nothing_leads_anywhere(site: Site) -> None:
    table = table_of(site, site.knowledge.matrices["all-brakes"])
    assert {cell.href for row in table.rows for cell in row.cells} == {""}
    assert table.link == "tables/all-brakes.html"


def test_the_ends_of_a_tree_are_its_leaves(site: Site) -> None:
    tree = tree_of(site, "which-brake", ADDRESS)
    ends = [end for _, end in walk(tree.root)]
    assert len(tree.ends.rows) == len(ends) == tree.root.leaves
    assert all(end_words(end) for end in ends)
    assert tree.link == f"{ADDRESS}paths/which-brake.html"


def test_whatever_is_called_drawable_has_a_picture_or_says_none(site: Site) -> None:
    drawn = [plot for plot in (plot_of(site, thing, ADDRESS) for thing in drawable(site)) if plot]
    assert drawn
    assert all(plot.markup.startswith("<svg") and plot.link.startswith(ADDRESS) for plot in drawn)
    assert plot_of(site, "bike2work-brakes") is None


def test_the_spectrum_describes_every_layer(site: Site) -> None:
    plot = any_plot_of(site, "spectrum")
    assert plot is not None
    layered = [subject for subject in site.knowledge.subjects.values() if subject.stack]
    assert all(layer.name in plot.markup for subject in layered[:1] for layer in subject.stack)


def test_a_deck_shows_what_is_asked_in_order(site: Site) -> None:
    deck = deck_of(site, ("which-brake", "all-brakes"), "Talk", ADDRESS)
    assert [item.id for item in deck.items] == ["which-brake", "all-brakes"]
    assert deck.title == "Talk"
    assert [each.number for each in deck.sources] == list(range(1, len(deck.sources) + 1))


def test_a_source_has_one_number_in_the_whole_deck(site: Site) -> None:
    matrices = tuple(site.knowledge.matrices)
    tables = [item for item in deck_of(site, matrices).items if isinstance(item, Table)]
    known: dict[int, tuple[str, str]] = {}
    for shown, alone in zip(tables, (table_of(site, site.knowledge.matrices[each]) for each in matrices), strict=True):
        before = {each.number: each.title for each in alone.references}
        after = {each.number: each.title for each in shown.references}
        for each in shown.references:
            assert known.setdefault(each.number, (each.title, each.url)) == (each.title, each.url)
        for row, plain in zip(shown.rows, alone.rows, strict=True):
            for cell, same in zip(row.cells, plain.cells, strict=True):
                assert {after[each] for each in cell.numbers} == {before[each] for each in same.numbers}
    assert len(set(known.values())) == len(known)


def test_a_deck_of_nothing_in_particular_is_the_overview(site: Site) -> None:
    assert [item.id for item in deck_of(site).items] == list(overview(site))


def test_a_deck_refuses_what_has_no_picture(site: Site) -> None:
    with pytest.raises(KeyError):
        deck_of(site, ("bike2work-brakes",))
