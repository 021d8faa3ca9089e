"""The pages of a body of knowledge, read as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.publish import outputs_of
from isolation_atlas.publishing.site import Site

_HEADING = re.compile(r"^#{1,3} .*\{ #(\S+)(?: \S+)* \}$", re.MULTILINE)


@dataclass
class Read(HTMLParser):
    """Links, anchors and words of one page."""

    path: str

    def __post_init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.anchors.append(str(given["id"]))
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def targets(self) -> Iterator[tuple[str, str]]:
        """Yield the page and anchor of every link inside the site."""
        for link in self.links:
            if "://" in link:
                continue
            address, _, anchor = link.partition("#")
            address = address.partition("?")[0]
            yield normpath(join(Path(self.path).parent.as_posix(), address)) if address else self.path, anchor


def read_page(page: Page) -> Read:
    """Return what a page shows and where it leads."""
    found = Read(page.path.removesuffix(".md") + ".html")
    found.feed(page.body)
    found.anchors.extend(_HEADING.findall(page.body))
    return found


def pages_of(knowledge: Knowledge) -> dict[str, Read]:
    """Return every page of a body of knowledge by its address."""
    pages = (output for output in outputs_of(Site.of(knowledge)) if isinstance(output, Page))
    return {read.path: read for read in map(read_page, pages)}
