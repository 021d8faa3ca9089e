"""``atlas fix``: mends what a program can mend."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Argument, Command
from isolation_atlas.cli.days import TODAY, day
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.output import difference, next_step, show, write_file
from isolation_atlas.cli.project import find_project

if TYPE_CHECKING:
    from isolation_atlas.editing.repairing import Repaired


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.editing.repairing import repair_folder

    project = find_project(options.root)
    repaired = repair_folder(project.knowledge, day(options.today))
    for file, text in repaired.after.items():
        path = project.knowledge / file
        if options.dry_run:
            show(difference(repaired.before[file], text, project.shown(path)))
        else:
            write_file(path, text)
            show(f"{project.shown(path)} written")
    show(_counts(repaired, "would be mended" if options.dry_run else "mended"))
    if options.dry_run and repaired.done:
        next_step("atlas fix", "writes these changes")
    else:
        next_step("atlas check", "says what is left for a person to decide")
    return ExitCode.OK


def _counts(repaired: Repaired, what: str) -> str:
    by_rule = Counter(finding.rule for finding in repaired.done)
    rules = f" ({', '.join(f'{rule} {number}' for rule, number in sorted(by_rule.items()))})" if by_rule else ""
    files = len(repaired.after)
    return f"{len(repaired.done)} findings in {files} {'file' if files == 1 else 'files'} {what}{rules}"


COMMAND = Command(
    "fix",
    "mend what a program can mend",
    "atlas fix --dry-run",
    _run,
    (Argument("--dry-run", "show what would change instead of writing it", switch=True), TODAY),
    "Comments and the order of entries are kept. A repair never guesses what a source says or which thing is meant.",
)
