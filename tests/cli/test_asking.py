"""``atlas choose`` at a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

CODE = "import sys; from isolation_atlas.cli import main; sys.exit(main())"
SNOW = """\
name: Snow
asks: Does it snow?
why: Snow hides the ford.
answers:
  - {id: snowing, says: It snows, requires: [sturdiness >= firm]}
  - {id: clear, says: It does not}
"""


def talk(project: Path, replies: str) -> str:
    """What a terminal shows when these replies are typed at it."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", CODE, "choose"]
    process = subprocess.Popen(command, cwd=project, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True)
    os.close(theirs)
    os.write(ours, replies.encode())
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # Linux says so when the other side is closed
        pass
    os.close(ours)
    assert process.wait(60) == 0, shown.decode()
    return shown.decode().replace("\r\n", "\n")


@pytest.fixture(name="asked")
def _asked(project: Path) -> Path:
    (project / "knowledge" / "questions" / "snow.yaml").write_text(SNOW, encoding="utf-8")
    return project


def test_an_answer_narrows_what_is_left(asked: Path) -> None:
    assert "sturdiness >= firm  [from snow=snowing]" in talk(asked, "1\nq\n")


def test_the_way_back_leads_to_the_question_before(asked: Path) -> None:
    shown = talk(asked, "2\nb\nq\n").partition("Recommendation")[0]
    assert shown.count("Does it snow?") == 2
    assert shown.count("Must it work in a gale?") == 1


def test_skipping_everything_requires_nothing(asked: Path) -> None:
    assert "requires" not in talk(asked, "s\ns\ns\ns\n").partition("Recommendation")[2]


def test_a_question_says_why_it_is_asked_and_nonsense_is_refused(asked: Path) -> None:
    shown = talk(asked, "?\n99\nmaybe\nq\n")
    assert "Snow hides the ford." in shown
    assert "'99' is no reply" in shown
    assert "'maybe' is no reply" in shown


def test_the_end_of_input_ends_the_questions(asked: Path) -> None:
    assert "Recommendation" in talk(asked, "\x04")
