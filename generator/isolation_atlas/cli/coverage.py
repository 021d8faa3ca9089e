"""``atlas coverage``: how much is known of which family on which property."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Argument, Command, format_option
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import unknown
from isolation_atlas.cli.output import next_step, show_json
from isolation_atlas.cli.project import find_project, read_knowledge

if TYPE_CHECKING:
    from isolation_atlas.cli.sheet import Line, Sheet
    from isolation_atlas.reasoning.coverage import Coverage


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.sheet_formats import show_sheet
    from isolation_atlas.reasoning.cells import Cells
    from isolation_atlas.reasoning.coverage import coverage, families

    cells = Cells(read_knowledge(find_project(options.root)))
    known = families(cells)
    if options.family is not None and options.family not in known:
        raise unknown("family", options.family, known, "Run: atlas coverage")
    found = [each for each in coverage(cells) if options.family in (None, each.family) and each.members]
    if options.format == "json":
        show_json([{**_data(each)} for each in found])
    else:
        show_sheet(_sheet(found, options.family), options.format)
    next_step("atlas wanted", "which of the gaps matter most")
    return ExitCode.OK


def _data(each: Coverage) -> dict[str, object]:
    return {
        "family": each.family,
        "property": each.property,
        "members": each.members,
        "own": each.own,
        "verified": each.verified,
    }


def _sheet(found: list[Coverage], family: str | None) -> Sheet:
    from isolation_atlas.cli.sheet import Section, Sheet

    by_property = Section("By property, the thinnest first", _grouped(found, lambda each: each.property))
    summary = "The share of members that have a value of their own, and of those how many were read in a source."
    if family is not None:
        return Sheet(f"Coverage of {family}", summary, (by_property,))
    by_family = Section("By family, the thinnest first", _grouped(found, lambda each: each.family))
    return Sheet("Coverage", summary, (by_family, by_property))


def _grouped(found: Iterable[Coverage], key: Callable[[Coverage], str]) -> tuple[Line, ...]:
    from isolation_atlas.cli.sheet import Line

    sums: dict[str, tuple[int, int, int]] = {}
    for each in found:
        members, own, verified = sums.get(key(each), (0, 0, 0))
        sums[key(each)] = members + each.members, own + each.own, verified + each.verified
    ordered = sorted(sums.items(), key=lambda item: (item[1][1] / item[1][0], item[0]))
    return tuple(
        Line(name, f"{100 * own / members:3.0f} %  {own} of {members}, {verified} read")
        for name, (members, own, verified) in ordered
    )


COMMAND = Command(
    "coverage",
    "show how much is known of each family and property",
    "atlas coverage FAMILY",
    _run,
    (Argument("family", "one family only", optional=True), format_option("text", "markdown", "json")),
)
