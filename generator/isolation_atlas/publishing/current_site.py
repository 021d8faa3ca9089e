"""The site of the knowledge as it is on disk, built again only when a file has changed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from isolation_atlas.knowledge.loading import files_of, load
from isolation_atlas.publishing.site import Site

_Stamp = tuple[tuple[str, int, int], ...]


def current_site(root: Path) -> Site:
    """Return the site of the folder of knowledge ``root``; one engine asks once for every page, so it is kept."""
    return _site(root, _stamp(root))


def _stamp(root: Path) -> _Stamp:
    states = ((file, (root / file).stat()) for file in files_of(root))
    return tuple((file, state.st_mtime_ns, state.st_size) for file, state in states)


@lru_cache(maxsize=1)
def _site(root: Path, stamp: _Stamp) -> Site:
    return Site.of(load(root))
