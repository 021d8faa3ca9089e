"""What differs between two states of the knowledge."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from isolation_atlas.knowledge.findings import NOWHERE
from isolation_atlas.knowledge.records import Matrix
from isolation_atlas.reasoning.changes import FactChangeKind, cell_changes, fact_changes, renaming
from isolation_atlas.reasoning.flips import flips
from isolation_atlas.reasoning.sorting import Standing
from isolation_atlas.reasoning.truth import Truth
from tests.reasoning.bicycles import judge, knowledge, need, scenario, select

MATRIX = Matrix("all", "matrix", "All", NOWHERE, rows=select({"level": "model"}), columns=select({"group": "cost"}))
Given = dict[str, dict[str, Any]]


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ("11 kg", "11 kg", []),
        ("11 kg", "12 kg", [FactChangeKind.CHANGED]),
        (None, "12 kg", [FactChangeKind.CHANGED]),
        ({"value": "11 kg", "read": False}, "11 kg", [FactChangeKind.READ_AGAIN]),
        ("11 kg", ("11 kg", "12 kg"), [FactChangeKind.ADDED]),
        (("11 kg", "12 kg"), "12 kg", [FactChangeKind.WITHDRAWN]),
        (("11 kg", "12 kg"), ("12 kg", "11 kg"), []),
        ("11 kg", {"value": "11 kg", "scope": "with bag"}, [FactChangeKind.CHANGED]),
    ],
)
def test_facts_are_paired_by_what_they_say(before: Any, after: Any, kinds: list[FactChangeKind]) -> None:
    old, new = knowledge({"brompton": {"weight": before}}), knowledge({"brompton": {"weight": after}})

    assert [change.kind for change in fact_changes(old, new)] == kinds


def test_facts_of_a_new_subject_are_added() -> None:
    found = fact_changes(knowledge({}), knowledge({"brompton": {"weight": "11 kg", "folds": "yes"}}))

    assert [(change.kind, change.fact.id) for change in found] == [
        (FactChangeKind.ADDED, "brompton/folds/1"),
        (FactChangeKind.ADDED, "brompton/weight/1"),
    ]


def test_a_family_s_new_fact_changes_the_cells_of_its_members() -> None:
    old: Given = {"folding": {"level": "type"}, "brompton": {"is-a": "folding"}}
    new = {**old, "folding": {"level": "type", "weight": "12 kg"}}

    found = cell_changes(judge(old, MATRIX).cells, judge(new, MATRIX).cells)

    assert [(change.subject, change.property, change.matrices) for change in found] == [
        ("brompton", "weight", ("all",)),
        ("folding", "weight", ()),
    ]


def test_same_knowledge_has_no_changes() -> None:
    given: Given = {"brompton": {"weight": "11 kg", "folds": "yes"}}
    bench, again = (
        judge(given, MATRIX, need("train", ["folds = yes"])),
        judge(given, MATRIX, need("train", ["folds = yes"])),
    )

    assert fact_changes(bench.knowledge, again.knowledge) == ()
    assert cell_changes(bench.cells, again.cells) == ()
    assert flips(bench, again) == ()


def test_ids_are_added_moved_or_gone() -> None:
    old, new = knowledge({"brompton": {}, "birdy": {}}), knowledge({"brompton-p": {}})
    moved = replace(new, root=Path(), redirects={"brompton": "brompton-p"})

    found = renaming(old, moved)

    assert (found.added, found.redirected, found.removed) == (
        ("brompton-p",),
        (("brompton", "brompton-p"),),
        ("birdy",),
    )


def test_flip_names_the_verdict_and_the_fact_behind_it() -> None:
    things = need("train", ["folds = yes"]), scenario("stairs", ["weight <= 10 kg"])
    old, new = (
        judge({"birdy": {"folds": "yes", "weight": "9 kg"}}, *things),
        judge({"birdy": {"folds": "yes", "weight": "11 kg"}}, *things),
    )

    found = flips(old, new)

    assert [(flip.thing, flip.subject, flip.before, flip.after) for flip in found] == [
        ("stairs", "birdy", Standing.FITS, Standing.RULED_OUT)
    ]
    before, after = found[0].verdicts[0]
    assert before is not None
    assert after is not None
    assert (before.truth, after.truth) == (Truth.MET, Truth.NOT_MET)
    assert [fact.id for fact in after.facts] == ["birdy/weight/1"]


def test_candidate_that_is_new_or_gone_flips() -> None:
    ride = need("train", ["folds = yes"])

    found = flips(judge({"birdy": {"folds": "yes"}}, ride), judge({"brompton": {"folds": "yes"}}, ride))

    assert [(flip.subject, flip.before, flip.after) for flip in found] == [
        ("birdy", Standing.FITS, None),
        ("brompton", None, Standing.FITS),
    ]
    assert [[verdict.requirement.text for verdict in pair if verdict] for pair in found[0].verdicts] == [
        ["folds = yes"]
    ]
