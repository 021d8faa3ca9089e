"""``atlas wanted``: what would settle most recommendations if it were known."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Argument, Command, format_option
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.output import next_step, show_json
from isolation_atlas.cli.project import find_project, read_knowledge

if TYPE_CHECKING:
    from isolation_atlas.cli.sheet import Sheet
    from isolation_atlas.reasoning.coverage import Wanted


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.sheet_formats import show_sheet
    from isolation_atlas.reasoning.cells import Cells
    from isolation_atlas.reasoning.coverage import wanted
    from isolation_atlas.reasoning.requirements import Judge

    found = wanted(Judge(Cells(read_knowledge(find_project(options.root)))))
    if options.format == "json":
        show_json(
            [
                {
                    "subject": each.subject,
                    "property": each.property,
                    "decides": list(each.decides),
                    "bears-on": list(each.bears_on),
                }
                for each in found
            ]
        )
    else:
        show_sheet(_sheet(found, options.most), options.format)
    if found:
        next_step(f"atlas add fact {found[0].subject} {found[0].property} …", "with its source and locator")
    return ExitCode.OK


def _sheet(found: tuple[Wanted, ...], most: int) -> Sheet:
    from isolation_atlas.cli.sheet import Line, Section, Sheet
    from isolation_atlas.cli.stale import cut

    lines = [
        Line(
            f"{each.subject}/{each.property}",
            f"alone decides {len(each.decides)}, bears on {len(each.bears_on)} more",
            (", ".join(each.decides),) if each.decides else (),
        )
        for each in found
    ]
    summary = (
        f"{len(found)} cells keep it open whether something fits; those that decide most by themselves come first."
    )
    return Sheet("Facts wanted", summary, (Section("Cells", cut(lines, most)),))


COMMAND = Command(
    "wanted",
    "list the facts that would settle most recommendations",
    "atlas wanted --most 10",
    _run,
    (
        format_option("text", "markdown", "json"),
        Argument("--most", "lines of the list", placeholder="N", default=25),
    ),
)
