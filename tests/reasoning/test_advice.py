"""What sources advise beside what is derived."""

from __future__ import annotations

from pathlib import Path

import pytest

from isolation_atlas.checks.examples import base_files
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.reasoning.advice import advice_on, advised, advised_against
from isolation_atlas.reasoning.cells import Cells
from isolation_atlas.reasoning.requirements import Judge
from tests.knowledge_folder import knowledge_with

_ONTOLOGY = base_files()["ontology.yaml"]
_SUITS = next(line for line in _ONTOLOGY.splitlines() if line.startswith("  suits:"))
_SHUNS = "  shuns: {from: [crossing], to: [load], inverse: shunned-by, advises: against, says: A source warns of it.}"
ONTOLOGY = _ONTOLOGY.replace(_SUITS, f"{_SUITS}\n{_SHUNS}")


def told(folder: Path, relation: str, limit: str = "10 min") -> Knowledge:
    """Knowledge in which a source says something of punts for mail, which takes at most so long."""
    files = base_files()
    edge = f"{relation}: {{to: mail, claim: Wet letters., source: survey-1907, locator: page 9}}\n"
    changed = {
        "ontology.yaml": ONTOLOGY,
        "crossings/punt.yaml": files["crossings/punt.yaml"] + edge,
        "loads/mail.yaml": files["loads/mail.yaml"].replace("10 min", limit),
    }
    return knowledge_with(folder, changed)


@pytest.mark.parametrize(
    ("relation", "limit", "standing", "differs"),
    [
        ("suits", "10 min", "fits", False),
        ("suits", "7 min", "may-fit", False),
        ("suits", "1 min", "ruled-out", True),
        ("shuns", "10 min", "fits", True),
        ("shuns", "7 min", "may-fit", False),
        ("shuns", "1 min", "ruled-out", False),
    ],
)
def test_advice_differs_only_where_it_contradicts_the_outcome(
    relation: str, limit: str, standing: str, differs: bool, tmp_path: Path
) -> None:
    knowledge = told(tmp_path, relation, limit)
    (found,) = advised(Judge(Cells(knowledge)))
    assert (found.edge.origin, found.standing.value, found.differs) == ("punt", standing, differs)


def test_only_relations_that_advise_are_advice(tmp_path: Path) -> None:
    knowledge = told(tmp_path, "shuns")
    assert list(advice_on(knowledge)) == [("punt", "mail")]
    assert len(knowledge.edges) > 1


@pytest.mark.parametrize(("relation", "expected"), [("suits", {}), ("shuns", {"punt": ("Wet letters.",)})])
def test_what_is_advised_against_comes_with_the_reason(
    relation: str, expected: dict[str, tuple[str, ...]], tmp_path: Path
) -> None:
    knowledge = told(tmp_path, relation)
    assert dict(advised_against(knowledge, "mail")) == expected
    assert not advised_against(knowledge, "")
