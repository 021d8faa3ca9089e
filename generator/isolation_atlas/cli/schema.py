"""``atlas schema``: the JSON Schemas by which an editor completes and explains."""

from __future__ import annotations

import argparse

from isolation_atlas.cli.command import Argument, Command
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.output import next_step, show
from isolation_atlas.cli.project import Project, find_project, read_knowledge


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.schema_files import wanted_files, write_schemas

    project = find_project(options.root)
    wanted = wanted_files(read_knowledge(project))
    if options.check:
        return _check(wanted, project)
    changed = write_schemas(wanted, project.schemas)
    show(f"{len(changed)} of {len(wanted)} schemas changed in {project.shown(project.schemas)}")
    next_step("atlas check", "what the schemas cannot say is checked there")
    return ExitCode.OK


def _check(wanted: dict[str, str], project: Project) -> ExitCode:
    from isolation_atlas.cli.schema_files import outdated_files
    from isolation_atlas.knowledge.schema_known import KNOWN_FILE

    outdated = outdated_files(wanted, project.schemas)
    for name in outdated:
        # Every new thing changes this one; whoever adds a fact in the browser cannot run a command.
        weight = "note" if name == KNOWN_FILE else "error"
        show(f"{project.shown(project.schemas / name)}: {weight}: out of date")
    if set(outdated) - {KNOWN_FILE}:
        next_step("atlas schema", "writes the schemas anew")
        return ExitCode.FINDINGS
    show(f"{len(wanted)} schemas agree with what reads the files")
    next_step("atlas check", "what the schemas cannot say is checked there")
    return ExitCode.OK


COMMAND = Command(
    "schema",
    "write the JSON Schemas for editors",
    "atlas schema --check",
    _run,
    (Argument("--check", "write nothing, and fail if a schema is out of date", switch=True),),
    "That known.json, which lists ids, is out of date is only noted.",
)
