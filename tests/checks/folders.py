"""Folders of knowledge for the tests of the checks: the sound example, changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from isolation_atlas.checks.examples import base_files
from isolation_atlas.checks.result import CheckResult
from isolation_atlas.checks.run import run_checks

TODAY = date(2026, 6, 1)
Changes = Mapping[str, str | bytes | None]


def written(folder: Path, changes: Changes) -> Path:
    """Write the sound example with some files replaced, added or (None) left out, and return its folder."""
    root = folder / "knowledge"
    for name, content in {**base_files(), **changes}.items():
        if content is None:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape"))
    return root


def checked(folder: Path, changes: Changes) -> CheckResult:
    """Return what the check says of the sound example with changes."""
    return run_checks(written(folder, changes), today=TODAY, use_cache=False)


def brief(result: CheckResult) -> list[str]:
    """Return each finding as ``file:line:column rule``, files without the name of the folder."""
    return [
        f"{each.place.file.partition('/')[2]}:{each.place.line}:{each.place.column} {each.rule}"
        for each in result.findings
    ]


def edited(file: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """Return the sound example's file with a piece replaced."""
    text = base_files()[file]
    assert text.count(old) == 1
    return {file: text.replace(old, new)}
