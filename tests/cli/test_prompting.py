"""What the command line leaves out is asked for at a terminal, here a real one."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.knowledge_folder import write_project

ATLAS = Path(sys.executable).with_name("atlas")


def at_terminal(project: Path, arguments: list[str], answers: str) -> int:
    """Run the command with a terminal whose keyboard types the answers; return its exit code."""
    leader, follower = pty.openpty()
    process = subprocess.Popen([ATLAS, *arguments], cwd=project, stdin=follower, stdout=follower, stderr=follower)
    os.close(follower)
    os.write(leader, answers.encode())
    shown = b""
    while True:
        try:
            piece = os.read(leader, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    assert b"Traceback" not in shown
    return process.wait()


def test_fact_is_asked_for(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project")
    answers = "timber\nIt is of oak.\n\nsurvey-1907\npage 6\nmedium\n2026-01-10\n\n"
    assert at_terminal(project, ["add", "fact", "punt", "material"], answers) == 0
    assert (
        (project / "knowledge/crossings/punt.yaml")
        .read_text("utf-8")
        .endswith(
            "  material:\n    - value: timber\n      claim: It is of oak.\n      source: survey-1907\n"
            "      locator: page 6\n      confidence: medium\n      verified: 2026-01-10\n"
        )
    )


def test_wrong_answer_is_refused(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project")
    before = (project / "knowledge/crossings/punt.yaml").read_bytes()
    assert at_terminal(project, ["add", "fact", "punt", "material"], "wood\n\n\n\n\n\n\n\n") == 2
    assert (project / "knowledge/crossings/punt.yaml").read_bytes() == before


def test_missing_fields_of_a_source_are_asked_for(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project")
    answers = "Boats\nA. Ferry\n"
    assert at_terminal(project, ["add", "source", "2102.12730"], answers + "2021\n" * 2) == 0
    text = (project / "knowledge/sources/2021/arxiv-2102-12730.yaml").read_text("utf-8")
    assert "title: Boats\nby: A. Ferry\n" in text


def test_the_first_fields_of_a_new_thing_are_asked_for(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project")
    assert at_terminal(project, ["new", "source", "ferry-1921"], "Ferries\nA. Ferry\n1921\n\n" + "\n" * 4) == 0
    text = (project / "knowledge/sources/1921/ferry-1921.yaml").read_text("utf-8")
    assert "title: Ferries\nby: A. Ferry\ndate: 1921\n" in text
