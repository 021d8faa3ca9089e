"""A decision tree as a picture: questions from left to right, outcomes at the right edge."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from isolation_atlas.publishing.pictures.svg import Drawing, text_width, wrapped

_BOX = 160.0
_GAP = 152.0
_LEAF = 236.0
_ROW = 50.0
_TYPE = 13.0


@dataclass(frozen=True, slots=True)
class PictureNode:
    """A question with its branches, or an outcome with names."""

    text: str
    href: str
    branches: tuple[tuple[str, PictureNode], ...]
    fits: tuple[str, ...] = ()
    may_fit: tuple[str, ...] = ()

    @property
    def leaves(self) -> int:
        """How many outcomes lie below."""
        return sum(child.leaves for _, child in self.branches) or 1

    @property
    def depth(self) -> int:
        """How many questions are asked at most."""
        return 1 + max(child.depth for _, child in self.branches) if self.branches else 0


def tree_picture(name: str, title: str, root: PictureNode, most_leaves: int = 30) -> Markup:
    """Return the picture of a tree, cut at the depth beyond which it would have more than ``most_leaves`` outcomes."""
    shown = _fitting(root, most_leaves)
    says = f"{shown.leaves} ends, at most {shown.depth} questions deep. The same tree follows as a list."
    drawing = Drawing(name, title, says, "tree-picture")
    _draw(drawing, shown, 4, 4)
    width = 8 + shown.depth * (_BOX + _GAP) + _LEAF
    return drawing.markup(width, 8 + shown.leaves * _ROW)


def _fitting(root: PictureNode, most: int) -> PictureNode:
    for depth in range(root.depth, 0, -1):
        cut = _cut(root, depth)
        if cut.leaves <= most or depth == 1:
            return cut
    return root


def _cut(node: PictureNode, depth: int) -> PictureNode:
    if not node.branches:
        return node
    if depth == 0:
        return PictureNode(node.text, node.href, ())
    branches = tuple((label, _cut(child, depth - 1)) for label, child in node.branches)
    return PictureNode(node.text, node.href, branches)


def _draw(drawing: Drawing, node: PictureNode, x: float, top: float) -> None:
    middle = top + node.leaves * _ROW / 2
    if not node.branches:
        _draw_end(drawing, node, x, middle)
        return
    _draw_question(drawing, node, x, middle)
    child_top = top
    for label, child in node.branches:
        child_middle = child_top + child.leaves * _ROW / 2
        start, bend, end = x + _BOX, x + _BOX + 16, x + _BOX + _GAP
        drawing.path(f"M{start:g} {middle:g}H{bend:g}V{child_middle:g}H{end:g}", "branch")
        lines = wrapped(label, _GAP - 28, 11.5, 3)
        for index, line in enumerate(lines):
            y = child_middle - 5 - (len(lines) - 1 - index) * 13
            drawing.text(bend + 6, y, line, "answer")
        _draw(drawing, child, end, child_top)
        child_top += child.leaves * _ROW


def _draw_question(drawing: Drawing, node: PictureNode, x: float, middle: float) -> None:
    lines = wrapped(node.text, _BOX - 18, _TYPE, 3)
    height = 16 + len(lines) * 16
    with drawing.link(node.href):
        drawing.rect(x, middle - height / 2, _BOX, height, "question", 4)
        for index, line in enumerate(lines):
            y = middle - height / 2 + 20 + index * 16
            drawing.text(x + 9, y, line, "asks")


def _draw_end(drawing: Drawing, node: PictureNode, x: float, middle: float) -> None:
    if node.text:
        with drawing.link(node.href):
            drawing.text(x + 8, middle + 4, f"then: {wrapped(node.text, _LEAF - 50, 12, 1)[0]}", "goes-on")
        return
    if not node.fits and not node.may_fit:
        drawing.text(x + 8, middle + 4, "✕ nothing fits", "nothing")
        return
    lines = [(_names("✓", node.fits), "fits")] if node.fits else []
    lines += [(_names("?", node.may_fit), "may-fit")] if node.may_fit else []
    for index, (line, css) in enumerate(lines):
        drawing.text(x + 8, middle + 4 + (index - (len(lines) - 1) / 2) * 15, line, css)


def _names(sign: str, names: tuple[str, ...]) -> str:
    """As many names as there is room for, and how many more there are."""
    for count in range(len(names), 0, -1):
        left = f" +{len(names) - count}" if count < len(names) else ""
        words = f"{sign} {', '.join(names[:count])}{left}"
        if text_width(words, 12) <= _LEAF - 12 or count == 1:
            return words
    return sign
