"""The sources of a deck as lines for slides: short, numbered, a few on each."""

from __future__ import annotations

from itertools import pairwise

from isolation_atlas.publishing.formats.measuring import Face, lines_in
from isolation_atlas.publishing.formats.table import Reference
from isolation_atlas.publishing.formats.wording import clean, short_reference

MOST_SOURCES = 12
"""On one slide."""
MOST_LINES = 2


def source_groups(sources: tuple[Reference, ...]) -> tuple[tuple[Reference, ...], ...]:
    """Return sources in as few groups as have at most ``MOST_SOURCES``, of about the same number."""
    if not sources:
        return ()
    groups = -(-len(sources) // MOST_SOURCES)
    edges = [len(sources) * group // groups for group in range(groups + 1)]
    return tuple(sources[first:last] for first, last in pairwise(edges))


def source_lines(reference: Reference, width: float, size: float, face: Face) -> tuple[str, ...]:
    """Return a citation in at most ``MOST_LINES`` lines of a width: its title is cut, and then what is still over."""
    words = clean(reference.title).split(" ")
    lines = lines_in(clean(short_reference(reference)), width, size, face)
    count = len(words)
    while len(lines) > MOST_LINES and count > 1:
        count -= 1
        lines = lines_in(clean(short_reference(reference, f"{' '.join(words[:count])}…")), width, size, face)
    if len(lines) <= MOST_LINES:
        return lines
    return (*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1][:-1].rstrip()}…")
