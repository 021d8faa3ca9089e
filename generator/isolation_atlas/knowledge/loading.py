"""From a folder to ``Knowledge``: ontology, then properties, then everything else."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from isolation_atlas.knowledge.building import Entry, Surroundings, build_record
from isolation_atlas.knowledge.field_sorts import Ident
from isolation_atlas.knowledge.findings import Finding, Spot
from isolation_atlas.knowledge.kind_shapes import kind_shape
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.ontology import Kind, Ontology, Role
from isolation_atlas.knowledge.ontology_reading import no_ontology, read_ontology
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.property_building import build_property
from isolation_atlas.knowledge.reading import Document, read_document
from isolation_atlas.knowledge.records import Record
from isolation_atlas.knowledge.shapes import MISSING, Faults, Shape

ONTOLOGY_FILE = "ontology.yaml"
REDIRECTS_FILE = "redirects.yaml"
SETTINGS_FILE = "checks.yaml"
_TOP_LEVEL = (ONTOLOGY_FILE, REDIRECTS_FILE, SETTINGS_FILE)
_NOTHING: dict[str, Any] = {"title": "", "question": "", "kinds": {}, "groups": {}, "relations": {}}


class Folder(Protocol):
    """A folder of knowledge whose files somebody has already listed, and perhaps read."""

    @property
    def files(self) -> tuple[str, ...]:
        """The YAML files as POSIX paths relative to the folder, sorted."""
        ...

    def document(self, file: str, shown: str) -> Document:
        """Return the data of a file, which findings call ``shown``."""
        ...


def load(root: Path, folder: Folder | None = None) -> Knowledge:
    """Return all that the folder ``root`` says; every fault of every file is in ``faults``, none is raised.

    ``folder`` stands in for reading ``root`` itself where its files have been read before.
    """
    with collector_paused():
        return _Loading(root, folder or _OnDisk(root)).run()


class _OnDisk:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = files_of(root)

    def document(self, file: str, shown: str) -> Document:
        return read_document(self.root / file, shown)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the collector of garbage cycles: reading makes many objects and none, and is several times faster so."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def files_of(root: Path) -> tuple[str, ...]:
    """Return the YAML files below ``root`` as POSIX paths relative to it, sorted."""
    found = (path.relative_to(root) for path in root.rglob("*") if path.suffix in (".yaml", ".yml"))
    return tuple(sorted(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts)))


class _Loading:
    def __init__(self, root: Path, folder: Folder) -> None:
        self.root = root
        self.folder = folder
        self.faults: Faults = []
        self.files = folder.files
        self.ids: dict[str, str] = {}

    def run(self) -> Knowledge:
        ontology = self._ontology()
        entries = self._entries(ontology)
        properties = self._properties(entries, ontology)
        around = Surroundings(ontology, properties)
        records = {
            entry.id: build_record(entry, around, self.faults)
            for entry in entries
            if entry.kind.role is not Role.PROPERTY
        }
        return Knowledge(
            root=self.root,
            ontology=ontology,
            properties=properties,
            records=dict(sorted(records.items())),
            ids=dict(sorted(self.ids.items())),
            redirects=self._redirects(),
            faults=tuple(self.faults),
            files=self.files,
        )

    def _document(self, file: str) -> Document:
        document = self.folder.document(file, self._shown(file))
        self.faults.extend(document.faults)
        return document

    def _shown(self, file: str) -> str:
        return f"{self.root.name}/{file}"

    def _ontology(self) -> Ontology:
        spot = Spot(self._shown(ONTOLOGY_FILE))
        if ONTOLOGY_FILE not in self.files:
            self.faults.append(no_ontology(spot.file))
            return read_ontology(_NOTHING, spot, [])
        document = self._document(ONTOLOGY_FILE)
        if document.data is None and document.faults:
            return read_ontology(_NOTHING, spot, [])
        return read_ontology(document.data, spot, self.faults)

    def _entries(self, ontology: Ontology) -> list[Entry]:
        by_folder = {kind.folder: kind for kind in reversed(ontology.kinds)}
        shapes = {kind.id: kind_shape(kind, ontology) for kind in ontology.kinds}
        entries: list[Entry] = []
        for file in self.files:
            if file in _TOP_LEVEL:
                continue
            kind = by_folder.get(file.split("/", 1)[0])
            if kind is None:
                self._stray(file, ontology)
                continue
            entry = self._entry(file, kind, shapes[kind.id])
            if entry is not None:
                entries.append(entry)
        return entries

    def _stray(self, file: str, ontology: Ontology) -> None:
        if not ontology.kinds:
            return
        folders = ", ".join(kind.folder for kind in ontology.kinds)
        message = f"The file {file} is in no kind's folder."
        fix = "Move it, or declare its kind in ontology.yaml."
        self.faults.append(Finding("stray-file", message, Spot(self._shown(file)), f"one of {folders}", fix))

    def _entry(self, file: str, kind: Kind, shape: Shape) -> Entry | None:
        spot = Spot(self._shown(file))
        name = Path(file).stem
        if Ident().read(name, spot, self.faults) is MISSING:
            return None
        if name in self.ids:
            self._taken(name, spot)
            return None
        self.ids[name] = kind.id
        data = self._document(file).data
        values = shape.read(data, spot, self.faults) if isinstance(data, dict) else self._no_mapping(data, spot)
        return Entry(name, kind, values, spot) if values else None

    def _no_mapping(self, data: Any, spot: Spot) -> dict[str, Any]:
        if data is not None:
            message = "The file does not consist of fields."
            self.faults.append(Finding("wrong-type", message, spot, "lines 'field: value'", "Begin with 'name: …'."))
        return {}

    def _taken(self, name: str, spot: Spot) -> None:
        message = f"The id {name!r} is taken already by a thing of kind {self.ids[name]}."
        self.faults.append(Finding("duplicate-id", message, spot, "an id that no other file has", "Rename the file."))

    def _properties(self, entries: list[Entry], ontology: Ontology) -> dict[str, Property]:
        found: dict[str, Property] = {}
        for entry in entries:
            if entry.kind.role is Role.PROPERTY:
                prop = build_property(entry.id, entry.values, entry.spot, ontology, self.faults)
                if prop is not None:
                    found[entry.id] = prop
        return dict(sorted(found.items()))

    def _redirects(self) -> dict[str, str]:
        if REDIRECTS_FILE not in self.files:
            return {}
        data = self._document(REDIRECTS_FILE).data
        spot = Spot(self._shown(REDIRECTS_FILE))
        if not isinstance(data, dict):
            self._no_mapping(data, spot)
            return {}
        read = {old: Ident().read(new, spot.at(old), self.faults) for old, new in data.items()}
        return {old: new for old, new in read.items() if isinstance(new, str)}


def record_of(knowledge: Knowledge, thing: str) -> Record | Property | None:
    """Return the record or property of an id, following a redirect, or None."""
    thing = knowledge.redirects.get(thing, thing)
    return knowledge.records.get(thing) or knowledge.properties.get(thing)
