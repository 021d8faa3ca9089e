"""Whether sentences are sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Severity, Spot
from isolation_atlas.knowledge.repairs import ReplaceValue

MOST_IN_CLAIM = 400
MOST_IN_SUMMARY = 280
_ENDS = (".", "!", "?", ".”", '."', ".)")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|\{\{|\{%|\]\(")
_CLAIM = "claim: A punt takes three hundred kilograms."


@rule(
    "claim-too-long",
    Severity.WARNING,
    Scope.FACT,
    "A claim of more than 400 characters",
    "A claim says one thing; what surrounds it belongs into the context, and a second claim into a second fact.",
    example("crossings/punt.yaml:16:14", "claim: A punt takes " + "one sack and " * 32 + "no more.", instead_of=_CLAIM),
)
def claim_too_long(context: Context) -> Iterator[Finding]:
    """Yield claims that are too long to read in a table."""
    for _, evidence in context.evidence:
        if len(evidence.claim) > MOST_IN_CLAIM:
            message = f"The claim has {len(evidence.claim)} characters."
            fix = "Move circumstances to 'context:', or split it into several facts."
            spot = evidence.spot.at("claim")
            yield Finding("claim-too-long", message, spot, f"at most {MOST_IN_CLAIM}", fix)


@rule(
    "claim-unfinished",
    Severity.NOTE,
    Scope.FACT,
    "A claim without a full stop",
    "Claims are shown as sentences; one that breaks off looks as if something were missing.",
    example("crossings/punt.yaml:16:14", "claim: A punt takes three hundred kilograms", instead_of=_CLAIM),
)
def claim_unfinished(context: Context) -> Iterator[Finding]:
    """Yield claims that do not end as sentences do."""
    for _, evidence in context.evidence:
        if evidence.claim and not evidence.claim.endswith(_ENDS):
            spot = evidence.spot.at("claim")
            yield _unfinished("claim-unfinished", "The claim does not end.", spot, evidence.claim)


def _unfinished(rule_id: str, message: str, spot: Spot, text: str) -> Finding:
    """The full stop is added where the text ends with a word; after a comma or an ellipsis something is missing."""
    repair = ReplaceValue(spot, text, f"{text}.") if text[-1].isalnum() else None
    return Finding(rule_id, message, spot, "a full stop", "Add a full stop.", repair=repair)


@rule(
    "summary-unfinished",
    Severity.NOTE,
    Scope.RECORD,
    "A summary without a full stop",
    "Summaries are shown as sentences.",
    example("crossings/punt.yaml:3:10", "pushed with a pole\n", instead_of="pushed with a pole.\n"),
)
def summary_unfinished(context: Context) -> Iterator[Finding]:
    """Yield summaries that do not end as sentences do."""
    for record in context.knowledge.records.values():
        if record.summary and not record.summary.endswith(_ENDS):
            spot = record.spot.at("summary")
            yield _unfinished("summary-unfinished", "The summary does not end.", spot, record.summary)


@rule(
    "summary-too-long",
    Severity.NOTE,
    Scope.RECORD,
    "A summary of more than 280 characters",
    "It stands in lists and search results, where nobody reads on.",
    example(
        "crossings/punt.yaml:3:10", "pushed " + "and pushed " * 24 + "along.\n", instead_of="pushed with a pole.\n"
    ),
)
def summary_too_long(context: Context) -> Iterator[Finding]:
    """Yield summaries that are too long for a list."""
    for record in context.knowledge.records.values():
        if len(record.summary) > MOST_IN_SUMMARY:
            message = f"The summary has {len(record.summary)} characters."
            spot = record.spot.at("summary")
            yield Finding("summary-too-long", message, spot, f"at most {MOST_IN_SUMMARY}", "Say it in one sentence.")


@rule(
    "summary-missing",
    Severity.WARNING,
    Scope.RECORD,
    "No summary",
    "Whoever meets the thing in a list learns nothing but its name.",
    example("crossings/pier.yaml:1:1", "", instead_of="summary: A pillar that stands in the river.\n"),
)
def summary_missing(context: Context) -> Iterator[Finding]:
    """Yield subjects, needs, topics, matrices, trees and scenarios without a summary."""
    knowledge = context.knowledge
    due = (
        knowledge.subjects,
        knowledge.needs,
        knowledge.topics,
        knowledge.matrices,
        knowledge.trees,
        knowledge.scenarios,
    )
    refused = {fault.spot for fault in knowledge.faults}
    for records in due:
        for record in records.values():
            if not record.summary and record.spot.at("summary") not in refused:
                message = f"{record.id!r} has no summary."
                fix = "Add 'summary:' with one plain sentence."
                yield Finding("summary-missing", message, record.spot, "a summary", fix)


@rule(
    "markup-in-text",
    Severity.NOTE,
    Scope.FACT,
    "HTML, Markdown or template code in a text",
    "Texts are shown exactly as they are written, so that markup appears as signs; nothing of it is ever carried out.",
    example("crossings/punt.yaml:16:14", "claim: It takes <b>three hundred</b> kilograms.", instead_of=_CLAIM),
)
def markup_in_text(context: Context) -> Iterator[Finding]:
    """Yield claims, contexts and summaries with something that looks like markup."""
    for record in context.knowledge.records.values():
        yield from _markup(record.summary, record.spot, "summary")
    for _, evidence in context.evidence:
        yield from _markup(evidence.claim, evidence.spot, "claim")
        yield from _markup(evidence.context, evidence.spot, "context")


def _markup(text: str, spot: Spot, field: str) -> Iterator[Finding]:
    if not ("<" in text or "{" in text or "]" in text):
        return
    found = _MARKUP.search(text)
    if found:
        message = f"{found.group()!r} looks like markup."
        yield Finding("markup-in-text", message, spot.at(field), "plain words", "Say it in words, if no sign is meant.")
