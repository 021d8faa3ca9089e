"""Values: what can be written, that it prints as it reads, and what is said of the rest."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.units import Amount
from isolation_atlas.knowledge.value_grammar import NotAValueError, parse_value
from isolation_atlas.knowledge.values import (
    DateValue,
    Flag,
    Form,
    LevelRange,
    NotApplicable,
    Quantity,
    Terms,
    Value,
    Words,
)
from tests.knowledge.properties_for_values import (
    ALL,
    COUNT,
    DATE,
    DURATION,
    FLAG,
    LEVELS,
    MANY,
    NUMBER,
    RATIO,
    SHARE,
    STRENGTH,
    TERM,
    TERMS,
    TEXT,
    TIME,
    quantity,
)

FINITE = st.floats(allow_nan=False, allow_infinity=False, width=64)


def amounts(units: list[str]) -> st.SearchStrategy[Amount]:
    """Amounts in one of the units."""
    return st.builds(Amount, FINITE, st.sampled_from(units))


@st.composite
def quantities(draw: st.DrawFn) -> tuple[Property, Value]:
    """A quantity of some dimension, in any form."""
    dimension = draw(st.sampled_from([TIME, RATIO, COUNT]))
    units = list(dimension.unit_names)
    form = draw(st.sampled_from(list(Form)))
    low = draw(amounts(units))
    if form is Form.BETWEEN:
        numbers = sorted([low.number, draw(FINITE)])
        return quantity(dimension, units[0]), Quantity(form, *(Amount(number, low.unit) for number in numbers))
    bounded = form in (Form.AT_MOST, Form.BELOW)
    unbounded = form in (Form.AT_LEAST, Form.ABOVE)
    value = Quantity(form, None if bounded else low, None if unbounded else low)
    return quantity(dimension, units[0]), value


def level_ranges() -> st.SearchStrategy[Value]:
    """A level or a range of them."""
    names = [level.id for level in LEVELS]
    return st.tuples(st.integers(0, 2), st.integers(0, 2)).map(
        lambda pair: LevelRange(names[min(pair)], names[max(pair)])
    )


DATES = st.dates().flatmap(
    lambda day: st.sampled_from([f"{day:%Y}".zfill(4), f"{day:%Y}".zfill(4) + f"-{day:%m}", day.isoformat()])
)
NAMES = st.lists(st.sampled_from([term for term, _ in TERMS]), min_size=1, unique=True)
SENTENCES = st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(lambda text: text != "")
VALUES: st.SearchStrategy[tuple[Property, Value]] = st.one_of(
    quantities(),
    level_ranges().map(lambda value: (STRENGTH, value)),
    st.sampled_from(list(Flag)).map(lambda value: (FLAG, value)),
    NAMES.map(lambda names: (MANY, Terms(tuple(names)))),
    st.sampled_from([term for term, _ in TERMS]).map(lambda term: (TERM, Terms((term,)))),
    DATES.map(lambda text: (DATE, DateValue(text))),
    SENTENCES.filter(lambda text: text != "not applicable").map(lambda text: (TEXT, Words(text))),
    st.sampled_from(ALL).map(lambda prop: (prop, NotApplicable())),
)


@given(VALUES)
def test_what_is_printed_reads_back(pair: tuple[Property, Value]) -> None:
    prop, value = pair
    written: Any = list(value.names) if isinstance(value, Terms) and len(value.names) > 1 else str(value)
    assert parse_value(written, prop) == value


def read(raw: Any, prop: Property) -> Value | NotAValueError:
    """The value, or why there is none."""
    try:
        return parse_value(raw, prop)
    except NotAValueError as error:
        return error


@given(st.sampled_from(ALL), st.text(max_size=30) | st.integers() | st.floats() | st.booleans() | st.none())
def test_whatever_is_written_reads_or_is_refused_in_words(prop: Property, raw: Any) -> None:
    found = read(raw, prop)
    if isinstance(found, NotAValueError):
        assert found.message
        assert found.expected
    else:
        assert read(str(found), prop) == found


@pytest.mark.parametrize(
    ("raw", "prop", "value"),
    [
        ("125 ms", DURATION, Quantity(Form.EXACT, Amount(125, "ms"), Amount(125, "ms"))),
        ("125ms", DURATION, Quantity(Form.EXACT, Amount(125, "ms"), Amount(125, "ms"))),
        ("5 µs", DURATION, Quantity(Form.EXACT, Amount(5, "us"), Amount(5, "us"))),
        ("<=125 ms", DURATION, Quantity(Form.AT_MOST, None, Amount(125, "ms"))),
        ("< 1 s", DURATION, Quantity(Form.BELOW, None, Amount(1, "s"))),
        (">= 3 s", DURATION, Quantity(Form.AT_LEAST, Amount(3, "s"), None)),
        ("> 3 s", DURATION, Quantity(Form.ABOVE, Amount(3, "s"), None)),
        ("3..5 ms", DURATION, Quantity(Form.BETWEEN, Amount(3, "ms"), Amount(5, "ms"))),
        ("10 us .. 10 min", DURATION, Quantity(Form.BETWEEN, Amount(10, "us"), Amount(10, "min"))),
        ("1.5..2.5 s", DURATION, Quantity(Form.BETWEEN, Amount(1.5, "s"), Amount(2.5, "s"))),
        ("~ 2 %", SHARE, Quantity(Form.ABOUT, Amount(2, "%"), Amount(2, "%"))),
        ("-3..5 %", SHARE, Quantity(Form.BETWEEN, Amount(-3, "%"), Amount(5, "%"))),
        (7, NUMBER, Quantity(Form.EXACT, Amount(7, ""), Amount(7, ""))),
        (2.5, NUMBER, Quantity(Form.EXACT, Amount(2.5, ""), Amount(2.5, ""))),
        ("50 thousand", NUMBER, Quantity(Form.EXACT, Amount(50, "thousand"), Amount(50, "thousand"))),
        ("average", STRENGTH, LevelRange("so so", "so so")),
        ("weak .. very-strong", STRENGTH, LevelRange("weak", "very-strong")),
        (True, FLAG, Flag.YES),
        ("partial", FLAG, Flag.PARTIAL),
        (["linux", "windows"], MANY, Terms(("linux", "windows"))),
        (2020, DATE, DateValue("2020")),
        ("  two\n words ", TEXT, Words("two words")),
        ("not applicable", DURATION, NotApplicable()),
    ],
)
def test_what_can_be_written(raw: Any, prop: Property, value: Value) -> None:
    assert parse_value(raw, prop) == value


@pytest.mark.parametrize(
    ("raw", "prop", "rule", "fix"),
    [
        ("125", DURATION, "unknown-unit", ""),
        ("125 msec", DURATION, "unknown-unit", "'ms'"),
        ("125 MiB", DURATION, "unknown-unit", ""),
        ("fast", DURATION, "bad-value", ""),
        ("5..3 ms", DURATION, "bad-value", ""),
        ("2 s..3 ms", DURATION, "bad-value", ""),
        ("3...5 ms", DURATION, "bad-value", ""),
        ("<= 3..5 ms", DURATION, "bad-value", ""),
        ("1e999 s", DURATION, "bad-value", ""),
        ("nan s", DURATION, "bad-value", ""),
        ("١ s", DURATION, "bad-value", ""),
        (["1 s", "2 s"], DURATION, "bad-value", ""),
        ({"ms": 1}, DURATION, "bad-value", ""),
        (None, DURATION, "bad-value", ""),
        ("veak", STRENGTH, "bad-value", "'weak'"),
        ("very-strong..weak", STRENGTH, "bad-value", ""),
        ("maybe", FLAG, "bad-value", ""),
        ("yess", FLAG, "bad-value", "'yes'"),
        ("lunix", TERM, "bad-value", "'linux'"),
        (["linux", "windows"], TERM, "bad-value", "Choose one"),
        (["linux", "linux"], MANY, "bad-value", ""),
        ([], MANY, "bad-value", ""),
        ("18 Feb 2020", DATE, "bad-value", ""),
        ("   ", TEXT, "bad-value", ""),
    ],
)
def test_what_cannot_be_written(raw: Any, prop: Property, rule: str, fix: str) -> None:
    with pytest.raises(NotAValueError) as refused:
        parse_value(raw, prop)
    assert refused.value.rule == rule
    assert refused.value.expected
    assert fix in refused.value.fix
