"""What is due for reading again, where knowledge is thin, and what would be worth knowing."""

from datetime import date
from typing import Any

import pytest

from isolation_atlas.reasoning.coverage import Wanted, coverage, wanted
from isolation_atlas.reasoning.staleness import due_facts, unread_facts
from tests.reasoning.bicycles import judge, knowledge, need

UNREAD = {"value": "9 kg", "read": False}


@pytest.mark.parametrize(
    ("on", "months"),
    [(date(2027, 1, 14), None), (date(2027, 1, 15), 0), (date(2027, 4, 20), 3)],
)
def test_fact_is_due_when_its_property_says(on: date, months: int | None) -> None:
    due = due_facts(knowledge({"brompton": {"weight": "11 kg", "folds": "yes"}}), on)

    assert [(each.fact.id, each.months_over) for each in due] == (
        [] if months is None else [("brompton/weight/1", months)]
    )


def test_longest_overdue_comes_first() -> None:
    due = due_facts(knowledge({"brompton": {"folds": "yes", "weight": "11 kg"}}), date(2029, 1, 1))

    assert [each.fact.id for each in due] == ["brompton/weight/1", "brompton/folds/1"]


def test_facts_that_nobody_has_read_are_no_matter_of_time() -> None:
    found = knowledge({"brompton": {"weight": UNREAD}})

    assert due_facts(found, date(2099, 1, 1)) == ()
    assert [fact.id for fact in unread_facts(found)] == ["brompton/weight/1"]


def test_coverage_counts_members_with_facts_of_their_own() -> None:
    subjects: dict[str, dict[str, Any]] = {
        "folding": {"level": "type", "folds": "yes"},
        "compact": {"level": "type", "is-a": "folding"},
        "brompton": {"is-a": "compact", "weight": "11 kg", "towing": "no"},
        "birdy": {"is-a": "folding", "weight": UNREAD},
    }
    found = {(each.family, each.property): each for each in coverage(judge(subjects).cells)}

    weight, towing, folds = (found["folding", prop] for prop in ("weight", "towing", "folds"))
    assert (weight.members, weight.own, weight.verified, weight.share) == (3, 2, 1, 2 / 3)
    assert (towing.members, towing.own) == (2, 1)
    assert folds.own == 0


def test_what_alone_decides_most_is_wanted_first() -> None:
    subjects = {"birdy": {"folds": "yes"}, "blank": {}, "racer": {"folds": "no"}}
    needs = (need("train", ["folds = yes", "weight <= 10 kg"]), need("stairs", ["weight <= 12 kg"]))

    assert wanted(judge(subjects, *needs)) == (
        Wanted("birdy", "weight", ("stairs", "train"), ()),
        Wanted("blank", "weight", ("stairs",), ("train",)),
        Wanted("racer", "weight", ("stairs",), ()),
        Wanted("blank", "folds", (), ("train",)),
    )
