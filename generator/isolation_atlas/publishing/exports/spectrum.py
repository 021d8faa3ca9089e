"""The spectrum as one picture: the layers of several subjects beside each other, and where each boundary lies."""

from __future__ import annotations

from collections.abc import Iterable

from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.records import Layer, Subject
from isolation_atlas.publishing.formats.measuring import Face, lines_in
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.wording import clean
from isolation_atlas.publishing.pictures.svg import Drawing
from isolation_atlas.publishing.site import Site

ID = "spectrum"
_COLUMN, _GAP, _TALL, _STEP, _TYPE = 86.0, 3.0, 46.0, 3.0, 12.0
_LINE = 13.5
_TITLE = "Layers and boundaries"
_SAYS = "From the bottom up: pale layers are shared with neighbours, dark ones are not; between them lies the boundary."
_NAME = 34.0


def spectrum_of(site: Site, subjects: Iterable[str], address: str = "") -> Plot:
    """Return the spectrum of those subjects that have layers, in the given order."""
    knowledge = site.knowledge
    shown = [knowledge.subjects[each] for each in subjects if knowledge.subjects[each].stack]
    tallest = max((len(subject.stack) for subject in shown), default=0)
    says = " ".join(_says(subject) for subject in shown)
    drawing = Drawing(ID, _TITLE, says, "spectrum-picture")
    for position, subject in enumerate(shown):
        _column(drawing, subject, 4 + position * (_COLUMN + _GAP), tallest)
    height = tallest * (_TALL + _STEP) + _NAME + 8
    markup = str(drawing.markup(8 + len(shown) * (_COLUMN + _GAP) - _GAP, height))
    return Plot(ID, _TITLE, _SAYS, markup, address, site.today.isoformat(), knowledge.ontology.title)


def widest_subjects(site: Site) -> tuple[str, ...]:
    """Return the subjects of the ontology's first level that can be chosen, the widest one, by how much they share."""
    levels = [level.id for kind in site.knowledge.ontology.kinds_of(Role.SUBJECT) for level in kind.levels]
    found = [subject for subject in site.knowledge.subjects.values() if subject.level == levels[0]]
    return tuple(subject.id for subject in sorted(found, key=lambda one: sum(layer.shared for layer in one.stack)))


def _column(drawing: Drawing, subject: Subject, left: float, tallest: int) -> None:
    foot = 4 + tallest * (_TALL + _STEP)
    for position, layer in enumerate(subject.stack):
        _layer(drawing, layer, left, foot - (position + 1) * (_TALL + _STEP) + _STEP)
    shared = sum(layer.shared for layer in subject.stack)
    if 0 < shared < len(subject.stack):
        edge = foot - shared * (_TALL + _STEP) + _STEP / 2
        drawing.path(f"M{left - 1:g} {edge:g}H{left + _COLUMN + 1:g}", "boundary")
    for index, line in enumerate(_at_most(lines_in(clean(subject.name), _COLUMN, _TYPE, Face.WIDE), 2)):
        drawing.text(left + _COLUMN / 2, foot + 15 + index * 15, line, "column-name", "middle")


def _layer(drawing: Drawing, layer: Layer, left: float, top: float) -> None:
    drawing.rect(left, top, _COLUMN, _TALL, "layer shared" if layer.shared else "layer own", 2)
    lines = _at_most(lines_in(clean(layer.name), _COLUMN - 8, _TYPE, Face.WIDE), 3)
    first = top + _TALL / 2 + _TYPE * 0.36 - (len(lines) - 1) * _LINE / 2
    for index, line in enumerate(lines):
        css = "layer-name" if layer.shared else "layer-name-own"
        drawing.text(left + _COLUMN / 2, first + index * _LINE, line, css, "middle")


def _at_most(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The first lines, with an ellipsis where there are more; the description has all words."""
    return lines if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1]}…")


def _says(subject: Subject) -> str:
    layers = ", ".join(f"{layer.name} (shared)" if layer.shared else layer.name for layer in subject.stack)
    return f"{subject.name}: {layers}."
