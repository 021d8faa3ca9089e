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
from isolation_atlas.publishing.formats.slide_page import LEADING, MARGIN, add_notes, new_slide, write
from isolation_atlas.publishing.formats.slide_show import paint, unstyled
from isolation_atlas.publishing.formats.wording import part_title
from isolation_atlas.publishing.pictures.tree import PictureNode

_TYPE = 12.0
_NOWHERE = Pt(0)
BETWEEN = " · "
"""Stands between answers that lead the same way."""
_MOST_NAMES = 4


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


_WIDE = _Measures(box=136, fork=26, answer=138, step=14, end=216)
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
    slices = _slices(tree.root, "", deepest, _room(look))
    numbers = {piece.path: first + index + 1 for index, piece in enumerate(slices)}
    for piece in slices:
        title = part_title(tree.title, numbers[piece.path] - first, len(slices))
        summary = piece.path or tree.summary
        frame = new_slide(show, look, title, summary, foot, tree.link)
        drawing = _Drawing(
            frame.slide, look.theme, numbers, (frame.bottom - frame.top) / max(piece.root.leaves, 1), measures
        )
        drawing.node(piece.root, piece.path, MARGIN, frame.top)
        add_notes(frame.slide, (*_notes(tree), "", *_outline(tree)))


def _room(look: Look) -> int:
    return 10 if look.size.points[1] < 580 else 11


def _slices(root: PictureNode, path: str, deepest: int, most: int) -> list[_Slice]:
    """A tree in pieces that each fit a slide, a piece before those that go on from it."""
    cuts = [_opened(root, path, most, deepest)]
    cuts += [_cut(root, path, depth) for depth in range(1, min(deepest, root.depth))]
    tried = [
        [_Slice(shown, path), *(piece for way, node in rest for piece in _slices(node, way, deepest, most))]
        for shown, rest in cuts
        if shown.leaves <= most or len(cuts) == 1
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


def _opened(node: PictureNode, path: str, most: int, depth: int) -> tuple[PictureNode, list[tuple[str, PictureNode]]]:
    """A node with as much below it as there is room for, and what goes on elsewhere with the answers that lead there.

    Every branch gets one end; then those that need least get the room that they need.
    """
    if node.leaves <= most and node.depth <= depth:
        return node, []
    left = max(most - len(node.branches), 0)
    shown: dict[int, tuple[PictureNode, list[tuple[str, PictureNode]]]] = {}
    order = sorted(range(len(node.branches)), key=lambda each: node.branches[each][1].leaves)
    inner = [child for _, child in node.branches if child.branches]
    some_fit = any(child.leaves <= left + 1 and child.depth < depth for child in inner)
    for index in order:
        answer, child = node.branches[index]
        way = f"{path} → {answer}" if path else answer
        whole = child.leaves <= left + 1 and child.depth < depth
        partly = not some_fit and depth > 1 and len(child.branches) <= left + 1
        closed = (replace(child, branches=()), [(way, child)] if child.branches else [])
        shown[index] = _opened(child, way, left + 1, depth - 1) if whole or partly else closed
        left -= shown[index][0].leaves - 1
    branches = tuple((answer, shown[index][0]) for index, (answer, _) in enumerate(node.branches))
    return replace(node, branches=branches), [each for index in sorted(shown) for each in shown[index][1]]


@dataclass(slots=True)
class _Drawing:
    slide: Slide
    theme: Theme
    numbers: dict[str, int]
    row: float
    measures: _Measures

    def node(self, node: PictureNode, path: str, left: float, top: float) -> Shape:
        """Draw a node with everything after it and return its own shape."""
        middle = top + node.leaves * self.row / 2
        if not node.branches:
            return self._end(node, path, left, middle)
        lines = len(lines_in(node.text, self.measures.box - 14, _TYPE, Face.OFFICE, True))
        shape = self._box(left, middle, self.measures.box, lines, self.theme.stripe, self.theme.shared_edge)
        write(shape.text_frame.paragraphs[0], node.text, _TYPE, self.theme.ink, self.theme, bold=True)
        for answer, child in node.branches:
            way = f"{path} → {answer}" if path else answer
            middle_of_child = top + child.leaves * self.row / 2
            said = self._answer(answer, left + self.measures.box + self.measures.fork, middle_of_child)
            after = self.node(child, way, left + self.measures.level, top)
            self._join(shape, said, MSO_CONNECTOR.ELBOW)
            self._join(said, after, MSO_CONNECTOR.STRAIGHT)
            top += child.leaves * self.row
        return shape

    def _end(self, node: PictureNode, path: str, left: float, middle: float) -> Shape:
        theme = self.theme
        if node.text:
            words = f"{node.text} → slide {self.numbers[path]}" if path in self.numbers else node.text
            shape = self._box(left, middle, self.measures.end, len(self._lines(words)), theme.paper, theme.shared_edge)
            write(shape.text_frame.paragraphs[0], words, _TYPE, theme.muted, theme)
            return shape
        texts = self._end_texts(node)
        edge = theme.good if node.fits else theme.fault if not node.may_fit else theme.warning
        shape = self._box(
            left, middle, self.measures.end, sum(len(self._lines(text)) for text in texts), theme.paper, edge
        )
        for position, text in enumerate(texts):
            frame = shape.text_frame
            paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.LEFT
            write(paragraph, text, _TYPE, theme.ink, theme, bold=text.startswith("✓"))
        return shape

    def _box(self, left: float, middle: float, width: float, lines: int, fill: str, edge: str) -> Shape:
        tall = lines * _TYPE * LEADING + 8
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
        most = max(1, int((self.row - 4) / (_TYPE * LEADING)))
        text = _shortened(answer, self.measures.answer - 8, most)
        tall = len(lines_in(text, self.measures.answer - 8, _TYPE, Face.OFFICE)) * _TYPE * LEADING
        shape = self.slide.shapes.add_textbox(Pt(left), Pt(middle - tall / 2), Pt(self.measures.answer), Pt(tall))
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = Pt(4)
        frame.margin_top = frame.margin_bottom = 0
        write(frame.paragraphs[0], text, _TYPE, self.theme.muted, self.theme)
        return shape

    def _lines(self, text: str) -> tuple[str, ...]:
        return lines_in(text, self.measures.end - 14, _TYPE, Face.OFFICE, True)

    def _end_texts(self, node: PictureNode) -> list[str]:
        """Who fits and who may, with no more names than there is room for; the notes have them all."""
        parts = [(sign, names) for sign, names in (("✓", node.fits), ("?", node.may_fit)) if names]
        if not parts:
            return ["✕ nothing fits"]
        most = max(1, int((self.row - 10) / (_TYPE * LEADING)))
        for names in range(_MOST_NAMES, 0, -1):
            texts = [f"{sign} {_some(each, names)}" for sign, each in parts]
            if sum(len(self._lines(text)) for text in texts) <= most:
                return texts
        return [f"{sign} {len(each)} {'fit' if sign == '✓' else 'may fit'}" for sign, each in parts]


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
