"""``atlas check``."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path

import pytest

from isolation_atlas.cli.exit_codes import ExitCode
from tests.cli.running import Atlas

BROKEN = "name: Ford\nlevel: desing\n"


def break_it(project: Path) -> None:
    (project / "knowledge" / "crossings" / "ford.yaml").write_text(BROKEN, encoding="utf-8")


def test_a_sound_project(atlas: Atlas) -> None:
    done = atlas("check", "--today", "2026-11-25")
    assert done.code == ExitCode.OK, done.out
    assert "0 errors" in done.out
    assert done.last_line.startswith("Next: atlas build")


def test_an_error_fails_with_its_place(atlas: Atlas, project: Path) -> None:
    break_it(project)
    done = atlas("check")
    assert done.code == ExitCode.FINDINGS
    assert "knowledge/crossings/ford.yaml:2:8: error bad-choice" in done.out


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "markdown"])
def test_every_format_names_the_rule(atlas: Atlas, project: Path, form: str) -> None:
    break_it(project)
    done = atlas("check", "--format", form)
    assert done.code == ExitCode.FINDINGS
    assert "bad-choice" in html.unescape(done.out)


def test_a_second_check_says_the_same_and_loads_little(atlas: Atlas, project: Path) -> None:
    first = atlas("check", "--today", "2026-11-25")
    code = (
        "import sys; from isolation_atlas.cli import main; main(sys.argv[1:]);"
        "print('loaded', *sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "check", "--today", "2026-11-25"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    assert done.stdout == first.out
    loaded = done.stderr.rpartition("loaded ")[2].split()
    assert not {"networkx", "jinja2", "mkdocs", "yaml"} & set(loaded)


NOTED = "title: Plan\nby: Ferry Works\ndate: 1910\nkind: survey\nurl: http://example.org/plan\n"
"""An address that could be altered on its way is worth a note."""


def notes(atlas: Atlas, *options: str) -> tuple[int, int]:
    """How many notes are listed, and how many are said not to be."""
    out = atlas("check", *options).out
    unlisted = re.search(r"and (\d+) notes? not listed", out)
    return len(re.findall(r":\d+:\d+: note ", out)), int(unlisted[1]) if unlisted else 0


def test_notes_are_listed_on_files_that_somebody_is_changing(atlas: Atlas, project: Path) -> None:
    path = project / "knowledge" / "sources" / "plan.yaml"
    path.write_text(NOTED, encoding="utf-8")
    every, hidden = notes(atlas)
    assert (every > 0, hidden) == (True, 0)
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "."), (*identity, "commit", "-qm", "Begin")):
        subprocess.run(["git", *command], cwd=project, check=True)
    assert notes(atlas) == (0, every)
    assert notes(atlas, "--notes") == (every, 0)
    assert atlas("check", "--format", "json").out.count('"severity": "note"') == every
    path.write_text(NOTED.replace("Plan", "Chart"), encoding="utf-8")
    listed, hidden = notes(atlas)
    assert listed > 0
    assert listed + hidden == every
