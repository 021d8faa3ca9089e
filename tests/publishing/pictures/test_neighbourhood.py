"""The picture of a neighbourhood: every end is a link, long bundles are cut, and the words say the same."""

from xml.etree import ElementTree as ET

import pytest

from isolation_atlas.publishing.pictures.neighbourhood import Bundle, End, describe, neighbourhood


def bundle(name: str, count: int, *, outgoing: bool = True) -> Bundle:
    return Bundle(name, outgoing, tuple(End(f"{name} {number}", f"{name}-{number}.html") for number in range(count)))


def links(bundles: list[Bundle]) -> list[str]:
    drawn = ET.fromstring(neighbourhood("n", "Middle", bundles, "more.html"))  # noqa: S314 - our own picture
    return [each.attrib["href"] for each in drawn.iter("a")]


def test_every_end_is_a_link() -> None:
    found = links([bundle("uses", 2), bundle("used by", 1, outgoing=False)])
    assert sorted(found) == ["used by-0.html", "uses-0.html", "uses-1.html"]


@pytest.mark.parametrize(("count", "shown", "more"), [(8, 8, False), (9, 8, True), (40, 8, True)])
def test_a_long_bundle_is_cut_and_leads_on(count: int, shown: int, more: bool) -> None:
    found = links([bundle("uses", count)])
    assert len([each for each in found if each != "more.html"]) == shown
    assert ("more.html" in found) == more


def test_words_say_how_many_are_left_out() -> None:
    assert describe([bundle("uses", 10)]).endswith("uses 7, 2 more.")


def test_names_are_text() -> None:
    drawn = neighbourhood("n", "<b>", [Bundle("uses", True, (End("a & <b>", "x.html?a=1&b=2"),))], "m")
    read = ET.fromstring(drawn)  # noqa: S314 - our own picture
    assert "a & <b>" in [each.text for each in read.iter("text")]
