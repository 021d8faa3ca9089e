"""``atlas diff`` on revisions of a real repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.running import Atlas
from tests.project.history import begin, change, edited


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return begin(tmp_path / "project")


@pytest.fixture
def atlas(project: Path, capsys: pytest.CaptureFixture[str]) -> Atlas:
    return Atlas(str(project), capsys)


def faster(project: Path) -> str:
    text = edited("crossings/punt.yaml", ("5..9 min", "5..12 min"))
    (project / "knowledge/crossings/punt.yaml").write_text(text, encoding="utf-8")
    return text


def test_working_tree_is_compared_with_the_last_commit(atlas: Atlas, project: Path) -> None:
    faster(project)
    run = atlas("diff")
    assert run.code == 0
    assert run.out.startswith("HEAD → working tree\n\n1 fact changed; 2 cells in 1 matrix; ")
    assert "value: 5..9 min → 5..12 min" in run.out
    assert "duration <= 10 min: met → cannot be confirmed, by punt/duration/1" in run.out


def test_two_revisions_are_compared_without_the_working_tree(atlas: Atlas, project: Path) -> None:
    change(project, {"crossings/punt.yaml": faster(project)})
    (project / "knowledge/crossings/punt.yaml").write_text("broken: [", encoding="utf-8")
    data = atlas("diff", "HEAD^", "HEAD", "--format", "json", "--version", "1.4.2").data
    assert (data["bump"], data["version"]) == ("minor", "1.5.0")
    assert [each["address"] for each in data["facts"]] == ["punt/duration/1"]
    back = atlas("diff", "HEAD", "HEAD^", "--format", "json").data
    assert [each["kind"] for each in back["facts"]] == ["changed"]


def test_ratings_that_rest_on_a_changed_cell_are_named(atlas: Atlas, project: Path) -> None:
    change(project, {"crossings/bridge.yaml": edited("crossings/bridge.yaml", ("20 t", "2 t"))})
    out = atlas("diff", "HEAD^", "HEAD").out
    assert "Ratings to judge again" in out
    assert "bridge/capacity: ● 20 t → ● 2 t" in out


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  - {id: fair, criterion: Only a flood closes it.}\n", "", "the level fair is gone"),
        ("better: higher", "better: lower", "the better direction changed from higher to lower"),
    ],
)
def test_what_a_scale_loses_is_breaking(old: str, new: str, says: str, atlas: Atlas, project: Path) -> None:
    change(project, {"properties/sturdiness.yaml": edited("properties/sturdiness.yaml", (old, new))})
    data = atlas("diff", "HEAD^", "HEAD", "--format", "json").data
    assert {"thing": "sturdiness", "says": says} in data["breaking"]
    assert data["bump"] == "major"


def test_links_and_hidden_files_of_a_revision_are_left_out(atlas: Atlas, project: Path) -> None:
    folder = project / "knowledge/crossings"
    (folder / "raft.yaml").symlink_to("punt.yaml")
    (folder / ".raft.yaml").write_text("name: Raft\n", encoding="utf-8")
    change(project, {})
    assert atlas("diff", "HEAD^", "HEAD", "--format", "json").data["bump"] == "none"


@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD:knowledge", "-x"])
def test_unknown_revision_is_one_line(revision: str, atlas: Atlas) -> None:
    run = atlas("diff", "--", revision) if revision.startswith("-") else atlas("diff", revision)
    assert run.code == 2
    assert run.err.startswith("atlas: ")
    assert len(run.err.splitlines()) == 1


def test_no_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.knowledge_folder import write_project

    run = Atlas(str(write_project(tmp_path / "alone")), capsys)("diff")
    assert run.code == 2
    assert "There is no revision 'HEAD' here." in run.err


def test_notes(atlas: Atlas, project: Path) -> None:
    change(project, {"crossings/punt.yaml": faster(project)})
    run = atlas("diff", "HEAD^", "HEAD", "--format", "notes", "--version", "0.3.1")
    assert run.out.startswith("# 0.4.0\n\n1 fact changed")
    assert atlas("diff", "--version", "one").code == 2


def test_file_of_many_bytes_and_names_with_spaces(atlas: Atlas, project: Path) -> None:
    change(project, {"crossings/a raft.yaml": "name: R\n" + "# x\n" * 50_000})
    subprocess.run(["git", "config", "core.quotepath", "true"], cwd=project, check=True)
    assert atlas("diff", "HEAD^", "HEAD", "--format", "json").code == 0
