"""Whether claims say where they come from."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.dates import first_day
from isolation_atlas.knowledge.findings import Finding, Severity
from isolation_atlas.knowledge.records import Confidence

_CLAIM = "      claim: A punt takes three hundred kilograms.\n"
_SOURCED = "      source: survey-1907\n      locator: table 2\n      verified: 2026-01-10\n"
_STATEMENT = "statements:\n  - {claim: It is old."


@rule(
    "fact-without-source",
    Severity.ERROR,
    Scope.FACT,
    "A fact that says nothing of where it comes from",
    "Readers rely on the atlas because every fact can be looked up; hearsay has no place in it.",
    example("crossings/punt.yaml:15:7", _CLAIM, instead_of=_CLAIM + _SOURCED),
)
def fact_without_source(context: Context) -> Iterator[Finding]:
    """Yield facts with neither a source nor reasons; ratings have a rule of their own."""
    rated = {prop.id for prop in context.knowledge.properties.values() if prop.levels}
    for fact in context.knowledge.facts:
        bare = not fact.evidence.source and not fact.evidence.because
        if bare and not (fact.property in rated and fact.value is not None):
            message = f"The fact {fact.id} has no source."
            fix = "Add 'source:' and 'locator:', or delete the fact."
            yield Finding("fact-without-source", message, fact.evidence.spot, "a source", fix)


@rule(
    "empty-fact",
    Severity.ERROR,
    Scope.FACT,
    "A fact that states nothing",
    "Without a value and without a claim there is nothing to show.",
    example("crossings/punt.yaml:15:7", _SOURCED.lstrip(), instead_of="value: 300 kg\n" + _CLAIM + _SOURCED),
)
def empty_fact(context: Context) -> Iterator[Finding]:
    """Yield facts without value and claim."""
    refused = {fault.spot for fault in context.knowledge.faults}
    for fact in context.knowledge.facts:
        spot = fact.evidence.spot
        if fact.value is None and not fact.evidence.claim and not {spot.at("value"), spot.at("claim")} & refused:
            message = f"The fact {fact.id} states nothing."
            yield Finding("empty-fact", message, spot, "a value or a claim", "Add 'claim:', or delete the fact.")


@rule(
    "value-without-claim",
    Severity.NOTE,
    Scope.FACT,
    "A value without a sentence",
    "The claim says in words what the source says; without it nobody can tell how the value was read.",
    example("crossings/punt.yaml:15:7", "300 kg\n", instead_of="300 kg\n" + _CLAIM),
)
def value_without_claim(context: Context) -> Iterator[Finding]:
    """Yield facts with a value and no claim."""
    refused = {fault.spot for fault in context.knowledge.faults}
    for fact in context.knowledge.facts:
        if fact.value is not None and not fact.evidence.claim and fact.evidence.spot.at("claim") not in refused:
            message = f"The value {fact.value} of {fact.id} stands without a claim."
            yield Finding("value-without-claim", message, fact.evidence.spot, "a claim", "Say it in a sentence.")


@rule(
    "statement-without-source",
    Severity.WARNING,
    Scope.FACT,
    "A statement that says nothing of where it comes from",
    "A statement is shown as what a source says.",
    example("crossings/pier.yaml:12:5", f"{_STATEMENT}}}\n", f"{_STATEMENT}, source: survey-1907, locator: page 7}}\n"),
)
def statement_without_source(context: Context) -> Iterator[Finding]:
    """Yield statements without a source."""
    for record in context.knowledge.records.values():
        for statement in record.statements:
            if not statement.source:
                message = f"A statement about {record.id!r} has no source."
                fix = "Add 'source:' and 'locator:', or delete it."
                yield Finding("statement-without-source", message, statement.spot, "a source", fix)


@rule(
    "verified-without-source",
    Severity.ERROR,
    Scope.FACT,
    "Read, but where?",
    "'verified' is the day on which somebody read the claim in its source, so there must be one.",
    example(
        "crossings/punt.yaml:21:16",
        "beside:\n  - {to: arch, verified: 2026-01-10}\n",
        "beside:\n  - {to: arch, source: survey-1907, verified: 2026-01-10}\n",
    ),
)
def verified_without_source(context: Context) -> Iterator[Finding]:
    """Yield evidence with days of reading and no source."""
    for _, evidence in context.evidence:
        if evidence.verified and not evidence.source:
            message = "Somebody read this, but no source is named."
            spot = evidence.spot.key("verified")
            yield Finding("verified-without-source", message, spot, "a source", "Add 'source:', or remove 'verified:'.")


@rule(
    "locator-missing",
    Severity.NOTE,
    Scope.FACT,
    "A source without the place in it",
    "Whoever wants to check a fact should not have to read the whole source.",
    example(
        "crossings/punt.yaml:10:15",
        "source: survey-1907\n      confidence",
        instead_of="source: survey-1907\n      locator: table 1\n      confidence",
    ),
)
def locator_missing(context: Context) -> Iterator[Finding]:
    """Yield facts with a value whose source has no locator."""
    for fact in context.knowledge.facts:
        if fact.value is not None and fact.evidence.source and not fact.evidence.locator:
            message = f"The fact {fact.id} does not say where in {fact.evidence.source!r} it stands."
            fix = "Add 'locator:' with the section, page, table or heading."
            yield Finding("locator-missing", message, fact.evidence.spot.at("source"), "a locator", fix)


@rule(
    "locator-without-source",
    Severity.ERROR,
    Scope.FACT,
    "A place in no source",
    "A page number alone leads nowhere.",
    example(
        "crossings/punt.yaml:21:16",
        "beside:\n  - {to: arch, locator: page 7}\n",
        "beside:\n  - {to: arch, source: survey-1907, locator: page 7}\n",
    ),
)
def locator_without_source(context: Context) -> Iterator[Finding]:
    """Yield evidence with a locator and no source."""
    for _, evidence in context.evidence:
        if evidence.locator and not evidence.source:
            message = "The locator belongs to no source."
            spot = evidence.spot.key("locator")
            yield Finding("locator-without-source", message, spot, "a source", "Add 'source:'.")


@rule(
    "sure-but-unread",
    Severity.WARNING,
    Scope.FACT,
    "High confidence in what nobody has read",
    "Nobody can be sure what a source says without having read it there.",
    example(
        "crossings/punt.yaml:12:19",
        "      confidence: high\n",
        "      confidence: medium\n",
        instead_of="      confidence: high\n      verified: 2026-01-10\n",
    ),
)
def sure_but_unread(context: Context) -> Iterator[Finding]:
    """Yield evidence of high confidence without a day of reading."""
    for _, evidence in context.evidence:
        if evidence.confidence is Confidence.HIGH and not evidence.verified and not evidence.because:
            message = "The confidence is high, and nobody has read it in its source."
            fix = "Read it and add 'verified:', or lower the confidence."
            yield Finding("sure-but-unread", message, evidence.spot.at("confidence"), "medium or low", fix)


@rule(
    "doubt-without-reason",
    Severity.WARNING,
    Scope.FACT,
    "Low confidence without a reason",
    "Doubt helps readers only if they learn what it is about.",
    example(
        "crossings/punt.yaml:12:19",
        "confidence: low",
        "confidence: low\n      context: Told by one ferryman.",
        instead_of="confidence: high",
    ),
)
def doubt_without_reason(context: Context) -> Iterator[Finding]:
    """Yield evidence of low confidence without a context."""
    for _, evidence in context.evidence:
        if evidence.confidence is Confidence.LOW and not evidence.context:
            message = "The confidence is low, and the context does not say why."
            fix = "Add 'context:' with the reason for the doubt."
            yield Finding("doubt-without-reason", message, evidence.spot.at("confidence"), "a context", fix)


@rule(
    "verified-in-future",
    Severity.ERROR,
    Scope.FACT,
    "Read on a day that has not come",
    "A slip in the year would keep a fact fresh for too long.",
    example(
        "crossings/punt.yaml:13:17",
        "confidence: high\n      verified: 2062-01-10",
        instead_of="confidence: high\n      verified: 2026-01-10",
    ),
)
def verified_in_future(context: Context) -> Iterator[Finding]:
    """Yield days of reading after the day of the check."""
    for _, evidence in context.evidence:
        if evidence.verified and evidence.verified[-1] > context.today:
            message = f"{evidence.verified[-1]} lies in the future."
            spot = evidence.spot.at("verified")
            expected = f"a day up to {context.today}"
            yield Finding("verified-in-future", message, spot, expected, "Write the day on which it was read.")


@rule(
    "verified-before-published",
    Severity.WARNING,
    Scope.FACT,
    "Read before it was published",
    "One of the two dates is wrong, or the source was revised and its date is that of a later edition.",
    example(
        "crossings/punt.yaml:13:17",
        "confidence: high\n      verified: 1906-01-10",
        instead_of="confidence: high\n      verified: 2026-01-10",
    ),
)
def verified_before_published(context: Context) -> Iterator[Finding]:
    """Yield days of reading before the first day that the source's date can mean."""
    sources = context.knowledge.sources
    dates = {source.id: first_day(source.date) for source in sources.values()}
    for _, evidence in context.evidence:
        published = dates.get(evidence.source)
        if evidence.verified and published is not None and evidence.verified[0] < published <= context.today:
            message = (
                f"It was read on {evidence.verified[0]}, and {evidence.source!r} is of {sources[evidence.source].date}."
            )
            fix = "Correct the day of reading or the source's date."
            spot = evidence.spot.at("verified")
            yield Finding("verified-before-published", message, spot, "a day after the source's date", fix)
