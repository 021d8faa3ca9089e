"""Numbers stand apart from each other and from marks, and each leads to its names."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isolation_atlas.publishing.pictures.numbered_scatter import SHAPES, ListedShape, numbered_scatter
from isolation_atlas.publishing.pictures.scatter import PlotAxis, Point, scatter_plot
from isolation_atlas.publishing.pictures.svg import text_width

AXIS = PlotAxis("An axis", ((0.1, "low"), (0.9, "high")), "")
PLACES = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=1, max_size=14)


def points_at(places: list[tuple[int, int]]) -> list[Point]:
    """Return points of names that differ."""
    return [
        Point(f"Name {index}", "", (across / 10, across / 10), (up / 10, up / 10))
        for index, (across, up) in enumerate(places)
    ]


def words_of(markup: str) -> list[tuple[float, float, str, str]]:
    """Return each text with its left end, base line, words and class."""
    found = []
    for each in ET.fromstring(markup).iter("text"):  # noqa: S314
        words, x = each.text or "", float(each.get("x", "0"))
        left = {"start": x, "end": x - text_width(words, 12.5)}.get(each.get("text-anchor", "start"), x)
        found.append((left, float(each.get("y", "0")), words, each.get("class", "")))
    return found


@given(PLACES)
@settings(max_examples=60, deadline=None)
def test_no_two_numbers_touch(places: list[tuple[int, int]]) -> None:
    shape = SHAPES[0]
    words = words_of(str(numbered_scatter("n", "T", points_at(places), AXIS, AXIS, shape)))
    numbers = [(x, y, text) for x, y, text, css in words if css == "name" and x < shape.frame.x(1) + 12]
    numbers = [each for each in numbers if each[2].isdecimal()]
    assert [int(text) for *_, text in numbers] == list(range(1, len(set(places)) + 1))
    for index, (x, y, text) in enumerate(numbers):
        for right, down, _ in numbers[index + 1 :]:
            assert abs(y - down) >= 11 or x + text_width(text, 12.5) <= right or right + 7 <= x


@pytest.mark.parametrize("shape", SHAPES, ids=["wide", "classic"])
def test_every_name_is_in_the_list_once(shape: ListedShape) -> None:
    points = points_at([(each % 5, each % 4) for each in range(24)])
    listed = " ".join(text for _, _, text, _ in words_of(str(numbered_scatter("n", "T", points, AXIS, AXIS, shape))))
    assert all(len(re.findall(rf"{point.name}\b", listed)) == 1 for point in points)


def test_a_list_that_is_too_long_says_so() -> None:
    points = [
        Point(f"A long name of number {each} that takes a line", "", (each / 90, each / 90), (0, 0))
        for each in range(60)
    ]
    words = [text for _, _, text, _ in words_of(str(numbered_scatter("n", "T", points, AXIS, AXIS, SHAPES[1])))]
    assert words[-1].startswith("and more")


@given(PLACES)
@settings(max_examples=60, deadline=None)
def test_no_two_names_of_the_usual_plot_touch(places: list[tuple[int, int]]) -> None:
    words = [each for each in words_of(str(scatter_plot("n", "T", points_at(places), AXIS, AXIS))) if each[3] == "name"]
    for index, (x, y, text, _) in enumerate(words):
        for right, down, other, _ in words[index + 1 :]:
            clear = x + text_width(text, 12.5) <= right or right + text_width(other, 12.5) <= x
            assert clear or abs(y - down) >= 12
