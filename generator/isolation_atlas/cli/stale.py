"""``atlas stale``: which facts are due for reading again, and which nobody has read."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Argument, Command, format_option
from isolation_atlas.cli.days import TODAY, day
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.output import next_step, show_json
from isolation_atlas.cli.project import find_project, read_knowledge

if TYPE_CHECKING:
    from datetime import date

    from isolation_atlas.cli.sheet import Line, Sheet
    from isolation_atlas.knowledge.records import Fact
    from isolation_atlas.reasoning.staleness import DueFact


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.sheet_formats import show_sheet
    from isolation_atlas.reasoning.staleness import due_facts, unread_facts

    on = day(options.today)
    knowledge = read_knowledge(find_project(options.root))
    due, unread = due_facts(knowledge, on), unread_facts(knowledge)
    if options.format == "json":
        show_json(_data(due, unread, on))
    else:
        show_sheet(_sheet(due, unread, on, options.most), options.format)
    if due or unread:
        first = due[0].fact if due else unread[0]
        next_step(f"atlas show {first.subject}/{first.property}", "the first of them, with its source")
    return ExitCode.OK


def _data(due: tuple[DueFact, ...], unread: tuple[Fact, ...], on: date) -> dict[str, object]:
    return {
        "on": on.isoformat(),
        "due": [
            {"fact": each.fact.id, "last-read": each.last_read.isoformat(), "months-over": each.months_over}
            for each in due
        ],
        "unread": [fact.id for fact in unread],
    }


def _sheet(due: tuple[DueFact, ...], unread: tuple[Fact, ...], on: date, most: int) -> Sheet:
    from isolation_atlas.cli.sheet import Line, Section, Sheet

    first = [
        Line(each.fact.id, f"read {each.last_read}, {_over(each.months_over)}; {_source(each.fact)}") for each in due
    ]
    second = [Line(fact.id, _source(fact)) for fact in unread]
    sections = (Section("Due for reading again", cut(first, most)), Section("Never read", cut(second, most)))
    summary = f"{len(due)} facts are due for reading again, {len(unread)} nobody has read in their source."
    return Sheet(f"Facts to read on {on}", summary, sections)


def cut(lines: list[Line], most: int) -> tuple[Line, ...]:
    """Return the first lines, and how many there are beyond them."""
    from isolation_atlas.cli.sheet import Line

    more = len(lines) - most
    return (*lines[:most], Line("…", f"and {more} more")) if more > 0 else tuple(lines)


def _over(months: int) -> str:
    return f"{months} months over" if months else "due this month"


def _source(fact: Fact) -> str:
    return ", ".join(part for part in (fact.evidence.source, fact.evidence.locator) if part)


COMMAND = Command(
    "stale",
    "list the facts that are due for reading again",
    "atlas stale --today 2027-01-01",
    _run,
    (
        format_option("text", "markdown", "json"),
        Argument("--most", "lines of each list", placeholder="N", default=50),
        TODAY,
    ),
    "A fact is due when its last reading is older than 'review-after' of its property.",
)
