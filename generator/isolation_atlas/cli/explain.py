"""``atlas explain``: why one thing fits, may fit, or does not."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Argument, Command, format_option
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault, unknown
from isolation_atlas.cli.output import next_step, show, show_json, width
from isolation_atlas.cli.project import find_project, read_knowledge
from isolation_atlas.cli.situation_arguments import SITUATION_ARGUMENTS

if TYPE_CHECKING:
    from isolation_atlas.cli.sheet import Sheet
    from isolation_atlas.knowledge.knowledge import Knowledge
    from isolation_atlas.reasoning.requirements import Assessment
    from isolation_atlas.reasoning.sorting import Placed


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.recommendation_data import placed_data
    from isolation_atlas.cli.situations import situation_of
    from isolation_atlas.reasoning.advice import advised_against
    from isolation_atlas.reasoning.cells import Cells
    from isolation_atlas.reasoning.profiles import collect
    from isolation_atlas.reasoning.requirements import Judge
    from isolation_atlas.reasoning.selection import passed_over
    from isolation_atlas.reasoning.sorting import place

    knowledge = read_knowledge(find_project(options.root))
    thing = knowledge.redirects.get(options.thing, options.thing)
    if thing not in knowledge.subjects:
        raise unknown("thing to choose", options.thing, knowledge.subjects, "Run: atlas stats")
    situation = situation_of(options, knowledge)
    demands = collect(knowledge, situation).demands
    if not demands:
        raise UserFault("Nothing is required.", "Give --for, --answer or --require.")
    placed = place(thing, demands, Judge(Cells(knowledge)))
    against = advised_against(knowledge, situation.need).get(thing, ())
    if options.format == "json":
        never = [fact.id for fact in passed_over(knowledge).get(thing, ())]
        show_json({**placed_data(placed), "advised-against": list(against), "passed-over": never})
    else:
        show(_sheet(placed, knowledge, against).text(width()))
    next_step("atlas choose", "with the same options: everything else that was judged")
    return ExitCode.OK


def _sheet(placed: Placed, knowledge: Knowledge, against: tuple[str, ...]) -> Sheet:
    from isolation_atlas.cli.sheet import Line, Section, Sheet
    from isolation_atlas.reasoning.selection import passed_over
    from isolation_atlas.reasoning.truth import Truth

    headings = {Truth.NOT_MET: "Not met", Truth.UNCERTAIN: "Cannot be confirmed", Truth.MET: "Met"}
    sections = tuple(
        Section(heading, tuple(Line("-", *_why(each, knowledge)) for each in placed.of(truth)))
        for truth, heading in headings.items()
    )
    never = passed_over(knowledge).get(placed.subject, ())
    told = (f"{knowledge.name_of(fact.property)}: {fact.value}: {fact.evidence.claim}" for fact in never)
    sections = (
        *sections,
        Section("A source advises against it", tuple(Line("-", claim) for claim in against)),
        Section("Never recommended", tuple(Line("-", each) for each in told)),
    )
    title = f"{knowledge.name_of(placed.subject)} ({placed.subject}): {placed.standing.word}"
    return Sheet(title, "", sections)


def _why(assessment: Assessment, knowledge: Knowledge) -> tuple[str, tuple[str, ...]]:
    from isolation_atlas.cli.recommendation_sheet import verdict_line

    facts = []
    for fact in assessment.facts:
        where = ", ".join(part for part in (fact.evidence.source, fact.evidence.locator) if part)
        value = f"{fact.value}: " if fact.value is not None else ""
        facts.append(f"{fact.id}: {value}{fact.evidence.claim} [{where or 'because of other cells'}]")
    return verdict_line(assessment, knowledge), tuple(facts)


COMMAND = Command(
    "explain",
    "say why a thing fits, may fit, or does not",
    "atlas explain THING --for NEED",
    _run,
    (Argument("thing", "a thing's id", placeholder="ID"), *SITUATION_ARGUMENTS, format_option("text", "json")),
)
