"""What an earlier check found out, kept in files: its verdict, and the data of each file.

Nothing here is needed and nothing is trusted: a cache that is missing, damaged or from another version is passed over,
one that cannot be written is left alone. JSON is used, since reading it cannot run anything.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from isolation_atlas.checks.result import CheckResult, PlacedFinding, RelatedPlace
from isolation_atlas.checks.snapshot import Snapshot
from isolation_atlas.knowledge.findings import Place, Severity, Spot

_PACKAGE = Path(__file__).parent.parent
_FLOORS = ("knowledge", "reasoning", "checks")


def generator_version() -> str:
    """Return a short name for the code that decides what a check finds, and the Python that runs it."""
    whole = blake2b(repr(sys.version_info[:3]).encode(), digest_size=16)
    for floor in _FLOORS:
        for path in sorted((_PACKAGE / floor).rglob("*.py")):
            whole.update(f"{path.relative_to(_PACKAGE).as_posix()}\0".encode())
            whole.update(path.read_bytes())
    return whole.hexdigest()


class Cache:
    """The cached findings of one folder of knowledge, in files below ``folder``."""

    def __init__(self, folder: Path, root: Path, version: str) -> None:
        name = blake2b(os.fsencode(root), digest_size=8).hexdigest()
        self._verdict_file = folder / f"verdict-{name}.json"
        self._documents_file = folder / f"documents-{name}.json"
        self._places_file = folder / f"places-{name}.json"
        self._version = version

    def verdict(self, key: str) -> CheckResult | None:
        """Return the result that was kept under ``key``, or None."""
        kept = _read(self._verdict_file)
        try:
            return _result(kept["result"]) if kept["key"] == key else None
        except (KeyError, TypeError, ValueError, IndexError):
            return None

    def keep_verdict(self, key: str, result: CheckResult) -> None:
        """Keep a result in the place of the one before."""
        _write(self._verdict_file, {"key": key, "result": _plain(result)})

    def documents(self) -> dict[str, tuple[str, Any]]:
        """Return the data that files had, by file, each with the digest of the content that it was read from."""
        kept = _read(self._documents_file)
        try:
            if kept["version"] != self._version:
                return {}
            return {str(file): (str(digest), data) for file, (digest, data) in kept["files"].items()}
        except (KeyError, TypeError, ValueError, AttributeError):
            return {}

    def keep_documents(self, documents: dict[str, tuple[str, Any]]) -> None:
        """Keep the data of files in the place of what was kept before."""
        _write(self._documents_file, {"version": self._version, "files": documents})

    def places(self, digests: Mapping[str, str]) -> dict[Spot, Place]:
        """Return where spots stand in those files whose content still has the digest that it had then."""
        kept = _read(self._places_file)
        found: dict[Spot, Place] = {}
        try:
            files = kept["files"] if kept["version"] == self._version else {}
            for file, (digest, places) in files.items():
                if digests.get(file) == digest:
                    found |= {_spot(file, path, part): _place([file, *place]) for path, part, place in places}
        except (KeyError, TypeError, ValueError, AttributeError):
            return {}
        return found

    def keep_places(self, digests: Mapping[str, str], places: Mapping[Spot, Place]) -> None:
        """Keep where spots stand, in the place of what was kept before."""
        files: dict[str, tuple[str, list[Any]]] = {}
        for spot, place in places.items():
            if spot.file in digests:
                entry = files.setdefault(spot.file, (digests[spot.file], []))
                entry[1].append([spot.path, spot.part, _plain_place(place)[1:]])
        _write(self._places_file, {"version": self._version, "files": files})


def verdict_key(snapshot: Snapshot, today: str, version: str) -> str:
    """Return a short name for everything that a verdict depends on."""
    parts = (snapshot.digest, os.fsdecode(snapshot.root), today, version)
    return blake2b("\0".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}


def _write(path: Path, content: Any) -> None:
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode())
        beside.replace(path)


def _plain(result: CheckResult) -> dict[str, Any]:
    findings = [
        [
            each.rule,
            each.severity.value,
            _plain_place(each.place),
            each.message,
            each.expected,
            each.fix,
            each.line_text,
            [[_plain_place(one.place), one.message] for one in each.related],
            each.repairable,
        ]
        for each in result.findings
    ]
    return {"findings": findings, "files": result.files, "facts": result.facts, "rules": result.rules}


def _plain_place(place: Place) -> list[Any]:
    return [place.file, place.line, place.column, place.end]


def _result(plain: Any) -> CheckResult:
    findings = tuple(
        PlacedFinding(
            str(rule),
            Severity(severity),
            _place(place),
            str(message),
            str(expected),
            str(fix),
            str(line_text),
            tuple(RelatedPlace(_place(where), str(what)) for where, what in related),
            bool(repairable),
        )
        for rule, severity, place, message, expected, fix, line_text, related, repairable in plain["findings"]
    )
    return CheckResult(findings, int(plain["files"]), int(plain["facts"]), int(plain["rules"]))


def _spot(file: str, path: Any, part: Any) -> Spot:
    if part not in ("key", "value") or not all(isinstance(step, str | int) for step in path):
        raise ValueError(part)
    return Spot(file, tuple(path), part)


def _place(plain: Any) -> Place:
    file, line, column, end = plain
    return Place(str(file), int(line), int(column), int(end))
