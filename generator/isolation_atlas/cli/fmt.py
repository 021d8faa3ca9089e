"""``atlas fmt``: files of knowledge in their canonical form."""

from __future__ import annotations

import argparse
from pathlib import Path

from isolation_atlas.cli.command import Argument, Command
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault
from isolation_atlas.cli.output import difference, next_step, show, write_file
from isolation_atlas.cli.project import Project, find_project, read_knowledge


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.editing.formatting import unformatted

    project = find_project(options.root)
    knowledge = read_knowledge(project)
    files = _chosen(options.files, project, knowledge.files)
    changed = unformatted(knowledge, files)
    for file, text in changed.items():
        path = project.knowledge / file
        if options.dry_run:
            show(difference(path.read_text(encoding="utf-8"), text, project.shown(path)))
        elif options.check:
            show(f"{project.shown(path)} is not in canonical form")
        else:
            write_file(path, text)
            show(f"{project.shown(path)} written")
    show(f"{len(changed)} of {len(files)} files {'would change' if options.check or options.dry_run else 'changed'}")
    if options.check and changed:
        next_step("atlas fmt", "brings them into canonical form")
        return ExitCode.FINDINGS
    next_step("atlas check", "says whether the content is right too")
    return ExitCode.OK


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
    ),
    "Comments stay with the entries they belong to, and the content is the same before and after.",
)
