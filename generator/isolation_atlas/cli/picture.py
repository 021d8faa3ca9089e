"""``atlas picture``: the picture of one thing, as a file of its own."""

from __future__ import annotations

import argparse

from isolation_atlas.cli.command import Argument, Command
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault, unknown
from isolation_atlas.cli.look_arguments import LOOK_ARGUMENTS
from isolation_atlas.cli.output import next_step
from isolation_atlas.cli.project import find_project, read_knowledge


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.writing_formats import chosen_format, look_of, site_address, write_out
    from isolation_atlas.publishing.exports.plots import any_plot_of
    from isolation_atlas.publishing.exports.spectrum import ID as SPECTRUM
    from isolation_atlas.publishing.site import Site

    form = chosen_format(options.format or (None if options.output else "svg"), options.output, "picture")
    knowledge = read_knowledge(find_project(options.root))
    thing = knowledge.redirects.get(options.thing, options.thing)
    if thing not in knowledge.ids and thing != SPECTRUM:
        raise unknown("thing", thing, (*knowledge.ids, SPECTRUM), "Run: atlas stats")
    plot = any_plot_of(Site.of(knowledge), thing, site_address())
    if plot is None:
        raise UserFault(f"There is no picture of {thing}.", "Things with layers, amounts and trade-offs have one.")
    write_out(form, "picture", plot, look_of(options), options.output)
    next_step(f"atlas show {thing}", "everything that is known of it")
    return ExitCode.OK


COMMAND = Command(
    "picture",
    "write the picture of one thing",
    "atlas picture PROPERTY -o picture.svg",
    _run,
    (Argument("thing", "an id, or 'spectrum'"), *LOOK_ARGUMENTS),
    "Layers of a thing, ranges of a property, or both sides of a trade-off.",
)
