"""Whether matrices and trees have something to show."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Related, Severity, Spot
from isolation_atlas.knowledge.records import Matrix
from isolation_atlas.knowledge.repairs import RemoveEntry
from isolation_atlas.reasoning.cells import State
from isolation_atlas.reasoning.selection import select_properties, select_subjects, select_things

_COLUMNS = "columns: [duration, {group: strength}]"


@rule(
    "matrix-empty",
    Severity.ERROR,
    Scope.OUTPUT,
    "A matrix without rows or columns",
    "There would be nothing on its page.",
    example("matrices/overview.yaml:3:7", "rows: [{is-a: punt}]", instead_of="rows: [{level: class}, punt]"),
)
def matrix_empty(context: Context) -> Iterator[Finding]:
    """Yield matrices whose rows or columns select nothing."""
    knowledge = context.knowledge
    for matrix in knowledge.matrices.values():
        columns = select_things(knowledge, matrix.columns) or select_properties(knowledge, matrix.columns)
        for field, found in (("rows", select_things(knowledge, matrix.rows)), ("columns", columns)):
            if not found:
                message = f"The {field} of {matrix.id!r} select nothing."
                fix = "Select something that exists."
                yield Finding("matrix-empty", message, matrix.spot.at(field), f"{field} that select something", fix)


@rule(
    "matrix-unknown",
    Severity.ERROR,
    Scope.OUTPUT,
    "A matrix of question marks",
    "A table in which nothing is known compares nothing.",
    example(
        "matrices/overview.yaml:3:7",
        "rows: [boat]\ncolumns: [material]\n",
        instead_of=f"rows: [{{level: class}}, punt]\n{_COLUMNS}\n",
    ),
)
def matrix_unknown(context: Context) -> Iterator[Finding]:
    """Yield matrices of properties all of whose cells are unknown."""
    for matrix in context.knowledge.matrices.values():
        rows, columns = _lines(context, matrix)
        if rows and columns and not any(_known(context, row, column) for row in rows for column in columns):
            message = f"Nothing is known in any cell of {matrix.id!r}."
            fix = "Add facts, or select other rows or columns."
            yield Finding("matrix-unknown", message, matrix.spot.at("rows"), "a cell with a fact", fix)


@rule(
    "matrix-line-empty",
    Severity.NOTE,
    Scope.OUTPUT,
    "A row or column of question marks",
    "It makes the matrix larger and says nothing.",
    example(
        "matrices/overview.yaml:4:21",
        "rows: [punt, boat]\ncolumns: [duration, material]\n",
        instead_of=f"rows: [{{level: class}}, punt]\n{_COLUMNS}\n",
    ),
)
def matrix_line_empty(context: Context) -> Iterator[Finding]:
    """Yield rows and columns that are named by id and in which nothing is known, where the matrix knows something."""
    for matrix in context.knowledge.matrices.values():
        rows, columns = _lines(context, matrix)
        if not any(_known(context, row, column) for row in rows for column in columns):
            continue
        for each in matrix.columns:
            if each.id in columns and not any(_known(context, row, each.id) for row in rows):
                yield _empty_line("column", each.id, each.spot)
        for each in matrix.rows:
            if each.id in rows and not any(_known(context, each.id, column) for column in columns):
                yield _empty_line("row", each.id, each.spot)


def _empty_line(what: str, thing: str, spot: Spot) -> Finding:
    message = f"Nothing is known in the {what} {thing!r}."
    fix = f"Add a fact, or leave the {what} out."
    return Finding("matrix-line-empty", message, spot.at("id"), "a cell with a fact", fix)


def _lines(context: Context, matrix: Matrix) -> tuple[tuple[str, ...], tuple[str, ...]]:
    knowledge = context.knowledge
    return select_subjects(knowledge, matrix.rows), select_properties(knowledge, matrix.columns)


def _known(context: Context, subject: str, prop: str) -> bool:
    return context.cells.cell(subject, prop).state is not State.UNKNOWN


@rule(
    "selected-twice",
    Severity.NOTE,
    Scope.RECORD,
    "The same thing named twice in a matrix or tree",
    "It appears once; the second may have been meant to be something else.",
    example("matrices/overview.yaml:3:30", "{level: class}, punt, punt]", instead_of="{level: class}, punt]"),
)
def selected_twice(context: Context) -> Iterator[Finding]:
    """Yield ids that repeat an earlier one of the same list."""
    knowledge = context.knowledge
    lists = [
        [(each.id, each.spot) for each in selections]
        for matrix in knowledge.matrices.values()
        for selections in (matrix.rows, matrix.columns)
    ]
    for tree in knowledge.trees.values():
        lists.append([(each.id, each.spot) for each in tree.candidates])
        lists.append([(each, tree.spot.at("questions", number)) for number, each in enumerate(tree.questions)])
    for named in lists:
        seen: dict[str, Spot] = {}
        for thing, spot in named:
            if thing and seen.setdefault(thing, spot) is not spot:
                related = (Related("the first time", seen[thing]),)
                message = f"{thing!r} is named already."
                repair = RemoveEntry(spot, thing)
                yield Finding(
                    "selected-twice", message, spot, "each once", "Delete it.", related=related, repair=repair
                )


@rule(
    "tree-empty",
    Severity.ERROR,
    Scope.OUTPUT,
    "A tree without questions, or with nothing to choose among",
    "It would be a single leaf.",
    example("trees/guide.yaml:3:13", "candidates: [{is-a: punt}]", instead_of="candidates: [{level: design}]"),
)
def tree_empty(context: Context) -> Iterator[Finding]:
    """Yield trees that have fewer than two candidates or no question."""
    knowledge = context.knowledge
    for tree in knowledge.trees.values():
        candidates = select_subjects(knowledge, tree.candidates)
        if len(candidates) < 2:
            message = f"{tree.id!r} has {len(candidates)} candidates."
            fix = "Select a level, a family, or several things."
            yield Finding("tree-empty", message, tree.spot.at("candidates"), "at least two candidates", fix)
        if not tree.questions:
            message = f"{tree.id!r} asks nothing."
            yield Finding("tree-empty", message, tree.spot.at("questions"), "at least one question", "Name a question.")


@rule(
    "candidate-not-choosable",
    Severity.WARNING,
    Scope.GRAPH,
    "A tree that ends at something nobody can choose",
    "Leaves are recommendations.",
    example("trees/guide.yaml:3:31", "candidates: [{level: design}, pier]", instead_of="candidates: [{level: design}]"),
)
def candidate_not_choosable(context: Context) -> Iterator[Finding]:
    """Yield selections of trees that name subjects of levels that cannot be chosen."""
    choosable = frozenset(context.choosable)
    for tree in context.knowledge.trees.values():
        for each in tree.candidates:
            others = [one for one in select_subjects(context.knowledge, [each]) if one not in choosable]
            if others:
                shown = (f"{one!r}, of the level {context.knowledge.subjects[one].level!r}" for one in others[:5])
                message = f"{'; '.join(shown)}, cannot be chosen."
                fix = "Name things of other levels; the ontology says which are choosable."
                yield Finding("candidate-not-choosable", message, each.spot, "things that can be chosen", fix)
