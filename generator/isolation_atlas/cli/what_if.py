"""``atlas what-if``: what would follow if a cell were different."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from isolation_atlas.cli.command import Argument, Command, format_option
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault, unknown
from isolation_atlas.cli.output import next_step, show, show_json, width
from isolation_atlas.cli.project import find_project, read_knowledge

if TYPE_CHECKING:
    from isolation_atlas.knowledge.knowledge import Knowledge
    from isolation_atlas.knowledge.records import Fact
    from isolation_atlas.reasoning.flips import Flip
    from isolation_atlas.reasoning.requirements import Assessment

_NOTHING = "unknown"


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.reasoning.cells import Cells
    from isolation_atlas.reasoning.flips import flips
    from isolation_atlas.reasoning.requirements import Judge

    knowledge = read_knowledge(find_project(options.root))
    thing, prop = _cell(options.cell, knowledge)
    changed = _with_cell(knowledge, thing, _supposed(options.value, thing, prop, knowledge), prop)
    found = flips(Judge(Cells(knowledge)), Judge(Cells(changed)))
    if options.format == "json":
        show_json([_data(flip) for flip in found])
    else:
        show(_text(found, options, knowledge))
    next_step(f"atlas show {thing}/{prop}", "what is really known")
    return ExitCode.OK


def _cell(text: str, knowledge: Knowledge) -> tuple[str, str]:
    thing, slash, prop = text.partition("/")
    if not slash:
        raise UserFault(f"{text!r} is no cell.", "Write THING/PROPERTY.")
    if thing not in knowledge.subjects:
        raise unknown("thing with facts", thing, knowledge.subjects, "Run: atlas stats")
    if prop not in knowledge.properties:
        raise unknown("property", prop, knowledge.properties, "Run: atlas stats")
    return thing, prop


def _supposed(text: str, thing: str, prop: str, knowledge: Knowledge) -> tuple[Fact, ...]:
    from isolation_atlas.knowledge.findings import NOWHERE
    from isolation_atlas.knowledge.records import Evidence, Fact
    from isolation_atlas.knowledge.value_grammar import NotAValueError, parse_value

    if text == _NOTHING:
        return ()
    raw = [word.strip() for word in text.split(",")] if knowledge.properties[prop].many and "," in text else text
    try:
        value = parse_value(raw, knowledge.properties[prop])
    except NotAValueError as error:
        raise UserFault(f"{error.message} Expected: {error.expected}, or {_NOTHING}.", error.fix) from error
    return (Fact(thing, prop, 1, Evidence(NOWHERE, claim="Supposed."), value),)


def _with_cell(knowledge: Knowledge, thing: str, facts: tuple[Fact, ...], prop: str) -> Knowledge:
    """The knowledge as if these were all the facts of a cell."""
    from dataclasses import replace

    subject = knowledge.subjects[thing]
    others = tuple(fact for fact in subject.facts if fact.property != prop)
    return replace(knowledge, records={**knowledge.records, thing: replace(subject, facts=(*others, *facts))})


def _text(found: tuple[Flip, ...], options: argparse.Namespace, knowledge: Knowledge) -> str:
    from isolation_atlas.cli.sheet import Line, Section, Sheet

    lines = tuple(
        Line(flip.thing, f"{knowledge.name_of(flip.subject)}: {_word(flip.before)} → {_word(flip.after)}", _why(flip))
        for flip in found
    )
    summary = (
        f"{len(found)} outcomes would be different." if found else "No need and no scenario would come out otherwise."
    )
    title = f"If {options.cell} were {options.value}"
    return Sheet(title, summary, (Section("Different", lines),)).text(width())


def _why(flip: Flip) -> tuple[str, ...]:
    return tuple(_changed_verdict(before, after) for before, after in flip.verdicts)


def _changed_verdict(before: Assessment | None, after: Assessment | None) -> str:
    text = next((each.requirement.text for each in (after, before) if each is not None), "")
    return f"{text}: {before.truth.word if before else '–'} → {after.truth.word if after else '–'}"


def _data(flip: Flip) -> dict[str, Any]:
    return {
        "thing": flip.thing,
        "subject": flip.subject,
        "before": flip.before.value if flip.before else None,
        "after": flip.after.value if flip.after else None,
    }


def _word(standing: Any) -> str:
    return standing.word if standing else "no candidate"


COMMAND = Command(
    "what-if",
    "say which outcomes would be different if a cell were",
    'atlas what-if THING/PROPERTY "2 s"',
    _run,
    (
        Argument("cell", "a cell", placeholder="THING/PROPERTY"),
        Argument("value", f"the value to suppose, or {_NOTHING}"),
        format_option("text", "json"),
    ),
    "The facts of the cell are supposed to be replaced by this one; nothing is written.",
)
