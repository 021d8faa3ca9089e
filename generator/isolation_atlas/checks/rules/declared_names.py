"""Whether names of groups, levels, kinds, relations and answers are declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Severity, Spot
from isolation_atlas.knowledge.records import Selection
from isolation_atlas.knowledge.repairs import ReplaceValue, only_meant


def _selections(context: Context) -> Iterator[Selection]:
    for matrix in context.knowledge.matrices.values():
        yield from (*matrix.rows, *matrix.columns)
    for tree in context.knowledge.trees.values():
        yield from tree.candidates


def _undeclared(
    rule_id: str, context: Context, named: Iterable[tuple[str, Spot]], known: Iterable[str], noun: str
) -> Iterator[Finding]:
    names = tuple(known)
    for name, spot in named:
        if name and name not in names:
            fix = context.suggestions.fix(name, names, f"Name one of them, or declare the {noun}.")
            expected = f"one of {', '.join(names)}" if names else f"a declared {noun}"
            meant = only_meant(name, names)
            repair = ReplaceValue(spot, name, meant) if meant else None
            yield Finding(rule_id, f"There is no {noun} {name!r}.", spot, expected, fix, repair=repair)


@rule(
    "unknown-group",
    Severity.ERROR,
    Scope.RECORD,
    "A group of properties that is not declared",
    "The property would stand under no heading, and the matrix would miss its columns.",
    example("properties/material.yaml:2:8", "group: strenght", instead_of="group: strength"),
)
def unknown_group(context: Context) -> Iterator[Finding]:
    """Yield undeclared groups of properties and selections."""
    groups = [group.id for group in context.knowledge.ontology.groups]
    named = [(prop.group, prop.spot.at("group")) for prop in context.knowledge.properties.values()]
    named += [(each.group, each.spot.at("group")) for each in _selections(context)]
    yield from _undeclared("unknown-group", context, named, groups, "group")


@rule(
    "unknown-level",
    Severity.ERROR,
    Scope.RECORD,
    "A level of subjects that is not declared",
    "A selection by it would be empty, and a property that applies to it would apply to nothing.",
    example("matrices/overview.yaml:3:16", "{level: clas}", instead_of="{level: class}"),
)
def unknown_level(context: Context) -> Iterator[Finding]:
    """Yield undeclared levels in what properties apply to and in selections."""
    levels = [level.id for kind in context.knowledge.ontology.kinds for level in kind.levels]
    named = [
        (level, prop.spot.at("applies-to", number))
        for prop in context.knowledge.properties.values()
        for number, level in enumerate(prop.applies_to)
    ]
    named += [(each.level, each.spot.at("level")) for each in _selections(context)]
    yield from _undeclared("unknown-level", context, named, levels, "level")


@rule(
    "unknown-kind",
    Severity.ERROR,
    Scope.RECORD,
    "A kind of thing that is not declared",
    "A relation or a selection of an undeclared kind is empty.",
    example("ontology.yaml:41:34", "to: [laod], inverse: suited-by", instead_of="to: [load], inverse: suited-by"),
)
def unknown_kind(context: Context) -> Iterator[Finding]:
    """Yield undeclared kinds in relations and selections."""
    ontology = context.knowledge.ontology
    if ontology.spot.file in context.broken_files:
        return
    kinds = [kind.id for kind in ontology.kinds]
    named = [
        (kind, ontology.spot.at("relations", relation.id, end, number))
        for relation in ontology.relations
        for end, ids in (("from", relation.origins), ("to", relation.targets))
        for number, kind in enumerate(ids)
    ]
    named += [(each.kind, each.spot.at("kind")) for each in _selections(context)]
    yield from _undeclared("unknown-kind", context, named, kinds, "kind")


@rule(
    "unknown-relation",
    Severity.ERROR,
    Scope.RECORD,
    "A relation that is not declared",
    "A matrix of it would be empty.",
    example("matrices/overview.yaml:5:13", "relations: [endangered]\n", "relations: [endangered-by]\n"),
)
def unknown_relation(context: Context) -> Iterator[Finding]:
    """Yield undeclared relations of matrices."""
    relations = [relation.id for relation in context.knowledge.ontology.relations]
    named = [
        (relation, matrix.spot.at("relations", number))
        for matrix in context.knowledge.matrices.values()
        for number, relation in enumerate(matrix.relations)
    ]
    yield from _undeclared("unknown-relation", context, named, relations, "relation")


@rule(
    "unknown-answer",
    Severity.ERROR,
    Scope.RECORD,
    "An answer that the question does not offer",
    "A scenario with such an answer would leave the question open.",
    example("scenarios/winter-mail.yaml:4:20", "{weather: allways}", instead_of="{weather: always}"),
)
def unknown_answer(context: Context) -> Iterator[Finding]:
    """Yield the answers of scenarios that their questions lack."""
    for scenario in context.knowledge.scenarios.values():
        for question_id, answer in scenario.answers:
            question = context.knowledge.questions.get(question_id)
            if question is not None:
                named = [(answer, scenario.spot.at("answers", question_id))]
                known = [each.id for each in question.answers]
                yield from _undeclared("unknown-answer", context, named, known, "answer")
