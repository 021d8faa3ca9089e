"""``atlas tree``: a decision tree derived from questions and facts."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Argument, Command
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault, unknown
from isolation_atlas.cli.look_arguments import LOOK_ARGUMENTS
from isolation_atlas.cli.output import next_step
from isolation_atlas.cli.project import find_project, read_knowledge

if TYPE_CHECKING:
    from isolation_atlas.knowledge.knowledge import Knowledge


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.writing_formats import chosen_format, look_of, site_address, write_out
    from isolation_atlas.publishing.exports.trees import tree_of
    from isolation_atlas.publishing.site import Site

    form = chosen_format(options.format, options.output, "tree")
    knowledge = read_knowledge(find_project(options.root))
    tree = tree_of(Site.of(knowledge), _name(options.name, knowledge), site_address())
    write_out(form, "tree", tree, look_of(options), options.output)
    next_step("atlas choose", "the same questions, with why and why not")
    return ExitCode.OK


def _name(given: str | None, knowledge: Knowledge) -> str:
    listed = ", ".join(knowledge.trees)
    if not knowledge.trees:
        raise UserFault("No tree is published.", "Write one: atlas new tree ID")
    if given is None and len(knowledge.trees) == 1:
        return next(iter(knowledge.trees))
    if given is None:
        raise UserFault("Which tree?", f"Name one of {listed}.")
    if given not in knowledge.trees:
        raise unknown("tree", given, knowledge.trees, f"Choose one of {listed}.")
    return given


COMMAND = Command(
    "tree",
    "show a decision tree",
    "atlas tree full-guide --format markdown",
    _run,
    (Argument("name", "a published tree", optional=True), *LOOK_ARGUMENTS),
)
