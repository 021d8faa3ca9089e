"""Slides, read back with python-pptx, and drawn by LibreOffice."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt
from pypdf import PdfReader

from isolation_atlas.publishing.formats import pptx as slides
from isolation_atlas.publishing.formats.deck import Deck
from isolation_atlas.publishing.formats.look import THEMES, Look, Size
from isolation_atlas.publishing.formats.measuring import Face, lines_in
from isolation_atlas.publishing.formats.table import Table
from isolation_atlas.publishing.formats.wording import clean
from isolation_atlas.publishing.pictures.tree import PictureNode
from tests.publishing.formats.tables import SOURCE, hard_table, states_table, table
from tests.publishing.formats.trees import deck, end, plot, tree

LEAST = 12
LOOKS = [Look(THEMES[theme], size, full) for theme in THEMES for size in Size for full in (False, True)]


def opened(written: bytes) -> Any:
    return Presentation(io.BytesIO(written))


def tables_of(show: Any) -> list[Any]:
    return [shape.table for slide in show.slides for shape in slide.shapes if shape.has_table]


def runs_of(show: Any) -> list[Any]:
    frames = [shape.text_frame for slide in show.slides for shape in slide.shapes if shape.has_text_frame]
    frames += [cell.text_frame for each in tables_of(show) for row in each.rows for cell in row.cells]
    return [run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.theme.name}-{look.size.value}-{look.full}")
def test_a_table_comes_back_with_every_word(look: Look) -> None:
    given = states_table()
    made = tables_of(opened(slides.write_table(given, look)))
    found = {
        (row.cells[0].text, column): row.cells[column].text
        for each in made
        for row in each.rows
        for column in range(1, len(row.cells))
    }
    assert {text for (name, _), text in found.items() if name == "Row 0"}
    for row in given.rows:
        for column, cell in enumerate(row.cells, 1):
            text = found[row.heading.name, column].replace("\xa0", " ")
            assert text.startswith(f"{cell.state.symbol}\t{cell.text}")
            assert cell.origin is None or cell.origin.word in text


@pytest.mark.parametrize("given", [hard_table(), table(25, 40), table(1, 60)], ids=["hard", "large", "long"])
def test_a_large_table_continues_with_its_head(given: Table) -> None:
    show = opened(slides.write_table(given, Look()))
    made = tables_of(show)
    assert len(made) == len(show.slides) > 1
    assert {each.cell(0, 0).text for each in made} == {"Name"}
    titles = [slide.shapes.title.text for slide in show.slides]
    assert titles == [f"{clean(given.title)} ({at} of {len(made)})" for at in range(1, len(made) + 1)]
    shown = [
        (row.cells[0].text, each.cell(0, at).text)
        for each in made
        for row in list(each.rows)[1:]
        for at in range(1, len(row.cells))
    ]
    assert len(shown) == len(given.rows) * len(given.columns)


@pytest.mark.parametrize("given", [hard_table(), table(25, 40), states_table()], ids=["hard", "large", "states"])
@pytest.mark.parametrize("size", Size)
def test_nothing_leaves_the_slide_and_no_type_is_small(given: Table, size: Size) -> None:
    show = opened(slides.write_table(given, Look(size=size)))
    sizes = {run.font.size.pt for run in runs_of(show)}
    assert min(sizes) >= LEAST
    for slide in show.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= show.slide_width + Pt(1)
            tall = sum(row.height for row in shape.table.rows) if shape.has_table else shape.height
            alone = shape.has_table and len(shape.table.rows) == 2
            assert alone or shape.top + tall <= show.slide_height


def test_a_slide_has_title_number_notes_and_a_way_back() -> None:
    given = states_table()
    show = opened(slides.write_table(given, Look()))
    for number, slide in enumerate(show.slides, 1):
        part = f" ({number} of {len(show.slides)})" if len(show.slides) > 1 else ""
        assert slide.shapes.title.text == f"{given.title}{part}"
        assert slide.shapes._spTree.xpath(".//a:fld/@type") == ["slidenum"]
        assert slide.shapes._spTree.xpath("string(.//a:fld/a:t)") == str(number)
        notes = slide.notes_slide.notes_text_frame.text
        assert "A study of things" in notes
        assert "section 2, read 2026-11-23" in notes
        assert given.as_of in notes
        links = {run.hyperlink.address for run in runs_of(show) if run.hyperlink.address}
        assert links == {given.link}
        described = slide.shapes._spTree.xpath(".//p:graphicFrame//p:cNvPr/@descr")
        assert described
        assert all("Row 0" in each for each in described[:1])


def test_text_that_xml_forbids_is_left_out() -> None:
    texts = [
        cell.text
        for each in tables_of(opened(slides.write_table(hard_table(), Look())))
        for row in each.rows
        for cell in row.cells
    ]
    assert any("sign" in text for text in texts)
    assert not any("\x07" in text or "\x1b" in text for text in texts)


def test_a_tree_is_boxes_joined_by_connectors() -> None:
    show = opened(slides.write_tree(tree(2, 2), Look()))
    shapes = [shape for slide in show.slides for shape in slide.shapes]
    connectors = [shape for shape in shapes if shape.shape_type is not None and "LINE" in str(shape.shape_type)]
    assert len(connectors) == 2 * (2 + 4)
    ids = {shape.shape_id for shape in shapes}
    for line in connectors:
        joined = line._element.xpath(".//a:stCxn/@id | .//a:endCxn/@id")
        assert len(joined) == 2
        assert {int(each) for each in joined} <= ids
    assert not any("PICTURE" in str(shape.shape_type) for shape in shapes)


@pytest.mark.parametrize(("width", "depth"), [(2, 5), (4, 3), (1, 6), (12, 1)])
def test_a_large_tree_goes_on_and_its_notes_have_every_end(width: int, depth: int) -> None:
    given = tree(width, depth)
    show = opened(slides.write_tree(given, Look()))
    words = [run.text for run in runs_of(show)]
    notes = show.slides[0].notes_slide.notes_text_frame.text
    assert sum("slide " in word for word in words) == len(show.slides) - 1
    assert notes.count("fits") >= given.root.leaves
    assert min(run.font.size.pt for run in runs_of(show)) >= LEAST


@pytest.mark.parametrize("size", Size)
def test_an_end_of_a_tree_names_three_on_every_slide(size: Size) -> None:
    many = tuple(f"Something long {each}" for each in range(5))
    branches = tuple((f"An answer of some length {each}", end(*many, may=many)) for each in range(9))
    given = replace(tree(), root=PictureNode("Which of many?", "", branches))
    show = opened(slides.write_tree(given, Look(size=size)))
    words = [run.text for run in runs_of(show)]
    assert words.count("✓ Something long 0, Something long 1, Something long 2 and 2 more") == 9
    boxes = [shape for slide in show.slides for shape in slide.shapes if shape.has_text_frame]
    assert all(shape.top + shape.height <= show.slide_height for shape in boxes)


def test_a_picture_is_native_shapes() -> None:
    shapes = [shape for slide in opened(slides.write_picture(plot(), Look())).slides for shape in slide.shapes]
    assert len(shapes) > 6
    assert not any("PICTURE" in str(shape.shape_type) for shape in shapes)


def test_a_deck_has_title_items_and_sources() -> None:
    show = opened(slides.write_deck(deck(), Look()))
    titles = [slide.shapes.title.text for slide in show.slides]
    assert titles[0] == "The deck"
    assert titles[-1] == "Sources"
    assert {"Picture", "Tree & more"} <= set(titles)
    assert any(title == "Title" or title.startswith("Title (1 of ") for title in titles)


@pytest.mark.parametrize("size", [Size.WIDE, Size.CLASSIC])
def test_sources_are_numbered_and_few_on_a_slide(size: Size) -> None:
    long = "A title of a source that is so long that no slide has room for all of it, " * 4
    many = tuple(replace(SOURCE, number=number, title=f"{number} {long}") for number in range(1, 31))
    shown = Deck("D", "", (replace(states_table(), references=many),), "", "2026-11-23", "Atlas")
    last = list(opened(slides.write_deck(shown, Look(size=size))).slides)[-3:]
    assert [slide.shapes.title.text for slide in last] == [f"Sources ({part} of 3)" for part in (1, 2, 3)]
    found = []
    for slide in last:
        (frame,) = [each.text_frame for each in slide.shapes if each.has_text_frame and "[" in each.text_frame.text]
        width = size.points[0] - 2 * 36 - 38
        lines = [lines_in(each.text.split("\t")[1], width, 13, Face.OFFICE) for each in frame.paragraphs]
        assert max(len(each) for each in lines) == 2
        found += [each.runs[0].text for each in frame.paragraphs]
        assert all(each.runs[0].hyperlink.address == SOURCE.url for each in frame.paragraphs)
        assert all("A. Author (2020)" in each.text and "section 2" in each.text for each in frame.paragraphs)
    assert found == [f"[{number}]" for number in range(1, 31)]


def test_the_archive_has_fixed_times() -> None:
    with zipfile.ZipFile(io.BytesIO(slides.write_table(states_table(), Look()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_libreoffice_draws_every_slide_with_all_its_words(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed; `make test` sees to it, or install libreoffice-impress"
    given = {
        "states": slides.write_table(states_table(), Look()),
        "hard": slides.write_table(hard_table(), Look()),
        "deck": slides.write_deck(deck(), Look()),
    }
    for name, written in given.items():
        (tmp_path / f"{name}.pptx").write_bytes(written)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    files = [str(tmp_path / f"{name}.pptx") for name in given]
    subprocess.run(
        [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files],
        check=True,
        capture_output=True,
    )
    for name, written in given.items():
        show, pages = opened(written), PdfReader(tmp_path / f"{name}.pdf").pages
        assert len(pages) == len(show.slides)
        for slide, page in zip(show.slides, pages, strict=True):
            drawn = "".join(page.extract_text().split())
            assert "".join(clean(slide.shapes.title.text).split()) in drawn
            assert outside(page) == []


def outside(page: Any) -> list[str]:
    """Return the texts of a page that stand outside of it."""
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    found: list[str] = []

    def look(text: str, user: list[float], matrix: list[float], font: object, size: float) -> None:
        x, y = matrix[4] * user[0] + user[4], matrix[5] * user[3] + user[5]
        if text.strip() and not (0 <= x <= width and 0 <= y <= height):
            found.append(text)

    page.extract_text(visitor_text=look)
    return found
