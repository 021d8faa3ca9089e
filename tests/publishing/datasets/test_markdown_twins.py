"""Things as Markdown, read back by a reader of CommonMark."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from isolation_atlas.knowledge.loading import load
from isolation_atlas.publishing.datasets.llms_text import llms_text
from isolation_atlas.publishing.datasets.markdown_twins import twin_files, twin_path
from isolation_atlas.publishing.datasets.things import things_with_pages
from isolation_atlas.publishing.exports.downloads import orders_of
from isolation_atlas.publishing.exports.making import written
from isolation_atlas.publishing.formats.wording import clean
from isolation_atlas.publishing.pages.need import need_view
from isolation_atlas.publishing.pages.tradeoff import tradeoff_view
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.alternatives import alternatives_of
from isolation_atlas.publishing.views.suitability import suitability_of
from tests.knowledge_folder import knowledge_with

Texts = dict[str, str]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.of(knowledge_with(tmp_path))


@pytest.fixture
def texts(site: Site) -> Texts:
    ready = {order.path: written(order) for order in orders_of(site) if order.form == "md"}
    return {file.path: file.content.decode() for file in twin_files(site, ready)}


def read(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(text)


def words(text: str) -> str:
    """The words that a reader sees, without links and signs."""
    return " ".join(child.content for token in read(text) for child in token.children or () if child.content)


def test_everything_with_a_page_has_one(site: Site, texts: Texts) -> None:
    assert set(texts) == {twin_path(site, thing) for thing in things_with_pages(site)}


def test_begins_with_the_name_and_has_one_first_heading(site: Site, texts: Texts) -> None:
    for thing in things_with_pages(site):
        tokens = read(texts[twin_path(site, thing)])
        assert tokens[0].type == "heading_open"
        assert tokens[1].content == site.knowledge.name_of(thing)
        assert [token.tag for token in tokens if token.type == "heading_open"].count("h1") <= 1


def test_a_fact_has_its_value_claim_source_place_and_day(site: Site, texts: Texts) -> None:
    assert site.knowledge.facts
    for fact in site.knowledge.facts:
        for thing in (fact.subject, fact.property):
            text = texts[twin_path(site, thing)]
            shown = " ".join(words(text).split())
            assert " ".join(clean(fact.evidence.claim).split()) in shown
            source = site.knowledge.sources.get(fact.evidence.source)
            if source:
                assert f"](<{source.url}>)" in text
                assert fact.evidence.locator in shown
            day = fact.evidence.last_verified
            assert (f"read {day}" if day else "unverified" if source else "rests on") in text


def test_every_link_inside_leads_to_a_page_or_its_text(site: Site, texts: Texts) -> None:
    pages = {path.removesuffix(".md") for path in texts}
    for path, text in texts.items():
        for target in re.findall(r"\]\((?!<)([^)]+)\)", text):
            found = normpath(join(dirname(path), target.partition("#")[0]))
            stem, _, ending = found.rpartition(".")
            assert ending in {"md", "json", "html"}
            assert stem in pages or stem.startswith("sources/"), f"{path}: {target}"


def test_a_matrix_is_the_table_of_the_command(site: Site, texts: Texts) -> None:
    assert site.knowledge.matrices
    for matrix in site.knowledge.matrices:
        assert any(token.type == "table_open" for token in read(texts[twin_path(site, matrix)]))


def test_signs_in_a_summary_have_no_effect(tmp_path: Path) -> None:
    summary = "Uses <b>*stars*</b>, [brackets](x) and | bars."
    subject = next(iter(knowledge_with(tmp_path).subjects.values()))
    path = tmp_path / subject.spot.file
    path.write_text(path.read_text(encoding="utf-8").replace(subject.summary, summary), encoding="utf-8")
    site = Site.of(load(tmp_path / "knowledge"))
    text = {file.path: file.content.decode() for file in twin_files(site, {})}[twin_path(site, subject.id)]
    paragraph = next(token for token in read(text)[3:] if token.type == "inline")
    assert "".join(child.content for child in paragraph.children or ()) == summary
    assert {child.type for child in paragraph.children or ()} == {"text"}


def test_is_announced_to_programs(site: Site) -> None:
    assert "`.html` by `.md`" in llms_text(site).decode()


def section(text: str, name: str) -> str:
    """What a reader sees under a heading of the second level."""
    return " ".join(words(text.partition(f"\n## {name}\n")[2].partition("\n## ")[0]).split())


BRAKES = Site.of(load(Path(__file__).parents[2] / "another_domain" / "knowledge"))


@pytest.fixture(scope="module")
def brakes() -> Texts:
    return {file.path: file.content.decode() for file in twin_files(BRAKES, {})}


def test_a_subject_says_what_it_fits_and_what_else_there_is(brakes: Texts) -> None:
    for subject in BRAKES.choosable:
        text = brakes[twin_path(BRAKES, subject)]
        fits, others = section(text, "What it fits and what it does not"), section(text, "Alternatives")
        for each in suitability_of(BRAKES, subject):
            assert f"{each.sign} {each.standing} {each.need.text}" in fits
            assert all(reason in fits for reason in each.because)
        for other in alternatives_of(BRAKES, subject):
            assert other.subject.text in others
            for differs in (*other.better, *other.worse):
                assert f"{differs.there.prop.text} {differs.there.text} (here {differs.here.text})" in others


def test_a_need_says_who_meets_it_and_why_not(brakes: Texts) -> None:
    for need in BRAKES.knowledge.needs.values():
        shown = section(brakes[twin_path(BRAKES, need.id)], "Who meets it")
        for level in need_view(BRAKES, need).levels:
            assert all(link.text in shown for link in (*level.fits, *level.may_fit, *level.ruled_out))
            assert all(f"✕ not {each.words}" in shown for each in level.exclusions)
            for row in level.placed:
                decisive = [each for each in row.verdicts if each.sign == row.sign != "✓" and each.cell]
                assert all(each.cell.text in shown for each in decisive if each.cell)


def test_a_tradeoff_says_what_its_test_found(brakes: Texts) -> None:
    for tradeoff in BRAKES.knowledge.tradeoffs.values():
        shown = section(brakes[twin_path(BRAKES, tradeoff.id)], "What the facts show")
        view = tradeoff_view(BRAKES, tradeoff)
        assert f"{view.test.verdict.value.capitalize()}. {view.test.reason}" in shown
        assert all(subject.text in shown for subject, _ in view.rows)
