"""From a path of keys to a line and column."""

from __future__ import annotations

import pytest

from isolation_atlas.knowledge.findings import Place, Spot
from isolation_atlas.knowledge.positions import Positions

FILE = "knowledge/things/a.yaml"
TEXT = """\
# a comment
name: "Ä 𝄞"  # more
ä: {b: [1, zwei]}
facts:
  start:
    - value: <= 125 ms
      claim: >-
        A claim on
        two lines.
"""


@pytest.mark.parametrize(
    ("path", "part", "line", "column", "end"),
    [
        ((), "value", 2, 1, 2),
        (("name",), "key", 2, 1, 5),
        (("name",), "value", 2, 7, 12),
        (("ä", "b", 1), "value", 3, 12, 16),
        (("ä", "b"), "key", 3, 5, 6),
        (("facts", "start", 0, "value"), "value", 6, 14, 23),
        (("facts", "start", 0), "value", 6, 7, 8),
        (("facts", "start", 0, "claim"), "value", 7, 14, 15),
        (("facts", "start", 0, "source"), "value", 6, 7, 8),
        (("facts", "start", 0, "source"), "key", 6, 7, 8),
        (("name", 0), "value", 2, 7, 12),
        (("missing", "deeper"), "value", 2, 1, 2),
    ],
)
def test_places(path: tuple[str | int, ...], part: str, line: int, column: int, end: int) -> None:
    positions = Positions({FILE: TEXT})
    spot = Spot(FILE, path).key() if part == "key" else Spot(FILE, path)
    assert positions.place(spot) == Place(FILE, line, column, end)


@pytest.mark.parametrize("text", ["", "# only a comment\n", "a: [\n"])
def test_in_a_file_without_content_everything_stands_at_its_start(text: str) -> None:
    assert Positions({FILE: text}).place(Spot(FILE, ("a",))) == Place(FILE, 1, 1, 2)


def test_lines_are_those_of_the_file() -> None:
    positions = Positions({FILE: TEXT})
    assert positions.line(FILE, 2) == 'name: "Ä 𝄞"  # more'
    assert [positions.line(FILE, number) for number in (0, 99)] == ["", ""]
    assert positions.line("another", 1) == ""
