"""From an edit to the site: what has to be done again, and what is said if it cannot be."""

from __future__ import annotations

import gc
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from isolation_atlas.cli.building.locking import build_lock
from isolation_atlas.cli.building.site import (
    knowledge_errors,
    renewed_downloads,
    write_pages,
    write_pages_ahead,
)
from isolation_atlas.cli.faults import UserFault
from isolation_atlas.cli.output import say
from isolation_atlas.cli.project import Project
from isolation_atlas.cli.serving.state import LiveState, Problem
from isolation_atlas.cli.serving.warm_engine import EngineError, WarmEngine
from isolation_atlas.knowledge.loading import collector_paused

_MOST_ENTRIES = 30
_REST = 0.3
"""Seconds for which an edit may have to wait."""


@dataclass(slots=True)
class _Pending:
    """What has changed since the site was last right."""

    knowledge: bool = True
    everything: bool = True
    changed: dict[str, None] = field(default_factory=dict)
    removed: dict[str, None] = field(default_factory=dict)
    things: dict[str, None] = field(default_factory=dict)
    """What the edited files of knowledge are about."""


class Follower:
    """Keeps a site up to date with a project's files."""

    def __init__(self, project: Project, engine: WarmEngine, state: LiveState) -> None:
        self._project = project
        self._engine = engine
        self._state = state
        self._pending = _Pending()
        self._own: frozenset[str] = frozenset()
        self._renewal: Iterator[str] | None = None
        """What is left to do for the downloads; a new edit begins it anew."""

    def follow(self, paths: Iterable[Path]) -> None:
        """Bring the site up to date after edits of files; what fails is shown and tried again with the next edit."""
        if not self._note(paths):
            return
        started = time.monotonic()
        try:
            with collector_paused():
                self._update(started)
        except UserFault as fault:
            self._fail(Problem("The pages cannot be written", (str(fault),)))
        except EngineError as error:
            self._fail(Problem("The site cannot be built", (str(error),)))
        except Exception as error:  # noqa: BLE001 - whoever works on the generator wants the server to stay up
            traceback.print_exc()
            self._fail(Problem("The generator failed", (f"{type(error).__name__}: {error}",)))
        gc.collect()

    def rest(self, seconds: float = _REST) -> bool:
        """Bring downloads up to date for about so long; return whether there may be more to do.

        They take longer than pages do, and nobody waits for them: they are made while there is no edit to follow.
        """
        renewal, until = self._renewal, time.monotonic() + seconds
        if renewal is None:
            return False
        try:
            with collector_paused(), build_lock(self._project):
                for path in renewal:
                    self._own |= {path}
                    self._engine.copy(path)
                    if time.monotonic() > until:
                        return True
        except Exception as error:  # noqa: BLE001 - the site itself is right, and the next edit begins anew
            say(f"warning: the downloads are not up to date ({type(error).__name__}: {error})")
        self._renewal = None
        return False

    def start(self) -> None:
        """Build everything."""
        self.follow([self._project.config])

    def _note(self, paths: Iterable[Path]) -> bool:
        """Note what the edited files mean; return whether there is anything to do."""
        relevant = False
        for path in paths:
            if path.is_relative_to(self._project.knowledge):
                self._pending.knowledge = relevant = True
                self._pending.things[path.stem] = None
            elif path.is_relative_to(self._project.docs):
                if path.is_dir():
                    continue
                relevant |= self._note_page(path.relative_to(self._project.docs).as_posix(), path.is_file())
            else:
                self._pending.everything = relevant = True
        return relevant

    def _note_page(self, path: str, exists: bool) -> bool:
        if path in self._own or any(part.startswith(".") for part in path.split("/")):
            return False
        (self._pending.changed if exists else self._pending.removed)[path] = None
        return True

    def _update(self, started: float) -> None:
        pending = self._pending
        if pending.knowledge:
            self._renewal = None
            if not self._publish():
                return
        if pending.everything:
            warnings = self._engine.build()
        else:
            warnings = self._engine.update(list(pending.changed), list(pending.removed), macros=pending.knowledge)
        if pending.knowledge:
            self._renewal = renewed_downloads(self._project)
        number = "all" if pending.everything else str(len(pending.changed) + len(pending.removed))
        self._pending = _Pending(knowledge=False, everything=False)
        self._state.succeed(Problem("The site has warnings", warnings[:_MOST_ENTRIES]) if warnings else None)
        for warning in warnings:
            say(f"warning: {warning}")
        say(f"The site is up to date: {number} files in {time.monotonic() - started:.1f} s")

    def _publish(self) -> bool:
        """Check the knowledge and write its pages; return whether it was free of errors."""
        errors = knowledge_errors(self._project)
        if errors:
            say(errors)
            self._state.fail(Problem("The knowledge has errors; this is the last good site", tuple(_entries(errors))))
            return False
        with build_lock(self._project):
            self._show_first()
            written = write_pages(self._project, remake=False)
        self._own = frozenset((*written.written, *written.unchanged, *written.removed))
        self._pending.changed.update(dict.fromkeys(written.written))
        self._pending.removed.update(dict.fromkeys(written.removed))
        return True

    def _show_first(self) -> None:
        """Bring the edited things' own pages up to date before all others, so that whoever edits need not wait."""
        if self._pending.everything:
            return
        started = time.monotonic()
        first = write_pages_ahead(self._project, self._pending.things)
        if first:
            self._engine.update(list(first), [], macros=False)
            self._state.succeed(None)
            say(f"{', '.join(first)}: up to date in {time.monotonic() - started:.1f} s; all others follow")

    def _fail(self, problem: Problem) -> None:
        for entry in problem.entries:
            say(f"{problem.heading}: {entry}")
        self._state.fail(problem)


def _entries(text: str) -> list[str]:
    """A report as one entry for each finding; the lines under a finding are indented."""
    found: list[str] = []
    for line in text.splitlines():
        if line.startswith(" ") and found:
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return found[:_MOST_ENTRIES]
