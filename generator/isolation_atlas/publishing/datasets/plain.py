"""Records as plain data; what is empty is left out."""

from __future__ import annotations

import json
from operator import attrgetter

from isolation_atlas.knowledge.records import Edge, Evidence, Fact, Layer
from isolation_atlas.publishing.kept import kept_by
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.evidence import fact_value

Data = dict[str, object]


def filled(**given: object) -> Data:
    """Return what is given without its empty values; a trailing underscore in a name is dropped, others are hyphens."""
    return {key.rstrip("_").replace("_", "-"): value for key, value in given.items() if value not in ("", None, [], {})}


def evidence_data(evidence: Evidence) -> Data:
    """Return a piece of evidence; days of reading are ISO 8601, none means unverified."""
    return filled(
        claim=evidence.claim,
        context=evidence.context,
        source=evidence.source,
        locator=evidence.locator,
        confidence=evidence.confidence.value if evidence.confidence else "",
        verified=[day.isoformat() for day in evidence.verified],
        because=list(evidence.because),
    )


@kept_by(attrgetter("id"))
def fact_data(site: Site, fact: Fact) -> Data:
    """Return a fact with its value in words."""
    head = filled(id=fact.id, subject=fact.subject, property=fact.property)
    return head | filled(value=fact_value(site, fact), scope=fact.scope) | evidence_data(fact.evidence)


def edge_data(edge: Edge) -> Data:
    """Return a relation from one thing to another."""
    return filled(from_=edge.origin, relation=edge.relation, to=edge.target) | evidence_data(edge.evidence)


def layer_data(layer: Layer) -> Data:
    """Return one layer of a stack."""
    return filled(name=layer.name, shared=layer.shared or None, note=layer.note)


def as_json(data: object) -> bytes:
    """Return data as compact JSON on one line."""
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
