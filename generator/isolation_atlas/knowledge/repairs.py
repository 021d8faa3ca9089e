"""What a program may do about a finding by itself: small changes that lose nothing and guess at no source.

A repair carries what it expects to find, so that it does nothing where the file says something else by now.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from isolation_atlas.knowledge.nearest import nearest

if TYPE_CHECKING:
    from isolation_atlas.knowledge.findings import Spot

_ALIKE = 0.75
"""How much a word must resemble a name before a program may write that name."""
_APART = 0.1
"""And how much more than the next one."""


@dataclass(frozen=True, slots=True)
class ReplaceValue:
    """Write ``new`` where the scalar at a spot reads ``old``."""

    spot: Spot
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Call the last key of a spot ``new``, unless its mapping has such a key already."""

    spot: Spot
    new: str


@dataclass(frozen=True, slots=True)
class RemoveEntry:
    """Take out the item or field at a spot; where ``old`` is given, only a scalar that reads so."""

    spot: Spot
    old: str = ""


@dataclass(frozen=True, slots=True)
class RewriteText:
    """Replace pieces of a file's text, each given by its first character, the one after its last, and the new piece."""

    file: str
    pieces: tuple[tuple[int, int, str], ...]


Repair = ReplaceValue | RenameKey | RemoveEntry | RewriteText


def only_meant(word: str, known: Iterable[str]) -> str:
    """Return the one known name that ``word`` can only be a misspelling of, or nothing where there is any doubt.

    For the closed lists of the format alone: the id of a thing or source is never guessed.
    """
    from difflib import SequenceMatcher

    near = nearest(word, known, most=2)
    alike = [SequenceMatcher(None, word, name).ratio() for name in near]
    beyond_doubt = alike and alike[0] >= _ALIKE and (len(alike) == 1 or alike[0] - alike[1] >= _APART)
    return near[0] if beyond_doubt else ""
