"""Facts, cells and verdicts of a difference in a few words."""

from __future__ import annotations

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.records import Fact
from isolation_atlas.reasoning.cell_words import cell_symbol, cell_text
from isolation_atlas.reasoning.cells import Cell
from isolation_atlas.reasoning.leaf_changes import Verdicts
from isolation_atlas.reasoning.requirements import Assessment
from isolation_atlas.reasoning.sorting import Standing

NOTHING = "nothing"


def several(number: int, what: str) -> str:
    """Return a number with its noun."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def fact_words(fact: Fact) -> str:
    """Return what a fact says."""
    value = str(fact.value) if fact.value is not None else ""
    return ": ".join(part for part in (value, fact.evidence.claim) if part) or NOTHING


def place_words(fact: Fact) -> str:
    """Return where a fact comes from, and whether somebody has read it there."""
    evidence = fact.evidence
    if evidence.because:
        return f"because of {', '.join(evidence.because)}"
    read = f"read {evidence.last_verified}" if evidence.last_verified else "unverified"
    return ", ".join(part for part in (evidence.source, evidence.locator, read) if part)


def differing_words(before: Fact, after: Fact) -> tuple[str, ...]:
    """Return each part of a fact that differs, before and after."""
    one, other = before.evidence, after.evidence
    parts = (
        ("value", str(before.value or ""), str(after.value or "")),
        ("claim", one.claim, other.claim),
        ("context", one.context, other.context),
        ("scope", before.scope, after.scope),
        ("source", one.source, other.source),
        ("locator", one.locator, other.locator),
        ("because", ", ".join(one.because), ", ".join(other.because)),
        (
            "confidence",
            one.confidence.value if one.confidence else "",
            other.confidence.value if other.confidence else "",
        ),
        ("verified", ", ".join(map(str, one.verified)), ", ".join(map(str, other.verified))),
    )
    return tuple(f"{name}: {old or NOTHING} → {new or NOTHING}" for name, old, new in parts if old != new)


def cell_words(cell: Cell | None, knowledge: Knowledge) -> str:
    """Return a cell's sign and text, or that there is none."""
    if cell is None:
        return "no cell"
    return f"{cell_symbol(cell)} {cell_text(cell, knowledge.properties[cell.property])}"


def standing_words(standing: Standing | None) -> str:
    """Return where a candidate stands."""
    return standing.word if standing else "no candidate"


def verdict_words(verdicts: Verdicts, changed: frozenset[str]) -> tuple[str, ...]:
    """Return each verdict that differs, with the changed facts behind it, or all behind it if none changed."""
    return tuple(_verdict(old, new, changed) for old, new in verdicts)


def _verdict(old: Assessment | None, new: Assessment | None, changed: frozenset[str]) -> str:
    known = new or old
    text = known.requirement.text if known else ""
    words = [each.truth.word if each else "not asked" for each in (old, new)]
    facts = list(dict.fromkeys(fact.id for each in (new, old) if each for fact in each.facts))
    deciding = [fact for fact in facts if fact in changed] or facts
    behind = f", by {', '.join(deciding[:3])}" if deciding else ", nothing is known"
    return f"{text}: {words[0]} → {words[1]}{behind}"
