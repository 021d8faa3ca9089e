"""A link: words that lead somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere, relative to the site's root; an empty ``href`` is a thing without a page."""

    href: str
    text: str
    note: str = ""


def linked(it: Link, root: str) -> Markup:
    """Return a link as HTML for a page from which ``root`` leads to the site's root."""
    return _anchor(root + it.href if it.href else "", it.text)


@cache
def _anchor(href: str, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(href, text) if href else Markup("{}").format(text)
