"""Requirements that do not go together."""

from typing import Any

import pytest

from isolation_atlas.reasoning.conflicts import ConflictKind, contradictions
from isolation_atlas.reasoning.profiles import Demand, Situation
from isolation_atlas.reasoning.recommendation import recommend
from tests.reasoning.bicycles import judge, knowledge, requirement, requirements

NOTHING = knowledge({})


def _texts(*texts: str) -> list[list[str]]:
    found = contradictions([Demand(requirement(text), ()) for text in texts], NOTHING)
    return [[demand.requirement.text for demand in each.demands] for each in found]


@pytest.mark.parametrize(
    "texts",
    [
        ("weight <= 5 kg", "weight >= 6 kg"),
        ("weight < 5 kg", "weight >= 5 kg"),
        ("weight < 0 kg",),
        ("weight = 5 kg", "weight = 6 kg"),
        ("weight != 5 kg", "weight = 5 kg"),
        ("comfort > fair", "comfort < high"),
        ("comfort > high",),
        ("folds = yes", "folds = no"),
        ("folds != yes", "folds != no"),
        ("frame = steel", "frame = wood"),
        ("frame = steel", "frame != steel"),
        ("terrain = mud", "terrain != mud"),
        ("launched < 2000", "launched > 2001"),
    ],
)
def test_contradictions_are_found(texts: tuple[str, ...]) -> None:
    assert _texts(*texts) == [list(texts)]


@pytest.mark.parametrize(
    "texts",
    [
        ("weight <= 5 kg", "weight >= 5 kg"),
        ("weight > 5 kg", "weight < 5001 g"),
        ("comfort >= fair", "comfort <= fair"),
        ("folds = yes", "folds >= partial"),
        ("frame = steel | wood", "frame != steel"),
        ("terrain = mud", "terrain = snow"),
        ("terrain = mud | road", "terrain != mud"),
        ("remarks = quick", "remarks = light"),
        ("launched > 2000", "launched < 2001-06"),
    ],
)
def test_what_goes_together_is_no_contradiction(texts: tuple[str, ...]) -> None:
    assert _texts(*texts) == []


def test_only_the_smallest_sets_are_named() -> None:
    assert _texts("weight <= 5 kg", "weight <= 4 kg", "weight >= 6 kg", "folds = yes") == [
        ["weight <= 5 kg", "weight >= 6 kg"],
        ["weight <= 4 kg", "weight >= 6 kg"],
    ]


def test_demands_that_together_leave_nobody() -> None:
    bicycles: dict[str, dict[str, Any]] = {
        "racer": {"weight": "7 kg", "folds": "no", "comfort": "high"},
        "brompton": {"weight": "11 kg", "folds": "yes", "comfort": "high"},
    }
    texts = ["comfort >= fair", "weight <= 10 kg", "folds = yes"]

    found = recommend(Situation(requires=requirements(texts)), judge(bicycles)).conflicts

    assert [each.kind for each in found] == [ConflictKind.NOBODY]
    assert [demand.requirement.text for demand in found[0].demands] == ["weight <= 10 kg", "folds = yes"]


def test_one_who_may_fit_is_somebody() -> None:
    found = recommend(Situation(requires=requirements(["folds = yes"])), judge({"racer": {"folds": "no"}, "blank": {}}))

    assert found.conflicts == ()


def test_many_demands_that_leave_nobody() -> None:
    terrains = ["road", "mud", "snow"]
    bicycles: dict[str, dict[str, Any]] = {
        "a": {"weight": "1 kg"}, "b": {"folds": "no"}, "c": {"comfort": "low"}, "d": {"terrain": terrains},
    }  # fmt: skip
    texts = ["weight > 1 kg", "folds = yes", "comfort >= fair", "terrain != mud", "time < 1 h"]

    found = recommend(Situation(requires=requirements(texts)), judge(bicycles)).conflicts

    assert [demand.requirement.text for demand in found[0].demands] == texts[:4]
