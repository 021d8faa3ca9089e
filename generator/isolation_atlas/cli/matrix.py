"""``atlas matrix``: a published matrix, or one put together on the command line."""

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
    from isolation_atlas.knowledge.records import Matrix


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.writing_formats import chosen_format

    chosen_format(options.format, options.output, "table")
    knowledge = read_knowledge(find_project(options.root))
    write_matrix(matrix_of(options, knowledge), knowledge, options)
    next_step("atlas show THING/PROPERTY", "the facts behind one cell")
    return ExitCode.OK


def write_matrix(matrix: Matrix, knowledge: Knowledge, options: argparse.Namespace) -> None:
    """Write a matrix as the options ask; raises UserFault where it would be empty or cannot be arranged."""
    from isolation_atlas.cli.writing_formats import chosen_format, look_of, site_address, write_out
    from isolation_atlas.publishing.exports.tables import table_of
    from isolation_atlas.publishing.formats.arranging import Arrangement, ArrangingError, arranged
    from isolation_atlas.publishing.site import Site

    table = table_of(Site.of(knowledge), matrix, site_address())
    how = Arrangement(options.transpose, options.only_differences, options.sort, options.title, options.note)
    try:
        table = arranged(table, how)
    except ArrangingError as error:
        raise UserFault(str(error)) from error
    if not table.rows or not table.columns:
        raise UserFault("The matrix would be empty.", "Select rows that are compared and columns that apply to them.")
    form = chosen_format(options.format, options.output, "table")
    write_out(form, "table", table, look_of(options), options.output)


def matrix_of(options: argparse.Namespace, knowledge: Knowledge) -> Matrix:
    """Return the matrix that a command line asks for; raises UserFault where it names nothing."""
    if options.name:
        if options.rows or options.columns:
            raise UserFault("A matrix has a name or rows and columns of its own, not both.")
        if options.name not in knowledge.matrices:
            listed = f"Choose one of {', '.join(knowledge.matrices)}." if knowledge.matrices else ""
            raise unknown("matrix", options.name, knowledge.matrices, listed)
        return knowledge.matrices[options.name]
    if not (options.rows and options.columns):
        listed = f" Published: {', '.join(knowledge.matrices)}." if knowledge.matrices else ""
        raise UserFault("Name a matrix, or give --rows and --columns.", listed.strip())
    return ad_hoc_matrix(options.rows, options.columns, knowledge)


def ad_hoc_matrix(rows: str, columns: str, knowledge: Knowledge) -> Matrix:
    """Return a matrix of comma-separated rows and columns; raises UserFault where a word names nothing."""
    from isolation_atlas.cli.selecting import selections_of
    from isolation_atlas.knowledge.findings import NOWHERE
    from isolation_atlas.knowledge.records import Matrix

    chosen_rows, chosen_columns = selections_of(rows, knowledge), selections_of(columns, knowledge)
    return Matrix("", "", "Comparison", NOWHERE, rows=chosen_rows, columns=chosen_columns)


ARRANGING_ARGUMENTS = (
    Argument("--transpose", "rows as columns", switch=True),
    Argument("--only-differences", "only columns in which the rows differ", switch=True),
    Argument("--sort", "a column to sort by, with - before it from the highest down", placeholder="ID", default=""),
    Argument("--title", "another title", default=""),
    Argument("--note", "a note below", default=""),
)
COMMAND = Command(
    "matrix",
    "show a matrix with its sources",
    "atlas matrix --rows THING,is-a:FAMILY --columns PROPERTY,GROUP -o out.csv",
    _run,
    (
        Argument("name", "a published matrix", optional=True),
        Argument("--rows", "ids, or level:WORD, kind:WORD or is-a:ID, separated by commas", placeholder="LIST"),
        Argument("--columns", "properties or groups of them, separated by commas", placeholder="LIST"),
        *ARRANGING_ARGUMENTS,
        *LOOK_ARGUMENTS,
    ),
)
