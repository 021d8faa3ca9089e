"""One build at a time: the pages, which every build writes, are shared."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault
from isolation_atlas.cli.output import say
from isolation_atlas.cli.project import Project

LOCK_FILE = "build.lock"
_PAUSE = 0.1


@contextmanager
def build_lock(project: Project, patience: float = 120) -> Iterator[None]:
    """Hold the project's lock; wait for another build, but not longer than ``patience`` seconds.

    The operating system lets go of the lock when its process ends, however it ends.

    Raises:
        UserFault: another build still holds the lock.
    """
    path = project.cache / LOCK_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        _wait(file, time.monotonic() + patience)
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def _wait(file: TextIO, until: float) -> None:
    told = False
    while not _try_lock(file):
        file.seek(0)
        holder = file.read().strip() or "unknown"
        if time.monotonic() >= until:
            fix = "Let it end, then run the command again."
            raise UserFault(f"Another build of this project is running (process {holder}).", fix, ExitCode.BLOCKED)
        if not told:
            say(f"Waiting for another build of this project (process {holder}) …")
            told = True
        time.sleep(_PAUSE)


def _try_lock(file: TextIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
