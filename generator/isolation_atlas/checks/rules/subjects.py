"""Whether subjects have what every page and picture of them needs."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Severity
from isolation_atlas.knowledge.ontology import Role

_RAFT = "name: Raft\nlevel: part\nsummary: Logs that are tied together.\nbeside: punt\n"
_FACT = "facts:\n  capacity:\n    - {value: 1 t, claim: It bears a tonne., source: survey-1907, locator: page 3}\n"


@rule(
    "nothing-known",
    Severity.WARNING,
    Scope.RECORD,
    "A subject of which nothing is known",
    "Every one of its cells would be empty; until there is a fact, a mention by others says as much.",
    example("crossings/raft.yaml:1:1", _RAFT, _RAFT + _FACT),
)
def nothing_known(context: Context) -> Iterator[Finding]:
    """Yield subjects without facts, statements, families and comparisons."""
    for subject in context.knowledge.subjects.values():
        anything = subject.facts or subject.statements or subject.comparisons
        if subject.spot.file in context.broken_files:
            continue
        if not anything and not context.knowledge.families_of(subject.id) and not _evidenced(context, subject.id):
            message = f"Nothing is known of {subject.id!r}."
            fix = "Add a fact or a family, or delete the file."
            yield Finding("nothing-known", message, subject.spot, "a fact, a statement or a family", fix)


def _evidenced(context: Context, subject: str) -> bool:
    edges = (*context.knowledge.subjects[subject].edges, *context.knowledge.edges_to.get(subject, ()))
    return any(edge.evidence.source for edge in edges)


@rule(
    "stack-missing",
    Severity.WARNING,
    Scope.RECORD,
    "Something to choose, without its layers",
    "The picture of the layers shows what neighbours share and where the boundary lies; a member takes its family's.",
    example(
        "crossings/boat.yaml:1:1",
        "summary: Anything that floats across.\n",
        instead_of="summary: Anything that floats across.\nstack: [water (shared), hull]\n",
    ),
)
def stack_missing(context: Context) -> Iterator[Finding]:
    """Yield choosable subjects that neither have a stack nor take one from a family above."""
    knowledge = context.knowledge
    choosable = _choosable(context)
    for subject in knowledge.subjects.values():
        if (subject.kind, subject.level) not in choosable or subject.stack or subject.spot.file in context.broken_files:
            continue
        if not _can_come_from_above(context, subject.id):
            message = f"{subject.id!r} has no stack, and no family that has one."
            fix = "Add 'stack:' with the layers from the bottom up, or name the family."
            yield Finding("stack-missing", message, subject.spot, "a stack or a family", fix)


def _can_come_from_above(context: Context, subject: str) -> bool:
    """Whether a family has a stack, or is unknown or choosable itself, so that the fault lies there."""
    knowledge = context.knowledge
    frontier, seen = [subject], {subject}
    while frontier:
        for family in knowledge.families_of(frontier.pop()):
            record = knowledge.subjects.get(family)
            if record is None or record.stack or (record.kind, record.level) in _choosable(context):
                return True
            if family not in seen:
                seen.add(family)
                frontier.append(family)
    return False


def _choosable(context: Context) -> set[tuple[str, str]]:
    kinds = context.knowledge.ontology.kinds_of(Role.SUBJECT)
    return {(kind.id, level.id) for kind in kinds for level in kind.levels if level.choosable}
