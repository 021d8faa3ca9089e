"""One mutation of one file of the whole knowledge: what the check, the canonical form and the pages make of it.

Only the mutated file is read in each trial, and only its findings are placed anew; every rule then looks at everything.
The pages are made of many accepted texts at once, each of another file, and of fewer only to find the one to blame.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from benchmarks.mutations import mutate

from isolation_atlas.checks.cache import Cache
from isolation_atlas.checks.context import Context
from isolation_atlas.checks.fresh import findings_in
from isolation_atlas.checks.reports import report
from isolation_atlas.checks.result import CheckResult, PlacedFinding
from isolation_atlas.checks.rule import all_rules
from isolation_atlas.checks.running import place_findings, run_rules
from isolation_atlas.checks.snapshot import FileContent, Snapshot, take_snapshot
from isolation_atlas.editing.formatting import formatted
from isolation_atlas.editing.layout import UnreadableLayoutError
from isolation_atlas.knowledge.building import Entry, Surroundings, build_record
from isolation_atlas.knowledge.findings import Finding, Place, Severity, Spot
from isolation_atlas.knowledge.kind_shapes import kind_shape
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.limits import MOST_BYTES
from isolation_atlas.knowledge.loading import collector_paused
from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.positions import Positions
from isolation_atlas.knowledge.reading import parse_document
from isolation_atlas.knowledge.records import Record
from isolation_atlas.publishing.publish import outputs_of
from isolation_atlas.publishing.site import Site

TODAY = date(2027, 1, 1)


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one mutation."""

    seed: int
    file: str
    text: bytes
    rules: frozenset[str]
    accepted: bool
    same: bool
    """Whether the text says the same as before, so that the pages need not be made of it."""


class _Kept:
    """The data of the unchanged files, in the place of the check's own cache."""

    def __init__(self, whole: Snapshot) -> None:
        self.known: dict[str, tuple[str, Any]] = {
            file: (content.digest, parse_document(content.raw, file).data) for file, content in whole.contents.items()
        }

    def documents(self) -> dict[str, tuple[str, Any]]:
        """Return what is known."""
        return self.known

    def keep_documents(self, documents: dict[str, tuple[str, Any]]) -> None:
        """Keep nothing."""


