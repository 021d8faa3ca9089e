"""A difference as text, Markdown, JSON and release notes; whatever it quotes is shown and never carried out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from isolation_atlas.checks.reports.markdown_report import plain as escaped
from isolation_atlas.cli.difference.sections import difference_sheet, summary
from isolation_atlas.cli.difference.words import cell_words
from isolation_atlas.cli.plain_data import plain
from isolation_atlas.cli.sheet_formats import sheet_markdown, sheet_text
from isolation_atlas.reasoning.breaking import next_version, required_bump
from isolation_atlas.reasoning.changes import FactChangeKind
from isolation_atlas.reasoning.difference import Difference


def as_text(difference: Difference, title: str, columns: int) -> str:
    """Return the difference for a terminal or a log."""
    return sheet_text(difference_sheet(difference, title), columns)


def as_markdown(difference: Difference, title: str) -> str:
    """Return the difference for a comment or a summary."""
    return sheet_markdown(difference_sheet(difference, title))


def as_json(difference: Difference, version: str | None) -> dict[str, Any]:
    """Return the difference as plain data; cells in words, everything else by the names of the format."""
    bump = required_bump(difference)
    data: dict[str, Any] = {
        "summary": summary(difference),
        "bump": bump.value,
        "version": next_version(version, bump) if version else None,
        "breaking": plain(difference.breaking),
        "ids": {
            "added": list(difference.ids.added),
            "redirected": dict(difference.ids.redirected),
            "removed": list(difference.ids.removed),
        },
        "facts": [{"address": change.fact.id, **plain(change)} for change in difference.facts],
        "cells": list(_cells(difference)),
        "ratings": [{"address": each.fact.id, "reasons": _addresses(each.reasons)} for each in difference.ratings],
        "outcomes": list(_flips(difference)),
        "trees": list(_trees(difference)),
        "relations": {
            "added": [list(each) for each in difference.relations_added],
            "withdrawn": [list(each) for each in difference.relations_withdrawn],
        },
        "otherwise": list(difference.otherwise),
    }
    return data


def as_notes(difference: Difference, version: str) -> str:
    """Return release notes in Markdown for the version that follows ``version``."""
    bump = required_bump(difference)
    kinds = {kind: [each for each in difference.facts if each.kind is kind] for kind in FactChangeKind}
    parts = (
        ("Breaks", [f"{each.thing}: {each.says}" for each in difference.breaking]),
        ("New", [f"{difference.after.name_of(each)} ({each})" for each in difference.ids.added]),
        (
            "Recommendations that differ",
            sorted({f"{difference.after.name_of(each.thing)}: {each.subject}" for each in difference.flips}),
        ),
        ("Facts", [f"{len(found)} {kind.value}" for kind, found in kinds.items() if found]),
    )
    blocks = [f"# {next_version(version, bump)}", escaped(summary(difference))]
    for heading, lines in parts:
        if lines:
            blocks.append(f"## {heading}")
            blocks.append("\n".join(f"- {escaped(line)}" for line in lines))
    return "\n\n".join(blocks) + "\n"


def _cells(difference: Difference) -> Iterator[dict[str, Any]]:
    for change in difference.cells:
        yield {
            "subject": change.subject,
            "property": change.property,
            "before": cell_words(change.before, difference.before),
            "after": cell_words(change.after, difference.after),
            "matrices": list(change.matrices),
        }


def _addresses(cells: Any) -> list[str]:
    return [f"{each.subject}/{each.property}" for each in cells]


def _flips(difference: Difference) -> Iterator[dict[str, Any]]:
    for flip in difference.flips:
        yield {
            "thing": flip.thing,
            "subject": flip.subject,
            "before": flip.before.value if flip.before else None,
            "after": flip.after.value if flip.after else None,
            "verdicts": [[each.id if each else None for each in pair] for pair in flip.verdicts],
        }


def _trees(difference: Difference) -> Iterator[dict[str, Any]]:
    for tree in difference.leaves:
        changes = [
            {
                "path": [[question, list(answers)] for question, answers in change.path],
                "subject": change.subject,
                "before": change.before.value,
                "after": [each.value for each in change.after],
            }
            for change in tree.changes
        ]
        yield {"tree": tree.tree, "leaves": tree.leaves, "reshaped": tree.reshaped, "changes": changes}
