"""A picture of many rows goes on, with its head, and loses no row."""

import io

import pytest
from pptx import Presentation

from isolation_atlas.publishing.formats import pptx as slides
from isolation_atlas.publishing.formats.banding import bands_of
from isolation_atlas.publishing.formats.look import LIGHT, Look
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.reading_svg import shapes_of
from isolation_atlas.publishing.formats.shapes import Words
from isolation_atlas.publishing.pictures.svg import Drawing
from tests.publishing.formats.trees import plot


def rows_plot(rows: int) -> str:
    """Return a picture of rows: a head, lines from top to bottom, a stripe behind every second row."""
    drawing = Drawing("p", "Rows", "Rows.", "range-plot")
    drawing.text(50, 20, "head", "tick")
    drawing.line(50, 28, 50, 34 + rows * 26 + 8, "grid")
    for row in range(rows):
        if row % 2:
            drawing.rect(0, 34 + row * 26, 400, 26, "stripe")
        drawing.text(10, 34 + row * 26 + 17, f"row {row}", "label")
        drawing.circle(60, 34 + row * 26 + 13, 5, "mark")
    return str(drawing.markup(400, 34 + rows * 26 + 8))


@pytest.mark.parametrize("rows", [2, 12, 13, 40])
def test_each_row_is_in_one_part_and_the_head_in_all(rows: int) -> None:
    parts = bands_of(shapes_of(rows_plot(rows), LIGHT), 360)
    words = [[shape.text for shape in part.shapes if isinstance(shape, Words)] for part in parts]
    assert all(part[0] == "head" for part in words)
    assert [each for part in words for each in part[1:]] == [f"row {row}" for row in range(rows)]
    assert all(part.height <= 360 + 8 for part in parts)
    assert all(shape.y <= part.height for part in parts for shape in part.shapes if isinstance(shape, Words))


def test_a_picture_without_rows_stays_whole() -> None:
    drawn = shapes_of(plot().markup, LIGHT)
    assert bands_of(drawn, 10) == (drawn,)


def test_no_type_of_many_rows_is_small_on_slides() -> None:
    many = Plot("p", "Rows", "", rows_plot(40), "", "2026-11-23", "Atlas")
    show = Presentation(io.BytesIO(slides.write_picture(many, Look())))
    assert len(show.slides) > 1
    frames = [shape.text_frame for slide in show.slides for shape in slide.shapes if shape.has_text_frame]
    sizes = {run.font.size.pt for frame in frames for each in frame.paragraphs for run in each.runs if run.font.size}
    assert min(sizes) >= 12
