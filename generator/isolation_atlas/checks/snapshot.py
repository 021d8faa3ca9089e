"""All files of a folder of knowledge, read once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file's bytes, or why they cannot be read."""

    raw: bytes
    error: str = ""

    @property
    def digest(self) -> str:
        """A short name for exactly this content."""
        return blake2b(self.raw, digest_size=16, person=self.error.encode()[:16]).hexdigest()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The contents of the YAML files below ``root``, by POSIX path relative to it, in the order of the paths."""

    root: Path
    contents: dict[str, FileContent]

    @property
    def digest(self) -> str:
        """A short name for exactly these names and contents."""
        whole = blake2b(digest_size=16)
        for file, content in self.contents.items():
            head = f"{len(file.encode('utf-8', 'surrogateescape'))}:{len(content.raw)}:{content.error}:{file}"
            whole.update(head.encode("utf-8", "surrogateescape"))
            whole.update(content.raw)
        return whole.hexdigest()


def take_snapshot(root: Path, most_bytes: int) -> Snapshot:
    """Return the folder's files as they are now; of a file longer than ``most_bytes`` only one byte more is read."""
    return Snapshot(root, {file: _read(path, most_bytes) for file, path in sorted(_files(str(root), ""))})


def _files(folder: str, prefix: str) -> Iterator[tuple[str, str]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.name.endswith((".yaml", ".yml")):
            yield prefix + entry.name, entry.path
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{prefix}{entry.name}/")


def _read(path: str, most_bytes: int) -> FileContent:
    try:
        with open(path, "rb", buffering=0) as stream:  # noqa: PTH123 - a thousand times, and Path.open takes twice as long
            return FileContent(stream.read(most_bytes + 1) or b"")
    except OSError as error:
        return FileContent(b"", error.strerror or "unknown reason")
