"""``atlas show``: everything that is known of one thing, or of one cell."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from isolation_atlas.cli.command import Argument, Command, format_option
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import unknown
from isolation_atlas.cli.output import next_step, show, show_json, width
from isolation_atlas.cli.project import find_project, read_knowledge

if TYPE_CHECKING:
    from isolation_atlas.cli.sheets import Sheets
    from isolation_atlas.knowledge.knowledge import Knowledge
    from isolation_atlas.reasoning.cells import Cell


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.sheets import Sheets

    knowledge = read_knowledge(find_project(options.root))
    sheets = Sheets(knowledge)
    thing, _, prop = options.id.partition("/")
    thing = knowledge.redirects.get(thing, thing)
    if prop:
        _show_cell(sheets, thing, prop, options.format)
        next_step(f"atlas show {thing}", "all its cells")
        return ExitCode.OK
    if thing not in knowledge.records and thing not in knowledge.properties:
        raise _unknown(thing, knowledge)
    _show_thing(sheets, thing, options.format)
    next_step(*_following(thing, knowledge))
    return ExitCode.OK


def _show_cell(sheets: Sheets, thing: str, prop: str, form: str) -> None:
    knowledge = sheets.knowledge
    if thing not in knowledge.subjects:
        raise unknown("thing with facts", thing, knowledge.subjects, "Run: atlas stats")
    prop = prop.split("/", 1)[0]
    if prop not in knowledge.properties:
        raise unknown("property", prop, knowledge.properties, "Run: atlas stats")
    cell = sheets.cells.cell(thing, prop)
    if form == "json":
        show_json(cell_data(cell, knowledge))
    else:
        show(sheets.of_cell(cell).text(width()))


def _show_thing(sheets: Sheets, thing: str, form: str) -> None:
    knowledge = sheets.knowledge
    if form == "json":
        show_json(_data(sheets, thing))
    elif thing in knowledge.properties:
        show(sheets.of_property(knowledge.properties[thing]).text(width()))
    else:
        show(sheets.of_record(knowledge.records[thing]).text(width()))


def _data(sheets: Sheets, thing: str) -> dict[str, Any]:
    from isolation_atlas.cli.plain_data import plain

    knowledge = sheets.knowledge
    if thing in knowledge.properties:
        known = [sheets.cells.cell(subject, thing) for subject in knowledge.subjects]
        cells = {cell.subject: cell_data(cell, knowledge) for cell in known if cell.facts}
        return {"thing": plain(knowledge.properties[thing]), "cells": cells}
    data = {"thing": plain(knowledge.records[thing]), "edges-to": plain(knowledge.edges_to.get(thing, ()))}
    if thing in knowledge.subjects:
        data["cells"] = {prop: cell_data(sheets.cells.cell(thing, prop), knowledge) for prop in knowledge.properties}
    return data


def cell_data(cell: Cell, knowledge: Knowledge) -> dict[str, Any]:
    """Return a cell as plain data, its facts by their addresses."""
    from isolation_atlas.reasoning.cell_words import cell_text

    return {
        "state": cell.state.value,
        "text": cell_text(cell, knowledge.properties[cell.property]),
        "origin": cell.origin.value,
        "origins": list(cell.origins),
        "facts": [fact.id for fact in cell.facts],
        "deciding": [fact.id for fact in cell.deciding],
        "last-verified": cell.last_verified.isoformat() if cell.last_verified else None,
        "confidence": cell.confidence.value if cell.confidence else None,
    }


def _unknown(thing: str, knowledge: Knowledge) -> Exception:
    named = {record.name.lower(): key for key, record in knowledge.records.items()}
    named |= {prop.name.lower(): key for key, prop in knowledge.properties.items()}
    named |= {alias.lower(): key for key, record in knowledge.records.items() for alias in record.aliases}
    if thing.lower() in named:
        return unknown("thing with the id", thing, (), f"The id of {thing!r} is {named[thing.lower()]!r}.")
    return unknown("thing", thing, knowledge.ids, "Run: atlas stats")


def _following(thing: str, knowledge: Knowledge) -> tuple[str, str]:
    facts = [fact for fact in knowledge.facts if thing in (fact.subject, fact.property)]
    if facts:
        return f"atlas show {facts[0].subject}/{facts[0].property}", "the facts behind one cell"
    if thing in knowledge.matrices:
        return f"atlas matrix {thing}", "the matrix itself"
    return "atlas stats", "how much is known in all"


COMMAND = Command(
    "show",
    "show everything that is known of one thing",
    "atlas show THING/PROPERTY",
    _run,
    (Argument("id", "a thing's id, or a cell as THING/PROPERTY"), format_option("text", "json")),
)
