"""From a situation to a shortlist."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.reasoning.profiles import Raiser, Situation, UnknownNameError, Voice
from isolation_atlas.reasoning.recommendation import recommend
from isolation_atlas.reasoning.sorting import Standing
from tests.reasoning.bicycles import judge, need, question, requirements

BICYCLES: dict[str, dict[str, Any]] = {
    "racer": {"weight": "7 kg", "folds": "no", "comfort": "low"},
    "brompton": {"weight": "11 kg", "folds": "yes", "comfort": "fair"},
    "birdy": {"weight": "10 kg", "folds": "yes", "comfort": "high"},
    "rumour": {"folds": "yes"},
    "hinge": {"level": "part", "folds": "yes"},
}
QUESTIONS = (
    question("train", {"yes": ["folds = yes"], "no": []}),
    question("stairs", {"yes": ["weight <= 10 kg"], "no": []}),
    question("colour", {"red": [], "blue": []}),
)
JUDGE = judge(BICYCLES, need("commute", ["folds = yes"], ["weight"]), *QUESTIONS)


def _situation(*texts: str, prefers: tuple[str, ...] = ()) -> Situation:
    return Situation(requires=requirements(texts), prefers=prefers)


def test_requirements_sort_all_choosable_candidates() -> None:
    found = recommend(_situation("folds = yes", "weight <= 10 kg"), JUDGE)

    assert [each.subject for each in found.fits.placed] == ["birdy"]
    assert [each.subject for each in found.may_fit.placed] == ["rumour"]
    assert [each.subject for each in found.ruled_out] == ["brompton", "racer"]


def test_every_verdict_is_kept_with_its_facts() -> None:
    racer = recommend(_situation("folds = yes", "weight <= 10 kg"), JUDGE).of("racer")

    assert racer is not None
    assert [each.id for each in racer.assessments] == ["folds = yes: not met (value)", "weight <= 10 kg: met (value)"]
    assert [fact.id for each in racer.assessments for fact in each.facts] == ["racer/folds/1", "racer/weight/1"]


def test_need_answers_and_reader_ask_together() -> None:
    situation = Situation("commute", (("stairs", "yes"),), requirements(["folds = yes"]), ("comfort",))
    profile = recommend(situation, JUDGE).profile

    assert [str(each.requirement.condition) for each in profile.demands] == ["folds = yes", "weight <= 10 kg"]
    assert profile.demands[0].raised_by == (Raiser(Voice.NEED, "commute"), Raiser(Voice.READER))
    assert [each.property for each in profile.priorities] == ["comfort", "weight"]


@pytest.mark.parametrize(
    ("situation", "hint"),
    [
        (Situation(need="comute"), "Did you mean 'commute'"),
        (Situation(answers=(("trains", "yes"),)), "Did you mean 'train'"),
        (Situation(answers=(("colour", "rad"),)), "Did you mean 'red'"),
    ],
)
def test_unknown_names_are_answered_with_near_ones(situation: Situation, hint: str) -> None:
    with pytest.raises(UnknownNameError, match=hint):
        recommend(situation, JUDGE)


def test_questions_are_offered_if_they_change_something_the_best_first() -> None:
    found = recommend(_situation(), JUDGE)

    assert [each.question for each in found.questions] == ["train", "stairs"]  # as many left, fewer doubts
    assert [(each.fits, each.may_fit) for each in found.questions[0].answers] == [(3, 0), (4, 0)]
    assert found.questions[1].expected_left == 25 / 7


def test_rare_and_drastic_answer_does_not_make_a_question_the_best() -> None:
    bicycles: dict[str, dict[str, Any]] = {f"model{index}": {"weight": f"{index} kg"} for index in range(1, 9)}
    drastic = question("drastic", {"yes": ["weight < 2 kg"], "no": [], "never": []})
    even = question("even", {"light": ["weight <= 4 kg"], "heavy": ["weight > 3 kg"], "any": []})

    found = recommend(_situation(), judge(bicycles, drastic, even)).questions

    assert [each.question for each in found] == ["even", "drastic"]


def test_answered_questions_are_not_asked_again() -> None:
    found = recommend(Situation(answers=(("train", "yes"), ("stairs", "yes"))), JUDGE)

    assert found.next_question is None


def test_facts_that_could_change_the_answer_are_named() -> None:
    found = recommend(_situation("folds = yes", "weight <= 10 kg", prefers=("comfort",)), JUDGE)

    assert [(each.subject, each.property, each.alone) for each in found.open_facts] == [("rumour", "weight", True)]


def test_unknown_priority_of_one_that_fits_could_change_the_order() -> None:
    found = recommend(_situation("folds = yes", prefers=("weight",)), JUDGE)

    assert [(each.subject, each.property, each.assessments) for each in found.open_facts] == [("rumour", "weight", ())]


TEXTS = ["weight <= 10 kg", "weight < 7 kg", "folds = yes", "comfort >= fair", "comfort = low | high"]


@given(st.permutations(TEXTS), st.integers(0, len(TEXTS)))
def test_order_of_requirements_is_irrelevant(texts: list[str], count: int) -> None:
    chosen = texts[:count]
    found, other = recommend(_situation(*chosen), JUDGE), recommend(_situation(*sorted(chosen)), JUDGE)

    assert {each.subject: each.standing for each in found.placed} == {
        each.subject: each.standing for each in other.placed
    }


@given(st.lists(st.sampled_from(TEXTS), unique=True), st.sampled_from(TEXTS))
def test_a_further_requirement_never_lets_anybody_in(texts: list[str], more: str) -> None:
    rank = {Standing.RULED_OUT: 0, Standing.MAY_FIT: 1, Standing.FITS: 2}
    before, after = recommend(_situation(*texts), JUDGE), recommend(_situation(*texts, more), JUDGE)

    for each in after.placed:
        previous = before.of(each.subject)
        assert previous is not None
        assert rank[each.standing] <= rank[previous.standing]


@given(st.lists(st.sampled_from(TEXTS), unique=True))
def test_whoever_is_unknown_is_never_placed_for_certain(texts: list[str]) -> None:
    found = recommend(_situation(*texts), judge({"blank": {}})).of("blank")

    assert found is not None
    assert found.standing is (Standing.MAY_FIT if texts else Standing.FITS)


def test_same_situation_gives_the_same_recommendation() -> None:
    situation = _situation("folds = yes", prefers=("comfort", "weight"))

    assert recommend(situation, judge(BICYCLES)) == recommend(situation, judge(BICYCLES))
