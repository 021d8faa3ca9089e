"""The sheet of each sort of thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from isolation_atlas.cli.sheet import Line, Section, Sheet
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import (
    Edge,
    Evidence,
    Fact,
    Matrix,
    Need,
    Question,
    Record,
    Requirement,
    Scenario,
    Selection,
    Source,
    Subject,
    Topic,
    Tradeoff,
    Tree,
)
from isolation_atlas.reasoning.cell_words import cell_symbol, cell_text
from isolation_atlas.reasoning.cells import Cell, Cells, Origin, State


class Sheets:
    """Makes sheets from a body of knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.cells = Cells(knowledge)

    def of_property(self, prop: Property) -> Sheet:
        """Return a property's meaning and its cells that are known."""
        cells = [self.cells.cell(subject, prop.id) for subject in self.knowledge.subjects]
        known = [cell for cell in cells if cell.known or cell.state is State.DESCRIBED]
        scale = [Line(level.id, level.criterion) for level in prop.levels]
        scale.extend(Line(term, says) for term, says in prop.terms)
        what = (
            f"{prop.sort.value}, {'no direction' if prop.better.value == 'none' else prop.better.value + ' is better'}"
        )
        details = _lines(("sort", what), ("unit", prop.unit_label), ("measured", prop.measured))
        sections = (
            Section("About", (*details, *_lines(("spoiled by", prop.confounders)))),
            Section("Scale", tuple(scale)),
            Section(
                "Known", tuple(self._cell_line(cell, prop, self.knowledge.name_of(cell.subject)) for cell in known)
            ),
        )
        return Sheet(f"{prop.name} ({prop.id}), property", prop.definition, sections)

    def of_record(self, record: Record) -> Sheet:
        """Return everything said of a thing."""
        kind = self.knowledge.ontology.kind(record.kind)
        title = f"{record.name} ({record.id}), {kind.name.lower() if kind else record.kind}"
        own = tuple(self._own(record))
        relations = Section("Relations", tuple(self._relations(record)))
        statements = Section("Sources say", tuple(self._statement(each) for each in record.statements))
        return Sheet(title, record.summary, (*own, relations, statements))

    def of_cell(self, cell: Cell) -> Sheet:
        """Return a cell with every fact that has a bearing on it."""
        prop = self.knowledge.properties[cell.property]
        title = f"{self.knowledge.name_of(cell.subject)}: {prop.name} ({cell.subject}/{cell.property})"
        summary = f"{cell_symbol(cell)} {cell_text(cell, prop)}{self._origin(cell)}"
        return Sheet(title, summary, (Section("Facts", tuple(self._fact(fact) for fact in cell.facts)),))

    def _own(self, record: Record) -> Iterator[Section]:
        yield Section("About", tuple(self._about(record)))
        if isinstance(record, Subject):
            yield from self._groups(record)
        if isinstance(record, Need | Scenario):
            yield Section("Requires", tuple(self._requirement(each) for each in record.requires))
        if isinstance(record, Need):
            yield Section("Prefers", _numbered(each.property for each in record.prefers))
        if isinstance(record, Question):
            yield Section("Answers", tuple(Line(each.id, each.says, _asked(each.requires)) for each in record.answers))
        if isinstance(record, Source):
            yield Section("Cited by", tuple(self._citing(record)))

    def _about(self, record: Record) -> Iterator[Line]:
        yield from _lines(("also called", ", ".join(record.aliases)))
        match record:
            case Subject():
                stack = " / ".join(f"{layer.name} (shared)" if layer.shared else layer.name for layer in record.stack)
                yield from _lines(("level", record.level), ("homepage", record.homepage), ("stack", stack))
                yield from _lines(("boundary", record.boundary))
            case Source():
                yield from _lines(("by", record.by), ("date", record.date), ("sort", record.type), ("url", record.url))
                yield from _lines(("note", record.note))
            case Topic():
                yield from _lines(*record.fields)
            case Tradeoff():
                yield from _lines(("between", " and ".join(record.between)), ("mechanism", record.mechanism))
                yield from _lines(("eased by", ", ".join(record.eased_by)))
            case Question():
                yield from _lines(("asks", record.asks), ("why", record.why))
            case Scenario():
                answers = ", ".join(f"{question}: {answer}" for question, answer in record.answers)
                expected = record.expect
                yield from _lines(("need", record.need), ("answers", answers), ("must fit", ", ".join(expected.fits)))
                yield from _lines(
                    ("may fit", ", ".join(expected.may_fit)), ("ruled out", ", ".join(expected.ruled_out))
                )
            case Tree():
                yield from _lines(("candidates", _selected(record.candidates)), ("asks", ", ".join(record.questions)))
            case Matrix():
                yield from _lines(("rows", _selected(record.rows)), ("columns", _selected(record.columns)))

    def _groups(self, subject: Subject) -> Iterator[Section]:
        properties = self.knowledge.properties.values()
        for group in self.knowledge.ontology.groups:
            cells = [(self.cells.cell(subject.id, prop.id), prop) for prop in properties if prop.group == group.id]
            told = [(cell, prop) for cell, prop in cells if cell.state not in (State.UNKNOWN, State.NOT_APPLICABLE)]
            yield Section(group.name, tuple(self._cell_line(cell, prop, prop.name) for cell, prop in told))
        unknown = [prop.id for prop in properties if self.cells.cell(subject.id, prop.id).state is State.UNKNOWN]
        yield Section("Unknown", _lines(("", ", ".join(unknown))))

    def _cell_line(self, cell: Cell, prop: Property, label: str) -> Line:
        return Line(label, f"{cell_symbol(cell)} {cell_text(cell, prop)}{self._origin(cell)}")

    def _origin(self, cell: Cell) -> str:
        word = {State.UNVERIFIED: ", unverified", State.DISPUTED: ", disputed"}.get(cell.state, "")
        if cell.origin is Origin.INHERITED:
            return f"{word}  [from {', '.join(cell.origins)}]"
        return f"{word}  [over {len(cell.origins)} members]" if cell.origin is Origin.MEMBERS else word

    def _fact(self, fact: Fact) -> Line:
        value = str(fact.value) if fact.value is not None else "…"
        return Line(fact.id, value, self._evidence(fact.evidence))

    def _statement(self, evidence: Evidence) -> Line:
        return Line("-", evidence.claim, self._evidence(evidence)[bool(evidence.claim) :])

    def _evidence(self, evidence: Evidence) -> tuple[str, ...]:
        read = f"read {evidence.last_verified}" if evidence.last_verified else "unverified"
        source = ", ".join(part for part in (evidence.source, evidence.locator, read) if part)
        because = f"because of {', '.join(evidence.because)}" if evidence.because else source
        return tuple(part for part in (evidence.claim, evidence.context, because) if part)

    def _requirement(self, requirement: Requirement) -> Line:
        return Line(requirement.text, requirement.evidence.claim)

    def _relations(self, record: Record) -> Iterator[Line]:
        for edge in record.edges:
            yield Line(edge.relation, self._named(edge.target))
        for edge in self.knowledge.edges_to.get(record.id, ()):
            yield Line(self._inverse(edge), self._named(edge.origin))

    def _inverse(self, edge: Edge) -> str:
        relation = self.knowledge.ontology.relation(edge.relation)
        return relation.inverse if relation else edge.relation

    def _named(self, thing: str) -> str:
        return f"{thing} ({self.knowledge.name_of(thing)})"

    def _citing(self, source: Source) -> Iterator[Line]:
        from isolation_atlas.knowledge.graph import all_evidence

        for holder, evidence in all_evidence(self.knowledge):
            if evidence.source == source.id:
                yield Line(holder, evidence.claim or evidence.locator)


def _lines(*given: tuple[str, str]) -> tuple[Line, ...]:
    return tuple(Line(label, text) for label, text in given if text)


def _numbered(texts: Iterable[str]) -> tuple[Line, ...]:
    return tuple(Line(f"{number}.", text) for number, text in enumerate(texts, start=1))


def _asked(requirements: Iterable[Requirement]) -> tuple[str, ...]:
    return tuple(f"requires {each.text}" for each in requirements)


def _selected(selections: Iterable[Selection]) -> str:
    found = []
    for one in selections:
        parts = (("kind", one.kind), ("level", one.level), ("is-a", one.is_a), ("group", one.group))
        found.append(one.id or " and ".join(f"{key} {value}" for key, value in parts if value))
    return ", ".join(found)
