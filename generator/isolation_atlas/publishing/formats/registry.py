"""Which formats there are, and what each can show; a format's module is imported when it is first used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from isolation_atlas.publishing.formats.look import Look


class Write(Protocol):
    """What a format's module offers for one sort of content: bytes, always the same for the same content."""

    def __call__(self, content: Any, look: Look) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its id is also its extension without the dot, unless ``extension`` says otherwise.

    ``takes`` names the sorts of content, for each of which the module has a function ``write_SORT``.
    """

    id: str
    says: str
    media_type: str
    takes: tuple[str, ...]
    extension: str = ""
    module: str = ""

    @property
    def suffix(self) -> str:
        """The extension of its files, with the dot."""
        return f".{self.extension or self.id}"

    def writer(self, sort: str) -> Callable[[Any, Look], bytes]:
        """Return the function that writes a sort of content; raises KeyError if the format does not take it."""
        if sort not in self.takes:
            raise KeyError(sort)
        name = f"isolation_atlas.publishing.formats.{self.module or self.id}"
        found: Write = getattr(import_module(name), f"write_{sort}")
        return found


TABLE, TREE, PICTURE, DECK = "table", "tree", "picture", "deck"
_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS: tuple[Format, ...] = (
    Format("pptx", "PowerPoint", f"{_OFFICE}.presentationml.presentation", (TABLE, TREE, PICTURE, DECK), "", "pptx"),
    Format("svg", "SVG picture", "image/svg+xml", (TABLE, TREE, PICTURE)),
    Format("png", "PNG picture", "image/png", (TABLE, TREE, PICTURE)),
    Format("pdf", "PDF", "application/pdf", (TABLE, TREE, PICTURE, DECK)),
    Format("csv", "Table, comma separated", "text/csv", (TABLE, TREE), "", "delimited_csv"),
    Format("tsv", "Table, tab separated", "text/tab-separated-values", (TABLE, TREE), "", "delimited_tsv"),
    Format("json", "Data with facts and sources", "application/json", (TABLE, TREE), "", "json_data"),
    Format("xlsx", "Excel", f"{_OFFICE}.spreadsheetml.sheet", (TABLE, TREE)),
    Format("md", "Markdown", "text/markdown", (TABLE, TREE), "", "markdown"),
    Format("html", "HTML to paste", "text/html", (TABLE, TREE)),
    Format("tex", "LaTeX", "application/x-tex", (TABLE, TREE), "", "latex"),
    Format("rst", "reStructuredText", "text/x-rst", (TABLE, TREE)),
    Format("marp", "Marp slides, as source", "text/markdown", (TABLE, TREE, DECK), "marp.md"),
    Format("reveal", "reveal.js slides, as source", "text/html", (TABLE, TREE, DECK), "reveal.html"),
    Format("mermaid", "Mermaid source", "text/plain", (TREE,), "mmd"),
    Format("dot", "Graphviz source", "text/vnd.graphviz", (TREE,)),
    Format("txt", "Plain text", "text/plain", (TABLE, TREE), "", "plain"),
)
BY_ID: dict[str, Format] = {each.id: each for each in FORMATS}


def format_of(path: str, sort: str) -> Format | None:
    """Return the format that a file's name asks for by its ending, the longest that fits; None if there is none."""
    fitting = [each for each in FORMATS if path.lower().endswith(each.suffix) and sort in each.takes]
    return max(fitting, key=lambda each: len(each.suffix), default=None)


def formats_for(sort: str) -> tuple[Format, ...]:
    """Return the formats that can show a sort of content."""
    return tuple(each for each in FORMATS if sort in each.takes)
