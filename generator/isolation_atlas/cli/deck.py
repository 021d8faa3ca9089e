"""``atlas deck``: a presentation of several published things."""

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
    from isolation_atlas.publishing.exports.decks import deck_of
    from isolation_atlas.publishing.site import Site

    if options.output is None and options.format is None:
        raise UserFault("A deck needs a file.", "Name one: -o deck.pptx")
    form = chosen_format(options.format, options.output, "deck")
    knowledge = read_knowledge(find_project(options.root))
    things = tuple(knowledge.redirects.get(word, word) for word in options.things)
    for thing in things:
        _refuse_unknown(thing, knowledge)
    try:
        deck = deck_of(Site.of(knowledge), things, options.title, site_address())
    except KeyError as error:
        raise UserFault(f"There is no picture of {error.args[0]}.", "Name a matrix, a tree or a trade-off.") from error
    write_out(form, "deck", deck, look_of(options), options.output)
    next_step("atlas matrix NAME -o out.pptx", "one matrix alone")
    return ExitCode.OK


def _refuse_unknown(thing: str, knowledge: Knowledge) -> None:
    from isolation_atlas.publishing.exports.spectrum import ID as SPECTRUM

    if thing not in knowledge.ids and thing != SPECTRUM:
        raise unknown("thing", thing, (*knowledge.ids, SPECTRUM), "Run: atlas stats")


COMMAND = Command(
    "deck",
    "write a presentation of matrices, trees and pictures",
    "atlas deck families-at-a-glance one-page -o talk.pptx --theme dark",
    _run,
    (
        Argument(
            "things", "what to show, in order; without any, the overview", placeholder="ID", many=True, optional=True
        ),
        Argument("--title", "another title", default=""),
        *LOOK_ARGUMENTS,
    ),
    "A matrix and a tree have their own slides; of everything else its picture is shown.",
)
