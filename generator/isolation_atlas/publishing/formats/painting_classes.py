"""What the classes in the site's pictures look like outside the site: the twin of the style sheet's picture rules."""

from __future__ import annotations

from isolation_atlas.publishing.formats.look import Theme
from isolation_atlas.publishing.formats.shapes import Ink

_TYPE = {
    "label": 14.0,
    "tick": 12.5,
    "note": 12.5,
    "head": 12.5,
    "asks": 13.0,
    "answer": 11.5,
    "fits": 12.0,
    "may-fit": 12.0,
    "nothing": 12.0,
    "goes-on": 12.0,
    "name": 12.5,
    "axis": 13.5,
    "layer-name": 12.0,
    "layer-name-own": 12.0,
    "column-name": 12.0,
}
_BOLD = frozenset({"asks", "fits", "axis"})
_MUTED = frozenset({"tick", "note", "head", "answer"})


def type_of(classes: tuple[str, ...], picture: tuple[str, ...], theme: Theme) -> tuple[float, bool, str]:
    """Return size, weight and colour of a text."""
    first = classes[0] if classes else ""
    bold = first in _BOLD or (first == "label" and "stack" in picture)
    colour = theme.muted if first in _MUTED else theme.fault if first == "nothing" else theme.ink
    if first == "layer-name-own":
        colour = theme.paper
    return _TYPE.get(first, 14.0), bold, colour


def ink_of(classes: tuple[str, ...], picture: tuple[str, ...], theme: Theme) -> Ink:
    """Return the colours of a shape: the last of its classes that is known decides."""
    inks = {
        "grid": Ink("", theme.rule, 0.8),
        "leader": Ink("", theme.rule, 0.8),
        "stripe": Ink(theme.stripe),
        "shared": Ink(theme.shared, theme.shared_edge),
        "own": Ink(theme.accent, theme.accent),
        "neighbour": Ink(theme.paper, theme.shared_edge, 1.0, (3.0, 2.0)),
        "boundary": Ink("", theme.warning if theme.name != "light" else "b8450a", 3.5),
        "mark": Ink(theme.accent, theme.paper, 1.2),
        "mark-range": Ink(theme.accent, theme.paper, 1.2, (), 0.55),
        "mark-end": Ink("", theme.accent, 2.0),
        "mark-bound": Ink("", theme.accent, 2.5, (1.0, 3.0)),
        "question": Ink(theme.stripe, theme.shared_edge),
        "branch": Ink("", theme.shared_edge, 1.4),
        "whisker": Ink("", theme.accent, 2.0, (), 0.4),
        "both-good": Ink(theme.stripe),
    }
    if "mark-unverified" in classes:
        return Ink(theme.paper, theme.accent, 2.0)
    known = [inks[each] for each in classes if each in inks]
    return known[-1] if known else Ink(theme.shared, theme.shared_edge)
