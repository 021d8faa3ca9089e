"""A whole deck: a title, then tables, trees and pictures in order, then the sources."""

from __future__ import annotations

from dataclasses import dataclass

from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.table import Table

Item = Table | Tree | Plot


@dataclass(frozen=True, slots=True)
class Deck:
    """What a presentation shows, in order."""

    title: str
    subtitle: str
    items: tuple[Item, ...]
    link: str
    as_of: str
    publisher: str

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """The sources of all its tables, each once with its address, by title."""
        found: dict[tuple[str, str], None] = {}
        for item in self.items:
            for each in item.references if isinstance(item, Table) else ():
                made = ", ".join(part for part in (each.by, each.date) if part)
                found[f"{each.title} ({made})" if made else each.title, each.url] = None
        return tuple(sorted(found, key=lambda pair: pair[0].casefold()))
