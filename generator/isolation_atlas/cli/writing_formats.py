"""Writing what a command shows in the format that is asked for: to standard output, or whole to a file."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault, unknown
from isolation_atlas.cli.output import say, show, write_bytes
from isolation_atlas.publishing.formats.look import THEMES, Look, Size
from isolation_atlas.publishing.formats.registry import BY_ID, Format, format_of, formats_for

SHORT_NAMES = {"text": "txt", "markdown": "md", "latex": "tex"}


def chosen_format(name: str | None, output: str | None, sort: str) -> Format:
    """Return the format of a name, else the one that the output file's ending asks for, else plain text.

    Raises:
        UserFault: there is no such format, or it cannot show this sort of content.
    """
    if name is None and output is not None:
        found = format_of(output, sort)
        if found is None:
            endings = ", ".join(each.suffix for each in formats_for(sort))
            raise UserFault(f"The ending of {output} is of no format.", f"Use one of {endings}, or name a --format.")
        return found
    wanted = SHORT_NAMES.get(name or "text", name or "text")
    known = [each.id for each in formats_for(sort)]
    if wanted not in known:
        raise unknown("format", wanted, known, f"Choose one of {', '.join(known)}.")
    return BY_ID[wanted]


def write_out(form: Format, sort: str, content: Any, look: Look, output: str | None) -> None:
    """Write content in a format to the file ``output``, or to standard output where none is given."""
    try:
        written = form.writer(sort)(content, look)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("isolation_atlas"):
            raise
        missing = f"{form.says} needs the package {error.name}, which is not installed."
        raise UserFault(missing, "Install the project again.", ExitCode.BLOCKED) from error
    if output is not None:
        write_bytes(Path(output), written)
        say(f"{output} written")
    elif form.media_type.startswith(("text/", "application/json", "image/svg")):
        show(written.decode("utf-8-sig").replace("\r\n", "\n"))
    elif sys.stdout.isatty():
        raise UserFault(f"{form.says} is nothing for a terminal.", f"Name a file: -o out{form.suffix}")
    else:
        sys.stdout.buffer.write(written)


def site_address() -> str:
    """Return where the site is published, as ATLAS_SITE_URL says, ending in a slash; empty where it is not known."""
    given = os.environ.get("ATLAS_SITE_URL", "")
    return f"{given.rstrip('/')}/" if given else ""


def look_of(options: argparse.Namespace) -> Look:
    """Return the look that the options ask for."""
    return Look(THEMES[options.theme], Size(options.size), options.detail == "full")
