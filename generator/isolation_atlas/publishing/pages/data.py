"""Everything as data: the whole graph and all facts, and the page that lists them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from isolation_atlas.knowledge.records import Edge, Evidence, Fact
from isolation_atlas.publishing.addresses import kind_of, page_of, root_of
from isolation_atlas.publishing.page import DataFile, Output, Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.evidence import fact_value

FOLDER = "data"
GRAPH_VERSION = 1
"""Version of the layout of ``graph.json``; it rises when a field is removed or changes its meaning."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FACT_HEAD = ("id", "subject", "property", "value", "claim", "context", "scope", "source", "locator", "confidence")


def data_files(site: Site) -> Iterator[Output]:
    """Yield all data files and the page that lists them."""
    yield DataFile(f"{FOLDER}/graph.json", _as_json(graph_data(site)))
    yield DataFile(f"{FOLDER}/facts.csv", _facts_csv(site))
    path = f"{FOLDER}/index.md"
    body = render("data", today=site.today, root=root_of(path))
    yield Page(path, "Data", "Everything in the atlas as data: the graph and all facts.", body)


def graph_data(site: Site) -> dict[str, Any]:
    """Return the whole graph as plain data: things, properties, relations, facts and sources."""
    knowledge = site.knowledge
    return {
        "version": GRAPH_VERSION,
        "title": knowledge.ontology.title,
        "as-of": site.today.isoformat(),
        "things": [
            {"id": thing, "kind": kind_of(knowledge, thing).id, "name": knowledge.name_of(thing), **_about(site, thing)}
            for thing in knowledge.ids
        ],
        "relations": [_edge(edge) for edge in knowledge.edges],
        "facts": [_fact(site, fact) for fact in knowledge.facts],
    }


def _about(site: Site, thing: str) -> dict[str, str]:
    record = site.knowledge.records.get(thing)
    prop = site.knowledge.properties.get(thing)
    summary = record.summary if record else prop.definition if prop else ""
    return {"summary": summary, "page": page_of(site.knowledge, thing)}


def _edge(edge: Edge) -> dict[str, Any]:
    return {"from": edge.origin, "relation": edge.relation, "to": edge.target, **_evidence(edge.evidence)}


def _fact(site: Site, fact: Fact) -> dict[str, Any]:
    head = {"id": fact.id, "subject": fact.subject, "property": fact.property, "value": fact_value(site, fact)}
    return {**head, "scope": fact.scope, **_evidence(fact.evidence)}


def _safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _evidence(evidence: Evidence) -> dict[str, Any]:
    given = {
        "claim": evidence.claim,
        "context": evidence.context,
        "source": evidence.source,
        "locator": evidence.locator,
        "confidence": evidence.confidence.value if evidence.confidence else "",
        "verified": [day.isoformat() for day in evidence.verified],
        "because": list(evidence.because),
    }
    return {key: value for key, value in given.items() if value}


def _facts_csv(site: Site) -> bytes:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow((*_FACT_HEAD, "verified"))
    for fact in site.knowledge.facts:
        data = _fact(site, fact)
        days = " ".join(data.get("verified", []))
        writer.writerow([_safe(str(data.get(key, ""))) for key in _FACT_HEAD] + [days])
    return target.getvalue().encode()


def _as_json(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
