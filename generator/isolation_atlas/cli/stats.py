"""``atlas stats``: how much is known, in numbers."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Command, format_option
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.output import next_step, show, show_json
from isolation_atlas.cli.project import find_project, read_knowledge

if TYPE_CHECKING:
    from isolation_atlas.knowledge.knowledge import Knowledge

Counts = dict[str, dict[str, int]]


def _run(options: argparse.Namespace) -> ExitCode:
    counts = count(read_knowledge(find_project(options.root)))
    if options.format == "json":
        show_json(counts)
    else:
        show(_table(counts))
    next_step("atlas show ID", "everything that is known of one thing")
    return ExitCode.OK


def count(knowledge: Knowledge) -> Counts:
    """Return the numbers of things by kind, of subjects by level, of evidence, relations and cells."""
    kinds = Counter(knowledge.ids.values())
    levels = Counter(subject.level for subject in knowledge.subjects.values())
    edges = Counter(edge.relation for edge in knowledge.edges)
    return {
        "things": {kind.plural.lower(): kinds[kind.id] for kind in knowledge.ontology.kinds},
        "levels": {
            level.plural.lower(): levels[level.id] for kind in knowledge.ontology.kinds for level in kind.levels
        },
        "evidence": _evidence(knowledge),
        "relations": {relation.id: edges[relation.id] for relation in knowledge.ontology.relations},
        "cells": _cells(knowledge),
    }


def _evidence(knowledge: Knowledge) -> dict[str, int]:
    from isolation_atlas.knowledge.graph import all_evidence
    from isolation_atlas.reasoning.cells import Cells

    cells = Cells(knowledge)
    pieces = [evidence for _, evidence in all_evidence(knowledge) if evidence.claim or evidence.source]
    return {
        "facts": len(knowledge.facts),
        "facts with a value": sum(fact.value is not None for fact in knowledge.facts),
        "facts read in their source": sum(cells.is_verified(fact) for fact in knowledge.facts),
        "comparisons": sum(len(subject.comparisons) for subject in knowledge.subjects.values()),
        "statements": sum(len(record.statements) for record in knowledge.records.values()),
        "pieces of evidence": len(pieces),
        "pieces read in their source": sum(bool(evidence.verified) for evidence in pieces),
        "sources cited": len({evidence.source for evidence in pieces if evidence.source}),
    }


def _cells(knowledge: Knowledge) -> dict[str, int]:
    from isolation_atlas.reasoning.cells import Cells, State

    cells = Cells(knowledge)
    states = Counter(cells.cell(subject, prop).state for subject in knowledge.subjects for prop in knowledge.properties)
    return {state.value: states[state] for state in State}


def _table(counts: Counts) -> str:
    label = max(len(name) for numbers in counts.values() for name in numbers)
    lines: list[str] = []
    for heading, numbers in counts.items():
        lines.append(f"{heading}" if not lines else f"\n{heading}")
        lines.extend(f"  {name.ljust(label)} {number:>7,}" for name, number in numbers.items())
    return "\n".join(lines)


COMMAND = Command("stats", "count what is known", "atlas stats --format json", _run, (format_option("text", "json"),))
