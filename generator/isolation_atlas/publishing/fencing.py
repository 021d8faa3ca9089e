"""Raw HTML behind a fence, so that Markdown carries it through without reading it.

Markdown reads a raw HTML block tag by tag, and the site engine does so once more; together that was two fifths of a
build's time. A fenced block is put aside before either begins, and comes back whole (see ``isolation_atlas.fences``).
"""

from __future__ import annotations

import re

LANGUAGE = "atlas"
_HEADING = re.compile(r"^#{1,6} .*\{ #.*\}$")
_SHORTEST = 8


def fenced(body: str) -> str:
    """Return a page's body with everything between its Markdown headings behind fences."""
    parts: list[str] = []
    block: list[str] = []
    for line in body.split("\n"):
        if _HEADING.match(line):
            parts.extend((*_behind_fence(block), line))
            block = []
        else:
            block.append(line)
    return "\n\n".join([*parts, *_behind_fence(block)])


def _behind_fence(block: list[str]) -> list[str]:
    text = "\n".join(block).strip("\n")
    if not text.strip():
        return []
    longest = max((len(found) for found in re.findall(r"^\s*(~+)", text, re.MULTILINE)), default=0)
    fence = "~" * max(_SHORTEST, longest + 1)
    return [f"{fence} {LANGUAGE}\n{text}\n{fence}"]
