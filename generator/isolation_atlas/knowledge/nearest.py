"""The names that somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return at most ``most`` known names that resemble ``word``, the closest first."""
    from difflib import get_close_matches  # sound knowledge needs none

    return tuple(get_close_matches(word, list(known), n=most, cutoff=0.6))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a question that offers the closest names, or nothing when none is close."""
    found = nearest(word, known)
    return f"Did you mean {' or '.join(repr(name) for name in found)}?" if found else ""