class Fuzzer:
    """Tries mutations of the files of a folder of knowledge that is free of errors."""

    def __init__(self, root: Path) -> None:
        self.whole = take_snapshot(root, MOST_BYTES)
        self.by_folder: dict[str, list[str]] = {}
        for file in sorted(self.whole.contents):
            self.by_folder.setdefault(file.partition("/")[0], []).append(file)
        kept = _Kept(self.whole)
        self._known = kept.known
        self._kept: Cache = cast(Cache, kept)
        self._context, findings = findings_in(self.whole, TODAY, self._kept)
        if any(each.severity is Severity.ERROR for each in findings):
            raise SystemExit("The knowledge has errors of its own: run atlas check.")
        self._places: dict[Spot, Place] = {}

    def try_one(self, seed: int) -> Trial:
        """Return what came of the mutation of a seed; raises whatever the check or the canonical form raise."""
        chance = random.Random(seed)
        file = chance.choice(self.by_folder[chance.choice(list(self.by_folder))])
        raw = mutate(self.whole.contents[file].raw.decode(), chance).encode("utf-8", "surrogatepass")
        with collector_paused():
            knowledge, placed = self.check(file, raw)
        result = CheckResult(placed, len(self.whole.contents), len(knowledge.facts), len(all_rules()))
        report(result, "terminal")
        rules = frozenset(each.rule for each in placed)
        assert "rule-crashed" not in rules, [each.message for each in placed if each.rule == "rule-crashed"]
        _format_is_lossless(raw, file, knowledge)
        same = parse_document(raw, file).data == self._known[file][1]
        return Trial(seed, file, raw, rules, not result.failed, same)

    def check(self, file: str, raw: bytes) -> tuple[Knowledge, tuple[PlacedFinding, ...]]:
        """Return the knowledge and all findings with one file changed."""
        alone = self._with_record(file, raw)
        if alone is None:
            context, findings = findings_in(self._changed({file: raw}), TODAY, self._kept)
        else:
            texts = {**self._context.texts, self._shown(file): raw.decode("utf-8", "replace").removeprefix("\ufeff")}
            context = Context(alone, TODAY, texts, self._context.settings)
            findings = run_rules(context, all_rules())
        positions = Positions(
            dict(context.texts), {spot: at for spot, at in self._places.items() if spot.file != self._shown(file)}
        )
        placed = place_findings(findings, positions)
        self._places = {spot: at for spot, at in positions.found.items() if spot.file != self._shown(file)}
        return context.knowledge, placed

    def check_slowly(self, file: str, raw: bytes) -> tuple[PlacedFinding, ...]:
        """Return all findings with one file changed, everything read and placed anew, as ``atlas check`` does it."""
        context, findings = findings_in(self._changed({file: raw}), TODAY)
        return place_findings(findings, Positions(dict(context.texts)))

    def show(self, trials: Sequence[Trial]) -> None:
        """Make all pages of accepted texts of different files; raises an error that names the seed to blame.

        Texts that are right alone may contradict each other: then the halves are tried.
        """
        context, findings = findings_in(self._changed({each.file: each.text for each in trials}), TODAY, self._kept)
        failed = any(each.severity is Severity.ERROR for each in findings)
        assert not failed or len(trials) > 1, f"seed {trials[0].seed} is accepted, and then is not"
        try:
            if not failed:
                for output in outputs_of(Site.of(context.knowledge)):
                    assert output.path
                return
        except Exception as error:
            if len(trials) == 1:
                raise AssertionError(f"seed {trials[0].seed} is accepted, and cannot be shown") from error
        half = len(trials) // 2
        self.show(trials[:half])
        self.show(trials[half:])

    def together(self, trials: Sequence[Trial]) -> dict[str, bytes]:
        """Return texts of accepted trials that are right together as well, by file."""
        texts = {each.file: each.text for each in trials}
        if len(texts) > 1:
            _, findings = findings_in(self._changed(texts), TODAY, self._kept)
            if any(each.severity is Severity.ERROR for each in findings):
                half = len(trials) // 2
                return max(self.together(trials[:half]), self.together(trials[half:]), key=len)
        return texts

    def _shown(self, file: str) -> str:
        return f"{self.whole.root.name}/{file}"

    def _changed(self, texts: dict[str, bytes]) -> Snapshot:
        new = {file: FileContent(raw) for file, raw in texts.items()}
        return Snapshot(self.whole.root, {**self.whole.contents, **new})

    def _with_record(self, file: str, raw: bytes) -> Knowledge | None:
        """The knowledge with one file read anew; None where others mean something else by it, so that all are read."""
        before = self._context.knowledge
        kind = next((each for each in before.ontology.kinds if each.folder == file.partition("/")[0]), None)
        if kind is None or kind.role is Role.PROPERTY:
            return None
        spot = Spot(self._shown(file))
        document = parse_document(raw, spot.file)
        faults: list[Finding] = list(document.faults)
        if not isinstance(document.data, dict | None):
            return None
        shape = kind_shape(kind, before.ontology)
        values = {} if document.data is None else shape.read(document.data, spot, faults)
        entry = Entry(Path(file).stem, kind, values, spot)
        records: dict[str, Record] = {id_: each for id_, each in before.records.items() if id_ != entry.id}
        if values:
            around = Surroundings(before.ontology, dict(before.properties))
            records[entry.id] = build_record(entry, around, faults)
        others = (each for each in before.faults if each.spot.file != spot.file)
        return replace(before, records=dict(sorted(records.items())), faults=(*others, *faults))


class Batches:
    """Accepted texts that are to be shown, in batches of one text a file."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._open: list[dict[str, Trial]] = []

    def add(self, trial: Trial) -> list[Trial]:
        """Take an accepted text; return the batch that is full by it, or nothing."""
        batch = next((each for each in self._open if trial.file not in each), None)
        if batch is None:
            batch = {}
            self._open.append(batch)
        batch[trial.file] = trial
        if len(batch) < self._size:
            return []
        self._open.remove(batch)
        return list(batch.values())

    def rest(self) -> Iterator[list[Trial]]:
        """Yield what is left."""
        yield from (list(each.values()) for each in self._open)


def _format_is_lossless(raw: bytes, file: str, knowledge: Knowledge) -> None:
    document = parse_document(raw, file)
    if document.faults:
        return
    try:
        once = formatted(raw.decode().removeprefix("\ufeff"), file, knowledge)
    except UnreadableLayoutError:
        return
    again = parse_document(once.encode(), file)
    assert again.data == document.data, "the canonical form says something else"
    assert formatted(once, file, knowledge) == once, "the canonical form has another"
