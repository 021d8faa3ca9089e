"""Writing a folder of pages: all in memory first, each file whole, only what changed, nothing that is not ours."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import get_ident

from isolation_atlas.publishing.page import DataFile, Output, Page

MANIFEST = "data/.generated.json"
_MARK = b"\ngenerated: true\n"


class PublishError(Exception):
    """The pages cannot be written; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class PublishReport:
    """What became of the generated files, as paths below the folder of pages."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def write_outputs(outputs: Iterable[Output], folder: Path) -> PublishReport:
    """Write generated files and remove those that an earlier run wrote and this one does not.

    Raises:
        PublishError: two outputs share a path, or one would replace a file that somebody wrote by hand; nothing is
            written then.
    """
    known = _manifest(folder)
    wanted = _by_path(output for output in outputs if not _gives_way(output, folder))
    for path in wanted:
        _refuse_hand_written(folder / path, path, known)
    written, unchanged = [], []
    for path, content in wanted.items():
        target = folder / path
        if target.is_file() and target.read_bytes() == content:
            unchanged.append(path)
        else:
            write_whole(target, content)
            written.append(path)
    removed = _remove_stale(folder, known, wanted)
    _write_manifest(folder, wanted)
    return PublishReport(tuple(written), tuple(unchanged), removed)


def _gives_way(output: Output, folder: Path) -> bool:
    target = folder / output.path
    if not isinstance(output, Page) or not output.fallback or not target.is_file():
        return False
    return not is_generated(target)


def is_generated(page: Path) -> bool:
    """Return whether a Markdown file is one of ours; it may not be there any more when it is asked for."""
    try:
        with page.open("rb") as file:
            return _MARK in file.read(2000)
    except OSError:
        return True


def write_ahead(outputs: Iterable[Output], folder: Path) -> tuple[str, ...]:
    """Write those outputs whose files an earlier run made and that have changed; return their paths."""
    known = _manifest(folder)
    changed = []
    for path, content in _by_path(outputs).items():
        target = folder / path
        if path in known and target.is_file() and target.read_bytes() != content:
            write_whole(target, content)
            changed.append(path)
    return tuple(changed)


def update_files(files: Iterable[DataFile], folder: Path) -> None:
    """Write some of the generated files again, or new ones, and leave all others as they are."""
    known = _manifest(folder)
    for file in files:
        write_whole(folder / file.path, file.content)
        known[file.path] = sha256(file.content).hexdigest()
    _write_lines(folder, known)


def _by_path(outputs: Iterable[Output]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for output in outputs:
        if output.path in found:
            raise PublishError(f"Two pages want the path {output.path}; rename one of the files behind them.")
        found[output.path] = output.content
    return dict(sorted(found.items()))


def _manifest(folder: Path) -> dict[str, str]:
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError:
        return {}
    return {str(key): str(value) for key, value in read.items()} if isinstance(read, dict) else {}


def _refuse_hand_written(target: Path, path: str, known: dict[str, str]) -> None:
    if path in known or not target.is_file():
        return
    head = target.read_bytes()[:2000]
    if path.endswith(".md") and _MARK not in head:
        raise PublishError(f"{path} was written by hand and would be replaced; move it, or rename what is generated.")


def write_whole(target: Path, content: bytes) -> None:
    """Write a file, and the folders it needs, so that nobody ever sees half of it."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}-{get_ident()}.part")
    try:
        _write(temporary, content)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _remove_stale(folder: Path, known: dict[str, str], wanted: dict[str, bytes]) -> tuple[str, ...]:
    removed = []
    for path, digest in known.items():
        target = folder / path
        if path in wanted or not target.is_file() or not target.resolve().is_relative_to(folder.resolve()):
            continue
        content = target.read_bytes()
        if _MARK in content[:2000] or sha256(content).hexdigest() == digest:
            target.unlink()
            removed.append(path)
            if target.parent != folder and not any(target.parent.iterdir()):
                target.parent.rmdir()
    return tuple(removed)


def _write_manifest(folder: Path, wanted: dict[str, bytes]) -> None:
    _write_lines(folder, {path: sha256(content).hexdigest() for path, content in wanted.items()})


def _write_lines(folder: Path, lines: dict[str, str]) -> None:
    content = json.dumps(lines, indent=0, sort_keys=True).encode() + b"\n"
    target = folder / MANIFEST
    if not target.is_file() or target.read_bytes() != content:
        write_whole(target, content)
