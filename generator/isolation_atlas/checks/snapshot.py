"""All files of a folder of knowledge, read once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file's bytes, or why they cannot be read."""

    raw: bytes
    error: str = ""

    @property
    def digest(self) -> str:
        """A short name for exactly this content."""
        return blake2b(self.raw, digest_size=16, person=self.error.encode()[:16]).hexdigest()


@dataclass(frozen=True)
class Snapshot:
    """The contents of the YAML files below ``root``, by POSIX path relative to it, in the order of the paths."""

    root: Path
    contents: dict[str, FileContent]

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """A short name for exactly the content of each file."""
        return MappingProxyType({file: content.digest for file, content in self.contents.items()})

    @property
    def digest(self) -> str:
        """A short name for exactly these names and contents."""
        lines = "".join(f"{digest} {len(file)}:{file}" for file, digest in self.digests.items())
        return blake2b(lines.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def take_snapshot(root: Path, most_bytes: int) -> Snapshot:
    """Return the folder's files as they are now; of a file longer than ``most_bytes`` only one byte more is read."""
    return Snapshot(root, {file: _read(path, most_bytes) for file, path in sorted(_files(str(root), ""))})


_USUAL = 1 << 16
"""Bytes; hardly a file is longer, and making room for the longest costs several times what reading does."""


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
            content = stream.read(min(_USUAL, most_bytes + 1)) or b""
            if len(content) == _USUAL:
                content += stream.read(most_bytes + 1 - _USUAL) or b""
            return FileContent(content)
    except OSError as error:
        return FileContent(b"", error.strerror or "unknown reason")
