"""The commands of docs/contributing/quick-start.md do what the page says, in a copy of the real knowledge."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.history import git

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/contributing/quick-start.md"


def recipes() -> dict[str, str]:
    """The commands of each section, but those that fetch and install."""
    found = {}
    for part in PAGE.read_text("utf-8").split("\n## ")[1:]:
        blocks = re.findall(r"```console\n(.*?)```", part, re.DOTALL)
        lines = re.sub(r"^\$ (git clone|make) .*$", "", "".join(blocks), flags=re.MULTILINE)
        if blocks:
            found[part.partition("\n")[0]] = re.sub(r"^\$ ", "", lines, flags=re.MULTILINE)
    return found


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("quick-start") / "project"
    for name in ("knowledge", "schema"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    (project / ".venv").symlink_to(Path(sys.executable).parent.parent)
    (project / ".gitignore").write_text(".venv\n.cache\n", encoding="utf-8")
    git(project, "init", "--quiet")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "Begin")
    return project


@pytest.mark.parametrize(
    ("section", "says"),
    [
        ("With the command line", "value: <= 125 ms → <= 120 ms"),
        ("Add a source, and a fact from it", "knowledge/environments/virtual-machine.yaml written"),
        ("Propose an environment", "knowledge/environments/my-sandbox.yaml written"),
        ("Rename something", "redirected-reference"),
        ("Dispute a rating", "strong"),
    ],
)
def test_commands(section: str, says: str, begun: Path) -> None:
    assert section in recipes()
    git(begun, "reset", "--hard", "--quiet")
    git(begun, "clean", "-fd", "--quiet")
    environment = {**os.environ, "COLUMNS": "200"}
    run = subprocess.run(
        ["bash", "-e"], input=recipes()[section], cwd=begun, env=environment, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]
    assert says in run.stdout
    left = subprocess.run([begun / ".venv/bin/atlas", "fmt", "--check"], cwd=begun, capture_output=True, text=True)
    assert left.returncode == 0, left.stdout


def test_every_section_with_commands_is_run() -> None:
    assert len(recipes()) == 5
