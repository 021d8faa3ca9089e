"""A decision tree on slides: native boxes with connectors that stay joined; a large branch goes on later."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation as Show
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Pt

from isolation_atlas.publishing.formats.look import Look, Theme
from isolation_atlas.publishing.formats.measuring import Face, lines_in
from isolation_atlas.publishing.formats.outline import Tree, lines_of
from isolation_atlas.publishing.formats.slide_page import LEADING, MARGIN, add_notes, body_of, new_slide, write
from isolation_atlas.publishing.formats.slide_show import paint, unstyled
from isolation_atlas.publishing.formats.wording import part_title
from isolation_atlas.publishing.pictures.tree import PictureNode

_TYPE = 12.0
_NOWHERE = Pt(0)
BETWEEN = " · "
"""Stands between answers that lead the same way."""
_MOST_NAMES = 3
_MOST_ANSWER_LINES = 4
_APART = 6.0
"""Least distance between what is drawn below each other, in points."""


@dataclass(frozen=True, slots=True)
class _Measures:
    """Widths in points; lines fork between a question and its answers, and are straight to what follows."""

    box: float
    fork: float
    answer: float
    step: float
    end: float

    @property
    def level(self) -> float:
        """How far a question is from the next."""
        return self.box + self.fork + self.answer + self.step


_WIDE = _Measures(box=136, fork=26, answer=138, step=14, end=254)
_NARROW = _Measures(box=114, fork=20, answer=102, step=10, end=154)
_ENOUGH = 900.0
"""The width of a slide from which on there is room for the wide measures."""


@dataclass(frozen=True, slots=True)
class _Slice:
    """What one slide shows of a tree, and the answers that lead to it."""

    root: PictureNode
    path: str


def add_tree(show: Show, tree: Tree, look: Look) -> None:
    """Add the slides of a tree."""
    foot = ("✓ fits   ? may fit   ✕ nothing fits", f"{tree.publisher} · facts as of {tree.as_of}")
    width = look.size.points[0]
    measures = _WIDE if width >= _ENOUGH else _NARROW
    deepest = max(1, int((width - 2 * MARGIN - measures.end) / measures.level))
    first = len(show.slides)
    top, bottom = body_of(look, part_title(tree.title, 99, 99), "Two lines. " * 20, foot)
    slices = _slices(tree.root, "", _Limits(measures, deepest, bottom - top))
    numbers = {piece.path: first + index + 1 for index, piece in enumerate(slices)}
    for piece in slices:
        title = part_title(tree.title, numbers[piece.path] - first, len(slices))
        summary = piece.path or tree.summary
        frame = new_slide(show, look, title, summary, foot, tree.link)
        stretch = (frame.bottom - frame.top) / _tall(piece.root, measures)
        drawing = _Drawing(frame.slide, look.theme, numbers, stretch, measures)
        drawing.node(piece.root, piece.path, MARGIN, frame.top)
        add_notes(frame.slide, (*_notes(tree), "", *_outline(tree)))


@dataclass(frozen=True, slots=True)
class _Limits:
    """What fits a slide: how many questions after each other, and how high."""

    measures: _Measures
    depth: int
    height: float

    def fit(self, node: PictureNode) -> bool:
        """Whether a node fits with everything below it."""
        return node.depth <= self.depth and _tall(node, self.measures) <= self.height


def _tall(node: PictureNode, measures: _Measures, answer: str = "") -> float:
    """The height that a node needs with everything below it, and the answer that leads to it, in points."""
    said = min(len(_answer_lines(answer, measures)), _MOST_ANSWER_LINES) * _TYPE * LEADING + _APART if answer else 0.0
    if node.branches:
        below = sum(_tall(child, measures, way) for way, child in node.branches)
        asked = len(lines_in(node.text, measures.box - 14, _TYPE, Face.OFFICE, True))
        return max(said, below, _box_height(asked) + _APART)
    texts = [f"{node.text} → slide 99"] if node.text else _end_texts(node, _MOST_NAMES)
    return max(said, _box_height(sum(len(_end_lines(text, measures)) for text in texts)) + _APART)


def _answer_lines(answer: str, measures: _Measures) -> tuple[str, ...]:
    return lines_in(answer, measures.answer - 8, _TYPE, Face.OFFICE)


def _end_lines(text: str, measures: _Measures) -> tuple[str, ...]:
    return lines_in(text, measures.end - 14, _TYPE, Face.OFFICE, True)


def _box_height(lines: int) -> float:
    return lines * _TYPE * LEADING + 8


def _slices(root: PictureNode, path: str, limits: _Limits) -> list[_Slice]:
    """A tree in pieces that each fit a slide, a piece before those that go on from it."""
    cuts = [_opened(root, path, limits.height, limits)]
    cuts += [_cut(root, path, depth) for depth in range(1, min(limits.depth, root.depth))]
    tried = [
        [_Slice(shown, path), *(piece for way, node in rest for piece in _slices(node, way, limits))]
        for shown, rest in cuts
        if _tall(shown, limits.measures) <= limits.height or len(cuts) == 1
    ]
    return min(tried, key=len, default=[_Slice(root, path)])


def _cut(node: PictureNode, path: str, depth: int) -> tuple[PictureNode, list[tuple[str, PictureNode]]]:
    """A node down to a depth, and what goes on elsewhere."""
    if not node.branches or depth == 0:
        return replace(node, branches=()), [(path, node)] if node.branches else []
    branches, rest = [], []
    for answer, child in node.branches:
        shown, more = _cut(child, f"{path} → {answer}" if path else answer, depth - 1)
        branches.append((answer, shown))
        rest.extend(more)
    return replace(node, branches=tuple(branches)), rest


def _opened(
    node: PictureNode, path: str, room: float, limits: _Limits
) -> tuple[PictureNode, list[tuple[str, PictureNode]]]:
    """A node with as much below it as there is room for, and what goes on elsewhere with the answers that lead there.

    Every branch is shown closed at least; then those that need least get the room that they need.
    """
    if node.depth <= limits.depth and _tall(node, limits.measures) <= room:
        return node, []
    inner = replace(limits, depth=limits.depth - 1)
    closed = [(replace(child, branches=()), child) for _, child in node.branches]
    least = [
        _tall(shown, limits.measures, answer) for (answer, _), (shown, _) in zip(node.branches, closed, strict=True)
    ]
    left = room - sum(least)
    found: dict[int, tuple[PictureNode, list[tuple[str, PictureNode]]]] = {}
    for index in sorted(range(len(closed)), key=lambda each: _tall(closed[each][1], limits.measures)):
        answer, child = node.branches[index]
        way = f"{path} → {answer}" if path else answer
        has_room = child.depth <= inner.depth and _tall(child, limits.measures, answer) <= left + least[index]
        shut = (closed[index][0], [(way, child)] if child.branches else [])
        found[index] = (child, []) if has_room else shut
        left -= _tall(found[index][0], limits.measures, answer) - least[index]
    branches = tuple((answer, found[index][0]) for index, (answer, _) in enumerate(node.branches))
    return replace(node, branches=branches), [each for index in sorted(found) for each in found[index][1]]


@dataclass(slots=True)
class _Drawing:
    slide: Slide
    theme: Theme
    numbers: dict[str, int]
    stretch: float
    measures: _Measures

    def node(self, node: PictureNode, path: str, left: float, top: float, answer: str = "") -> Shape:
        """Draw a node with everything after it and return its own shape."""
        middle = top + self._height(node, answer) / 2
        if not node.branches:
            return self._end(node, path, left, middle)
        lines = len(lines_in(node.text, self.measures.box - 14, _TYPE, Face.OFFICE, True))
        shape = self._box(left, middle, self.measures.box, lines, self.theme.stripe, self.theme.shared_edge)
        write(shape.text_frame.paragraphs[0], node.text, _TYPE, self.theme.ink, self.theme, bold=True)
        top = middle - sum(self._height(child, said) for said, child in node.branches) / 2
        for said, child in node.branches:
            tall = self._height(child, said)
            way = f"{path} → {said}" if path else said
            words = self._answer(said, left + self.measures.box + self.measures.fork, top + tall / 2)
            after = self.node(child, way, left + self.measures.level, top, said)
            self._join(shape, words, MSO_CONNECTOR.ELBOW)
            self._join(words, after, MSO_CONNECTOR.STRAIGHT)
            top += tall
        return shape

    def _height(self, node: PictureNode, answer: str) -> float:
        return _tall(node, self.measures, answer) * self.stretch

    def _end(self, node: PictureNode, path: str, left: float, middle: float) -> Shape:
        theme = self.theme
        if node.text:
            words = f"{node.text} → slide {self.numbers[path]}" if path in self.numbers else node.text
            shape = self._box(
                left, middle, self.measures.end, len(_end_lines(words, self.measures)), theme.paper, theme.shared_edge
            )
            write(shape.text_frame.paragraphs[0], words, _TYPE, theme.muted, theme)
            return shape
        texts = _end_texts(node, _MOST_NAMES)
        edge = theme.good if node.fits else theme.fault if not node.may_fit else theme.warning
        shape = self._box(
            left,
            middle,
            self.measures.end,
            sum(len(_end_lines(text, self.measures)) for text in texts),
            theme.paper,
            edge,
        )
        for position, text in enumerate(texts):
            frame = shape.text_frame
            paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.LEFT
            write(paragraph, text, _TYPE, theme.ink, theme, bold=text.startswith("✓"))
        return shape

    def _box(self, left: float, middle: float, width: float, lines: int, fill: str, edge: str) -> Shape:
        tall = _box_height(lines)
        place = (Pt(left), Pt(middle - tall / 2), Pt(width), Pt(tall))
        shape = self.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
        unstyled(shape)
        paint(shape.fill, fill, self.theme)
        paint(shape.line.fill, edge, self.theme)
        shape.line.width = Pt(1.25)
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = Pt(6)
        frame.margin_top = frame.margin_bottom = Pt(3)
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        return shape

    def _join(self, before: Shape, after: Shape, sort: MSO_CONNECTOR) -> None:
        line = self.slide.shapes.add_connector(sort, _NOWHERE, _NOWHERE, _NOWHERE, _NOWHERE)
        line.begin_connect(before, 3)
        line.end_connect(after, 1)
        paint(line.line.fill, self.theme.shared_edge, self.theme)
        line.line.width = Pt(1.25)
        unstyled(line)

    def _answer(self, answer: str, left: float, middle: float) -> Shape:
        text = _shortened(answer, self.measures.answer - 8, _MOST_ANSWER_LINES)
        tall = len(lines_in(text, self.measures.answer - 8, _TYPE, Face.OFFICE)) * _TYPE * LEADING
        shape = self.slide.shapes.add_textbox(Pt(left), Pt(middle - tall / 2), Pt(self.measures.answer), Pt(tall))
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = Pt(4)
        frame.margin_top = frame.margin_bottom = 0
        write(frame.paragraphs[0], text, _TYPE, self.theme.muted, self.theme)
        return shape


def _end_texts(node: PictureNode, most: int) -> list[str]:
    """Who fits and who may, with at most so many names; the notes have them all."""
    parts = [(sign, names) for sign, names in (("✓", node.fits), ("?", node.may_fit)) if names]
    return [f"{sign} {_some(names, most)}" for sign, names in parts] or ["✕ nothing fits"]


def _shortened(answer: str, room: float, most: int) -> str:
    """Answers that lead the same way, as many as there is room for, and how many more; the notes have them all."""
    answers = answer.split(BETWEEN)
    for count in range(len(answers), 0, -1):
        more = len(answers) - count
        text = BETWEEN.join(answers[:count]) + (f" and {more} more" if more else "")
        if len(lines_in(text, room, _TYPE, Face.OFFICE)) <= most:
            return text
    return f"{len(answers)} answers" if len(answers) > 1 else answer


def _some(names: tuple[str, ...], most: int) -> str:
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"


def _notes(tree: Tree) -> tuple[str, ...]:
    return (f"{tree.title}.", f"Facts as of {tree.as_of}.", f"The same on the site: {tree.link}")


def _outline(tree: Tree) -> tuple[str, ...]:
    return tuple(f"{'    ' * line.depth}{line.answer or 'Begin'} → {line.text}" for line in lines_of(tree))
