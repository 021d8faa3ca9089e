"""``atlas diff``: what a change does to facts, matrices and recommendations."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Argument, Command, format_option
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault
from isolation_atlas.cli.output import next_step, show, show_json, width
from isolation_atlas.cli.project import find_project

if TYPE_CHECKING:
    from isolation_atlas.reasoning.difference import Difference

_FIRST_VERSION = "0.0.0"


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.difference.revisions import Revisions
    from isolation_atlas.knowledge.loading import collector_paused
    from isolation_atlas.reasoning.difference import compare

    if len(options.revisions) > 2:
        raise UserFault("A difference has two sides.", "Name at most two revisions.")
    if options.version and not re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", options.version):
        raise UserFault(f"{options.version!r} is not a version.", "Write it as 1.2.3.")
    first, second = (*options.revisions, None, None)[:2]
    title = f"{first or 'HEAD'} → {second or 'working tree'}"
    with collector_paused():
        revisions = Revisions(find_project(options.root))
        before = revisions.at(first or "HEAD")
        after = revisions.at(second) if second else revisions.working_tree()
        _show(compare(before, after), title, options)
    if after.faults:
        next_step(
            "atlas check", f"the state after has {len(after.faults)} faults; what could not be read is missing above"
        )
    else:
        next_step("atlas check", "says whether the state after is sound")
    return ExitCode.OK


def _show(difference: Difference, title: str, options: argparse.Namespace) -> None:
    from isolation_atlas.cli.difference.formats import as_json, as_markdown, as_notes, as_text

    match options.format:
        case "json":
            show_json(as_json(difference, options.version))
        case "markdown":
            show(as_markdown(difference, options.title or title))
        case "notes":
            show(as_notes(difference, options.version or _FIRST_VERSION))
        case _:
            show(as_text(difference, options.title or title, width()))


COMMAND = Command(
    "diff",
    "show what a change does to facts, matrices and recommendations",
    "atlas diff main --format markdown",
    _run,
    (
        Argument("revisions", "one or two revisions of git", placeholder="REV", many=True, optional=True),
        format_option("text", "markdown", "json", "notes"),
        Argument("--title", "heading of the report", placeholder="TEXT"),
        Argument("--version", "the version before, from which the next one follows", placeholder="X.Y.Z"),
    ),
    "Without a revision, the last commit is compared with the working tree; with one, that revision is.",
)
