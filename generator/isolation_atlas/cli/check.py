"""``atlas check``: every rule over the knowledge."""

from __future__ import annotations

import argparse
import sys

from isolation_atlas.cli.command import Argument, Command, format_option
from isolation_atlas.cli.days import TODAY, day
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.output import next_step, show, use_colour
from isolation_atlas.cli.project import find_project

_FORMATS = {"text": "terminal"}


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.checks.reports import report
    from isolation_atlas.checks.run import run_checks

    project = find_project(options.root)
    result = run_checks(project.knowledge, today=day(options.today), use_cache=not options.no_cache)
    show(report(result, _FORMATS.get(options.format, options.format), colour=use_colour(sys.stdout)))
    repairable = sum(finding.repairable for finding in result.findings)
    if repairable:
        next_step("atlas fix", f"mends {repairable} of these by itself")
    if result.failed:
        next_step("mend the first error above, then atlas check", "all faults of all files are listed at once")
        return ExitCode.FINDINGS
    next_step("atlas build", "the knowledge can be published")
    return ExitCode.OK


COMMAND = Command(
    "check",
    "check the knowledge against every rule",
    "atlas check --format github",
    _run,
    (
        format_option("text", "json", "sarif", "github", "markdown"),
        Argument("--no-cache", "read every file again", switch=True),
        TODAY,
    ),
)
