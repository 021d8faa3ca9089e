"""Marks around running text in what templates make, taken away again when the words in it are linked.

A template knows what is prose; only a whole page knows where a word is used first. The marks are control characters,
which neither YAML nor HTML may hold, so that nothing else can look like one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from markupsafe import Markup, escape

_BEGIN, _END = "\x02", "\x03"


@cache
def prose(text: str) -> Markup:
    """Return running text as HTML between marks."""
    return Markup(f"{_BEGIN}{escape(text)}{_END}") if text else Markup()  # noqa: S704


def replaced(body: str, replace: Callable[[str], str]) -> str:
    """Return a page's body with every marked text, which is HTML, put through a function, and without the marks."""
    first, *marked = body.split(_BEGIN)
    parts = [first]
    for each in marked:
        text, _, rest = each.partition(_END)
        parts.append(replace(text))
        parts.append(rest)
    return "".join(parts)
