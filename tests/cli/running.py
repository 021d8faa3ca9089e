"""Running the command in the test's own process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from isolation_atlas.cli import main


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def last_line(self) -> str:
        """The last line of standard error."""
        return self.err.rstrip("\n").rpartition("\n")[2]


class Atlas:
    """The command, in a project."""

    def __init__(self, root: str, capture: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.capture = capture

    def __call__(self, *arguments: str) -> Run:
        self.capture.readouterr()
        code = main([*arguments, "--root", self.root])
        captured = self.capture.readouterr()
        return Run(int(code), captured.out, captured.err)
