"""Alternatives of a subject: who they are, and what certainly differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from isolation_atlas.checks.examples import base_files
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.alternatives import Alternative, alternatives_of
from tests.knowledge_folder import knowledge_with

_FACT = "claim: So it is., source: survey-1907, locator: page 3, verified: 2026-01-10"
_BARGE = """name: Barge
level: design
summary: A long boat.
is-a: boat
facts:
  duration:
    - {{value: {duration}, {fact}}}
  capacity:
    - {{value: 9 t, {fact}}}
"""


def with_barge(folder: Path, duration: str, edge: str = "") -> Knowledge:
    """Knowledge with a second boat, which takes so long."""
    punt = base_files()["crossings/punt.yaml"] + edge
    return knowledge_with(
        folder, {"crossings/barge.yaml": _BARGE.format(duration=duration, fact=_FACT), "crossings/punt.yaml": punt}
    )


def differing(each: Alternative) -> tuple[list[str], list[str]]:
    return [one.there.prop.text for one in each.better], [one.there.prop.text for one in each.worse]


@pytest.mark.parametrize(
    ("duration", "better", "worse"),
    [
        ("2 min", ["Capacity", "Duration"], []),
        ("20 min", ["Capacity"], ["Duration"]),
        ("7 min", ["Capacity"], []),
        ("9 min", ["Capacity"], []),
        ("10 min", ["Capacity"], ["Duration"]),
    ],
)
def test_only_what_lies_apart_is_better_or_worse(
    duration: str, better: list[str], worse: list[str], tmp_path: Path
) -> None:
    (barge,) = alternatives_of(Site.of(with_barge(tmp_path, duration)), "punt")
    assert (barge.subject.text, barge.query) == ("Barge", "punt,barge")
    assert differing(barge) == (better, worse)


def test_what_is_better_here_is_worse_there(tmp_path: Path) -> None:
    site = Site.of(with_barge(tmp_path, "20 min"))
    (there,), (here,) = alternatives_of(site, "punt"), alternatives_of(site, "barge")
    assert differing(there) == tuple(reversed(differing(here)))


def test_those_that_a_source_names_come_first_with_what_it_says(tmp_path: Path) -> None:
    edge = f"beside: {{to: arch, {_FACT.rpartition(',')[0]}}}\n"
    found = alternatives_of(Site.of(with_barge(tmp_path, "2 min", edge)), "punt")
    assert [(each.subject.text, each.claim) for each in found] == [("Arch bridge", "So it is."), ("Barge", "")]
    (other,) = alternatives_of(Site.of(with_barge(tmp_path, "2 min", edge)), "arch")
    assert (other.subject.text, other.claim) == ("Punt", "So it is.")


def test_what_nobody_chooses_has_no_alternatives(tmp_path: Path) -> None:
    assert alternatives_of(Site.of(with_barge(tmp_path, "2 min")), "pier") == ()
