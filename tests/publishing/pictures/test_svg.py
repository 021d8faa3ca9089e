"""Drawing: whatever is drawn is well formed, and says what it was given."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.publishing.pictures.svg import Drawing, number

WORDS = st.text(alphabet="ab <>&\"'ü—", min_size=1)


@given(title=WORDS, says=WORDS, href=WORDS, label=WORDS, words=WORDS, css=WORDS)
def test_any_words_come_back_as_they_were_given(
    title: str, says: str, href: str, label: str, words: str, css: str
) -> None:
    drawing = Drawing("it", title, says, css)
    with drawing.link(href, label):
        drawing.text(1, 2, words, css, anchor="end")
    drawing.path("M0 0", css)
    root = ET.fromstring(str(drawing.markup(10, 20)))  # noqa: S314 - our own picture
    link, text, path = (root.find(name) for name in ("a", "a/text", "path"))
    assert link is not None
    assert text is not None
    assert path is not None
    assert [root.findtext("title"), root.findtext("desc"), text.text] == [title, says, words]
    assert link.attrib == {"href": href, "aria-label": label}
    assert text.attrib == {"x": "1", "y": "2", "class": css, "text-anchor": "end"}
    assert path.attrib == {"class": css, "d": "M0 0"}
    assert root.attrib["class"] == f"picture {css}"


def test_shapes_carry_their_measures() -> None:
    drawing = Drawing("it", "Title", "Says", "plot")
    with drawing.link(""):
        drawing.rect(1, 2, 3.04, 4.06, "box", radius=5)
        drawing.line(1, 2, 3, 4, "line")
        drawing.circle(1, 2, 3, "dot")
    root = ET.fromstring(str(drawing.markup(10, 20)))  # noqa: S314 - our own picture
    assert [dict(each.attrib) for each in root.find("g") or ()] == [
        {"x": "1", "y": "2", "width": "3", "height": "4.1", "class": "box", "rx": "5"},
        {"x1": "1", "y1": "2", "x2": "3", "y2": "4", "class": "line"},
        {"cx": "1", "cy": "2", "r": "3", "class": "dot"},
    ]
    assert (root.attrib["viewBox"], root.attrib["role"]) == ("0 0 10 20", "img")


def test_a_picture_with_links_is_a_group() -> None:
    drawing = Drawing("it", "Title", "Says", "plot")
    with drawing.link("there"):
        drawing.circle(1, 2, 3, "dot")
    assert 'role="group"' in drawing.markup(1, 1)


@pytest.mark.parametrize(
    ("value", "text"), [(1, "1"), (1.0, "1"), (1.04, "1"), (1.05, "1.1"), (-0.04, "0"), (2.25, "2.2")]
)
def test_a_coordinate_has_one_decimal_at_most(value: float, text: str) -> None:
    assert number(value) == text
