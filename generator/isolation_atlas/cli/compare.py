"""``atlas compare``: things side by side."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Argument, Command
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault, unknown
from isolation_atlas.cli.look_arguments import LOOK_ARGUMENTS
from isolation_atlas.cli.matrix import ARRANGING_ARGUMENTS, ad_hoc_matrix, write_matrix
from isolation_atlas.cli.output import next_step
from isolation_atlas.cli.project import find_project, read_knowledge

if TYPE_CHECKING:
    from isolation_atlas.knowledge.knowledge import Knowledge


def _run(options: argparse.Namespace) -> ExitCode:
    knowledge = read_knowledge(find_project(options.root))
    things = [_subject(word, knowledge) for word in options.things]
    if len(things) < 2:
        raise UserFault("One thing compares with nothing.", "Name at least two.")
    columns = options.properties or ",".join(_comparable(things, knowledge))
    if not columns:
        raise UserFault("Nothing is known of any of these.", "Run: atlas stats")
    options.transpose = not options.transpose
    write_matrix(ad_hoc_matrix(",".join(things), columns, knowledge), knowledge, options)
    next_step(f"atlas show {things[0]}/PROPERTY", "the facts behind one cell")
    return ExitCode.OK


def _subject(word: str, knowledge: Knowledge) -> str:
    thing = knowledge.redirects.get(word, word)
    if thing not in knowledge.subjects:
        raise unknown("thing to compare", word, knowledge.subjects, "Run: atlas stats")
    return thing


def _comparable(things: list[str], knowledge: Knowledge) -> list[str]:
    """The properties of which something is known of at least one thing, in the order of their groups."""
    from isolation_atlas.reasoning.cells import Cells, State

    cells = Cells(knowledge)
    groups = [group.id for group in knowledge.ontology.groups]
    told = [
        prop
        for prop in knowledge.properties.values()
        if any(cells.cell(thing, prop.id).state not in (State.UNKNOWN, State.NOT_APPLICABLE) for thing in things)
    ]
    return [prop.id for prop in sorted(told, key=lambda prop: (groups.index(prop.group), prop.name))]


COMMAND = Command(
    "compare",
    "show things side by side",
    "atlas compare ONE ANOTHER --only-differences",
    _run,
    (
        Argument("things", "ids of at least two things", placeholder="ID", many=True),
        Argument("--properties", "properties or groups of them, separated by commas", placeholder="LIST"),
        *ARRANGING_ARGUMENTS,
        *LOOK_ARGUMENTS,
    ),
    "Properties of which nothing is known for any of them are left out unless they are named.",
)
