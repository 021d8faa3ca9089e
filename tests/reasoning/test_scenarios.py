"""Scenarios whose expected outcome follows, or no longer does."""

from dataclasses import replace
from typing import Any

import pytest

from isolation_atlas.reasoning.profiles import UnknownNameError
from isolation_atlas.reasoning.scenarios import check_scenario, check_scenarios
from isolation_atlas.reasoning.sorting import Standing
from tests.reasoning.bicycles import judge, scenario

BICYCLES: dict[str, dict[str, Any]] = {
    "racer": {"weight": "7 kg", "folds": "no"},
    "birdy": {"weight": "10 kg", "folds": "yes"},
    "rumour": {"folds": "yes"},
}
TEXTS = ["weight <= 10 kg", "folds = yes"]


def test_expected_outcome_follows() -> None:
    expected = scenario("train", TEXTS, fits=("birdy",), may_fit=("rumour",), ruled_out=("racer",))

    assert check_scenario(expected, judge(BICYCLES)).holds


@pytest.mark.parametrize(
    ("expected", "subject", "found", "deciding"),
    [
        ({"fits": ("racer",)}, "racer", Standing.RULED_OUT, {"folds = yes": ["racer/folds/1"]}),
        ({"ruled_out": ("rumour",)}, "rumour", Standing.MAY_FIT, {"weight <= 10 kg": []}),
        (
            {"may_fit": ("birdy",)},
            "birdy",
            Standing.FITS,
            {"weight <= 10 kg": ["birdy/weight/1"], "folds = yes": ["birdy/folds/1"]},
        ),
    ],
)
def test_mismatch_names_requirement_and_facts(
    expected: dict[str, tuple[str, ...]], subject: str, found: Standing, deciding: dict[str, list[str]]
) -> None:
    outcome = check_scenario(scenario("train", TEXTS, **expected), judge(BICYCLES))

    assert [(each.subject, each.found) for each in outcome.mismatches] == [(subject, found)]
    assert {
        each.requirement.text: [fact.id for fact in each.facts] for each in outcome.mismatches[0].deciding
    } == deciding


def test_expected_subject_that_does_not_exist_is_left_to_the_check_of_references() -> None:
    assert check_scenario(scenario("train", TEXTS, fits=("unicycle",)), judge(BICYCLES)).holds


def test_scenario_with_an_unknown_question_is_skipped_among_all_and_refused_alone() -> None:
    broken = replace(scenario("broken", TEXTS), answers=(("wind", "strong"),))
    bench = judge(BICYCLES, broken, scenario("train", TEXTS))

    assert [each.scenario for each in check_scenarios(bench)] == ["train"]
    with pytest.raises(UnknownNameError):
        check_scenario(broken, bench)
