"""Sheets on standard output, as text or as Markdown that renders nothing it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from isolation_atlas.checks.reports.markdown_report import plain as escaped
from isolation_atlas.checks.reports.terminal_report import printable
from isolation_atlas.cli.output import show, width
from isolation_atlas.cli.sheet import Section, Sheet

_FOLDED_FROM = 12
_MOST_CHARACTERS = 60_000
"""A comment on GitHub holds 65,536 characters."""


def show_sheet(sheet: Sheet, form: str) -> None:
    """Write a sheet in the form ``markdown`` or ``text``."""
    show(sheet_markdown(sheet) if form == "markdown" else sheet_text(sheet, width()))


def sheet_text(sheet: Sheet, columns: int) -> str:
    """Return a sheet for a terminal or a log; no line of it can be a command to either."""
    lines = "\n".join(printable(line) for line in sheet.text(columns).split("\n"))
    return re.sub(r":(?=:)|#(?=#\[)", "\\g<0>\u2060", lines)


def sheet_markdown(sheet: Sheet) -> str:
    """Return a sheet for a comment or a summary, at most 60,000 characters; long sections are folded."""
    blocks = [f"## {escaped(sheet.title)}", escaped(sheet.summary)]
    length = sum(map(len, blocks))
    for section in sheet.sections:
        for block in _blocks(section) if section.lines else ():
            length += len(block) + 2
            if length > _MOST_CHARACTERS:
                return "\n\n".join([*blocks, "The rest is too long to be shown here."]) + "\n"
            blocks.append(block)
    return "\n\n".join(blocks) + "\n"


def _blocks(section: Section) -> Iterator[str]:
    heading = escaped(section.heading)
    items: list[str] = []
    for line in section.lines:
        items.append(f"- **{escaped(line.label)}** {escaped(line.text)}".rstrip())
        items.extend(f"  - {escaped(each)}" for each in line.below)
    body = "\n".join(items)
    if len(section.lines) > _FOLDED_FROM:
        yield f"<details><summary>{heading} ({len(section.lines)})</summary>\n\n{body}\n\n</details>"
    else:
        yield f"### {heading}\n\n{body}"
