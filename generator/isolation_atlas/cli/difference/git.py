"""Asking git about revisions and the files in them; nothing is checked out and nothing of a revision is run."""

from __future__ import annotations

import subprocess
from pathlib import Path

from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault

_FILE_MODES = ("100644", "100755")


def commit_of(root: Path, revision: str) -> str:
    """Return the id of the commit that a revision names; raises UserFault where there is none."""
    run = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if run.returncode:
        raise UserFault(f"There is no revision {revision!r} here.", "See: git log --oneline")
    return run.stdout.decode().strip()


def files_at(root: Path, commit: str, folder: str, endings: tuple[str, ...]) -> dict[str, bytes]:
    """Return the contents of the files below ``folder`` at a commit, by path relative to it; links are left out."""
    listing = _git(root, "ls-tree", "-r", "-z", commit, "--", f"{folder}/")
    if listing.returncode:
        raise UserFault(f"git cannot list {folder}/ at {commit}.", "See: git fsck", ExitCode.BLOCKED)
    blobs: dict[str, str] = {}
    for entry in listing.stdout.split(b"\0"):
        head, _, name = entry.partition(b"\t")
        file = name.decode("utf-8", "surrogateescape").removeprefix(f"{folder}/")
        if head.split(b" ")[0].decode() in _FILE_MODES and file.endswith(endings):
            blobs[file] = head.split(b" ")[2].decode()
    return dict(zip(blobs, _contents(root, list(blobs.values())), strict=True))


def _contents(root: Path, blobs: list[str]) -> list[bytes]:
    run = _git(root, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode())
    contents, rest = [], memoryview(run.stdout)
    for _ in blobs:
        head = bytes(rest[:200]).split(b"\n", 1)[0]
        size = int(head.rsplit(b" ", 1)[1])
        start = len(head) + 1
        contents.append(bytes(rest[start : start + size]))
        rest = rest[start + size + 1 :]
    return contents


def _git(root: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], input=given, capture_output=True, check=False)  # noqa: S607
    except FileNotFoundError as error:
        raise UserFault("git is not installed.", "Install git.", ExitCode.BLOCKED) from error
