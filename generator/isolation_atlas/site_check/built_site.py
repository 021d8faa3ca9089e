"""Reads a built site from its folder."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from isolation_atlas.site_check.page import Address, Page
from isolation_atlas.site_check.parsing import parse_page
from isolation_atlas.site_check.scripts import addresses_in_script
from isolation_atlas.site_check.styles import addresses_in_style


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """Every page and every file of a site; paths are inside the site, with forward slashes."""

    pages: dict[str, Page]
    files: frozenset[str]
    anchors: dict[str, frozenset[str]]
    other_addresses: tuple[tuple[str, Address], ...]

    def addresses(self) -> Iterator[tuple[str, Address]]:
        """Return every address that pages, style sheets and scripts name, each with the file that names it."""
        for path, page in self.pages.items():
            yield from ((path, address) for address in page.addresses)
        yield from self.other_addresses


def read_site(folder: Path) -> BuiltSite:
    """Return the site in a folder.

    Raises:
        FileNotFoundError: the folder does not exist, or has no page.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in files}
    pages = {name: parse_page(name, _text(path)) for name, path in names.items() if name.endswith(".html")}
    if not pages:
        raise FileNotFoundError(f"{folder}: no built page; run `atlas build` first")
    anchors = {name: frozenset(element.text for element in page.ids) for name, page in pages.items()}
    return BuiltSite(pages, frozenset(names), anchors, tuple(_addresses_elsewhere(names.items())))


def _addresses_elsewhere(files: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, Address]]:
    for name, path in files:
        if name.endswith(".css"):
            yield from ((name, address) for address in addresses_in_style(_text(path)))
        # The themes' own scripts are bundled; what they request is seen in the browser tests.
        elif name.endswith((".js", ".mjs")) and not name.endswith(".min.js"):
            yield from ((name, address) for address in addresses_in_script(_text(path)))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
