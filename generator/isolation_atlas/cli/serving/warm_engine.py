"""MkDocs kept warm in this process: after the first build only the pages that changed are made again.

MkDocs has no public way to build one page. The functions behind its full build are used instead; its version is capped,
and anything that goes wrong here falls back to a full build.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from isolation_atlas.cli.project import Project


class EngineError(Exception):
    """The site could not be built; the message says why in MkDocs' words."""


class WarmEngine:
    """Builds a project's site into a folder."""

    def __init__(self, project: Project, folder: Path) -> None:
        self._project = project
        self._folder = folder
        self._kept: Any = None

    def build(self) -> tuple[str, ...]:
        """Build the whole site and return MkDocs' warnings; raises EngineError."""
        os.environ["NO_MKDOCS_2_WARNING"] = "1"
        from mkdocs.commands.build import build
        from mkdocs.config import load_config

        from isolation_atlas.cli.serving.kept_build import KeptBuild

        with _warnings() as warnings, _own_errors():
            config = load_config(str(self._project.config), site_dir=str(self._folder), strict=False)
            config.plugins.on_startup(command="build", dirty=False)
            self._kept = KeptBuild(config)
            build(config)
            self._complete()
        return tuple(warnings)

    def update(self, changed: Iterable[str], removed: Iterable[str], *, macros: bool) -> tuple[str, ...]:
        """Make the changed files again and return MkDocs' warnings about them; raises EngineError.

        Paths are relative to the folder of pages. With ``macros`` every page that calls one is made again as well.
        """
        with _warnings() as warnings, _own_errors():
            self._kept.update(changed, removed, macros=macros)
            self._complete()
        return tuple(warnings)

    def copy(self, path: str) -> None:
        """Put a file that is no page into the site as it is, and the twins that wait."""
        from isolation_atlas.publishing.twins import put_twins

        target = self._folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self._project.docs / path, target)
        put_twins(self._project.docs, self._folder)

    def _complete(self) -> None:
        """Do what a build leaves to its end."""
        from isolation_atlas.publishing.current_site import current_site
        from isolation_atlas.publishing.terms.handwritten import link_terms
        from isolation_atlas.publishing.twins import put_twins

        put_twins(self._project.docs, self._folder)
        link_terms(current_site(self._project.knowledge), self._project.docs, self._folder)


class _Collector(logging.Handler):
    def __init__(self, found: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.found = found

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(record.getMessage())


@contextmanager
def _warnings() -> Iterator[list[str]]:
    found: list[str] = []
    logger, collector = logging.getLogger("mkdocs"), _Collector(found)
    propagates = logger.propagate
    logger.addHandler(collector)
    logger.propagate = False
    try:
        yield found
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagates


@contextmanager
def _own_errors() -> Iterator[None]:
    """A macro that fails ends the process, and a template that fails raises anything; here both are errors."""
    try:
        yield
    except SystemExit as error:
        raise EngineError("A macro failed.") from error
    except Exception as error:
        raise EngineError(str(error) or type(error).__name__) from error
