"""A field that the generator has never heard of becomes a complete site."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from isolation_atlas.checks.run import run_checks
from isolation_atlas.knowledge.findings import Severity
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.loading import load
from isolation_atlas.publishing.exports.downloads import orders_of
from isolation_atlas.publishing.page import DataFile
from isolation_atlas.publishing.publish import outputs_of, publish
from isolation_atlas.publishing.site import Site
from isolation_atlas.site_check import check_site
from tests.publishing.published import Read, pages_of

ROOT = Path(__file__).parents[2]
BRAKES = ROOT / "tests" / "another_domain" / "knowledge"
CONFIGURATION = """
site_name: Brake Atlas
use_directory_urls: false
theme: {name: material, font: false}
nav: [index.md]
not_in_nav: "/*/"
plugins: []
markdown_extensions: [attr_list, md_in_html, toc]
validation: {links: {anchors: warn}}
"""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load(BRAKES)


@pytest.fixture(scope="module")
def pages(knowledge: Knowledge) -> dict[str, Read]:
    return pages_of(knowledge)


def test_the_knowledge_is_sound() -> None:
    result = run_checks(BRAKES, today=date(2026, 11, 25), use_cache=False)
    assert [each for each in result.findings if each.severity is Severity.ERROR] == []


def test_every_thing_has_its_page(knowledge: Knowledge, pages: dict[str, Read]) -> None:
    for kind in knowledge.ontology.kinds:
        assert f"{kind.folder}/index.html" in pages
    assert {"brakes/rim-brake.html", "traits/upkeep.html", "rides/commute.html", "paths/which-brake.html"} <= set(pages)


def test_every_link_leads_to_a_page_and_an_anchor(knowledge: Knowledge, pages: dict[str, Read]) -> None:
    files = {each.path for each in outputs_of(Site.of(knowledge)) if isinstance(each, DataFile)}
    files |= {order.path for order in orders_of(Site.of(knowledge))}
    lost = [
        (read.path, target, anchor)
        for read in pages.values()
        for target, anchor in read.targets()
        if target not in files and (target not in pages or (anchor and anchor not in pages[target].anchors))
    ]
    assert lost == []


def test_no_anchor_occurs_twice_on_a_page(pages: dict[str, Read]) -> None:
    twice = {path: [one for one in read.anchors if read.anchors.count(one) > 1] for path, read in pages.items()}
    assert {path: found for path, found in twice.items() if found} == {}


def test_every_fact_is_shown_with_its_source_and_day(knowledge: Knowledge, pages: dict[str, Read]) -> None:
    for fact in knowledge.facts:
        page = pages[f"brakes/{fact.subject}.html"]
        assert f"{fact.property}-{fact.number}" in page.anchors
        assert fact.evidence.claim in page.text
        assert knowledge.name_of(fact.evidence.source) in page.text


def test_what_nobody_read_says_so(pages: dict[str, Read]) -> None:
    assert "unverified" in pages["brakes/coaster-brake.html"].text
    assert "unverified" not in pages["brakes/rim-brake.html"].text


def test_a_need_says_who_fits_and_why_not(pages: dict[str, Read]) -> None:
    text = pages["rides/commute.html"].text
    assert "fits ✓ met: ● steady" in text
    assert "ruled out ✕ not met: ● reduced" in text


def test_a_former_id_leads_on(pages: dict[str, Read]) -> None:
    assert ("brakes/coaster-brake.html", "") in pages["brakes/back-pedal-brake.html"].targets()


def test_the_site_builds_and_passes_the_checker(knowledge: Knowledge, tmp_path: Path) -> None:
    publish(knowledge, tmp_path / "docs")
    shutil.copytree(ROOT / "docs" / "assets", tmp_path / "docs" / "assets")
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "site"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, env={"NO_MKDOCS_2_WARNING": "1"})
    faults = [str(finding) for finding in check_site(tmp_path / "site") if "policy" not in str(finding)]
    assert faults == []
