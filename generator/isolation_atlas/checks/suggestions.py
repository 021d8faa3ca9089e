"""What somebody probably meant, without the cost of asking about the same name a thousand times."""

from __future__ import annotations

from collections.abc import Iterable

from isolation_atlas.knowledge.nearest import did_you_mean

_MOST_NAMES = 200


class Suggestions:
    """Closest names by unknown name; after two hundred different names no more are worked out."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, frozenset[str]], str] = {}

    def fix(self, word: str, known: Iterable[str], otherwise: str) -> str:
        """Return a question that offers the closest of the ``known`` names, or ``otherwise`` where none is close."""
        key = (word, frozenset(known))
        if key not in self._found:
            if len(self._found) >= _MOST_NAMES:
                return otherwise
            self._found[key] = did_you_mean(word, sorted(key[1]))
        return self._found[key] or otherwise
