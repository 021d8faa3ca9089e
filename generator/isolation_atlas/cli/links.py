"""``atlas links``: visits the addresses that the knowledge names, and writes a dated report."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Argument, Command
from isolation_atlas.cli.days import TODAY, day
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault
from isolation_atlas.cli.output import next_step, say, show, write_file
from isolation_atlas.cli.project import find_project, read_knowledge

if TYPE_CHECKING:
    from datetime import date

    from isolation_atlas.cli.visiting import Visited
    from isolation_atlas.knowledge.knowledge import Knowledge

_MOST_AT_ONCE = 32


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.visiting import Visit, visit_all

    if not 1 <= options.at_once <= _MOST_AT_ONCE or options.timeout < 1:
        raise UserFault("The limits are out of range.", f"--at-once takes 1 to {_MOST_AT_ONCE}, --timeout 1 or more.")
    on, project = day(options.today), find_project(options.root)
    holders = addresses(read_knowledge(project), options.only)
    say(f"Visiting {len(holders)} addresses, {options.at_once} at once …")
    visited = visit_all(holders, at_once=options.at_once, timeout=options.timeout)
    path = Path(options.out) if options.out else project.cache / f"links-{on}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, report(visited, holders, on))
    counts = Counter(each.visit for each in visited)
    show(f"{', '.join(f'{counts[each]} {each.value}' for each in Visit)}; the report is in {project.shown(path)}")
    next_step("read the report", "no fact was changed; a person decides what becomes of a link")
    return ExitCode.FINDINGS if counts[Visit.GONE] else ExitCode.OK


def addresses(knowledge: Knowledge, only: str | None) -> dict[str, list[str]]:
    """Return every address with the ids of the things that name it; ``only`` keeps those that contain a text."""
    found: dict[str, list[str]] = {}
    for source in knowledge.sources.values():
        found.setdefault(source.url, []).append(source.id)
    for subject in knowledge.subjects.values():
        found.setdefault(subject.homepage, []).append(subject.id)
    return {url: things for url, things in sorted(found.items()) if url and (only or "") in url}


def report(visited: tuple[Visited, ...], holders: dict[str, list[str]], on: date) -> str:
    """Return the report in Markdown: what needs a person first, and how many are well."""
    from isolation_atlas.cli.sheet import Line, Section, Sheet
    from isolation_atlas.cli.sheet_formats import sheet_markdown
    from isolation_atlas.cli.visiting import Visit

    sections = []
    for visit in (Visit.GONE, Visit.FAILED, Visit.MOVED, Visit.REFUSED):
        found = [each for each in visited if each.visit is visit]
        lines = tuple(Line(", ".join(holders[each.url]), f"{each.url} {each.says}".strip()) for each in found)
        sections.append(Section(f"{visit.value.capitalize()} ({len(found)})", lines))
    well = sum(each.visit is Visit.OK for each in visited)
    return sheet_markdown(Sheet(f"Links on {on}", f"{well} of {len(visited)} addresses are well.", tuple(sections)))


COMMAND = Command(
    "links",
    "visit the addresses of sources and write a report",
    "atlas links --only usenix.org --out links.md",
    _run,
    (
        Argument("--only", "only addresses that contain this text", placeholder="TEXT"),
        Argument("--at-once", "how many to visit at the same time", placeholder="N", default=8),
        Argument("--timeout", "seconds to wait for an answer", placeholder="S", default=20),
        Argument("--out", "the report's file (default: .cache/atlas/links-DAY.md)", placeholder="FILE"),
        TODAY,
    ),
    "The only command that uses the network. It never changes the knowledge.",
)
