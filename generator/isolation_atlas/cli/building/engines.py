"""The site engines: each turns the folder of pages into HTML, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault
from isolation_atlas.cli.project import Project

ENGINES = ("mkdocs", "zensical")
_MOST_LINES = 40


def run_engine(engine: str, project: Project, site_dir: Path) -> None:
    """Build the site of a project into a folder; every warning of the engine counts as a failure.

    Raises:
        UserFault: the engine is not installed, or could not build; the message has the end of what it said.
    """
    command = _command(engine, project, site_dir)
    environment = os.environ | {
        "ATLAS_SITE_DIR": os.path.relpath(site_dir, project.root),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUNBUFFERED": "1",
    }
    done = subprocess.run(
        command,
        cwd=project.root,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if f"No module named {engine}" in done.stdout:
        raise UserFault(f"{engine} is not installed.", "Run: make build", ExitCode.BUILD_FAILED)
    if done.returncode != 0 or not (site_dir / "index.html").is_file():
        raise UserFault(f"{engine} could not build the site:\n{_end_of(done.stdout)}", code=ExitCode.BUILD_FAILED)


def _command(engine: str, project: Project, site_dir: Path) -> list[str]:
    config = ["--config-file", str(project.config)]
    if engine == "mkdocs":
        # Not with --quiet: it makes the engine overlook its warnings in spite of --strict.
        return [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site_dir), *config]
    return [sys.executable, "-m", "zensical", "build", "--strict", "--clean", *config]


def _end_of(output: str) -> str:
    lines = [line for line in output.splitlines() if line.strip() and not line.startswith(("INFO", "DEBUG"))]
    left_out = [f"  … {len(lines) - _MOST_LINES} lines before"] if len(lines) > _MOST_LINES else []
    return "\n".join([*left_out, *(f"  {line}" for line in lines[-_MOST_LINES:])])
