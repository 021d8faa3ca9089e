"""A decision tree as a picture: questions from left to right, outcomes at the right edge."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from isolation_atlas.publishing.pictures.svg import Drawing, wrapped

_BOX = 160.0
_GAP = 152.0
_LEAF = 300.0
_ROW = 50.0
_TYPE = 13.0
_END_TYPE, _END_LINES = 12.0, 3


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
    width = 8 + shown.depth * (_BOX + _GAP) + _LEAF
    _draw(drawing, shown, 4, 4, width)
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


def _draw(drawing: Drawing, node: PictureNode, x: float, top: float, right: float) -> None:
    """Draw a node with everything after it; ends have the room up to the picture's right edge."""
    middle = top + node.leaves * _ROW / 2
    if not node.branches:
        _draw_end(drawing, node, x, middle, right - x - 12)
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
        _draw(drawing, child, end, child_top, right)
        child_top += child.leaves * _ROW


def _draw_question(drawing: Drawing, node: PictureNode, x: float, middle: float) -> None:
    lines = wrapped(node.text, _BOX - 18, _TYPE, 4)
    height = 16 + len(lines) * 16
    with drawing.link(node.href):
        drawing.rect(x, middle - height / 2, _BOX, height, "question", 4)
        for index, line in enumerate(lines):
            y = middle - height / 2 + 20 + index * 16
            drawing.text(x + 9, y, line, "asks")


def _draw_end(drawing: Drawing, node: PictureNode, x: float, middle: float, room: float) -> None:
    if node.text:
        with drawing.link(node.href):
            drawing.text(x + 8, middle + 4, f"then: {wrapped(node.text, room - 40, 12, 1)[0]}", "goes-on")
        return
    if not node.fits and not node.may_fit:
        drawing.text(x + 8, middle + 4, "✕ nothing fits", "nothing")
        return
    for index, (line, css) in enumerate(lines := _end_lines(node, room)):
        drawing.text(x + 8, middle + 4 + (index - (len(lines) - 1) / 2) * 15, line, css)


def _end_lines(node: PictureNode, room: float) -> list[tuple[str, str]]:
    """Who fits and who may on as many lines as a row has, those who fit first in the line for them."""
    parts = [("✓", node.fits, "fits"), ("?", node.may_fit, "may-fit")]
    left, found = _END_LINES, list[tuple[str, str]]()
    for position, (sign, names, css) in enumerate(parts):
        if names:
            most = left - sum(bool(others) for _, others, _ in parts[position + 1 :])
            lines = _names(sign, names, room, most)
            found += [(line, css) for line in lines]
            left -= len(lines)
    return found


def _names(sign: str, names: tuple[str, ...], room: float, most: int) -> list[str]:
    """As many names as there is room for on at most so many lines, and how many more there are."""
    for count in range(len(names), 1, -1):
        left = f" +{len(names) - count}" if count < len(names) else ""
        lines = wrapped(f"{sign} {', '.join(names[:count])}{left}", room, _END_TYPE, most + 1)
        if len(lines) <= most:
            return lines
    return wrapped(f"{sign} {names[0]}{f' +{len(names) - 1}' if len(names) > 1 else ''}", room, _END_TYPE, most)
