"""What the checks need to know of one page."""

from dataclasses import dataclass, field
from enum import Enum


class Use(Enum):
    """What becomes of an address: a reader may follow it, or the browser loads it by itself."""

    FOLLOWED = "followed"
    LOADED = "loaded"


@dataclass(frozen=True, slots=True)
class Address:
    """An address that a page, a style sheet or a script names, with its line."""

    text: str
    use: Use
    line: int


@dataclass(frozen=True, slots=True)
class Element:
    """Something found on a line: an id, an inline script's text, or the name of a faulty element."""

    text: str
    line: int


@dataclass(slots=True)
class Page:
    """One HTML page as read; filled while it is parsed and not changed afterwards."""

    path: str
    addresses: list[Address] = field(default_factory=list)
    ids: list[Element] = field(default_factory=list)
    inline_scripts: list[Element] = field(default_factory=list)
    event_attributes: list[Element] = field(default_factory=list)
    without_text: list[Element] = field(default_factory=list)
    headings: list[Element] = field(default_factory=list)
    language: str = ""
    title: str = ""
    policy: str | None = None
    redirects: bool = False
