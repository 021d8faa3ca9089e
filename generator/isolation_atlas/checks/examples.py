"""Examples of rules: small changes to a sound folder of knowledge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

BASE = "example_knowledge"


@dataclass(frozen=True, slots=True)
class Change:
    """One edit to one file of the sound folder, in a form that breaks the rule and in one that keeps it.

    The text is added at the file's end, or put in the place of ``instead_of``, a piece of the file. A file that the
    folder lacks is made, unless its text is empty; None removes a file; a name that ends with a slash makes a folder.
    An empty ``good`` leaves the file as it is. Bytes that are not UTF-8 are written as surrogate escapes.
    """

    file: str
    bad: str | None
    good: str | None = ""
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """What breaks a rule, where the finding then stands (``file:line:column``), and what keeps it."""

    at: str
    changes: tuple[Change, ...]


def example(
    at: str, bad: str | None, good: str | None = "", *more: Change, file: str = "", instead_of: str = ""
) -> Example:
    """Return the example whose finding stands ``at`` and which changes the file of that place, or ``file``."""
    changed = file or at.split(":", 1)[0]
    return Example(at, (Change(changed, bad, good, instead_of), *more))


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """A file of an example, by its name below the folder of knowledge."""

    name: str
    text: str


def base_files() -> dict[str, str]:
    """Return the texts of the sound folder by name."""
    from importlib.resources import files

    return dict(sorted(_below(files(__package__) / BASE, "")))


def changed_files(shown: Example, *, bad: bool) -> tuple[ExampleFile, ...]:
    """Return the files that an example changes, whole, in its breaking or its keeping form."""
    base = base_files()
    texts = ((each.file, _changed(each, base, bad)) for each in shown.changes)
    return tuple(ExampleFile(file, text) for file, text in texts if text or (text is not None and file.endswith("/")))


def write_example(shown: Example, folder: Path, *, bad: bool) -> None:
    """Write the sound folder with an example's changes below ``folder``."""
    touched = {each.file for each in shown.changes}
    texts = {name: text for name, text in base_files().items() if name not in touched}
    texts |= {each.name: each.text for each in changed_files(shown, bad=bad)}
    for name, text in texts.items():
        path = folder / name
        if name.endswith("/"):
            path.mkdir(parents=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))


def _changed(change: Change, base: dict[str, str], bad: bool) -> str | None:
    new = change.bad if bad else change.good
    old = base.get(change.file, "")
    if new is None:
        return None
    if not change.instead_of or not (bad or new):
        return old + new
    if old.count(change.instead_of) != 1:
        raise ValueError(f"{change.instead_of!r} does not stand exactly once in {change.file}.")
    return old.replace(change.instead_of, new)


def _below(folder: Traversable, prefix: str) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _below(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".yaml"):
            yield prefix + entry.name, entry.read_text("utf-8")
