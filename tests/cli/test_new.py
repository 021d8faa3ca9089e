"""``atlas new`` and ``atlas schema``."""

from __future__ import annotations

from pathlib import Path

import pytest

from isolation_atlas.cli import main
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.knowledge.loading import load
from isolation_atlas.knowledge.schema_known import KNOWN_FILE
from tests.cli.running import Atlas

KINDS = ["crossing", "property", "load", "hazard", "tradeoff", "question", "scenario", "tree", "matrix", "source"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_file_of_every_kind_reads(atlas: Atlas, project: Path, kind: str) -> None:
    done = atlas("new", kind, "quite-new")
    assert done.code == ExitCode.OK
    knowledge = load(project / "knowledge")
    assert knowledge.ids["quite-new"] == kind
    faults = {fault.rule for fault in knowledge.faults}
    assert faults <= {"missing-field", "unknown-dimension", "bad-id"}, knowledge.faults


def test_fields_are_written_and_the_modeline_leads_to_the_schema(atlas: Atlas, project: Path) -> None:
    atlas("new", "source", "b-1908", "--field", "date=1908-02", "--field", "title=Yes: a title")
    file = project / "knowledge" / "sources" / "1908" / "b-1908.yaml"
    first, *lines = file.read_text(encoding="utf-8").splitlines()
    assert 'title: "Yes: a title"' in lines
    relative = first.partition("$schema=")[2]
    assert (file.parent / relative).resolve() == project / "schema" / "source.json"


def test_a_dry_run_writes_nothing(atlas: Atlas, project: Path) -> None:
    before = sorted(project.rglob("*.yaml"))
    done = atlas("new", "crossing", "ford", "--dry-run")
    assert "name: Ford" in done.out
    assert sorted(project.rglob("*.yaml")) == before


def test_schemas_are_written_and_checked(atlas: Atlas, project: Path) -> None:
    assert atlas("schema", "--check").code == ExitCode.FINDINGS
    assert atlas("schema").code == ExitCode.OK
    assert atlas("schema", "--check").code == ExitCode.OK
    (project / "schema" / "crossing.json").write_text("{}\n", encoding="utf-8")
    done = atlas("schema", "--check")
    assert done.code == ExitCode.FINDINGS
    assert "crossing.json: error: out of date" in done.out


def test_a_schema_that_no_kind_has_any_more_goes(atlas: Atlas, project: Path) -> None:
    atlas("schema")
    (project / "schema" / "ferry.json").write_text("{}\n", encoding="utf-8")
    assert atlas("schema", "--check").code == ExitCode.FINDINGS
    atlas("schema")
    assert not (project / "schema" / "ferry.json").exists()


def test_a_new_thing_leaves_only_a_note_and_is_completed_at_once(atlas: Atlas, project: Path) -> None:
    atlas("schema")
    file = project / "knowledge" / "hazards" / "ice.yaml"
    file.write_text("name: Ice\nsummary: It freezes.\n", encoding="utf-8")
    done = atlas("schema", "--check")
    assert done.code == ExitCode.OK
    assert f"{KNOWN_FILE}: note: out of date" in done.out
    atlas("new", "hazard", "storm")
    assert '"storm"' in (project / "schema" / KNOWN_FILE).read_text(encoding="utf-8")


def test_the_projects_own_schemas_are_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    repository = Path(__file__).parents[2]
    assert main(["schema", "--check", "--root", str(repository)]) == ExitCode.OK, capsys.readouterr().out
