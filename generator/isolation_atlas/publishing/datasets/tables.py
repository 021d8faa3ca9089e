"""The knowledge as flat tables: RFC 4180 CSV in UTF-8, and no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from isolation_atlas.knowledge.records import Evidence, Subject
from isolation_atlas.publishing.addresses import kind_of, page_of
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.cells import cell_view
from isolation_atlas.publishing.views.evidence import fact_value
from isolation_atlas.reasoning.cells import State

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_EVIDENCE = ("claim", "context", "source", "locator", "confidence", "verified")
Rows = Iterable[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A table of text with a line for each thing, relation, fact, cell or source."""

    name: str
    says: str
    fields: tuple[str, ...]
    rows: Callable[[Site], Rows]

    def content(self, site: Site) -> bytes:
        """Return the table as CSV."""
        target = io.StringIO()
        writer = csv.writer(target, lineterminator="\r\n")
        writer.writerow(self.fields)
        writer.writerows([_safe(text) for text in row] for row in self.rows(site))
        return target.getvalue().encode()


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _things(site: Site) -> Iterator[tuple[str, ...]]:
    knowledge = site.knowledge
    for thing in knowledge.ids:
        record, prop = knowledge.records.get(thing), knowledge.properties.get(thing)
        level = record.level if isinstance(record, Subject) else ""
        summary = record.summary if record else prop.definition if prop else ""
        aliases = record.aliases if record else prop.aliases if prop else ()
        kind = kind_of(knowledge, thing).id
        yield thing, kind, level, knowledge.name_of(thing), page_of(knowledge, thing), summary, "; ".join(aliases)


def _relations(site: Site) -> Iterator[tuple[str, ...]]:
    for edge in site.knowledge.edges:
        yield edge.origin, edge.relation, edge.target, *_evidence(edge.evidence)


def _facts(site: Site) -> Iterator[tuple[str, ...]]:
    for fact in site.knowledge.facts:
        yield fact.id, fact.subject, fact.property, fact_value(site, fact), fact.scope, *_evidence(fact.evidence)


def _cells(site: Site) -> Iterator[tuple[str, ...]]:
    for subject in site.knowledge.subjects:
        for prop in site.knowledge.properties.values():
            cell = site.cell(subject, prop.id)
            if cell.state is not State.UNKNOWN:
                shown = cell_view(site, subject, prop.id)
                yield subject, prop.id, shown.text, shown.state, shown.origin, str(shown.facts), shown.verified


def _sources(site: Site) -> Iterator[tuple[str, ...]]:
    for source in site.knowledge.sources.values():
        cited = str(len(site.evidence_by_source.get(source.id, ())))
        yield source.id, source.name, source.by, source.date, source.type, source.url, source.note, cited


def _evidence(evidence: Evidence) -> tuple[str, ...]:
    confidence = evidence.confidence.value if evidence.confidence else ""
    days = " ".join(day.isoformat() for day in evidence.verified)
    return evidence.claim, evidence.context, evidence.source, evidence.locator, confidence, days


TABLES = (
    FlatTable("facts", "one line for each fact", ("id", "subject", "property", "value", "scope", *_EVIDENCE), _facts),
    FlatTable(
        "cells",
        "what is known of each subject on each property, without those of which nothing is known",
        ("subject", "property", "text", "state", "origin", "facts", "verified"),
        _cells,
    ),
    FlatTable(
        "things",
        "everything that has an id",
        ("id", "kind", "level", "name", "page", "summary", "aliases"),
        _things,
    ),
    FlatTable("relations", "one line for each relation", ("from", "relation", "to", *_EVIDENCE), _relations),
    FlatTable(
        "sources",
        "where facts come from, and how often each is cited",
        ("id", "title", "by", "date", "type", "url", "note", "cited"),
        _sources,
    ),
)
