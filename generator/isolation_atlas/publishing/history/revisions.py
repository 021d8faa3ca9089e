"""The revisions of a folder, as Git lists them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_FORMAT = "%x1e%H%x1f%P%x1f%cI%x1f%s"


class NoHistoryError(Exception):
    """There is no history to read; the message says why."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit that changed files of the folder; along merges only the main line counts."""

    commit: str
    parent: str
    """Empty for the first commit of all."""
    time: str
    """When it was committed, ISO 8601 in UTC."""
    subject: str
    files: tuple[str, ...]
    """What it changed, relative to the folder."""


def latest_revisions(folder: Path, most: int) -> tuple[Revision, ...]:
    """Return the newest revisions of a folder, at most so many, the newest first.

    Raises:
        NoHistoryError: Git is missing, the folder is in no repository, or nothing of it was committed yet.
    """
    which = (f"--max-count={most}", "--first-parent", "-m", "-z", "--relative", "--name-only")
    listed = git(folder, "log", *which, f"--format={_FORMAT}", "--", ".").decode(errors="replace")
    shallow = git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
    found = tuple(_revision(block) for block in listed.split("\x1e")[1:])
    # In a shallow clone the oldest commit seems to have added everything that came before it.
    known = tuple(revision for revision in found if revision.parent or not shallow)
    if not known:
        raise NoHistoryError("The history at hand does not reach back to a change of the facts.")
    return known


def head_of(folder: Path) -> str:
    """Return the commit that is checked out; raises NoHistoryError as ``latest_revisions`` does."""
    return git(folder, "rev-parse", "HEAD").decode().strip()


def top_of(folder: Path) -> Path:
    """Return the repository's own folder; raises NoHistoryError as ``latest_revisions`` does."""
    return Path(git(folder, "rev-parse", "--show-toplevel").decode(errors="surrogateescape").rstrip("\n"))


def blobs_at(folder: Path, commit: str) -> dict[str, str]:
    """Return the object of every file of the folder in a commit, by path relative to the folder."""
    found = {}
    for entry in git(folder, "ls-tree", "-r", "-z", commit, ".").decode(errors="replace").split("\0"):
        head, _, path = entry.partition("\t")
        if path:
            found[path] = head.split()[2]
    return found


def contents_of(folder: Path, blobs: Iterable[str]) -> dict[str, bytes]:
    """Return the contents of objects; they are asked for in one go."""
    wanted = sorted(set(blobs))
    answer = git(folder, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in wanted).encode())
    return dict(zip(wanted, _contents(answer), strict=True))


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what Git prints in a folder; raises NoHistoryError where it cannot answer."""
    command = ["git", "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, input=given, capture_output=True, check=False)
    except OSError as error:
        raise NoHistoryError("Git is not installed here, so the history could not be read.") from error
    if done.returncode != 0:
        raise NoHistoryError("The facts are in no Git repository here, or nothing was committed yet.")
    return done.stdout


def _revision(block: str) -> Revision:
    head, _, rest = block.partition("\0")
    commit, parents, time, subject = head.split("\x1f")
    files = tuple(sorted({name.lstrip("\n") for name in rest.split("\0")} - {""}))
    when = datetime.fromisoformat(time).astimezone(UTC)
    return Revision(commit, parents.partition(" ")[0], when.isoformat(timespec="seconds"), subject.strip(), files)


def _contents(answer: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[2])
        yield answer[end + 1 : end + 1 + size]
        at = end + size + 2
