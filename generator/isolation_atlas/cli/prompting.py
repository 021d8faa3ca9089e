"""Asking at a terminal for what the command line left out."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from isolation_atlas.cli.output import say


def can_ask() -> bool:
    """Return whether somebody sits at a terminal who could answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask_for(questions: Mapping[str, str]) -> dict[str, str]:
    """Return the answers by key; an empty line leaves one out, the end of the input the rest."""
    say("An empty line leaves a field out.")
    answers: dict[str, str] = {}
    for key, says in questions.items():
        sys.stderr.write(f"{key} ({says}): ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            break
        answers[key] = line.strip()
    return answers
