"""Pages as Markdown beside the built pages.

A site engine makes a page of every Markdown file that it finds. So these wait in a folder whose name begins with a dot,
which engines leave alone, and are put into the site when the engine is done.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from isolation_atlas.publishing.datasets.markdown_twins import twin_files
from isolation_atlas.publishing.page import DataFile
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.writing import update_files, write_outputs

FOLDER = ".twins"
_WAITING = ".txt"
"""What a waiting file's name has at its end: it is text, and nobody's page."""


def keep_twins(site: Site, downloads: Iterable[DataFile], docs_dir: Path) -> None:
    """Write the Markdown of every thing to where it waits for the site; only what changed is written."""
    ready = {file.path: file.content for file in downloads}
    waiting = (DataFile(file.path + _WAITING, file.content) for file in twin_files(site, ready))
    write_outputs(waiting, docs_dir / FOLDER)


def keep_twin(twin: DataFile, docs_dir: Path) -> None:
    """Write the Markdown of one thing to where it waits for the site."""
    update_files((DataFile(twin.path + _WAITING, twin.content),), docs_dir / FOLDER)


def put_twins(docs_dir: Path, site_dir: Path) -> tuple[str, ...]:
    """Copy what waits into a built site, without what is there already; return the paths of what was copied."""
    return tuple(_put(docs_dir / FOLDER, site_dir))


def _put(waiting: Path, site_dir: Path) -> Iterator[str]:
    for source in sorted(waiting.rglob(f"*.md{_WAITING}")):
        path = source.relative_to(waiting).as_posix().removesuffix(_WAITING)
        target = site_dir / path
        if not _is_there(source, target):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
            yield path


def _is_there(source: Path, target: Path) -> bool:
    if not target.is_file():
        return False
    one, other = source.stat(), target.stat()
    return (one.st_mtime_ns, one.st_size) == (other.st_mtime_ns, other.st_size)
