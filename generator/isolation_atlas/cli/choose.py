"""``atlas choose``: requirements in, a shortlist out."""

from __future__ import annotations

import argparse
import sys

from isolation_atlas.cli.command import Argument, Command, format_option
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.output import next_step, show, show_json, width
from isolation_atlas.cli.project import find_project, read_knowledge
from isolation_atlas.cli.situation_arguments import SITUATION_ARGUMENTS


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.recommendation_data import recommendation_data
    from isolation_atlas.cli.recommendation_sheet import recommendation_sheet
    from isolation_atlas.cli.situations import situation_of
    from isolation_atlas.reasoning.advice import advised_against
    from isolation_atlas.reasoning.cells import Cells
    from isolation_atlas.reasoning.recommendation import recommend
    from isolation_atlas.reasoning.requirements import Judge
    from isolation_atlas.reasoning.selection import left_out

    knowledge = read_knowledge(find_project(options.root))
    situation, judge = situation_of(options, knowledge), Judge(Cells(knowledge))
    if _nothing_given(options) and sys.stdin.isatty() and sys.stdout.isatty():
        from isolation_atlas.cli.asking import ask

        situation = ask(situation, judge)
    found = recommend(situation, judge)
    if options.format == "json":
        show_json(recommendation_data(found, advised_against(knowledge, situation.need), left_out(knowledge)))
    else:
        sheet = recommendation_sheet(found, knowledge, options.most, situation.need)
        show(sheet.markdown() if options.format == "markdown" else sheet.text(width()))
    first = next((each.subject for each in found.placed), "THING")
    next_step(f"atlas explain {first}", "with the same options: every verdict and its facts")
    return ExitCode.OK


def _nothing_given(options: argparse.Namespace) -> bool:
    return not (options.need or options.require or options.answer)


COMMAND = Command(
    "choose",
    "find what fits given requirements",
    'atlas choose --for NEED --require "PROPERTY <= 500 ms and OTHER = yes"',
    _run,
    (
        *SITUATION_ARGUMENTS,
        format_option("text", "json", "markdown"),
        Argument("--most", "how many of those that may fit, and of those ruled out, are named", default=15),
    ),
    "In a terminal and without requirements, it asks the questions of the guide.",
)
