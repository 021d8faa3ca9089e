"""The stack: layers from the bottom up, which of them neighbours share, and where the boundary lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from isolation_atlas.knowledge.records import Layer
from isolation_atlas.publishing.pictures.svg import Drawing, shortened, text_width


@dataclass(frozen=True, slots=True)
class StackSize:
    """Measures of a stack in user units."""

    column: float
    gap: float
    layer: float
    step: float
    type: float
    label: float
    """Room for the layers' names at the right; 0 leaves them out."""


LARGE = StackSize(column=84, gap=12, layer=36, step=4, type=15, label=300)
SMALL = StackSize(column=26, gap=5, layer=15, step=2, type=0, label=0)
NEIGHBOURS = 2
_MARGIN = 7.0


def stack_picture(name: str, title: str, layers: Sequence[Layer], size: StackSize = LARGE) -> Markup:
    """Return the picture of a stack that stands beside its neighbours; ``name`` is unique on the page."""
    drawing = Drawing(name, title, describe_stack(layers), "stack" if size.label else "stack stack-small")
    head = 26.0 if size.label else _MARGIN
    for position, layer in enumerate(layers):
        y = head + (len(layers) - 1 - position) * (size.layer + size.step)
        _draw_layer(drawing, layer, y, size)
        if size.label:
            _label(drawing, layer, y, size)
    _draw_boundary(drawing, layers, head, size)
    if size.label:
        _draw_heads(drawing, size)
    height = head + len(layers) * (size.layer + size.step) - size.step + _MARGIN
    return drawing.markup(_width(size) + _labels(layers, size) + _MARGIN, height)


def describe_stack(layers: Sequence[Layer]) -> str:
    """Return a stack in words, from the bottom up."""
    shared = [layer.name for layer in layers if layer.shared]
    own = [layer.name for layer in layers if not layer.shared]
    first = f"Shared with neighbours: {', '.join(shared)}." if shared else "Nothing is shared with neighbours."
    return f"{first} Of its own, above the boundary: {', '.join(own)}." if own else first


def _labels(layers: Sequence[Layer], size: StackSize) -> float:
    """Room for the widest name with its note."""
    if not size.label:
        return 0
    widest = max(
        (text_width(layer.name, size.type) + text_width(_note(layer), size.type * 0.85) for layer in layers), default=0
    )
    return min(size.label, widest + 20) + 24


def _note(layer: Layer) -> str:
    return ", ".join(part for part in ("shared" if layer.shared else "", layer.note) if part)


def _width(size: StackSize) -> float:
    return _MARGIN + (NEIGHBOURS + 1) * size.column + NEIGHBOURS * size.gap


def _left(column: int, size: StackSize) -> float:
    return _MARGIN + column * (size.column + size.gap)


def _draw_layer(drawing: Drawing, layer: Layer, y: float, size: StackSize) -> None:
    radius = 3 if size.label else 1.5
    if layer.shared:
        drawing.rect(_MARGIN, y, _width(size) - _MARGIN, size.layer, "layer shared", radius)
        return
    for column in range(NEIGHBOURS + 1):
        css = "layer own" if column == 0 else "layer own neighbour"
        drawing.rect(_left(column, size), y, size.column, size.layer, css, radius)


def _label(drawing: Drawing, layer: Layer, y: float, size: StackSize) -> None:
    x, middle = _width(size) + 18, y + size.layer / 2
    drawing.line(_width(size) + 3, middle, x - 5, middle, "leader")
    drawing.text(x, middle + size.type * 0.35, shortened(layer.name, size.label, size.type), "label")
    note = _note(layer)
    room = size.label - text_width(layer.name, size.type) - 10
    if note and room > 40:
        after = x + text_width(layer.name, size.type) + 10
        drawing.text(after, middle + size.type * 0.35, shortened(note, room, size.type * 0.85), "note")


def _draw_boundary(drawing: Drawing, layers: Sequence[Layer], head: float, size: StackSize) -> None:
    """A line above the highest shared layer, and up between neighbours: a comb, with a stack in each gap."""
    shared = sum(layer.shared for layer in layers)
    own = len(layers) - shared
    if not own:
        return
    foot = head + own * (size.layer + size.step) - size.step / 2
    edge = 4.0 if size.label else 3.0
    if not shared:
        foot = head + len(layers) * (size.layer + size.step) - size.step
    right = _width(size) + edge
    parts = [f"M{_n(_MARGIN - edge)} {_n(foot)}H{_n(right)}"] if shared else []
    for column in range(1, NEIGHBOURS + 1):
        x = _left(column, size) - size.gap / 2
        parts.append(f"M{_n(x)} {_n(foot)}V{_n(head - edge)}")
    drawing.path("".join(parts), "boundary")


def _draw_heads(drawing: Drawing, size: StackSize) -> None:
    drawing.text(_left(0, size) + size.column / 2, 15, "this one", "head", "middle")
    for column in range(1, NEIGHBOURS + 1):
        drawing.text(_left(column, size) + size.column / 2, 15, "neighbour", "head", "middle")


def _n(value: float) -> str:
    return f"{value:g}"
