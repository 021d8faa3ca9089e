"""Where commands write: data to standard output, everything else to standard error."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault


def show(text: str) -> None:
    """Write text and a line end to standard output."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def show_json(data: Any) -> None:
    """Write data as JSON to standard output."""
    show(json.dumps(data, ensure_ascii=False, indent=2))


def say(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(text + "\n")


def next_step(command: str, why: str) -> None:
    """Name the next useful command, as the last line of a run."""
    say(f"Next: {command}  ({why})")


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what is being done and, when it is done, how long it took."""
    started = time.monotonic()
    say(f"{what} …")
    yield
    say(f"{what}: done in {time.monotonic() - started:.1f} s")


def write_file(path: Path, text: str) -> None:
    """Write a text file whole or not at all."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises UserFault where it cannot be written."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise UserFault(f"{path} cannot be written: {error.strerror}.", code=ExitCode.BLOCKED) from error


def difference(before: str, after: str, name: str) -> str:
    """Return what changes between two texts of a file, as ``diff -u`` shows it."""
    from difflib import unified_diff

    return "".join(unified_diff(_marked(before), _marked(after), f"a/{name}", f"b/{name}"))


def _marked(text: str) -> list[str]:
    lines = _lines(text)
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])


def use_colour(stream: TextIO) -> bool:
    """Return whether a stream is a terminal that shows colours and NO_COLOR (https://no-color.org/) is not set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return the width of the terminal in columns, at most 120."""
    return min(shutil.get_terminal_size((100, 24)).columns, 120)
