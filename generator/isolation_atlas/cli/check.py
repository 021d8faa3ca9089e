"""``atlas check``: every rule over the knowledge."""

from __future__ import annotations

import argparse
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Argument, Command, format_option
from isolation_atlas.cli.days import TODAY, day
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.output import next_step, show, use_colour
from isolation_atlas.cli.project import KNOWLEDGE_FOLDER, Project, find_project

if TYPE_CHECKING:
    from isolation_atlas.checks.result import CheckResult

_FORMATS = {"text": "terminal"}


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.checks.reports import report
    from isolation_atlas.checks.run import run_checks

    project = find_project(options.root)
    result = run_checks(project.knowledge, today=day(options.today), use_cache=not options.no_cache)
    told = result if options.notes or options.format != "text" else _without_others_notes(result, project)
    show(report(told, _FORMATS.get(options.format, options.format), colour=use_colour(sys.stdout)))
    if told.untold:
        next_step("atlas check --notes", "lists also the notes on files that are as committed")
    repairable = sum(finding.repairable for finding in result.findings)
    if repairable:
        next_step("atlas fix", f"mends {repairable} of these by itself")
    if result.failed:
        next_step("mend the first error above, then atlas check", "all faults of all files are listed at once")
        return ExitCode.FINDINGS
    next_step("atlas build", "the knowledge can be published")
    return ExitCode.OK


def _without_others_notes(result: CheckResult, project: Project) -> CheckResult:
    """Leave out notes on files as they were committed: whoever checks an edit did not write them.

    Without git, or outside of a repository, all notes stay.
    """
    from isolation_atlas.knowledge.findings import Severity

    changed = _changed_files(project)
    if changed is None:
        return result
    kept = tuple(each for each in result.findings if each.severity is not Severity.NOTE or each.place.file in changed)
    return replace(result, findings=kept, untold=len(result.findings) - len(kept))


def _changed_files(project: Project) -> frozenset[str] | None:
    """Return the files of knowledge that differ from the last commit or are new, None where git cannot tell."""
    found: set[str] = set()
    for command in (("diff", "--name-only", "--relative", "-z", "HEAD"), ("ls-files", "--others", "-z")):
        try:
            done = subprocess.run(
                ["git", *command, "--", KNOWLEDGE_FOLDER],  # noqa: S607
                cwd=project.root,
                capture_output=True,
                text=True,
                check=True,
            )
        except (OSError, subprocess.CalledProcessError):
            return None
        found.update(path for path in done.stdout.split("\0") if path)
    return frozenset(found)


COMMAND = Command(
    "check",
    "check the knowledge against every rule",
    "atlas check --format github",
    _run,
    (
        format_option("text", "json", "sarif", "github", "markdown"),
        Argument("--notes", "also list notes on files that are as committed; other formats always do", switch=True),
        Argument("--no-cache", "read every file again", switch=True),
        TODAY,
    ),
)
