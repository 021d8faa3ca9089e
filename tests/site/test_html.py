"""Each kind of page is valid HTML and light enough."""

import gzip
import re
from pathlib import Path

import html5lib
import pytest

from isolation_atlas.publishing.thinning import TABLES, UNUSED
from tests.site.page_kinds import KINDS, page_of_kind

pytestmark = pytest.mark.site

PAGE_BYTES = 60_000
SCRIPT_BYTES = 40_000
TABLE = re.compile(r'<table class="([^"]+)"')
SKIP = re.compile(r'<a href="[^"]*#([^"]+)" class="md-skip">')


@pytest.mark.parametrize("kind", KINDS)
def test_is_valid(built_site: Path, kind: str) -> None:
    parser = html5lib.HTMLParser()
    parser.parse((built_site / page_of_kind(built_site, kind)).read_bytes())
    assert [f"line {position[0]}: {code} {details}" for position, code, details in parser.errors] == []


def test_every_page_has_a_way_past_the_navigation(built_site: Path) -> None:
    """Also those that no kind stands for; what only leads on to another page has nothing to skip."""
    missing = []
    for page in sorted(built_site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        skip = SKIP.search(html)
        if "<header" in html and (skip is None or f'id="{skip[1]}"' not in html):
            missing.append(page.relative_to(built_site).as_posix())
    assert missing == []


def test_tables_of_the_site_are_not_taken_for_plain_ones(built_site: Path) -> None:
    pages = (page.read_text(encoding="utf-8") for page in built_site.rglob("*.html"))
    classes = {each for page in pages for each in TABLE.findall(page)}
    assert classes
    assert {each for each in classes if not set(each.split()) & set(TABLES)} == set()


def test_no_page_has_a_class_whose_styles_are_left_out(built_site: Path) -> None:
    names = "|".join(re.escape(each[1:]) for each in UNUSED if each.startswith("."))
    left_out = re.compile(rf'class="(?:[^"]* )?(?:{names})')
    assert [path.name for path in built_site.rglob("*.html") if left_out.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("kind", KINDS)
def test_is_light(built_site: Path, kind: str) -> None:
    page = built_site / page_of_kind(built_site, kind)
    assert len(gzip.compress(page.read_bytes())) <= PAGE_BYTES


def test_scripts_are_light(built_site: Path) -> None:
    scripts = [path for path in built_site.rglob("*.js") if "lunr" not in path.parts]
    sizes = {path.relative_to(built_site).as_posix(): len(gzip.compress(path.read_bytes())) for path in scripts}
    assert sizes
    assert {name: size for name, size in sizes.items() if size > SCRIPT_BYTES} == {}
