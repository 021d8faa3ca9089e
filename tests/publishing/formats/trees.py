"""Trees and pictures for tests."""

from __future__ import annotations

from isolation_atlas.publishing.formats.deck import Deck
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.pictures.svg import Drawing
from isolation_atlas.publishing.pictures.tree import PictureNode
from tests.publishing.formats.tables import states_table


def end(*fits: str, may: tuple[str, ...] = ()) -> PictureNode:
    """Return an end of a tree."""
    return PictureNode("", "", (), fits, may)


def tree(width: int = 2, depth: int = 2) -> Tree:
    """Return a tree with so many answers to each question, and so many questions on each path."""
    link = "https://example.org/atlas/trees/t.html"
    return Tree("t", "Tree & more", "Which <one>?", _node(width, depth, "q"), link, "2026-11-23", "Atlas")


def plot() -> Plot:
    """Return a picture with each sort of shape."""
    drawing = Drawing("p", "Picture", "Shapes.", "range-plot")
    drawing.rect(10, 10, 80, 20, "layer shared", 3)
    drawing.circle(120, 20, 6, "mark mark-unverified")
    drawing.line(10, 50, 190, 50, "grid")
    drawing.path("M10 60H60V80", "boundary")
    drawing.text(100, 90, "≤ 5 µs → better", "tick", "middle")
    sources = ("A study.",)
    return Plot(
        "p",
        "Picture",
        "Says.",
        str(drawing.markup(200, 100)),
        "https://example.org/p.html",
        "2026-11-23",
        "Atlas",
        sources,
    )


def deck() -> Deck:
    """Return a deck with each sort of item."""
    items = (plot(), states_table(), tree())
    return Deck("The deck", "What for?", items, "https://example.org/atlas/", "2026-11-23", "Atlas")


def _node(width: int, depth: int, name: str) -> PictureNode:
    if depth == 0:
        return end(f"Fit {name}", may=(f"May {name}",)) if not name.endswith("1") else end()
    branches = tuple((f"Answer {name}{each}", _node(width, depth - 1, f"{name}{each}")) for each in range(width))
    return PictureNode(f"Question {name}?", "https://example.org/q.html", branches)
