"""A slide shows the drawing of a picture whose type is legible on it."""

import io

import pytest
from pptx import Presentation

from isolation_atlas.publishing.formats import pptx as slides
from isolation_atlas.publishing.formats.fitting import fitted_to, least_type
from isolation_atlas.publishing.formats.look import LIGHT, Look, Size
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.reading_svg import shapes_of
from isolation_atlas.publishing.pictures.numbered_scatter import SHAPES, numbered_scatter
from isolation_atlas.publishing.pictures.scatter import PlotAxis, Point, scatter_plot
from isolation_atlas.publishing.pictures.svg import Drawing

AXIS = PlotAxis("An axis", ((0.1, "very low"), (0.5, "middling"), (0.9, "very high")), "high")
POINTS = [
    Point(f"A thing of number {each}", "", (each % 7 / 7, each % 7 / 7 + 0.1), (each % 3 / 3, each % 3 / 3))
    for each in range(12)
]


def drawn(width: float, height: float) -> str:
    """Return a picture of a size with a word."""
    drawing = Drawing("p", "P", "Says.", "scatter")
    drawing.text(5, 20, "word", "name")
    return str(drawing.markup(width, height))


def scatter() -> Plot:
    """Return a scatter plot with its other drawings."""
    usual = str(scatter_plot("s", "S", POINTS, AXIS, AXIS))
    fitted = tuple(str(numbered_scatter("s", "S", POINTS, AXIS, AXIS, shape)) for shape in SHAPES)
    return Plot("s", "Scatter", "Says what it is in a line.", usual, "", "2026-11-23", "Atlas", fitted=fitted)


@pytest.mark.parametrize(
    ("width", "chosen"), [(800, 0), (400, 1), (100, 1)], ids=["usual", "first that is legible", "largest"]
)
def test_the_first_legible_drawing_is_taken(width: float, chosen: int) -> None:
    drawings = (drawn(800, 100), drawn(410, 100), drawn(820, 100))
    plot = Plot("p", "P", "", drawings[0], "", "2026-11-23", "Atlas", fitted=drawings[1:])
    assert fitted_to(plot, width, 400, 12, LIGHT).markup == drawings[chosen]


def test_a_picture_of_one_drawing_stays_as_it_is() -> None:
    plot = Plot("p", "P", "", drawn(4000, 100), "", "2026-11-23", "Atlas")
    assert fitted_to(plot, 100, 100, 12, LIGHT) is plot
    assert least_type(shapes_of(plot.markup, LIGHT), 100, 100) < 1


@pytest.mark.parametrize("size", [Size.WIDE, Size.CLASSIC])
def test_a_scatter_plot_on_a_slide_is_legible_and_loses_no_name(size: Size) -> None:
    (slide,) = Presentation(io.BytesIO(slides.write_picture(scatter(), Look(size=size)))).slides
    frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
    sizes = {run.font.size.pt for frame in frames for each in frame.paragraphs for run in each.runs if run.font.size}
    assert min(sizes) >= 12
    words = " ".join(frame.text for frame in frames)
    assert [point.name for point in POINTS if point.name not in words] == []
