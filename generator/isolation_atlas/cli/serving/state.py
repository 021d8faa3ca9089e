"""What the server shows at the moment, shared between the loop that builds and the threads that answer."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the site does not show the latest edit: a heading, and an entry for each fault as lines of text."""

    heading: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One state: its version, whether there is a site at all, and what is wrong, if anything."""

    version: str
    ready: bool
    problem: Problem | None


class LiveState:
    """The present state, and a way to wait for the next one."""

    def __init__(self) -> None:
        self._started = f"{time.time_ns():x}"
        self._number = 0
        self._changed = threading.Condition()
        self._shown = Shown(f"{self._started}-0", False, None)

    @property
    def shown(self) -> Shown:
        """The present state."""
        return self._shown

    def succeed(self, problem: Problem | None = None) -> None:
        """The site shows the latest edit; ``problem`` holds warnings about it."""
        self._set(ready=True, problem=problem)

    def fail(self, problem: Problem) -> None:
        """The latest edit is broken; the last good site, if there is one, stays."""
        self._set(ready=self._shown.ready, problem=problem)

    def wait_for_other(self, version: str, seconds: float) -> Shown:
        """Return the state as soon as its version is not ``version``, or after ``seconds`` whatever it is."""
        with self._changed:
            self._changed.wait_for(lambda: self._shown.version != version, seconds)
            return self._shown

    def _set(self, *, ready: bool, problem: Problem | None) -> None:
        with self._changed:
            self._number += 1
            self._shown = Shown(f"{self._started}-{self._number}", ready, problem)
            self._changed.notify_all()
