"""Folders of knowledge for tests: a small sound one, with some files changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from isolation_atlas.checks.examples import base_files
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.loading import load

Files = Mapping[str, str | bytes]


def write_folder(folder: Path, files: Files = {}, *, base: bool = True) -> Path:  # noqa: B006
    """Write the sound folder with the given files added or replaced into ``folder``, and return it.

    Without ``base`` only the given files are written.
    """
    texts: dict[str, str | bytes] = {**(base_files() if base else {}), **files}
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def write_project(root: Path, files: Files = {}) -> Path:  # noqa: B006
    """Write a project whose knowledge is the sound folder with the given files, and return the project's folder."""
    write_folder(root / "knowledge", files)
    (root / "mkdocs.yml").write_text("site_name: Crossings\n", encoding="utf-8")
    return root


def knowledge_with(folder: Path, files: Files = {}, *, base: bool = True) -> Knowledge:  # noqa: B006
    """Return what the sound folder with the given files says, written below ``folder``."""
    return load(write_folder(folder / "knowledge", files, base=base))


def faults_of(knowledge: Knowledge) -> list[tuple[str, str]]:
    """Return the rule and file of every fault found at reading, in the order found."""
    return [(fault.rule, fault.spot.file) for fault in knowledge.faults]
