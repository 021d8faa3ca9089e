"""Every place where one file names a thing that has a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.knowledge.findings import Spot
from isolation_atlas.knowledge.graph import all_evidence
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.records import (
    Condition,
    Matrix,
    Need,
    Question,
    Record,
    Requirement,
    Scenario,
    Selection,
    Subject,
    Tradeoff,
    Tree,
)

ANY = tuple(Role)


@dataclass(frozen=True, slots=True)
class Reference:
    """A name in the file of ``holder``, and the roles that the named thing may have."""

    holder: str
    thing: str
    spot: Spot
    roles: tuple[Role, ...]
    rule: str
    """The rule that is broken where there is no such thing."""


def all_references(knowledge: Knowledge) -> Iterator[Reference]:
    """Yield every reference; those inside conditions are followed when the conditions are read."""
    for holder, evidence in all_evidence(knowledge):
        if evidence.source:
            yield Reference(holder, evidence.source, evidence.spot.at("source"), (Role.SOURCE,), "unknown-source")
    for record in knowledge.records.values():
        for edge in record.edges:
            yield Reference(record.id, edge.target, edge.evidence.spot.at("to"), ANY, "unknown-target")
        yield from _of_record(record)


def _of_record(record: Record) -> Iterator[Reference]:
    match record:
        case Subject():
            yield from _of_subject(record)
        case Tradeoff():
            for number, prop in enumerate(record.between):
                yield _property(record.id, prop, record.spot.at("between", number))
        case Scenario():
            yield from _of_scenario(record)
        case Tree():
            yield from _selections(record.id, record.candidates)
            for number, question in enumerate(record.questions):
                yield _question(record.id, question, record.spot.at("questions", number))
        case Matrix():
            yield from _selections(record.id, (*record.rows, *record.columns))
        case _:
            yield from _preferences(record)


def _of_subject(subject: Subject) -> Iterator[Reference]:
    for prop in dict.fromkeys(fact.property for fact in subject.facts):
        yield _property(subject.id, prop, subject.spot.key("facts", prop))
    for prop in dict.fromkeys(comparison.property for comparison in subject.comparisons):
        yield _property(subject.id, prop, subject.spot.key("comparisons", prop))
    for comparison in subject.comparisons:
        spot = comparison.evidence.spot.at(comparison.verdict.value)
        yield Reference(subject.id, comparison.other, spot, (Role.SUBJECT,), "unknown-subject")


def _of_scenario(scenario: Scenario) -> Iterator[Reference]:
    if scenario.need:
        yield Reference(scenario.id, scenario.need, scenario.spot.at("workload"), (Role.NEED,), "unknown-need")
    for question, _ in scenario.answers:
        yield _question(scenario.id, question, scenario.spot.key("answers", question))
    expected = scenario.expect
    lists = (("fits", expected.fits), ("may-fit", expected.may_fit), ("ruled-out", expected.ruled_out))
    for field, subjects in lists:
        for number, subject in enumerate(subjects):
            spot = scenario.spot.at("expect", field, number)
            yield Reference(scenario.id, subject, spot, (Role.SUBJECT,), "unknown-subject")


def _selections(holder: str, selections: tuple[Selection, ...]) -> Iterator[Reference]:
    for each in selections:
        if each.id:
            yield Reference(holder, each.id, each.spot.at("id"), ANY, "unknown-thing")
        if each.is_a:
            yield Reference(holder, each.is_a, each.spot.at("is-a"), (Role.SUBJECT,), "unknown-subject")


def _preferences(record: Record) -> Iterator[Reference]:
    given = list(record.prefers) if isinstance(record, Need) else []
    if isinstance(record, Question):
        given += [each for answer in record.answers for each in answer.prefers]
    for each in given:
        yield _property(record.id, each.property, each.evidence.spot.at("property"))


def _property(holder: str, prop: str, spot: Spot) -> Reference:
    return Reference(holder, prop, spot, (Role.PROPERTY,), "unknown-property")


def _question(holder: str, question: str, spot: Spot) -> Reference:
    return Reference(holder, question, spot, (Role.QUESTION,), "unknown-question")


def conditions_of(knowledge: Knowledge) -> Iterator[tuple[str, Condition]]:
    """Yield every condition that could be understood, with the id of the thing in whose file it stands."""
    for record in knowledge.records.values():
        for each in requirements_of(record):
            if each.condition is not None:
                yield record.id, each.condition


def requirements_of(record: Record) -> tuple[Requirement, ...]:
    """Return the requirements of a thing, and of a question those of all its answers."""
    if isinstance(record, Need | Scenario):
        return record.requires
    if isinstance(record, Question):
        return tuple(each for answer in record.answers for each in answer.requires)
    return ()
