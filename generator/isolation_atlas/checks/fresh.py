"""Checking files that were read, without a cached verdict."""

from __future__ import annotations

from datetime import date
from typing import Any

from isolation_atlas.checks.cache import Cache
from isolation_atlas.checks.context import Context
from isolation_atlas.checks.result import CheckResult
from isolation_atlas.checks.rule import all_rules
from isolation_atlas.checks.running import place_findings, run_rules
from isolation_atlas.checks.settings import NO_SETTINGS, read_settings
from isolation_atlas.checks.snapshot import Snapshot
from isolation_atlas.knowledge.findings import Finding, Spot
from isolation_atlas.knowledge.loading import SETTINGS_FILE, collector_paused, load
from isolation_atlas.knowledge.positions import Positions
from isolation_atlas.knowledge.reading import MOST_BYTES, Document, parse_document


def check_snapshot(snapshot: Snapshot, today: date, cache: Cache | None = None) -> CheckResult:
    """Return what all rules find in the files of a snapshot; ``cache`` spares reading files that have not changed."""
    with collector_paused():
        context, findings = findings_in(snapshot, today, cache)
        digests = {f"{snapshot.root.name}/{file}": digest for file, digest in snapshot.digests.items()} if cache else {}
        positions = Positions(dict(context.texts), cache.places(digests) if cache else {})
        placed = place_findings(findings, positions)
        if cache:
            cache.keep_places(digests, positions.found)
    return CheckResult(placed, len(snapshot.contents), len(context.knowledge.facts), len(all_rules()))


def findings_in(snapshot: Snapshot, today: date, cache: Cache | None = None) -> tuple[Context, tuple[Finding, ...]]:
    """Return what was looked at and what all rules find there, with the spots and repairs of the findings."""
    folder = SnapshotFolder(snapshot, cache)
    knowledge = load(snapshot.root, folder)
    folder.keep()
    shown = snapshot.root.name
    settings = NO_SETTINGS
    if SETTINGS_FILE in snapshot.contents:
        settings = read_settings(folder.document(SETTINGS_FILE, f"{shown}/{SETTINGS_FILE}"))
    rules = all_rules()
    texts = {
        f"{shown}/{file}": content.raw.decode("utf-8", "replace").removeprefix("\ufeff")
        for file, content in snapshot.contents.items()
        if len(content.raw) <= MOST_BYTES
    }
    context = Context(knowledge, today, texts, settings)
    return context, run_rules(context, rules)


class SnapshotFolder:
    """A snapshot as the loader wants to see it, with the data of unchanged files taken from a cache."""

    def __init__(self, snapshot: Snapshot, cache: Cache | None) -> None:
        self._contents = snapshot.contents
        self._digests = snapshot.digests if cache else {}
        self._cache = cache
        self._known = cache.documents() if cache else {}
        self._read: dict[str, tuple[str, Any]] = {}
        self._misses = 0
        self.files = tuple(snapshot.contents)

    def document(self, file: str, shown: str) -> Document:
        content = self._contents[file]
        if content.error:
            message = f"The file cannot be read: {content.error}."
            fault = Finding("unreadable-file", message, Spot(shown), "a readable file", "Mend or remove it.")
            return Document(shown, None, (fault,))
        if self._cache is None:
            return parse_document(content.raw, shown)
        digest = self._digests[file]
        known = self._known.get(file)
        if known is None or known[0] != digest:
            self._misses += 1
            read = parse_document(content.raw, shown)
            if read.faults:
                return read
            known = (digest, read.data)
        self._read[file] = known
        return Document(shown, known[1], ())

    def keep(self) -> None:
        """Keep what was read, if enough of it is new to be worth writing all of it again."""
        if self._cache is not None and self._misses > max(10, len(self.files) // 20):
            self._cache.keep_documents(self._read)
