"""Pictures: well-formed, described, with links, and nothing outside the frame."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date

import pytest

from isolation_atlas.knowledge.records import Layer
from isolation_atlas.knowledge.units import Dimension
from isolation_atlas.knowledge.values import Interval
from isolation_atlas.publishing.pictures.range_plot import Mark, Row, narrow_range_plot, range_plot
from isolation_atlas.publishing.pictures.scatter import PlotAxis, Point, scatter_plot
from isolation_atlas.publishing.pictures.stack import SMALL, describe_stack, stack_picture
from isolation_atlas.publishing.pictures.svg import shortened, wrapped
from isolation_atlas.publishing.pictures.timeline import Event, EventRow, timeline
from isolation_atlas.publishing.pictures.tree import PictureNode, tree_picture

LAYERS = (Layer("ground", True), Layer("floor & <wall>", True, "thin"), Layer("room", False))
TIME = Dimension("time", "s", (("ms", 1e-3), ("s", 1.0)), 0)
LEAF = PictureNode("", "", (), ("One", "Two"), ("Three",))
TREE = PictureNode("Why?", "why.html", (("Because", LEAF), ("Perhaps", PictureNode("", "", ()))))
AXIS = PlotAxis("Height", ((0.1, "low"), (0.9, "high")), "high")


MARKS = (
    Mark(Interval(0.01, 0.02), "10 to 20 ms", "a.html#1", True),
    Mark(Interval(0, 5), "≤ 5 s", "a.html#2", False),
)


def plot() -> str:
    return range_plot("plot", "Start", [Row("A", "a.html", MARKS)], TIME, "ms")


def narrow_plot() -> str:
    return narrow_range_plot("narrow-plot", "Start", [Row(f"A{row}", "a.html", MARKS) for row in range(11)], TIME, "ms")


def scatter() -> str:
    points = [Point(f"Name {number}", f"{number}.html", (0.5, 0.5), (0.5, 0.6)) for number in range(7)]
    return scatter_plot("scatter", "Two", points, AXIS, AXIS)


def events() -> str:
    row = EventRow("kind", tuple(Event(date(2024, 1, 2), f"Event {number}", f"{number}.html") for number in range(5)))
    return timeline("timeline", "When", [row])


def parsed(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314


PICTURES: list[Callable[[], str]] = [
    lambda: stack_picture("stack", "Stack", LAYERS),
    lambda: stack_picture("stack", "Stack", LAYERS, SMALL),
    lambda: tree_picture("tree", "Tree", TREE),
    plot,
    narrow_plot,
    scatter,
    events,
]


@pytest.mark.parametrize("draw", PICTURES)
def test_a_picture_has_title_and_description_that_name_it(draw: Callable[[], str]) -> None:
    root = parsed(draw())
    named = str(root.get("aria-labelledby")).split()
    texts = {each.get("id"): each.text for each in root.iter() if each.get("id")}
    assert all(texts[name] for name in named)
    assert len(named) == 2


@pytest.mark.parametrize("draw", PICTURES)
def test_no_shape_lies_outside_the_frame(draw: Callable[[], str]) -> None:
    root = parsed(draw())
    _, _, width, height = map(float, str(root.get("viewBox")).split())
    for each in root.iter():
        for key in ("x", "x1", "x2", "cx"):
            assert 0 <= float(each.get(key, 0)) <= width, ET.tostring(each)
        for key in ("y", "y1", "y2", "cy"):
            assert 0 <= float(each.get(key, 0)) <= height, ET.tostring(each)


@pytest.mark.parametrize("draw", PICTURES)
def test_no_style_is_written_into_a_picture(draw: Callable[[], str]) -> None:
    drawn = draw()
    assert "style=" not in drawn
    assert "fill=" not in drawn


@pytest.mark.parametrize("draw", PICTURES)
def test_the_same_content_gives_the_same_bytes(draw: Callable[[], str]) -> None:
    assert draw() == draw()


def test_a_link_has_the_words_of_its_mark() -> None:
    root = parsed(plot())
    assert {each.get("aria-label") for each in root.iter("a")} == {None, "A: 10 to 20 ms", "A: ≤ 5 s"}


def test_a_narrow_plot_says_the_amounts_again_and_draws_the_same_marks() -> None:
    once, again = parsed(plot()), parsed(narrow_plot())
    ticks = [each.text for each in once.iter("text") if each.get("class") == "tick"]
    assert [each.text for each in again.iter("text") if each.get("class") == "tick"] == ticks * 2
    assert len({each.get("aria-label") for each in again.iter("a")}) == 1 + 2 * 11
    assert {each.get("href") for each in again.iter("a")} == {each.get("href") for each in once.iter("a")}


def test_events_of_one_day_do_not_cover_each_other() -> None:
    places = [(each.get("cx"), each.get("cy")) for each in parsed(events()).iter("circle")]
    assert len(places) == len(set(places)) == 5


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        (LAYERS, "Shared with neighbours: ground, floor & <wall>. Of its own, above the boundary: room."),
        ((Layer("all", False),), "Nothing is shared with neighbours. Of its own, above the boundary: all."),
        ((Layer("all", True),), "Shared with neighbours: all."),
    ],
)
def test_a_stack_is_told_in_words(layers: tuple[Layer, ...], expected: str) -> None:
    assert describe_stack(layers) == expected


def test_a_tree_with_too_many_ends_is_cut_where_it_says_so() -> None:
    deep = PictureNode("First?", "", tuple((str(number), TREE) for number in range(20)))
    drawn = tree_picture("tree", "Tree", deep, most_leaves=30)
    assert "then: Why?" in drawn
    assert "20 ends" in drawn


@pytest.mark.parametrize(("words", "expected"), [("short", "short"), ("a very long name", "a very…")])
def test_words_are_shortened_to_the_room(words: str, expected: str) -> None:
    assert shortened(words, 40, 10) == expected


def test_words_wrap_and_the_last_line_is_cut() -> None:
    assert wrapped("one two three four five six", 60, 10, 2) == ["one two", "three fou…"]


@pytest.mark.parametrize(
    ("fits", "may_fit", "shown"),
    [
        (("Alpha", "Beta", "Gamma", "Delta"), (), "✓ Alpha, Beta, Gamma, Delta"),
        (tuple(f"A name {each}" for each in range(9)), (), "✓ " + ", ".join(f"A name {each}" for each in range(9))),
        (
            ("One",),
            tuple(f"A name {each}" for each in range(6)),
            "? " + ", ".join(f"A name {each}" for each in range(6)),
        ),
    ],
)
def test_an_end_of_a_tree_names_all_for_whom_its_row_has_room(
    fits: tuple[str, ...], may_fit: tuple[str, ...], shown: str
) -> None:
    end = PictureNode("", "", (), fits, may_fit)
    drawn = parsed(tree_picture("tree", "Tree", PictureNode("Why?", "", (("Yes", end), ("No", LEAF)))))
    words = " ".join(each.text or "" for each in drawn.iter("text"))
    assert shown in words
    assert "+" not in words


def test_an_end_of_a_tree_counts_those_for_whom_there_is_no_room() -> None:
    end = PictureNode("", "", (), tuple(f"A rather long name {each}" for each in range(20)))
    words = " ".join(each.text or "" for each in parsed(tree_picture("tree", "Tree", end)).iter("text"))
    left = re.search(r"\+(\d+)$", words)
    assert left
    assert int(left[1]) + words.count("A rather long name") == 20
