"""Templates: one for each kind of page; they loop and branch over view models and compute nothing."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_ESCAPED = re.compile(r"([\\`*_{}\[\]()#+.!|-])")
_REFERRED_TO = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;", "^": "&#94;", ":": "&#58;"})
"""Signs before which a backslash would be seen: Markdown knows no escape for them."""


@cache
def environment() -> Environment:
    """Return the environment of all templates: undefined names are errors, and everything is escaped."""
    made = Environment(
        loader=PackageLoader("isolation_atlas.publishing"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["heading"] = heading_text
    return made


def render(template: str, **names: object) -> str:
    """Return a template filled with view models."""
    return environment().get_template(f"{template}.html.jinja").render(**names)


def heading_text(text: str) -> Markup:
    """Return words that are safe in a Markdown heading: every sign that could mean something stands for itself."""
    escaped = _ESCAPED.sub(r"\\\1", " ".join(text.split()))
    return Markup(escaped.translate(_REFERRED_TO))  # noqa: S704
