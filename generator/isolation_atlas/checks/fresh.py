"""Checking files that were read, without a cached verdict."""

from __future__ import annotations

import gc
from datetime import date

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.result import CheckResult
from isolation_atlas.checks.rule import all_rules
from isolation_atlas.checks.running import place_findings, run_rules
from isolation_atlas.checks.settings import NO_SETTINGS, read_settings
from isolation_atlas.checks.snapshot import Snapshot
from isolation_atlas.knowledge.findings import Finding, Spot
from isolation_atlas.knowledge.loading import SETTINGS_FILE, load
from isolation_atlas.knowledge.reading import MOST_BYTES, Document, parse_document


def check_snapshot(snapshot: Snapshot, today: date) -> CheckResult:
    """Return what all rules find in the files of a snapshot."""
    folder = _SnapshotFolder(snapshot)
    knowledge = load(snapshot.root, folder)
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
    was_on = gc.isenabled()
    gc.disable()
    try:
        findings = run_rules(context, rules)
    finally:
        if was_on:
            gc.enable()
    return CheckResult(place_findings(findings, texts), len(snapshot.contents), len(knowledge.facts), len(rules))


class _SnapshotFolder:
    """A snapshot as the loader wants to see it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._contents = snapshot.contents
        self.files = tuple(snapshot.contents)

    def document(self, file: str, shown: str) -> Document:
        content = self._contents[file]
        if content.error:
            message = f"The file cannot be read: {content.error}."
            fault = Finding("unreadable-file", message, Spot(shown), "a readable file", "Mend or remove it.")
            return Document(shown, None, (fault,))
        return parse_document(content.raw, shown)
