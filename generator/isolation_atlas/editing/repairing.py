"""``atlas fix``: carries out the repairs that rules attach to their findings, until there is none left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from isolation_atlas.checks.fresh import findings_in
from isolation_atlas.checks.snapshot import FileContent, Snapshot, take_snapshot
from isolation_atlas.editing.canonical import write_layout
from isolation_atlas.editing.entries import remove, rename, replace_value
from isolation_atlas.editing.formatting import split_modeline
from isolation_atlas.editing.layout import Layout, UnreadableLayoutError, read_layout
from isolation_atlas.knowledge.findings import Finding
from isolation_atlas.knowledge.limits import MOST_BYTES
from isolation_atlas.knowledge.repairs import RemoveEntry, RenameKey, Repair, ReplaceValue, RewriteText

MOST_ROUNDS = 25
"""A repair may bring another fault to light, but not without end."""
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Repaired:
    """What repairs make of a folder of knowledge: nothing is written yet."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    """The texts of the changed files before and after, by path below the folder."""
    done: tuple[Finding, ...]
    """The findings whose repairs were carried out, in the order in which that happened."""


def repair_folder(root: Path, today: date) -> Repaired:
    """Return what all repairs together make of the folder ``root``; a second time, there is nothing to do."""
    first = snapshot = take_snapshot(root.absolute(), MOST_BYTES)
    done: list[Finding] = []
    for _ in range(MOST_ROUNDS):
        _, findings = findings_in(snapshot, today)
        changed, carried_out = _one_round(snapshot, findings)
        if not changed:
            break
        done.extend(carried_out)
        snapshot = Snapshot(snapshot.root, {**snapshot.contents, **changed})
    files = [file for file, content in snapshot.contents.items() if content is not first.contents[file]]
    texts = [{file: each.contents[file].raw.decode() for file in files} for each in (first, snapshot)]
    return Repaired(texts[0], texts[1], tuple(done))


def _one_round(snapshot: Snapshot, findings: Iterable[Finding]) -> tuple[dict[str, FileContent], list[Finding]]:
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.repair is not None:
            by_file.setdefault(finding.spot.file.split("/", 1)[-1], []).append(finding)
    changed: dict[str, FileContent] = {}
    done: list[Finding] = []
    for file, found in by_file.items():
        raw = snapshot.contents[file].raw
        try:
            text, carried_out = repaired_text(raw.decode(), file, found)
        except (UnicodeDecodeError, UnreadableLayoutError):
            continue
        if text.encode() != raw:
            changed[file] = FileContent(text.encode())
            done.extend(carried_out)
    return changed, done


def repaired_text(text: str, file: str, findings: Sequence[Finding]) -> tuple[str, list[Finding]]:
    """Return a file's text after the repairs of ``findings``, and those that could be carried out.

    Repairs of characters come alone and first, since those of entries change where characters stand. Raises
    UnreadableLayoutError where the text is not YAML.
    """
    for finding in findings:
        if isinstance(finding.repair, RewriteText):
            bom = _BOM if text.startswith(_BOM) else ""
            return bom + _rewritten(text.removeprefix(_BOM), finding.repair), [finding]
    head, body = split_modeline(text)
    layout = read_layout(body, file)
    done = [finding for finding in _in_order(findings) if finding.repair and _carry_out(finding.repair, layout)]
    return (head + write_layout(layout, lambda keys, _: list(keys)) if done else text), done


def _in_order(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Removals come last and from the end, so that no other repair's path leads to another entry by then."""
    later = [each for each in findings if isinstance(each.repair, RemoveEntry)]
    yield from (each for each in findings if not isinstance(each.repair, RemoveEntry))
    yield from sorted(later, key=_place, reverse=True)


def _place(finding: Finding) -> tuple[tuple[int, str], ...]:
    path = finding.repair.spot.path if isinstance(finding.repair, RemoveEntry) else ()
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _carry_out(repair: Repair, layout: Layout) -> bool:
    match repair:
        case ReplaceValue(spot, old, new):
            return replace_value(layout, spot.path, old, new)
        case RenameKey(spot, new):
            return rename(layout, spot.path, new)
        case RemoveEntry(spot, old):
            return remove(layout, spot.path, old)
        case _:
            return False


def _rewritten(text: str, repair: RewriteText) -> str:
    for start, end, new in sorted(repair.pieces, reverse=True):
        text = text[:start] + new + text[end:]
    return text
