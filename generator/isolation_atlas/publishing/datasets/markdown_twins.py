"""One thing as plain Markdown: what its page says, for readers and programs that take text.

The tables of matrices and the lists of trees are their downloads: the same bytes as ``atlas matrix`` and ``atlas tree``
give.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from isolation_atlas.knowledge.records import Fact, Record, Subject
from isolation_atlas.publishing.addresses import kind_of, page_of, root_of
from isolation_atlas.publishing.datasets.things import things_with_pages
from isolation_atlas.publishing.datasets.twin_findings import findings_of
from isolation_atlas.publishing.datasets.twin_particulars import particulars
from isolation_atlas.publishing.datasets.twin_words import Words, cell_words
from isolation_atlas.publishing.exports.offering import download_path
from isolation_atlas.publishing.formats.markdown import escaped, inline
from isolation_atlas.publishing.formats.registry import BY_ID
from isolation_atlas.publishing.page import DataFile
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.cells import cell_view
from isolation_atlas.publishing.views.events import told_as_events
from isolation_atlas.reasoning.cells import State


def twin_path(site: Site, thing: str) -> str:
    """Return where a thing is as Markdown: beside its page; raises KeyError for an unknown id."""
    return page_of(site.knowledge, thing).removesuffix(".html") + ".md"


def twin_files(site: Site, downloads: Mapping[str, bytes]) -> Iterator[DataFile]:
    """Yield the Markdown of everything that has a page; ``downloads`` are the site's, by path."""
    words = Words(site)
    for thing in things_with_pages(site):
        path = twin_path(site, thing)
        ready = downloads.get(download_path(site, thing, BY_ID["md"]))
        yield DataFile(path, ready or ("\n".join(_lines(site, words, thing)) + "\n").encode())


def _lines(site: Site, words: Words, thing: str) -> Iterator[str]:
    knowledge, root = site.knowledge, root_of(page_of(site.knowledge, thing))
    record, prop = knowledge.records.get(thing), knowledge.properties.get(thing)
    named = record or knowledge.properties[thing]
    yield f"# {inline(named.name)}\n"
    summary = record.summary if record else prop.definition if prop else ""
    if summary:
        yield f"{escaped(summary)}\n"
    kind = kind_of(knowledge, thing)
    about = [f"Kind: {inline(kind.name)}", f"Page: [{thing}]({thing}.html), as data: [{thing}.json]({thing}.json)"]
    if named.aliases:
        about.append(f"Also called: {inline(', '.join(named.aliases))}")
    never = {fact.property: None for fact in site.passed_over.get(thing, ())}
    about += [
        f"Never recommended: {words.link(prop, root)} {cell_words(cell_view(site, thing, prop))}" for prop in never
    ]
    yield from (f"- {each}" for each in (*about, *particulars(site, words, thing, root)))
    yield from findings_of(words, thing, root)
    if isinstance(record, Subject):
        yield from _facts_of_subject(site, words, record, root)
    if prop:
        yield from _facts_on_property(site, words, prop.id, root)
    if record:
        yield from _said(words, record, root)
        yield from _relations(site, words, record, root)


def _facts_of_subject(site: Site, words: Words, subject: Subject, root: str) -> Iterator[str]:
    """Every cell of which something is known, group by group, each with the subject's own facts."""
    names = {group.id: group.name for group in site.knowledge.ontology.groups}
    for group, properties in site.properties_by_group:
        cells = [(prop.id, cell_view(site, subject.id, prop.id)) for prop in properties]
        known = [(prop, cell) for prop, cell in cells if cell.state != State.UNKNOWN.value]
        if known:
            yield f"\n## {inline(names[group])}"
        for prop, cell in known:
            yield f"\n### {words.link(prop, root)}\n\n{cell_words(cell)}\n"
            yield from _facts(words, site.knowledge.facts_by_cell.get((subject.id, prop), ()), root)
        unknown = [words.link(prop, root) for prop, cell in cells if cell.state == State.UNKNOWN.value]
        if known and unknown:
            yield f"\nUnknown: {', '.join(unknown)}"


def _facts_on_property(site: Site, words: Words, prop: str, root: str) -> Iterator[str]:
    facts = site.facts_by_property.get(prop, ())
    if facts:
        yield "\n## Facts"
    for subject, group in groupby(facts, key=lambda fact: fact.subject):
        yield f"\n### {words.link(subject, root)}\n\n{cell_words(cell_view(site, subject, prop))}\n"
        yield from _facts(words, group, root)


def _facts(words: Words, facts: Iterable[Fact], root: str) -> Iterator[str]:
    return (f"- {words.fact(fact, root)}" for fact in facts)


def _said(words: Words, record: Record, root: str) -> Iterator[str]:
    if record.statements:
        yield "\n## What sources say\n"
        yield from (f"- {words.evidence(each, root)}" for each in record.statements)


def _relations(site: Site, words: Words, record: Record, root: str) -> Iterator[str]:
    edges = [(edge.relation, edge.target, edge) for edge in record.edges]
    inverse = {relation.id: relation.inverse for relation in site.knowledge.ontology.relations}
    told, incoming = told_as_events(site, record.id), site.knowledge.edges_to.get(record.id, ())
    edges += [(inverse[edge.relation], edge.origin, edge) for edge in incoming if edge.origin not in told]
    if edges:
        yield "\n## Relations\n"
    for relation, other, edge in sorted(edges, key=lambda each: (each[0], site.knowledge.name_of(each[1]))):
        said = words.evidence(edge.evidence, root)
        colon = ":" if edge.evidence.claim else ""
        yield f"- {inline(relation.replace('-', ' '))} {words.link(other, root)}{colon} {said}".rstrip()
