"""Downloads are made once, kept while their content is the same, and made again when a file was touched."""

import csv
import io
import re
from pathlib import Path

import pytest

from isolation_atlas.knowledge.loading import load
from isolation_atlas.publishing.exports.downloads import RECORD, downloads, kept_downloads, orders_of
from isolation_atlas.publishing.exports.making import Order, make_all, written
from isolation_atlas.publishing.exports.offering import OFFERED, download_links
from isolation_atlas.publishing.exports.spectrum import spectrum_downloads, widest_subjects
from isolation_atlas.publishing.formats.registry import PICTURE, TABLE, TREE
from isolation_atlas.publishing.pages.subject import subject_pages
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.writing import write_outputs

BRAKES = Path(__file__).parents[2] / "another_domain" / "knowledge"


@pytest.fixture(scope="module")
def site() -> Site:
    return Site.of(load(BRAKES))


@pytest.fixture(scope="module")
def orders(site: Site) -> list[Order]:
    return list(orders_of(site))


def test_every_link_of_a_page_has_its_file(site: Site, orders: list[Order]) -> None:
    made = {order.path for order in orders}
    things = {TABLE: site.knowledge.matrices, TREE: site.knowledge.trees}
    links = {link.href for sort, ids in things.items() for thing in ids for link in download_links(site, thing, sort)}
    assert links <= made
    assert len(made) == len(orders)


def test_the_spectrum_is_offered_where_all_of_it_is_shown(site: Site, orders: list[Order]) -> None:
    whole = widest_subjects(site)
    links = spectrum_downloads(site, reversed(whole))
    assert {link.href for link in links} <= {order.path for order in orders}
    assert len(links) == len(OFFERED[PICTURE])
    assert spectrum_downloads(site, whole[1:]) == ()


def test_a_subject_offers_the_layers_that_it_shows(site: Site, orders: list[Order]) -> None:
    made = {order.path for order in orders}
    pages = [page.body for page in subject_pages(site)]
    borrowed = 0
    for body in pages:
        offered = set(re.findall(r'href="(?:\.\./)*(data/downloads/[^"]+)" download', body))
        assert offered <= made
        assert bool(offered) == ('class="stack-figure"' in body)
        borrowed += bool(offered) and "The layers of its family" in body
    assert borrowed


def test_no_two_files_have_one_digest(orders: list[Order]) -> None:
    assert len({order.digest for order in orders}) == len(orders)


def test_more_processes_make_the_same_bytes(orders: list[Order]) -> None:
    some = [order for order in orders if order.form in ("csv", "svg", "md", "tex")]
    assert len(some) >= 12
    assert make_all(some) == [written(order) for order in some]


def test_what_is_unchanged_is_read_and_what_was_touched_is_made_again(site: Site, tmp_path: Path) -> None:
    first = list(downloads(site, "", tmp_path))
    write_outputs(first, tmp_path)
    touched, gone = (next(file.path for file in first if file.path.endswith(ending)) for ending in (".csv", ".svg"))
    (tmp_path / touched).write_text("spoilt", encoding="utf-8")
    (tmp_path / gone).unlink()
    assert list(downloads(site, "", tmp_path)) == first


def test_a_spoilt_record_makes_everything_again(site: Site, tmp_path: Path) -> None:
    first = list(downloads(site, "", tmp_path))
    write_outputs(first, tmp_path)
    (tmp_path / RECORD).write_text("[1]", encoding="utf-8")
    assert list(downloads(site, "", tmp_path)) == first


def test_what_is_kept_is_what_was_made(site: Site, tmp_path: Path) -> None:
    assert list(kept_downloads(tmp_path)) == []
    first = list(downloads(site, "", tmp_path))
    write_outputs(first, tmp_path)
    assert {(file.path, file.content) for file in kept_downloads(tmp_path)} == {
        (file.path, file.content) for file in first
    }


def test_another_address_changes_what_leads_back(site: Site) -> None:
    here, there = ({order.path: order.digest for order in orders_of(site, at)} for at in ("", "https://example.org/"))
    assert here.keys() == there.keys()
    assert all(here[path] != there[path] for path in here)


def test_every_sort_of_content_is_offered_for_slides() -> None:
    assert set(OFFERED) == {TABLE, TREE, PICTURE}
    assert all("pptx" in forms and "png" in forms for forms in OFFERED.values())


def test_the_csv_of_a_matrix_has_its_rows(orders: list[Order]) -> None:
    order = next(order for order in orders if order.form == "csv" and order.sort == TABLE)
    records = list(csv.reader(io.StringIO(written(order).decode("utf-8-sig"), newline="")))
    assert len(records) == len(order.content.rows) + 1  # type: ignore[union-attr]
