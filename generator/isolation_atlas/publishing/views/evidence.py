"""Facts, statements and their sources, ready to be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import Confidence, Evidence, Fact
from isolation_atlas.knowledge.values import NOT_APPLICABLE_WORDS, LevelRange, NotApplicable, Quantity, Terms, Value
from isolation_atlas.publishing.addresses import cell_address, fact_anchor
from isolation_atlas.publishing.kept import itself, kept_by
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.links import Link, link_to
from isolation_atlas.reasoning.cell_values import value_of
from isolation_atlas.reasoning.cell_words import cell_text, quantity_text, value_text

_SURENESS = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2, None: 1}


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as it is cited."""

    title: str
    by: str
    date: str
    href: str
    url: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A claim with everything that is needed to check it."""

    claim: str
    context: str
    source: SourceView | None
    locator: str
    confidence: str
    verified: str
    """The latest day of reading, ISO 8601; empty means that nobody has read it there."""
    because: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact: its value, and the evidence for it."""

    anchor: str
    value: str
    scope: str
    evidence: EvidenceView


def evidence_view(site: Site, evidence: Evidence, subject: str = "") -> EvidenceView:
    """Return a piece of evidence; ``subject`` is whose cells its reasons name when they name none."""
    return EvidenceView(
        claim=evidence.claim,
        context=evidence.context,
        source=source_view(site, evidence.source) if evidence.source else None,
        locator=evidence.locator,
        confidence=evidence.confidence.value if evidence.confidence else "",
        verified=evidence.last_verified.isoformat() if evidence.last_verified else "",
        because=tuple(_reason(site, reason, subject) for reason in evidence.because),
    )


@kept_by(itself)
def source_view(site: Site, source_id: str) -> SourceView:
    """Return a source; an unknown id is shown as it is written."""
    source = site.knowledge.sources.get(source_id)
    if source is None:
        return SourceView(source_id, "", "", "", "")
    return SourceView(source.name, source.by, source.date, site.addresses[source_id], source.url)


def fact_views(site: Site, facts: Iterable[Fact], deciding: Iterable[Fact] = ()) -> tuple[FactView, ...]:
    """Return facts with the best evidence first: what decides, then what was read, the surest and the newest."""
    decides = {fact.id for fact in deciding}
    ordered = sorted(sorted(facts, key=_age(site), reverse=True), key=lambda fact: _rank(fact, decides))
    return tuple(fact_view(site, fact) for fact in ordered)


@kept_by(attrgetter("id"))
def fact_view(site: Site, fact: Fact) -> FactView:
    """Return one fact."""
    return FactView(
        fact_anchor(fact), fact_value(site, fact), fact.scope, evidence_view(site, fact.evidence, fact.subject)
    )


@kept_by(attrgetter("id"))
def fact_value(site: Site, fact: Fact) -> str:
    """Return a fact's value in words; empty where it has a claim alone."""
    prop = site.knowledge.properties.get(fact.property)
    return "" if fact.value is None or prop is None else value_words(fact.value, prop)


def value_words(value: Value, prop: Property) -> str:
    """Return a value in words, an amount in the unit in which it was written."""
    if isinstance(value, NotApplicable):
        return NOT_APPLICABLE_WORDS
    if isinstance(value, Quantity):
        return quantity_text(value)
    words = value_text(value_of(value, prop), prop)
    return words.replace("-", " ") if isinstance(value, Terms | LevelRange) else words


def _rank(fact: Fact, decides: set[str]) -> tuple[bool, bool, bool, int]:
    evidence = fact.evidence
    return fact.id not in decides, fact.value is None, not evidence.verified, _SURENESS[evidence.confidence]


def _age(site: Site) -> Callable[[Fact], str]:
    sources = site.knowledge.sources
    return lambda fact: sources[fact.evidence.source].date if fact.evidence.source in sources else ""


def _reason(site: Site, reason: str, subject: str) -> Link:
    owner, _, prop = reason.rpartition("/")
    holder = owner or subject
    knowledge = site.knowledge
    if holder not in knowledge.subjects or prop not in knowledge.properties:
        return link_to(site, reason)
    words = knowledge.name_of(prop) if holder == subject else f"{knowledge.name_of(holder)}: {knowledge.name_of(prop)}"
    cell = site.cell(holder, prop)
    return Link(cell_address(knowledge, holder, prop), words, cell_text(cell, knowledge.properties[prop]))
