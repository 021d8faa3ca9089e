"""A project with a real git history: the sound folder of knowledge, and one change on top of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from isolation_atlas.checks.examples import base_files
from tests.knowledge_folder import write_project

ROOT = Path(__file__).parents[2]
ATLAS = Path(sys.executable).with_name("atlas")
Changes = Mapping[str, str | bytes | None]
_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "ATLAS": str(ATLAS),
}


@dataclass(frozen=True, slots=True)
class Report:
    """What the scripts of the pull-request workflow left behind."""

    code: int
    log: str
    check: str
    markdown: str
    text: str
    data: Any
    comment: str


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder."""
    subprocess.run(["git", *arguments], cwd=folder, env=_ENVIRONMENT, check=True, capture_output=True)


def begin(root: Path, files: Mapping[str, str | bytes] = {}) -> Path:
    """Return a project whose first commit is the sound folder of knowledge with further files."""
    write_project(root, files)
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Begin")
    return root


def change(project: Path, changes: Changes) -> None:
    """Commit files of knowledge that are written anew, or (None) gone."""
    for name, content in changes.items():
        path = project / "knowledge" / name
        if content is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "Change")


def edited(file: str, *edits: tuple[str, str]) -> str:
    """Return a file of the sound folder with pieces replaced."""
    text = base_files()[file]
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def report(project: Path, base: str = "HEAD^") -> Report:
    """Run the scripts of the pull-request workflow, and return what they say."""
    folder = project / ".report"
    script = str(ROOT / ".ci/pull-request")
    run = subprocess.run(
        [script, base, str(folder)], cwd=project, env=_ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert [line for line in run.stderr.splitlines() if not line.startswith("Next: ")] == []
    comment = subprocess.run(
        [sys.executable, str(ROOT / ".ci/comment"), str(folder)], capture_output=True, text=True, check=True
    )
    texts = {name: (folder / name).read_text("utf-8") for name in ("check.md", "diff.markdown", "diff.text")}
    data = json.loads((folder / "diff.json").read_text("utf-8"))
    return Report(
        run.returncode, run.stdout, texts["check.md"], texts["diff.markdown"], texts["diff.text"], data, comment.stdout
    )


def release(project: Path) -> tuple[int, str]:
    """Run the script of the release workflow; return its exit code and the version that it names."""
    folder = project / ".release"
    script = str(ROOT / ".ci/release")
    run = subprocess.run(
        [script, str(folder)], cwd=project, env=_ENVIRONMENT, capture_output=True, text=True, check=False
    )
    return run.returncode, (folder / "version").read_text("utf-8").strip()
