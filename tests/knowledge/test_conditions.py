"""Conditions: property, operator, value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.knowledge.conditions import OPERATORS, parse_condition
from isolation_atlas.knowledge.records import Condition
from isolation_atlas.knowledge.value_grammar import NotAValueError, parse_value
from tests.knowledge.properties_for_values import DATE, DURATION, FLAG, NUMBER, STRENGTH, TERM, TEXT

PROPERTIES = {
    "start": DURATION,
    "count": NUMBER,
    "strength": STRENGTH,
    "flag": FLAG,
    "term": TERM,
    "date": DATE,
    "text": TEXT,
}


@pytest.mark.parametrize(
    ("text", "prop", "operator", "values"),
    [
        ("start <= 500 ms", "start", "<=", ["500 ms"]),
        ("start<=500ms", "start", "<=", ["500 ms"]),
        ("  count  >  7 ", "count", ">", ["7"]),
        ("strength >= so so", "strength", ">=", ["so so"]),
        ("flag = yes", "flag", "=", ["yes"]),
        ("flag == yes", "flag", "=", ["yes"]),
        ("flag != partial", "flag", "!=", ["partial"]),
        ("term = linux | free-bsd", "term", "=", ["linux", "free-bsd"]),
        ("date < 2020-02", "date", "<", ["2020-02"]),
        ("text = two words", "text", "=", ["two words"]),
    ],
)
def test_what_can_be_written(text: str, prop: str, operator: str, values: list[str]) -> None:
    expected = Condition(prop, operator, tuple(parse_value(value, PROPERTIES[prop]) for value in values))
    assert parse_condition(text, PROPERTIES) == expected


@pytest.mark.parametrize(
    ("text", "rule", "word"),
    [
        ("start", "bad-value", "a property, an operator"),
        ("start 500 ms", "bad-value", "a property, an operator"),
        ("", "bad-value", "a property, an operator"),
        ("<= 5 ms", "bad-value", "a property, an operator"),
        ("strat <= 500 ms", "unknown-property", "'start'"),
        ("start <= 500 MiB", "unknown-unit", "ms"),
        ("start <= 3..5 ms", "bad-value", "one amount"),
        ("start <= ~ 5 ms", "bad-value", "one amount"),
        ("start <= 1 s | 2 s", "bad-value", "weakest"),
        ("start = not applicable", "bad-value", "not applicable"),
        ("term >= linux", "bad-value", "!="),
        ("text < a", "bad-value", "!="),
        ("term = linux |", "bad-value", "linux"),
        ("strength >= strong", "bad-value", "weak"),
    ],
)
def test_what_cannot_be_written(text: str, rule: str, word: str) -> None:
    with pytest.raises(NotAValueError) as refused:
        parse_condition(text, PROPERTIES)
    error = refused.value
    assert error.rule == rule
    assert word in f"{error.message} {error.expected} {error.fix}"


CONDITIONS = st.one_of(
    st.builds(
        lambda operator, number: f"start {operator} {number} ms", st.sampled_from(OPERATORS), st.integers(0, 10**9)
    ),
    st.builds(lambda operator, level: f"strength {operator} {level}", st.sampled_from(OPERATORS), st.just("weak")),
    st.lists(st.sampled_from(["linux", "windows"]), min_size=1, max_size=3).map(
        lambda terms: f"term = {'|'.join(terms)}"
    ),
)


@given(CONDITIONS)
def test_what_is_printed_reads_back(text: str) -> None:
    condition = parse_condition(text, PROPERTIES)
    assert parse_condition(str(condition), PROPERTIES) == condition
