"""Unquoted scalars mean what YAML 1.2's core schema says, whatever YAML 1.1 made of them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.knowledge.scalars import plain_scalar


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((text, None) for text in ("", "~", "null", "Null", "NULL")),
        *((text, True) for text in ("true", "True", "TRUE")),
        *((text, False) for text in ("false", "False", "FALSE")),
        ("0", 0),
        ("010", 10),
        ("-19", -19),
        ("+12", 12),
        ("0o7", 7),
        ("0x3A", 58),
        ("0.", 0.0),
        ("-0.0", -0.0),
        (".5", 0.5),
        ("+12e03", 12000.0),
        ("-2E+05", -200000.0),
        ("6.5", 6.5),
        (".inf", math.inf),
        ("-.Inf", -math.inf),
        ("+.INF", math.inf),
    ],
)
def test_the_core_schema(text: str, value: object) -> None:
    found = plain_scalar(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", [".nan", ".NaN", ".NAN"])
def test_not_a_number(text: str) -> None:
    found = plain_scalar(text)
    assert isinstance(found, float)
    assert math.isnan(found)


@pytest.mark.parametrize(
    "text",
    [
        *("yes", "no", "on", "off", "y", "n", "Yes", "NO"),
        *("nULL", "tRUE", "FALSe", ".Nan", ".iNF", "inf", "nan"),
        *("1:30", "190:20:30", "1_000", "0b11", "0o8", "0xG", "1e", "e1", ".", "-", "+", "1.2.3", "0 1", "１"),
        *("2026-11-23", "2001-12-14t21:59:43.10-05:00", "<<", "="),
        "9" * 101,
    ],
)
def test_what_is_text_in_spite_of_appearances(text: str) -> None:
    assert plain_scalar(text) == text


@given(st.integers())
def test_integers_read_back(number: int) -> None:
    assert plain_scalar(str(number)) == (number if len(str(number)) <= 100 else str(number))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_read_back(number: float) -> None:
    assert plain_scalar(repr(number)) == number
