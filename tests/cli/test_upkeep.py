"""``atlas stale``, ``atlas coverage`` and ``atlas wanted``."""

from __future__ import annotations

from pathlib import Path

from isolation_atlas.checks.examples import base_files
from tests.cli.running import Atlas
from tests.knowledge_folder import write_folder


def test_nothing_is_stale_at_first(atlas: Atlas) -> None:
    assert atlas("stale", "--today", "2026-02-01", "--format", "json").data == {
        "on": "2026-02-01",
        "due": [],
        "unread": [],
    }


def test_facts_become_due(atlas: Atlas) -> None:
    due = atlas("stale", "--today", "2028-03-15", "--format", "json").data["due"]
    assert due[0] == {"fact": "arch/material/1", "last-read": "2026-01-10", "months-over": 2}
    text = atlas("stale", "--today", "2028-03-15", "--most", "1").out
    assert "arch/material/1  read 2026-01-10, 2 months over; survey-1907, page 3" in text
    assert "and 6 more" in text


def test_unread_facts_are_listed(atlas: Atlas, project: Path) -> None:
    punt = base_files()["crossings/punt.yaml"].replace(
        "locator: table 2\n      verified: 2026-01-10", "locator: table 2"
    )
    write_folder(project / "knowledge", {"crossings/punt.yaml": punt}, base=False)
    assert atlas("stale", "--today", "2026-02-01", "--format", "json").data["unread"] == ["punt/capacity/1"]


def test_coverage_counts_members_with_values(atlas: Atlas) -> None:
    found = {(each["family"], each["property"]): each for each in atlas("coverage", "--format", "json").data}
    assert found["boat", "capacity"] == {
        "family": "boat",
        "property": "capacity",
        "members": 1,
        "own": 1,
        "verified": 1,
    }
    assert found["boat", "material"]["own"] == 0
    assert "Coverage of boat" in atlas("coverage", "boat").out


def test_unknown_family(atlas: Atlas) -> None:
    run = atlas("coverage", "boot")
    assert run.code == 2
    assert "Did you mean 'boat'?" in run.err


def test_wanted_names_what_a_cell_decides(atlas: Atlas, project: Path) -> None:
    assert atlas("wanted", "--format", "json").data == []
    raft = "name: Raft\nlevel: design\nsummary: Logs.\nfacts:\n  duration: [{value: 5 min, source: survey-1907}]\n"
    write_folder(project / "knowledge", {"crossings/raft.yaml": raft}, base=False)
    found = atlas("wanted", "--format", "json").data
    assert found == [{"subject": "raft", "property": "sturdiness", "decides": ["winter-mail"], "bears-on": []}]
    text = atlas("wanted", "--most", "1").out
    assert "Facts wanted" in text
    assert atlas("wanted", "--format", "markdown").out.startswith("## Facts wanted\n")
