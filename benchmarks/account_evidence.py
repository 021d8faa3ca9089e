"""Account for every entry of the evidence that the knowledge began with.

    python benchmarks/account_evidence.py EVIDENCE_FOLDER

``evidence-account.csv`` beside this file says of each fact, relation and source what became of it. The script fails
when an entry is missing from the account, when the text of an entry is no longer the one that was accounted for, when
the place that is named does not exist, or when something was left out without a reason.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ACCOUNT = Path(__file__).with_name("evidence-account.csv")
KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
LISTS = ("facts", "relations", "sources")
OUTCOMES = ("kept", "merged", "left out")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the evidence: its topic file, its list, its key there and a digest of what it says."""

    file: str
    list: str
    key: str
    digest: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the account: what became of an entry."""

    entry: Entry
    outcome: str
    where: str
    reason: str


def main(arguments: list[str]) -> int:
    """Print the account's totals and every fault; return 0 when there is none, 1 otherwise, 2 for a wrong call."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("usage: account_evidence.py EVIDENCE_FOLDER", file=sys.stderr)
        return 2
    lines = list(read_account(ACCOUNT))
    entries = list(read_evidence(Path(arguments[0])))
    faults = [*unaccounted(entries, lines), *broken(lines)]
    for fault in faults:
        print(fault)
    print(summary(entries, lines, len(faults)))
    return 1 if faults else 0


def read_evidence(folder: Path) -> Iterator[Entry]:
    """Yield every fact, relation and source of the topic files in ``folder``, in the order of the files."""
    for path in sorted(folder.glob("*.yaml")):
        topic = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        if not all(name in topic for name in LISTS):
            continue
        for name in LISTS:
            found = topic[name]
            keyed = found.items() if isinstance(found, dict) else enumerate(found)
            for key, value in keyed:
                yield Entry(path.stem, name, str(key), digest(name, value))


def digest(name: str, value: dict[str, Any]) -> str:
    """Return twelve hexadecimal digits that stand for what an entry says."""
    if name == "facts":
        says = value["claim"]
    elif name == "relations":
        says = f"{value['from']} {value['type']} {value['to']}"
    else:
        says = value["title"]
    return hashlib.sha256(str(says).encode()).hexdigest()[:12]


def read_account(path: Path) -> Iterator[Line]:
    """Yield the lines of the account."""
    with path.open(encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            entry = Entry(row["file"], row["list"], row["entry"], row["says"])
            yield Line(entry, row["outcome"], row["where"], row["reason"])


def unaccounted(entries: list[Entry], lines: list[Line]) -> Iterator[str]:
    """Yield a sentence for each entry without a line, and for each line without an entry."""
    known = {line.entry for line in lines}
    present = set(entries)
    for entry in entries:
        if entry not in known:
            yield f"{entry.file} {entry.list} {entry.key}: not accounted for"
    for entry in sorted(known - present, key=lambda e: (e.file, e.list, e.key)):
        yield f"{entry.file} {entry.list} {entry.key}: accounted for, but the evidence says something else or nothing"


def broken(lines: list[Line]) -> Iterator[str]:
    """Yield a sentence for each line whose outcome, place or reason does not hold."""
    texts: dict[str, str] = {}
    for line in lines:
        name = f"{line.entry.file} {line.entry.list} {line.entry.key}"
        if line.outcome not in OUTCOMES:
            yield f"{name}: unknown outcome {line.outcome!r}"
        elif line.outcome == "left out":
            if not line.reason:
                yield f"{name}: left out without a reason"
        else:
            path, _, section = line.where.partition("#")
            text = texts.setdefault(path, _text(KNOWLEDGE / path))
            if not text:
                yield f"{name}: {path} does not exist"
            elif section and f"{section}:" not in text:
                yield f"{name}: {path} has no {section}"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def summary(entries: list[Entry], lines: list[Line], faults: int) -> str:
    """Return the totals as one line for each list, and the number of faults."""
    outcome = {line.entry: line.outcome for line in lines}
    rows = []
    for name in LISTS:
        counts = Counter(outcome.get(entry, "unaccounted") for entry in entries if entry.list == name)
        rows.append(f"{name}: {sum(counts.values())} = " + ", ".join(f"{n} {o}" for o, n in sorted(counts.items())))
    return "\n".join([*rows, f"faults: {faults}"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
