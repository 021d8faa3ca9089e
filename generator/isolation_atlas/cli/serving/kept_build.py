"""What a full build of MkDocs leaves in memory, and how single pages are made from it again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


class _NoSettings(Config):  # type: ignore[no-untyped-call]
    """MkDocs asks every plugin for settings."""


class _Keeper(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]
    """Takes hold of what the full build makes."""

    files: Files
    nav: Navigation
    env: jinja2.Environment

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.nav, self.files = nav, files
        return nav

    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        self.env = env
        return env


_PUBLISHED = (InclusionLevel.UNDEFINED, InclusionLevel.NOT_IN_NAV, InclusionLevel.INCLUDED)


class KeptBuild:
    """A configuration whose full build is remembered."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._keeper = _Keeper()
        config.plugins["isolation-atlas/keeper"] = self._keeper

    def update(self, changed: Iterable[str], removed: Iterable[str], *, macros: bool) -> None:
        """Make changed files again and remove those that went; with ``macros`` also every page that calls one."""
        for path in removed:
            self._remove(path)
        files = [self._file(path) for path in changed if Path(self._config.docs_dir, path).is_file()]
        pages = {file.src_uri: page for file in files if (page := self._page(file)) is not None}
        if macros:
            self._renew_macros()
            pages |= {page.file.src_uri: page for page in self._pages_with_macros()}
        for file in files:
            if file.src_uri not in pages:
                file.copy_file()
        self._make(list(pages.values()))

    def _make(self, pages: list[Page]) -> None:
        """All pages are read before the first is written, so that a broken one leaves the site as it was."""
        files, config = self._keeper.files, self._config
        for page in pages:
            _populate_page(page, config, files)
        self._forget_in_search(pages)
        shown = files.documentation_pages()
        for page in pages:
            _build_page(page, config, shown, self._keeper.nav, self._keeper.env)
        for page in pages:
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        config.plugins.on_post_build(config=config)

    def _file(self, path: str) -> File:
        known = self._keeper.files.get_file_from_path(path)
        if known is not None:
            return known
        config = self._config
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        self._keeper.files.append(file)
        set_exclusions([file], config)
        return file

    def _page(self, file: File) -> Page | None:
        if not file.is_documentation_page() or file.inclusion not in _PUBLISHED:
            return None
        return file.page or Page(None, file, self._config)

    def _remove(self, path: str) -> None:
        file = self._keeper.files.get_file_from_path(path)
        if file is not None:
            self._keeper.files.remove(file)
            Path(file.abs_dest_path).unlink(missing_ok=True)
            if file.page is not None:
                self._forget_in_search([file.page])

    def _renew_macros(self) -> None:
        """The functions that pages call read the knowledge when they are defined."""
        plugin: Any = self._config.plugins.get("macros")
        if plugin is not None:
            plugin.on_config(self._config)
            plugin.on_nav(self._keeper.nav, self._config, self._keeper.files)

    def _pages_with_macros(self) -> Iterable[Page]:
        for file in self._keeper.files.documentation_pages():
            page = file.page
            if page is not None and page.meta.get("render_macros") is not False and _calls_macro(file):
                yield page

    def _forget_in_search(self, pages: list[Page]) -> None:
        """The index of the search gets new entries from each page that is made, and keeps none that are gone."""
        plugin: Any = self._config.plugins.get("search") or self._config.plugins.get("material/search")
        index = getattr(plugin, "search_index", None)
        for name in ("entries", "_entries"):  # of Material's search, and of MkDocs' own
            if hasattr(index, name):
                gone = {page.url for page in pages}
                kept = [entry for entry in getattr(index, name) if entry["location"].partition("#")[0] not in gone]
                setattr(index, name, kept)


def _calls_macro(file: File) -> bool:
    return Path(file.abs_src_path or "").is_file() and any(mark in file.content_string for mark in ("{{", "{%"))
