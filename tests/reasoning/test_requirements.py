"""Verdicts on every sort of value, and the laws that they keep."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.reasoning.requirements import Why
from isolation_atlas.reasoning.truth import Truth, agreement, all_of
from tests.reasoning.bicycles import judge, requirement

MET, NOT_MET, UNCERTAIN = Truth.MET, Truth.NOT_MET, Truth.UNCERTAIN
UNREAD = {"value": "9 kg", "read": False}

TABLE = [
    ("weight <= 10 kg", "9 kg", MET, Why.VALUE),
    ("weight <= 10 kg", "10000 g", MET, Why.VALUE),
    ("weight < 10 kg", "10 kg", NOT_MET, Why.VALUE),
    ("weight < 10 kg", "< 10 kg", MET, Why.VALUE),
    ("weight >= 10 kg", "< 10 kg", NOT_MET, Why.VALUE),
    ("weight >= 10 kg", "<= 10 kg", UNCERTAIN, Why.STRADDLES),
    ("weight > 10 kg", "10 kg", NOT_MET, Why.VALUE),
    ("weight > 10 kg", "> 10 kg", MET, Why.VALUE),
    ("weight >= 10 kg", ">= 10 kg", MET, Why.VALUE),
    ("weight <= 10 kg", "9..11 kg", UNCERTAIN, Why.STRADDLES),
    ("weight <= 10 kg", "~ 9.5 kg", UNCERTAIN, Why.STRADDLES),
    ("weight <= 10 kg", ("9 kg", "12 kg"), UNCERTAIN, Why.STRADDLES),
    ("weight = 10 kg", "10 kg", MET, Why.VALUE),
    ("weight = 10 kg | 12 kg", "12 kg", MET, Why.VALUE),
    ("weight = 10 kg", "9..11 kg", UNCERTAIN, Why.STRADDLES),
    ("weight != 10 kg", "11 kg", MET, Why.VALUE),
    ("weight <= 10 kg", None, UNCERTAIN, Why.DESCRIBED),
    ("weight <= 10 kg", "not applicable", UNCERTAIN, Why.NOT_APPLICABLE),
    ("weight <= 10 kg", UNREAD, MET, Why.VALUE),
    ("comfort >= fair", "high", MET, Why.VALUE),
    ("comfort >= fair", "low..fair", UNCERTAIN, Why.STRADDLES),
    ("comfort < fair", "fair", NOT_MET, Why.VALUE),
    ("comfort = low..fair", "fair", MET, Why.VALUE),
    ("comfort = low | high", "low..high", UNCERTAIN, Why.STRADDLES),
    ("comfort >= fair", ("low", "high"), UNCERTAIN, Why.DISPUTED),
    ("comfort >= low", ("low", "high"), MET, Why.VALUE),
    ("comfort != fair", ("low", "high"), MET, Why.VALUE),
    ("comfort >= fair", "not applicable", NOT_MET, Why.NOT_APPLICABLE),
    ("comfort != fair", "not applicable", MET, Why.NOT_APPLICABLE),
    ("folds = yes", "yes", MET, Why.VALUE),
    ("folds = yes", "no", NOT_MET, Why.VALUE),
    ("folds = yes", "partial", UNCERTAIN, Why.PARTIAL),
    ("folds >= yes", "partial", UNCERTAIN, Why.PARTIAL),
    ("folds = no", "partial", UNCERTAIN, Why.PARTIAL),
    ("folds != no", "partial", UNCERTAIN, Why.PARTIAL),
    ("folds >= partial", "partial", MET, Why.VALUE),
    ("folds = partial | yes", "partial", MET, Why.VALUE),
    ("folds > partial", "partial", NOT_MET, Why.VALUE),
    ("folds = yes", ("yes", "no"), UNCERTAIN, Why.DISPUTED),
    ("folds = no", "not applicable", MET, Why.NOT_APPLICABLE),
    ("folds = yes", "not applicable", NOT_MET, Why.NOT_APPLICABLE),
    ("frame = steel", "steel", MET, Why.VALUE),
    ("frame = steel | wood", "carbon", NOT_MET, Why.VALUE),
    ("frame != steel", "wood", MET, Why.VALUE),
    ("frame = steel", ("steel", "wood"), UNCERTAIN, Why.DISPUTED),
    ("frame = steel | wood", ("steel", "wood"), MET, Why.VALUE),
    ("terrain = mud", ["road", "mud"], MET, Why.VALUE),
    ("terrain = mud", ("road", "mud"), MET, Why.VALUE),
    ("terrain = snow", ["road", "mud"], NOT_MET, Why.VALUE),
    ("terrain != mud", ["road", "mud"], NOT_MET, Why.VALUE),
    ("launched <= 2020", "2020-06", MET, Why.VALUE),
    ("launched < 2020", "2020-06", NOT_MET, Why.VALUE),
    ("launched >= 2020-06", "2020", UNCERTAIN, Why.STRADDLES),
    ("launched = 2020", "2020-06-01", MET, Why.VALUE),
    ("remarks = quick", "Quick", MET, Why.VALUE),
    ("remarks = quick", "fast", UNCERTAIN, Why.DESCRIBED),
]


@pytest.mark.parametrize(("text", "value", "truth", "why"), TABLE)
def test_verdict_on_a_value(text: str, value: Any, truth: Truth, why: Why) -> None:
    prop = text.split(maxsplit=1)[0]
    found = judge({"brompton": {prop: value}}).assess(requirement(text), "brompton")

    assert (found.truth, found.why) == (truth, why)


@pytest.mark.parametrize("text", sorted({text for text, *_ in TABLE}))
def test_nothing_known_confirms_nothing(text: str) -> None:
    found = judge({"brompton": {}}).assess(requirement(text), "brompton")

    assert (found.truth, found.why, found.facts) == (UNCERTAIN, Why.UNKNOWN, ())


def test_unverified_facts_count_and_are_marked() -> None:
    found = judge({"brompton": {"weight": UNREAD}}).assess(requirement("weight <= 10 kg"), "brompton")

    assert found.unverified
    assert [fact.id for fact in found.facts] == ["brompton/weight/1"]


def test_property_of_another_level_does_not_apply() -> None:
    found = judge({"folding": {"level": "type", "towing": "yes"}}).assess(requirement("towing = yes"), "folding")

    assert (found.truth, found.why) == (NOT_MET, Why.NOT_APPLICABLE)


@pytest.mark.parametrize(
    ("text", "first", "second", "truth"),
    [
        ("weight <= 10 kg", "9 kg", "8 kg", MET),
        ("weight <= 10 kg", "9 kg", "12 kg", UNCERTAIN),
        ("weight <= 10 kg", "11 kg", "12 kg", NOT_MET),
        ("terrain = mud", "mud", ["mud", "road"], MET),
        ("terrain = mud", "mud", "road", UNCERTAIN),
        ("terrain = mud", "snow", "road", NOT_MET),
    ],
)
def test_range_over_members_needs_all_to_agree(text: str, first: Any, second: Any, truth: Truth) -> None:
    prop = text.split(maxsplit=1)[0]
    members = {"one": {"is-a": "folding", prop: first}, "two": {"is-a": "folding", prop: second}}

    found = judge({"folding": {"level": "type"}, **members}).assess(requirement(text), "folding")

    assert found.truth is truth


def test_inherited_facts_decide_and_are_marked() -> None:
    bench = judge({"folding": {"level": "type", "folds": "yes"}, "brompton": {"is-a": "folding"}})
    member, family = (bench.assess(requirement("folds = yes"), one) for one in ("brompton", "folding"))

    assert (member.truth, member.borrowed) == (MET, True)
    assert (family.truth, family.borrowed) == (MET, False)


def test_requirement_that_cannot_be_read_confirms_nothing() -> None:
    unreadable = replace(requirement("folds = yes"), text="folds, please", condition=None)
    found = judge({"brompton": {"folds": "yes"}}).assess(unreadable, "brompton")

    assert (found.truth, found.why) == (UNCERTAIN, Why.UNREADABLE)


VALUES = [None, "5 kg", "<= 5 kg", "> 5 kg", "4..8 kg", "~ 6 kg", ("4 kg", "9 kg"), "not applicable"]
numbers = st.integers(0, 40).map(lambda quarter: quarter / 4)


def _weigh(text: str, value: Any) -> Truth:
    return judge({"brompton": {} if value is None else {"weight": value}}).assess(requirement(text), "brompton").truth


@given(value=st.sampled_from(VALUES), limits=st.tuples(numbers, numbers), operator=st.sampled_from(["<", "<="]))
def test_tighter_limit_never_lets_more_in(value: Any, limits: tuple[float, float], operator: str) -> None:
    tight, loose = sorted(limits)

    assert _weigh(f"weight {operator} {tight} kg", value).value <= _weigh(f"weight {operator} {loose} kg", value).value
    assert _weigh(f"weight < {loose} kg", value).value <= _weigh(f"weight <= {loose} kg", value).value


@given(value=st.sampled_from(VALUES), limits=st.tuples(numbers, numbers), operator=st.sampled_from([">", ">="]))
def test_tighter_lower_limit_never_lets_more_in(value: Any, limits: tuple[float, float], operator: str) -> None:
    loose, tight = sorted(limits)

    assert _weigh(f"weight {operator} {tight} kg", value).value <= _weigh(f"weight {operator} {loose} kg", value).value


FLAG_ORDER = [["folds >= no", "folds >= partial", "folds >= yes"], ["folds <= yes", "folds <= partial", "folds <= no"],
              ["folds = yes | partial", "folds = yes"], ["folds >= partial", "folds > partial"]]  # fmt: skip


@pytest.mark.parametrize(("texts", "value"), list(product(FLAG_ORDER, ["no", "partial", "yes", ("no", "yes")])))
def test_tighter_flag_never_lets_more_in(texts: list[str], value: Any) -> None:
    bench = judge({"brompton": {"folds": value}})
    ranks = [bench.assess(requirement(text), "brompton").truth.value for text in texts]

    assert ranks == sorted(ranks, reverse=True)


@given(low=numbers, width=numbers, limit=numbers, operator=st.sampled_from(["<", "<=", ">", ">=", "=", "!="]))
def test_verdict_agrees_with_every_value_in_the_range(low: float, width: float, limit: float, operator: str) -> None:
    inside = [low + width * step / 8 for step in range(9)]
    holds = {_holds(number, operator, limit) for number in inside}

    found = _weigh(f"weight {operator} {limit} kg", f"{low}..{low + width} kg")

    if found is MET:
        assert holds == {True}
    elif found is NOT_MET:
        assert holds == {False}
    elif operator not in ("=", "!="):
        assert holds == {True, False}


def _holds(number: float, operator: str, limit: float) -> bool:
    return {
        "<": number < limit,
        "<=": number <= limit,
        ">": number > limit,
        ">=": number >= limit,
        "=": number == limit,
        "!=": number != limit,
    }[operator]


FACTORS = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0}
units = st.sampled_from(sorted(FACTORS))


@given(
    number=st.integers(1, 10**6),
    wanted=st.integers(1, 10**6),
    unit=units,
    other=units,
    operator=st.sampled_from(["<", "<=", ">", ">=", "=", "!="]),
)
def test_unit_changes_nothing(number: int, wanted: int, unit: str, other: str, operator: str) -> None:
    converted = f"{wanted * FACTORS[unit] / FACTORS[other]!r} {other}"
    cells = judge({"brompton": {"time": f"{number} {unit}"}})

    plain = cells.assess(requirement(f"time {operator} {wanted} {unit}"), "brompton").truth

    assert cells.assess(requirement(f"time {operator} {converted}"), "brompton").truth is plain


truths = st.lists(st.sampled_from(list(Truth)))


@given(truths)
def test_conjunction_is_as_true_as_its_least_true_part(parts: list[Truth]) -> None:
    assert all_of(parts) is all_of(reversed(parts))
    assert (all_of(parts) is MET) == all(part is MET for part in parts)
    assert (all_of(parts) is NOT_MET) == any(part is NOT_MET for part in parts)


@given(truths)
def test_agreement_needs_one_verdict(parts: list[Truth]) -> None:
    assert agreement(parts) is (parts[0] if len(set(parts)) == 1 else UNCERTAIN)
