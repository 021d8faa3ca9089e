"""The smallest change that lets a candidate in."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.knowledge.records import Requirement
from isolation_atlas.reasoning.profiles import Demand
from isolation_atlas.reasoning.relaxation import Relaxation, relaxation_of, rounded_away
from isolation_atlas.reasoning.sorting import Standing, place
from tests.reasoning.bicycles import evidence, judge, requirement


def _relax(given: dict[str, Any], texts: list[str]) -> Relaxation:
    bench = judge({"brompton": given})
    return relaxation_of(place("brompton", [Demand(requirement(text), ()) for text in texts], bench), bench)


@pytest.mark.parametrize(
    ("text", "value", "enough"),
    [
        ("weight <= 10 kg", "11..12 kg", "weight <= 12 kg"),
        ("weight < 10000 g", "11 kg", "weight <= 11000 g"),
        ("weight <= 10 kg", "> 11 kg", None),
        ("weight <= 10 kg", "13.63754 kg", "weight <= 13.7 kg"),
        ("weight >= 10 kg", "9.9999 kg", "weight >= 9.99 kg"),
        ("weight <= 1 g", "999.6 g", "weight <= 1000 g"),
        ("weight >= 2 kg", "10.04 g", "weight >= 0.01 kg"),
        ("weight >= 10 kg", "7 kg", "weight >= 7 kg"),
        ("weight = 10 kg", "7 kg", None),
        ("comfort >= high", "fair", "comfort >= fair"),
        ("comfort >= fair", "low", None),
        ("comfort = high", "fair", "comfort = high | fair"),
        ("comfort = high", "low..fair", None),
        ("folds = yes", "no", None),
        ("folds = partial", "no", "folds = partial | no"),
        ("folds > partial", "partial", "folds >= partial"),
        ("frame = steel", "wood", "frame = steel | wood"),
        ("frame != steel", "steel", None),
        ("terrain = snow", ["road", "mud"], "terrain = snow | road"),
        ("launched < 2000", "2004", None),
        ("frame = steel", "not applicable", None),
    ],
)
def test_nearest_condition_that_is_met(text: str, value: Any, enough: str | None) -> None:
    changes = _relax({text.split(maxsplit=1)[0]: value}, [text]).changes

    assert [change.enough and str(change.enough) for change in changes] == [enough]


def test_only_what_is_not_met_has_to_change() -> None:
    found = _relax({"weight": "11 kg", "folds": "yes"}, ["weight <= 10 kg", "folds = yes", "comfort >= fair"])

    assert [change.assessment.requirement.text for change in found.changes] == ["weight <= 10 kg"]
    assert [each.requirement.text for each in found.then_open] == ["comfort >= fair"]


@given(low=st.integers(0, 50), width=st.integers(0, 9), limit=st.integers(0, 60), operator=st.sampled_from("<>"))
def test_the_change_lets_it_in(low: int, width: int, limit: int, operator: str) -> None:
    bench = judge({"brompton": {"weight": f"{low}..{low + width} kg"}})
    placed = place("brompton", [Demand(requirement(f"weight {operator} {limit} kg"), ())], bench)

    for change in relaxation_of(placed, bench).changes:
        assert change.enough is not None
        eased = Requirement(str(change.enough), change.enough, evidence())
        assert place("brompton", [Demand(eased, ())], bench).standing is Standing.FITS


@given(st.floats(1e-9, 1e12), st.booleans())
def test_rounding_keeps_to_its_side_and_close(number: float, up: bool) -> None:
    found = rounded_away(number, up=up)

    assert found == float(f"{found:.2e}")
    assert found >= number * (1 - 1e-9) if up else found <= number * (1 + 1e-9)
    assert abs(found - number) <= 0.01 * number
