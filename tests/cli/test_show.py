"""``atlas show``, ``stats``, ``matrix``, ``tree``, ``compare``: reading what is known."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from isolation_atlas.checks.examples import base_files
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.knowledge.loading import load
from tests.cli.running import Atlas


@pytest.mark.parametrize("file", sorted(file for file in base_files() if "/" in file))
@pytest.mark.parametrize("form", ["text", "json"])
def test_every_thing_can_be_shown(atlas: Atlas, file: str, form: str) -> None:
    done = atlas("show", Path(file).stem, "--format", form)
    assert done.code == ExitCode.OK
    assert Path(file).stem in done.out
    assert done.last_line.startswith("Next: atlas ")


def test_a_subject(atlas: Atlas) -> None:
    out = atlas("show", "arch").out
    assert out.startswith("Arch bridge (arch), crossing\n")
    assert "● stone" in out
    assert "[from bridge]" in out
    assert "endangered-by" not in out


def test_a_former_id(atlas: Atlas, project: Path) -> None:
    (project / "knowledge" / "redirects.yaml").write_text("stone-arch: arch\n", encoding="utf-8")
    assert atlas("show", "stone-arch").out == atlas("show", "arch").out


def test_a_cell_with_its_facts(atlas: Atlas) -> None:
    out = atlas("show", "punt/duration").out
    assert "● 5 to 9 min" in out
    assert "A crossing takes five to nine minutes." in out
    assert "survey-1907, table 1, read 2026-01-10" in out


def test_a_cell_as_data(atlas: Atlas) -> None:
    data = atlas("show", "punt/duration", "--format", "json").data
    assert data["facts"] == ["punt/duration/1"]
    assert (data["state"], data["origin"], data["last-verified"]) == ("value", "own", "2026-01-10")


def test_a_subject_as_data(atlas: Atlas) -> None:
    data = atlas("show", "punt", "--format", "json").data
    assert data["thing"]["facts"][0]["value"] == "5..9 min"
    assert data["thing"]["edges"][0]["target"] == "boat"
    assert data["cells"]["material"]["state"] == "unknown"


def test_stats_count_the_files(atlas: Atlas, project: Path) -> None:
    knowledge = load(project / "knowledge")
    data = atlas("stats", "--format", "json").data
    assert sum(data["things"].values()) == len(knowledge.ids)
    assert data["evidence"]["facts"] == len(knowledge.facts)
    assert sum(data["relations"].values()) == len(knowledge.edges)
    assert sum(data["cells"].values()) == len(knowledge.subjects) * len(knowledge.properties)
    assert f"{len(knowledge.facts)}" in atlas("stats").out


def test_a_published_matrix(atlas: Atlas) -> None:
    done = atlas("matrix", "overview")
    assert done.code == ExitCode.OK
    assert "Bridge" in done.out


def test_a_matrix_put_together(atlas: Atlas) -> None:
    out = atlas("matrix", "--rows", "punt,bridge", "--columns", "duration,strength", "--format", "csv").out
    rows = list(csv.reader(out.splitlines()))
    assert [row[0] for row in rows[1:]] == ["Punt", "Bridge"]
    assert rows[1][1] == "5 to 9 min"


def test_a_matrix_in_a_file(atlas: Atlas, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    assert atlas("matrix", "overview", "-o", str(target)).code == ExitCode.OK
    assert "Bridge" in target.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.md"]


@pytest.mark.parametrize(
    ("name", "code"), [("missing/out.csv", ExitCode.BLOCKED), ("out.docx", ExitCode.USAGE), ("out", ExitCode.USAGE)]
)
def test_a_matrix_that_cannot_be_written(atlas: Atlas, tmp_path: Path, name: str, code: ExitCode) -> None:
    assert atlas("matrix", "overview", "-o", str(tmp_path / name)).code == code
    assert not (tmp_path / name).exists()


def test_a_tree(atlas: Atlas) -> None:
    one = atlas("tree")
    assert one.code == ExitCode.OK
    assert atlas("tree", "guide").out == one.out


def test_a_comparison_turns_properties_into_rows(atlas: Atlas) -> None:
    out = atlas("compare", "punt", "arch", "--properties", "duration,material", "--format", "csv").out
    rows = list(csv.reader(out.splitlines()))
    assert rows[0][1].startswith("Punt")
    assert [row[0].split(" ")[0] for row in rows[1:]] == ["Duration", "Material"]


def test_a_comparison_leaves_out_what_nothing_is_known_of(atlas: Atlas) -> None:
    assert "Material" not in atlas("compare", "punt", "boat").out
