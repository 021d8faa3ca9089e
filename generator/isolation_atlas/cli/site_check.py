"""``atlas site-check``: the HTML of a built site."""

from __future__ import annotations

import argparse
from pathlib import Path

from isolation_atlas.cli.command import Argument, Command, format_option
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault
from isolation_atlas.cli.output import next_step, show, show_json


def _run(options: argparse.Namespace) -> ExitCode:
    from dataclasses import asdict

    from isolation_atlas.site_check import check_site

    try:
        findings = check_site(Path(options.folder))
    except FileNotFoundError as error:
        raise UserFault(f"{options.folder} holds no built site.", "Run: atlas build") from error
    if options.format == "json":
        show_json([asdict(finding) for finding in findings])
    else:
        show("\n".join([*(str(finding) for finding in findings), f"{len(findings)} findings in {options.folder}"]))
    if findings:
        next_step("mend the first fault, then atlas build", "the same fault often stands on many pages")
        return ExitCode.FINDINGS
    next_step("atlas serve", "look at the site")
    return ExitCode.OK


COMMAND = Command(
    "site-check",
    "check the links, files and texts of a built site",
    "atlas site-check site",
    _run,
    (Argument("folder", "folder of the built site", placeholder="DIR"), format_option("text", "json")),
)
