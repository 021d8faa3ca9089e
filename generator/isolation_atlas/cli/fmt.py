"""``atlas fmt``: files of knowledge in their canonical form."""

from __future__ import annotations

import argparse
from itertools import zip_longest
from pathlib import Path

from isolation_atlas.cli.command import Argument, Command, format_option
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault
from isolation_atlas.cli.output import difference, next_step, show, write_file
from isolation_atlas.cli.project import Project, find_project, read_knowledge


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.checks.reports.terminal_report import printable
    from isolation_atlas.editing.formatting import unformatted

    project = find_project(options.root)
    knowledge = read_knowledge(project)
    files = _chosen(options.files, project, knowledge.files)
    changed = unformatted(knowledge, files)
    for file, text in changed.items():
        path = project.knowledge / file
        if options.dry_run:
            show(difference(text.before, text.after, project.shown(path)))
        elif options.check:
            show(_complaint(project.shown(path), text.before, text.after, options.format))
        else:
            write_file(path, text.after)
            show(f"{printable(project.shown(path))} written")
    show(f"{len(changed)} of {len(files)} files {'would change' if options.check or options.dry_run else 'changed'}")
    if options.check and changed:
        next_step("atlas fmt", "brings them into canonical form")
        return ExitCode.FINDINGS
    next_step("atlas check", "says whether the content is right too")
    return ExitCode.OK


def _complaint(name: str, before: str, after: str, form: str) -> str:
    """What to say of a file, at the first line that would be another."""
    from isolation_atlas.checks.reports.github_report import annotation
    from isolation_atlas.checks.reports.terminal_report import printable
    from isolation_atlas.knowledge.findings import Severity

    pairs = enumerate(zip_longest(before.split("\n"), after.split("\n")), start=1)
    line, new = next((number, new) for number, (old, new) in pairs if old != new)
    if form == "github":
        wanted = "nothing" if new is None else new.strip() or "a blank line"
        text = f"Not in canonical form from here on.\nExpected: {wanted}\nRun: atlas fmt"
        return annotation(Severity.ERROR, {"file": name, "line": str(line), "title": "canonical form"}, text)
    return f"{printable(name)}:{line}: not in canonical form"


def _chosen(names: list[str], project: Project, known: tuple[str, ...]) -> tuple[str, ...]:
    """The files named on the command line, as paths below the folder of knowledge; a folder stands for all in it."""
    if not names:
        return known
    found: list[str] = []
    for name in names:
        path = Path(name).resolve()
        if not path.is_relative_to(project.knowledge):
            raise UserFault(f"{name} is not below {project.shown(project.knowledge)}.", "Name files of knowledge.")
        below = path.relative_to(project.knowledge).as_posix()
        matching = [file for file in known if file == below or file.startswith(f"{below}/") or below == "."]
        if not matching:
            raise UserFault(f"There is no file of knowledge at {name}.", "See: git status")
        found.extend(matching)
    return tuple(dict.fromkeys(found))


COMMAND = Command(
    "fmt",
    "bring files of knowledge into canonical form",
    "atlas fmt --dry-run knowledge/environments",
    _run,
    (
        Argument("files", "files or folders of knowledge (default: all)", many=True, optional=True),
        Argument("--check", "write nothing; end with 1 where a file would change", switch=True),
        Argument("--dry-run", "show what would change instead of writing it", switch=True),
        format_option("text", "github"),
    ),
    "Comments stay with the entries they belong to, as do blank lines, and the content is the same before and after.",
)
