"""What a changed file would do, before it is written."""

from __future__ import annotations

from pathlib import Path

from isolation_atlas.knowledge.building import Entry, Surroundings, build_record
from isolation_atlas.knowledge.findings import Finding, Spot
from isolation_atlas.knowledge.graph import all_evidence
from isolation_atlas.knowledge.kind_shapes import kind_shape
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.nearest import did_you_mean
from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.reading import parse_document
from isolation_atlas.knowledge.records import Record


def new_faults(root: Path, file: str, text: str, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return the faults that reading ``text`` as ``file`` finds and reading the file as it is does not."""
    before = (root / file).read_text(encoding="utf-8") if (root / file).is_file() else ""
    known = {(fault.rule, fault.message) for fault in _faults(file, before, knowledge)} if before else set()
    return tuple(fault for fault in _faults(file, text, knowledge) if (fault.rule, fault.message) not in known)


def _faults(file: str, text: str, knowledge: Knowledge) -> list[Finding]:
    document = parse_document(text.encode(), file)
    faults = list(document.faults)
    kind = next((kind for kind in knowledge.ontology.kinds if kind.folder == file.split("/", 1)[0]), None)
    if kind is None or not isinstance(document.data, dict):
        return faults
    spot = Spot(file)
    values = kind_shape(kind, knowledge.ontology).read(document.data, spot, faults)
    if kind.role is Role.PROPERTY:
        return faults
    around = Surroundings(knowledge.ontology, dict(knowledge.properties))
    record = build_record(Entry(Path(file).stem, kind, values, spot), around, faults)
    return [*faults, *_unknown_sources(record, knowledge)]


def _unknown_sources(record: Record, knowledge: Knowledge) -> list[Finding]:
    alone = Knowledge(knowledge.root, knowledge.ontology, knowledge.properties, {record.id: record}, {}, {})
    return [
        Finding(
            "unknown-source",
            f"There is no source {evidence.source!r}.",
            evidence.spot.at("source"),
            "the id of a file in the folder of sources",
            did_you_mean(evidence.source, knowledge.sources) or "Add it first: atlas add source REFERENCE",
        )
        for _, evidence in all_evidence(alone)
        if evidence.source and evidence.source not in knowledge.sources
    ]
