"""What publishing produces: pages for the site engine, and files beside them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from isolation_atlas.publishing.fencing import fenced


@dataclass(frozen=True, slots=True)
class About:
    """What the foot and the head of a page say of it."""

    twin: str = ""
    """The same as data: a file in the page's folder."""
    read: str = ""
    """The latest day, ISO 8601, on which any of its evidence was read in its source."""
    type: str = "TechArticle"
    """What the page is in the words of schema.org."""
    text: str = ""
    """The same as Markdown: a file in the page's folder."""
    changed: str = ""
    """The day, ISO 8601, of the newest change that is told."""
    change: str = ""
    """Where on the site that change is told."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the site engine reads it: front matter, Markdown headings, fenced raw HTML between them.

    ``path`` is relative to the folder of pages and ends in ``.md``; ``source`` is the file that a reader should edit,
    relative to the repository.
    """

    path: str
    title: str
    description: str
    body: str
    source: str = ""
    searchable: bool = True
    boost: int = 0
    """How much more the page counts in the search than others that have the same words; 0 means as much."""
    tags: tuple[str, ...] = ()
    """Other names by which the search finds the page before all that only mention them."""
    hide: tuple[str, ...] = ("navigation",)
    fallback: bool = False
    """Whether it gives way to a page that somebody wrote by hand."""
    about: About = About()

    @property
    def content(self) -> bytes:
        """The whole file. Macros are off, so that braces in a claim are never executed."""
        lines = [f"title: {_scalar(self.title)}", f"description: {_scalar(self.description)}", "generated: true"]
        lines.append("render_macros: false")
        given = {
            "source": self.source,
            "twin": self.about.twin,
            "text": self.about.text,
            "read": self.about.read,
            "type": self.about.type,
            "changed": self.about.changed,
            "change": self.about.change,
        }
        lines.extend(f"{key}: {_scalar(text)}" for key, text in given.items() if text)
        if not self.searchable:
            lines.extend(("search:", "  exclude: true"))
        elif self.boost:
            lines.extend(("search:", f"  boost: {self.boost}"))
        if self.tags:
            lines.extend(("tags:", *(f"  - {_scalar(tag)}" for tag in self.tags)))
        if self.hide:
            lines.extend(("hide:", *(f"  - {part}" for part in self.hide)))
        front = "\n".join(lines)
        return f"---\n{front}\n---\n\n{fenced(self.body.strip())}\n".encode()


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that the site serves as it is."""

    path: str
    content: bytes


Output = Page | DataFile


def _scalar(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
