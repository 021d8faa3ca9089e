"""A project with the sound folder of knowledge, and the command in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Atlas
from tests.knowledge_folder import write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.fixture
def atlas(project: Path, capsys: pytest.CaptureFixture[str]) -> Atlas:
    return Atlas(str(project), capsys)
