"""The glossary: every word that the ontology, the properties and the cells use, with what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.knowledge.ontology import Kind, SubjectLevel
from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.records import Subject
from isolation_atlas.publishing.addresses import index_of, page_of, root_of
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.terms.vocabulary import PROPERTY, SUBJECT, explained_subjects
from isolation_atlas.reasoning.cell_words import SYMBOLS
from isolation_atlas.reasoning.cells import State

PATH = "glossary.md"
_STATES = {
    State.VALUE: "At least one fact with a value was read in its source.",
    State.PARTIAL: "It holds in part, or only under conditions that the fact names.",
    State.DESCRIBED: "Sources describe it, but give nothing that can be compared.",
    State.UNKNOWN: "Nobody has established it here: neither no, nor zero, nor bad.",
    State.NOT_APPLICABLE: "The question makes no sense here.",
    State.UNVERIFIED: "Something is stated, but nobody has read it in its source yet.",
    State.DISPUTED: "Facts in comparable circumstances exclude each other; both are shown.",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A word and its meaning; ``parts`` are its values, where it has some."""

    id: str
    word: str
    says: str
    href: str = ""
    note: str = ""
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Words of one sort."""

    id: str
    name: str
    terms: tuple[Term, ...]


def glossary_pages(site: Site) -> Iterator[Page]:
    """Yield the glossary."""
    sections = tuple(section for section in _sections(site) if section.terms)
    count = sum(len(section.terms) + sum(len(term.parts) for term in section.terms) for section in sections)
    body = render("glossary", sections=sections, count=count, root=root_of(PATH))
    says = f"What the {count} words of the atlas mean: kinds, levels, relations, states, properties, values and parts."
    yield Page(PATH, "Glossary", says, body, site.knowledge.ontology.spot.file)


def _sections(site: Site) -> Iterator[Section]:
    ontology = site.knowledge.ontology
    kinds = (Term(f"kind-{kind.id}", kind.name, kind.says, index_of(kind)) for kind in ontology.kinds)
    yield Section("kinds", "Kinds of things", tuple(kinds))
    levels = (
        Term(
            f"level-{level.id}", level.id.replace("-", " "), level.says, f"{index_of(kind)}#level-{level.id}", kind.name
        )
        for kind in ontology.kinds
        for level in kind.levels
    )
    yield Section("levels", "Levels", tuple(levels))
    yield Section("states", "States of a cell", tuple(_state(state) for state in State))
    yield Section("relations", "Relations", tuple(_relations(site)))
    for group, properties in site.properties_by_group:
        name = next(each.name for each in ontology.groups if each.id == group)
        terms = tuple(_property(site, prop) for prop in sorted(properties, key=lambda each: each.name.casefold()))
        yield Section(f"group-{group}", f"Properties – {name}", terms)
    yield from _subjects(site)
    yield Section("fields", "Fields", tuple(_fields(site)))


def _level(kind: Kind, level: SubjectLevel) -> Term:
    anchor = f"level-{level.id}"
    return Term(anchor, level.id.replace("-", " "), level.says, f"{index_of(kind)}#{anchor}", kind.name)


def _state(state: State) -> Term:
    return Term(f"state-{state.value.replace(' ', '-')}", state.value, _STATES[state], note=SYMBOLS[state])


def _relations(site: Site) -> Iterator[Term]:
    for relation in site.knowledge.ontology.relations:
        yield Term(f"relation-{relation.id}", relation.id.replace("-", " "), relation.says)
        if not relation.symmetric:
            says = f"“{relation.id.replace('-', ' ')}” read from the other end."
            yield Term(f"relation-{relation.inverse}", relation.inverse.replace("-", " "), says)


def _property(site: Site, prop: Property) -> Term:
    levels = tuple((level.id.replace("-", " "), level.criterion) for level in prop.levels)
    terms = tuple((term.replace("-", " "), says) for term, says in prop.terms)
    also = f"also {', '.join(prop.aliases)}" if prop.aliases else ""
    parts = levels if prop.sort is Sort.LEVEL else terms
    return Term(f"{PROPERTY}{prop.id}", prop.name, prop.definition, page_of(site.knowledge, prop.id), also, parts)


def _subjects(site: Site) -> Iterator[Section]:
    """What others are made of, and what they are classed under, level by level."""
    explained = sorted(explained_subjects(site), key=lambda subject: subject.name.casefold())
    for kind in site.knowledge.ontology.kinds:
        for level in kind.levels:
            terms = tuple(_subject(site, subject) for subject in explained if subject.level == level.id)
            yield Section(f"things-{level.id}", level.plural, terms)


def _subject(site: Site, subject: Subject) -> Term:
    also = f"also {', '.join(subject.aliases)}" if subject.aliases else ""
    return Term(f"{SUBJECT}{subject.id}", subject.name, subject.summary, site.addresses[subject.id], also)


def _fields(site: Site) -> Iterator[Term]:
    for kind in site.knowledge.ontology.kinds:
        for field in kind.fields:
            parts = tuple((term.replace("-", " "), says) for term, says in field.terms)
            yield Term(f"field-{kind.id}-{field.id}", field.name, field.says, note=kind.name, parts=parts)
