"""What publishing produces: pages for the site engine, and files beside them."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the site engine reads it: front matter, Markdown headings, raw HTML between them.

    ``path`` is relative to the folder of pages and ends in ``.md``; ``source`` is the file that a reader should edit,
    relative to the repository.
    """

    path: str
    title: str
    description: str
    body: str
    source: str = ""
    searchable: bool = True
    hide: tuple[str, ...] = ("navigation",)
    fallback: bool = False
    """Whether it gives way to a page that somebody wrote by hand."""

    @property
    def content(self) -> bytes:
        """The whole file. Macros are off, so that braces in a claim are never executed."""
        lines = [f"title: {_scalar(self.title)}", f"description: {_scalar(self.description)}", "generated: true"]
        lines.append("render_macros: false")
        if self.source:
            lines.append(f"source: {_scalar(self.source)}")
        if not self.searchable:
            lines.extend(("search:", "  exclude: true"))
        if self.hide:
            lines.extend(("hide:", *(f"  - {part}" for part in self.hide)))
        front = "\n".join(lines)
        return f"---\n{front}\n---\n\n{self.body.strip()}\n".encode()


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that the site serves as it is."""

    path: str
    content: bytes


Output = Page | DataFile


def _scalar(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
