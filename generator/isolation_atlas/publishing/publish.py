"""From knowledge to a folder of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.publishing.completing import Completion
from isolation_atlas.publishing.exports.downloads import downloads, kept_downloads
from isolation_atlas.publishing.page import Output
from isolation_atlas.publishing.pages import PAGE_KINDS, THING_PAGES
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.twins import keep_twins
from isolation_atlas.publishing.writing import PublishReport, write_ahead, write_outputs


def publish(knowledge: Knowledge, docs_dir: Path, address: str = "", *, remake: bool = True) -> PublishReport:
    """Write all generated pages and files into the folder of pages; the knowledge must be free of errors.

    ``address`` is where the site will be published, ending in a slash; downloads lead back to it where it is known.
    Without ``remake`` the downloads stay as an earlier run left them, which is quicker.
    Everything is rendered in memory before the first file changes; a file is written whole or not at all.

    Raises:
        PublishError: a generated page would replace one that was written by hand.
    """
    site = Site.of(knowledge)
    files = list(downloads(site, address, docs_dir) if remake else kept_downloads(docs_dir))
    report = write_outputs([*outputs_of(site), *files], docs_dir)
    keep_twins(site, files, docs_dir)
    return report


def publish_first(knowledge: Knowledge, docs_dir: Path, things: Iterable[str]) -> tuple[str, ...]:
    """Write the pages about some things ahead of all others; return the paths of those that changed.

    For whoever edits a file and wants to see it; ``publish`` has to follow, since other pages show the same things.
    """
    site = Site.of(knowledge, things)
    completion = Completion.of(site)
    pages = (completion.completed(page) for make in THING_PAGES for page in make(site))
    return write_ahead(pages, docs_dir) if site.only else ()


def outputs_of(site: Site) -> Iterator[Output]:
    """Yield every generated page and file."""
    completion = Completion.of(site)
    for make in PAGE_KINDS:
        yield from map(completion.completed, make(site))
