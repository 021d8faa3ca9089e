"""Putting a finished site in the place of the last one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault


@contextmanager
def fresh_folder(target: Path) -> Iterator[Path]:
    """Yield a new folder beside ``target``, on the same file system; it is removed unless it was put in place."""
    fresh = target.with_name(f".{target.name}.new")
    _remove(fresh)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield fresh
    finally:
        _remove(fresh)


def put_in_place(fresh: Path, target: Path) -> None:
    """Rename ``fresh`` to ``target`` and remove what was there; if that fails, ``target`` is as it was.

    Raises:
        UserFault: ``target`` exists and does not look like a site, so it is not ours to remove.
    """
    if target.exists() and not is_site(target):
        fix = "Name an empty or new folder with --site."
        raise UserFault(f"{target} holds something other than a built site.", fix, ExitCode.BLOCKED)
    last = target.with_name(f".{target.name}.old")
    _remove(last)
    if target.exists():
        target.rename(last)
    try:
        fresh.rename(target)
    except OSError:
        if last.exists():
            last.rename(target)
        raise
    _remove(last)


def is_site(folder: Path) -> bool:
    """Return whether a folder is empty or holds a built site."""
    return folder.is_dir() and (not any(folder.iterdir()) or (folder / "index.html").is_file())


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
