"""Fields: what each sort takes, and what is said of the rest."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from isolation_atlas.knowledge.field_sorts import (
    AnyDate,
    Choice,
    Count,
    Day,
    Ident,
    ListOf,
    MapOf,
    Nested,
    Raw,
    Text,
    Url,
    YesNo,
)
from isolation_atlas.knowledge.findings import Finding, Spot
from isolation_atlas.knowledge.shapes import MISSING, Field, FieldSort, Shape

SPOT = Spot("f.yaml")
PAIR = Shape("a pair", (Field("left", Text(), "Left.", required=True, example="x"), Field("right", Count(), "Right.")))
SHORT = Shape("a link", (Field("to", Ident(), "To.", required=True), Field("why", Text(), "Why.")), short="to")


@pytest.mark.parametrize(
    ("sort", "raw", "value"),
    [
        (Text(), "  two\n words ", "two words"),
        (Text(), 7, "7"),
        (Text(), 1.5, "1.5"),
        (Raw(), {"a": 1}, {"a": 1}),
        (Ident(), "kata-containers", "kata-containers"),
        (Ident(), "docker-1.0", "docker-1.0"),
        (Ident(), 2020, "2020"),
        (Choice((("yes", "Y."), ("no", "N."))), "yes", "yes"),
        (Choice((("yes", "Y."), ("no", "N."))), True, "yes"),
        (YesNo(), False, False),
        (Count(), 0, 0),
        (Url(), "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (AnyDate(), 2020, "2020"),
        (AnyDate(), "undated", "undated"),
        (Day(), "2026-11-23", date(2026, 11, 23)),
        (ListOf(Text()), ["a", 1], ("a", "1")),
        (ListOf(Text(), single=True), "a", ("a",)),
        (ListOf(Text()), [], ()),
        (MapOf(Text()), {"b": "x", "a": "y"}, (("b", "x"), ("a", "y"))),
        (Nested(SHORT), "there", (SPOT, {"to": "there"})),
    ],
)
def test_what_a_field_takes(sort: FieldSort, raw: Any, value: Any) -> None:
    faults: list[Finding] = []
    assert sort.read(raw, SPOT, faults) == value
    assert faults == []


def refused(sort: FieldSort, rule: str, raws: tuple[Any, ...]) -> list[tuple[FieldSort, Any, str]]:
    """The same fault of several things."""
    return [(sort, raw, rule) for raw in raws]


REFUSED: list[tuple[FieldSort, Any, str]] = [
    *refused(Text(), "wrong-type", (None, "", "  ", True, [], {})),
    *refused(Ident(), "bad-id", ("Kata", "a_b", "-a", "a-", "a b", "", "ä", None, True, ["a"], 1.5, -1)),
    *refused(Choice((("a", "A."),)), "bad-choice", ("b", None, True, ["a"], {"a": 1}, 1)),
    *refused(YesNo(), "wrong-type", ("yes", 1, None)),
    *refused(Count(), "wrong-type", (-1, 1.0, "1", True, None)),
    *refused(Url(), "bad-url", ("example.org", "ftp://example.org", "http://", "https://a", "https://[", 7)),
    *refused(Url(), "bad-url", ("https://example.org/a b", "javascript:alert(1)", 'https://a.b/"', None)),
    *refused(AnyDate(), "bad-date", ("soon", None, 20, "2020-2", [2020])),
    *refused(Day(), "bad-date", ("2026-11", "2026-11-31", 2026, None, ["2026-11-23"])),
    *refused(ListOf(Text()), "wrong-type", ("a", None, {"a": 1}, [None])),
    *refused(MapOf(Text()), "wrong-type", ("a", None, ["a"], {"a": None})),
    *refused(Nested(PAIR), "wrong-type", ("a", None, ["a"])),
    (Nested(PAIR), {"left": "a", "rihgt": 1}, "unknown-field"),
    (Nested(PAIR), {"right": 1}, "missing-field"),
    (Nested(SHORT), {"why": "x"}, "missing-field"),
    (Nested(SHORT), "Not an id", "bad-id"),
]


@pytest.mark.parametrize(("sort", "raw", "rule"), REFUSED)
def test_what_a_field_refuses(sort: FieldSort, raw: Any, rule: str) -> None:
    faults: list[Finding] = []
    sort.read(raw, SPOT, faults)
    assert [fault.rule for fault in faults] == [rule]
    assert faults[0].message
    assert faults[0].expected


def test_a_list_keeps_what_it_can() -> None:
    faults: list[Finding] = []
    assert ListOf(Count()).read([1, "x", 2, None], SPOT, faults) == (1, 2)
    assert [fault.spot.path for fault in faults] == [(1,), (3,)]


def test_a_mapping_that_is_all_wrong_is_missing() -> None:
    assert Nested(PAIR).read({"lfet": "x"}, SPOT, []) is MISSING


def test_a_misspelt_field_is_named_with_the_right_one() -> None:
    faults: list[Finding] = []
    assert PAIR.read({"left": "a", "rihgt": 1}, SPOT, faults) == {"left": "a"}
    assert faults[0].fix == "Did you mean 'right'?"
    assert faults[0].spot == SPOT.key("rihgt")


def test_a_missing_field_is_named_with_an_example() -> None:
    faults: list[Finding] = []
    PAIR.read({}, SPOT, faults)
    assert faults[0].fix == "Add a line such as 'left: x'."
