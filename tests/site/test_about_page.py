"""What every generated page says of itself: its data, how to cite it, what it is, where it belongs."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, expect

from tests.site.page_kinds import KINDS, page_of_kind
from tests.site.visits import visit

pytestmark = pytest.mark.site

GENERATED = [kind for kind in KINDS if kind not in {"contributing", "method", "index.html", "choose.html"}]
WITH_TWIN = [kind for kind in GENERATED if kind not in {"compare", "compare.html", "glossary.html", "changes.html"}]
ATOM = "{http://www.w3.org/2005/Atom}"
LINKED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def read(site: Path, kind: str) -> str:
    return (site / page_of_kind(site, kind)).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", GENERATED)
def test_says_in_json_ld_what_it_is(built_site: Path, kind: str) -> None:
    found = LINKED_DATA.findall(read(built_site, kind))
    assert len(found) == 1
    data = json.loads(found[0])
    assert data["@context"] == "https://schema.org"
    assert data["@type"] in {"TechArticle", "Dataset"}
    assert data["name"]
    assert data["description"]


@pytest.mark.parametrize("kind", KINDS)
def test_has_what_a_link_preview_shows(built_site: Path, kind: str) -> None:
    html = read(built_site, kind)
    assert re.search(r'<meta property="og:title" content="[^"]+">', html)
    assert re.search(r'<meta property="og:description" content="[^"]+">', html)


@pytest.mark.parametrize("kind", WITH_TWIN)
def test_has_the_same_as_data(built_site: Path, kind: str) -> None:
    page = built_site / page_of_kind(built_site, kind)
    twin = re.search(r'<a href="([^"]+\.json)">This page as data', page.read_text(encoding="utf-8"))
    assert twin is not None
    assert isinstance(json.loads((page.parent / twin[1]).read_bytes()), dict)


@pytest.mark.parametrize("kind", [kind for kind in WITH_TWIN if not kind.endswith(".html") and kind != "sources"])
def test_has_the_same_as_text(built_site: Path, kind: str) -> None:
    page = built_site / page_of_kind(built_site, kind)
    html = page.read_text(encoding="utf-8")
    shown = re.search(r'<a href="([^"]+\.md)" type="text/markdown">This page as text', html)
    alternate = re.search(r'<link rel="alternate describedby" type="text/markdown" href="([^"]+)">', html)
    assert shown is not None
    assert alternate is not None
    assert shown[1] == alternate[1]
    assert (page.parent / shown[1]).read_text(encoding="utf-8").startswith("#")


def test_texts_lead_to_what_exists(built_site: Path) -> None:
    texts = list(built_site.rglob("*.md"))
    assert texts
    for text in texts:
        for target in re.findall(r"\]\((?!<)([^)#]+)", text.read_text(encoding="utf-8")):
            assert (text.parent / target).is_file(), f"{text.relative_to(built_site)}: {target}"


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_is_cited_in_three_ways(browser: Browser, url_of: Callable[[str], str], width: int) -> None:
    with visit(browser, url_of("environments"), width=width) as opened:
        page = opened.page
        page.locator(".about-page summary").click()
        foot = page.locator(".about-page")
        title = page.locator("h1").inner_text().removesuffix("¶").strip()
        expect(foot.locator(".cite")).to_contain_text(title)
        expect(foot.locator("code").first).to_contain_text("@misc{atlas-environments-")
        assert json.loads(foot.locator("code").nth(1).inner_text())["title"] == title
        assert opened.overflow() == 0
        assert opened.violations() == []


def test_the_feed_leads_to_what_changed(built_site: Path) -> None:
    feed = ET.fromstring((built_site / "changes.xml").read_bytes())  # noqa: S314 - our own file
    page = (built_site / "changes.html").read_text(encoding="utf-8")
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}updated")
    for entry in feed.findall(f"{ATOM}entry"):
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert f'id="{link.attrib["href"].partition("#")[2]}"' in page
