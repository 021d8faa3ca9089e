"""Decision trees: right for every combination of answers, and as short as can be."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isolation_atlas.knowledge.records import Question
from isolation_atlas.reasoning.profiles import Situation, collect
from isolation_atlas.reasoning.requirements import Judge
from isolation_atlas.reasoning.sorting import Standing, place
from isolation_atlas.reasoning.tree_bounds import least_questions
from isolation_atlas.reasoning.tree_proof import TreeNotProvedError, derive_proved_tree, require_proof, verify_tree
from isolation_atlas.reasoning.tree_reasons import doubts, ruling_out
from isolation_atlas.reasoning.trees import (
    Branch,
    DecisionTree,
    Node,
    Outcome,
    TreeTooLargeError,
    derive_tree,
    leaves_of,
    space_of,
)
from tests.reasoning.bicycles import judge, question, tree

BICYCLES: dict[str, dict[str, Any]] = {
    "racer": {"weight": "7 kg", "folds": "no", "comfort": "low"},
    "brompton": {"weight": "11 kg", "folds": "yes", "comfort": "fair"},
    "birdy": {"weight": "10 kg", "folds": "yes", "comfort": "high"},
    "rumour": {"folds": "yes"},
}
QUESTIONS = (
    question("train", {"yes": ["folds = yes"], "no": []}),
    question("stairs", {"yes": ["weight <= 10 kg"], "no": []}),
    question("back", {"sore": ["comfort >= high"], "fine": [], "young": []}),
    question("colour", {"red": [], "blue": []}),
    question("nobody", {}),
)
JUDGE = judge(BICYCLES, *QUESTIONS)
ALL = tuple(each.id for each in QUESTIONS)


def _follow(node: Node, answers: dict[str, str]) -> Node:
    while node.branches:
        node = next(each.node for each in node.branches if answers[node.question] in each.answers)
    return node


def _by_the_rules(bench: Judge, candidates: tuple[str, ...], answers: dict[str, str]) -> Outcome:
    demands = collect(bench.knowledge, Situation(answers=tuple(answers.items()))).demands
    placed = [place(subject, demands, bench) for subject in candidates]
    standings = (Standing.FITS, Standing.MAY_FIT, Standing.RULED_OUT)
    return Outcome(*(tuple(each.subject for each in placed if each.standing is one) for one in standings))


def _combinations(questions: list[Question]) -> list[dict[str, str]]:
    ids = [each.id for each in questions]
    ways = product(*([answer.id for answer in each.answers] for each in questions))
    return [dict(zip(ids, way, strict=True)) for way in ways]


def test_every_combination_of_answers_gives_what_the_rules_give() -> None:
    found = derive_tree(tree(ALL), JUDGE)
    combinations = _combinations([each for each in QUESTIONS if each.answers])

    assert len(combinations) == found.report.combinations == 24
    for answers in combinations:
        assert _follow(found.root, answers).outcome == _by_the_rules(JUDGE, found.candidates, answers)


def test_questions_without_effect_are_not_asked() -> None:
    found = derive_tree(tree(ALL), JUDGE)

    assert {question for leaf in leaves_of(found) for question, _ in leaf.path} == {"train", "stairs", "back"}


def test_answers_with_the_same_consequences_share_a_branch() -> None:
    found = derive_tree(tree(["back"]), JUDGE)

    assert [branch.answers for branch in found.root.branches] == [("sore",), ("fine", "young")]


LIMITS = ["weight <= 3 kg", "weight <= 6 kg", "weight > 4 kg", "folds = yes", "comfort >= fair", "comfort != fair"]
answers = st.lists(st.sampled_from(LIMITS), max_size=2, unique=True)
questions = st.lists(st.lists(answers, min_size=1, max_size=3), max_size=4).map(
    lambda found: [
        question(f"q{index}", {f"a{number}": texts for number, texts in enumerate(each)})
        for index, each in enumerate(found)
    ]
)
bicycles = st.fixed_dictionaries(
    {},
    optional={
        "weight": st.sampled_from(["2 kg", "2..5 kg", "5 kg", "> 6 kg"]),
        "folds": st.sampled_from(["yes", "partial", "no"]),
        "comfort": st.sampled_from(["low", "fair..high", ("low", "fair")]),
    },
)
fleets = st.lists(bicycles, max_size=4).map(lambda found: {f"model{index}": each for index, each in enumerate(found)})


@given(fleets, questions, st.integers(0, 3), st.sampled_from([0, 30, 600_000]))
@settings(max_examples=150, deadline=None)
def test_tree_equals_the_rules_on_any_knowledge(
    fleet: dict[str, Any], asked: list[Question], depth: int, steps: int
) -> None:
    bench, record = judge(fleet, *asked), tree([each.id for each in asked], depth)
    found = derive_tree(record, bench, steps)
    proof = verify_tree(found, space_of(record, bench))

    assert (proof.faults, proof.combinations) == ((), found.report.combinations)
    for given_answers in _combinations(asked):
        leaf, rules = _follow(found.root, given_answers), _by_the_rules(bench, found.candidates, given_answers)
        if leaf.open_questions:
            assert set(rules.fits) <= set(leaf.outcome.fits)
            assert set(leaf.outcome.ruled_out) <= set(rules.ruled_out)
        else:
            assert leaf.outcome == rules


def _least(bench: Judge, candidates: tuple[str, ...], asked: list[Question], given_answers: dict[str, str]) -> float:
    """The least expected number of questions, by trying everything."""
    rest = [each for each in asked if each.id not in given_answers]
    outcomes = {_by_the_rules(bench, candidates, {**given_answers, **way}) for way in _combinations(rest)}
    if len(outcomes) == 1:
        return 0
    return 1 + min(
        sum(_least(bench, candidates, asked, {**given_answers, each.id: answer.id}) for answer in each.answers)
        / len(each.answers)
        for each in rest
    )


@given(fleets, questions.filter(lambda found: len(found) <= 3))
@settings(max_examples=60, deadline=None)
def test_exact_tree_asks_as_few_questions_as_possible(fleet: dict[str, Any], asked: list[Question]) -> None:
    bench, record = judge(fleet, *asked), tree([each.id for each in asked])
    found = derive_tree(record, bench)

    assert found.report.exact
    assert found.report.expected == pytest.approx(_least(bench, found.candidates, asked, {}))
    assert least_questions(space_of(record, bench)) <= found.report.expected + 1e-9
    assert found.report.in_given_order >= found.report.expected - 1e-9


@given(fleets, questions)
@settings(max_examples=60, deadline=None)
def test_of_the_best_trees_the_smallest_is_drawn(fleet: dict[str, Any], asked: list[Question]) -> None:
    bench, record = judge(fleet, *asked), tree([each.id for each in asked])
    smallest = derive_tree(record, bench).report
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("isolation_atlas.reasoning.tree_search.THOROUGH_STEPS", 0)
        any_best = derive_tree(record, bench).report

    assert any_best.exact
    assert any_best.expected == pytest.approx(smallest.expected)
    assert any_best.inner + any_best.leaves >= smallest.inner + smallest.leaves


@given(fleets, questions)
@settings(max_examples=60, deadline=None)
def test_looking_ahead_states_an_honest_bound(fleet: dict[str, Any], asked: list[Question]) -> None:
    bench, record = judge(fleet, *asked), tree([each.id for each in asked])
    exact, looked_ahead = derive_tree(record, bench).report, derive_tree(record, bench, steps=0).report

    assert looked_ahead.least <= exact.expected + 1e-9
    assert exact.expected <= looked_ahead.expected + 1e-9


def test_bound_still_holds_where_outcomes_are_too_many_to_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isolation_atlas.reasoning.tree_bounds._MOST_STATES", 4)
    report = derive_tree(tree(ALL), JUDGE, steps=0).report

    assert report.least <= derive_tree(tree(ALL), JUDGE).report.expected


def test_leaves_of_a_limited_tree_name_the_questions_left() -> None:
    found = derive_tree(tree(ALL, depth=1), JUDGE)
    leaves = [leaf.node for leaf in leaves_of(found)]

    assert found.report.depth == 1
    assert found.report.unsettled_leaves == sum(1 for leaf in leaves if leaf.open_questions) > 0
    assert all(len(leaf.open_questions) == 2 for leaf in leaves)


def test_who_cannot_be_reached_is_listed_with_the_question() -> None:
    asked = question("climb", {"steep": ["weight <= 10 kg"], "flat": ["weight <= 10 kg", "folds = yes"]})
    found = derive_tree(tree(["climb"]), judge(BICYCLES, asked))

    assert [(each.subject, each.question) for each in found.unreachable] == [("brompton", "climb")]
    listed = {one for leaf in leaves_of(found) for one in (*leaf.node.outcome.fits, *leaf.node.outcome.may_fit)}
    assert listed == set(found.candidates) - {"brompton"}


def test_everybody_at_a_leaf_has_a_reason() -> None:
    found = derive_tree(tree(ALL), JUDGE)

    for leaf in leaves_of(found):
        assert [each.subject for each in ruling_out(leaf, found, JUDGE)] != [] or leaf.node.outcome.ruled_out == ()
        assert {each.subject for each in ruling_out(leaf, found, JUDGE)} == set(leaf.node.outcome.ruled_out)
        assert {each.subject for each in doubts(leaf, found, JUDGE)} == set(leaf.node.outcome.may_fit)


def test_reason_names_answer_requirement_and_fact() -> None:
    found = derive_tree(tree(["train"]), JUDGE)
    reason = ruling_out(next(leaves_of(found)), found, JUDGE)[0]

    assert (reason.subject, reason.question, reason.answer, reason.asked) == ("racer", "train", "yes", True)
    assert [fact.id for each in reason.assessments for fact in each.facts] == ["racer/folds/1"]


def test_question_that_decides_without_being_asked_is_named() -> None:
    asked = question("climb", {"steep": ["weight <= 10 kg"], "flat": ["weight <= 10000 g"]})
    found = derive_tree(tree(["climb"]), judge(BICYCLES, asked))

    reasons = ruling_out(next(leaves_of(found)), found, judge(BICYCLES, asked))

    assert [(each.subject, each.answer, each.asked) for each in reasons] == [
        ("brompton", "steep", False),
        ("brompton", "flat", False),
    ]


def _tampered(found: DecisionTree, fault: str) -> DecisionTree:
    first, *others = found.root.branches
    if fault == "outcome":
        outcome = replace(first.node.outcome, fits=(), may_fit=first.node.outcome.fits)
        first = Branch(first.answers, replace(first.node, outcome=outcome))
    elif fault == "missing answer":
        others = []
    elif fault == "swapped":
        others = [Branch(first.answers, others[0].node)]
        first = Branch(found.root.branches[1].answers, first.node)
    return replace(found, root=replace(found.root, branches=(first, *others)))


@pytest.mark.parametrize("fault", ["outcome", "missing answer", "swapped"])
def test_a_wrong_tree_is_not_proved(fault: str) -> None:
    record = tree(["train"])
    found = derive_tree(record, JUDGE)

    assert verify_tree(found, space_of(record, JUDGE)).holds
    assert not verify_tree(_tampered(found, fault), space_of(record, JUDGE)).holds


def test_proved_tree_comes_with_what_was_compared() -> None:
    found, proof = derive_proved_tree(tree(ALL), JUDGE)

    assert found == derive_tree(tree(ALL), JUDGE)
    assert (proof.combinations, proof.faults) == (24, ())


def test_tree_that_differs_from_the_rules_is_refused() -> None:
    wrong = _tampered(derive_tree(tree(["train"]), JUDGE), "outcome")

    with pytest.raises(TreeNotProvedError, match="differ over birdy at train: yes"):
        require_proof(wrong, space_of(tree(["train"]), JUDGE))


def test_a_tree_proved_on_other_facts_is_not_proved_on_these() -> None:
    record = tree(ALL)
    changed = judge({**BICYCLES, "racer": {"weight": "7 kg", "folds": "yes", "comfort": "low"}}, *QUESTIONS)

    proof = verify_tree(derive_tree(record, JUDGE), space_of(record, changed))

    assert {fault.subject for fault in proof.faults} == {"racer"}


def test_same_knowledge_gives_the_same_tree() -> None:
    assert derive_tree(tree(ALL), JUDGE) == derive_tree(tree(ALL), judge(BICYCLES, *QUESTIONS))


def test_a_tree_nobody_could_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isolation_atlas.reasoning.trees.MOST_NODES", 2)

    with pytest.raises(TreeTooLargeError, match="limit its depth"):
        derive_tree(tree(ALL), JUDGE)
