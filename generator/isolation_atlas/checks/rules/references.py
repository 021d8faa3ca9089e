"""Whether every name leads to a thing."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import Example, example
from isolation_atlas.checks.references import Reference
from isolation_atlas.checks.rule import Rule, Scope, register, rule
from isolation_atlas.knowledge.findings import Finding, Severity
from isolation_atlas.knowledge.ontology import Role


def _unknown(rule_id: str, noun: str, why: str, shown: Example) -> None:
    def check(context: Context) -> Iterator[Finding]:
        yield from context.faults.get(rule_id, ())
        for reference in context.references:
            if reference.rule == rule_id and not _exists(context, reference):
                yield _finding(context, reference, noun)

    register(Rule(rule_id, Severity.ERROR, Scope.GRAPH, f"A {noun} that does not exist", why, shown, check))


def _exists(context: Context, reference: Reference) -> bool:
    return reference.thing in context.knowledge.ids or reference.thing in context.knowledge.redirects


def _finding(context: Context, reference: Reference, noun: str) -> Finding:
    folders = [kind.folder for role in reference.roles for kind in context.knowledge.ontology.kinds_of(role)]
    where = f" in {context.knowledge.root.name}/{folders[0]}/" if len(folders) == 1 else ""
    kinds = {kind.id for role in reference.roles for kind in context.knowledge.ontology.kinds_of(role)}
    known = (thing for thing, kind in context.knowledge.ids.items() if kind in kinds)
    fix = context.suggestions.fix(reference.thing, known, f"Add its file{where}, or name another.")
    message = f"There is no {noun} {reference.thing!r}."
    return Finding(reference.rule, message, reference.spot, f"the id of a {noun}, which is its file's name", fix)


_unknown(
    "unknown-source",
    "source",
    "A fact whose source is missing cannot be checked by anybody.",
    example(
        "crossings/punt.yaml:10:15",
        "source: survey-1970\n      locator: table 1",
        instead_of="source: survey-1907\n      locator: table 1",
    ),
)
_unknown(
    "unknown-target",
    "thing",
    "A relation to nothing would be left out of the graph and of every page.",
    example("crossings/punt.yaml:4:7", "is-a: boot", instead_of="is-a: boat"),
)
_unknown(
    "unknown-property",
    "property",
    "Facts, tests and wishes about a property that does not exist decide nothing.",
    example(
        "crossings/punt.yaml:20:3", "  durability:\n    - {claim: It lasts., source: survey-1907, locator: page 4}\n"
    ),
)
_unknown(
    "unknown-subject",
    "subject",
    "Comparisons and expectations about something that has no file cannot be tested.",
    example("scenarios/winter-mail.yaml:6:10", "fits: [brigde]", instead_of="fits: [bridge]"),
)
_unknown(
    "unknown-thing",
    "thing",
    "A row or column for nothing would be missing from the matrix without a word.",
    example("matrices/overview.yaml:3:24", "punts]", instead_of="punt]"),
)
_unknown(
    "unknown-question",
    "question",
    "A tree can ask, and a scenario can answer, only what is written down as a question.",
    example("scenarios/winter-mail.yaml:4:11", "answers: {wether: always}", instead_of="answers: {weather: always}"),
)
_unknown(
    "unknown-need",
    "need",
    "What it should bring to the scenario would not count.",
    example("scenarios/winter-mail.yaml:3:11", "workload: male", instead_of="workload: mail"),
)


@rule(
    "wrong-kind",
    Severity.ERROR,
    Scope.GRAPH,
    "A thing of another kind than is due",
    "A source that is no source cannot be read; a question that is no question cannot be asked.",
    example(
        "crossings/punt.yaml:10:15",
        "source: flood\n      locator: table 1",
        instead_of="source: survey-1907\n      locator: table 1",
    ),
)
def wrong_kind(context: Context) -> Iterator[Finding]:
    """Yield the references to things whose kind has another role."""
    roles: dict[str, Role] = {kind.id: kind.role for kind in context.knowledge.ontology.kinds}
    for reference in context.references:
        kind = context.knowledge.ids.get(reference.thing)
        if kind is None or kind not in roles or roles[kind] in reference.roles:
            continue
        wanted = " or ".join(each.id for role in reference.roles for each in context.knowledge.ontology.kinds_of(role))
        message = f"{reference.thing!r} is of kind {kind}."
        yield Finding("wrong-kind", message, reference.spot, f"a thing of kind {wanted}", f"Name a {wanted}.")


@rule(
    "eased-by-unknown",
    Severity.WARNING,
    Scope.RECORD,
    "A word that looks like an id, but is none",
    "Ids in 'eased-by' become links; a misspelt one stays a bare word.",
    example(
        "tradeoffs/quick-or-capacious.yaml:4:12",
        "eased-by: [arch-brige]",
        instead_of="eased-by: [second landing stage]",
    ),
)
def eased_by_unknown(context: Context) -> Iterator[Finding]:
    """Yield hyphenated single words that are no id."""
    for tradeoff in context.knowledge.tradeoffs.values():
        for number, text in enumerate(tradeoff.eased_by):
            if "-" in text and text.islower() and " " not in text and text not in context.knowledge.ids:
                fix = context.suggestions.fix(text, context.knowledge.ids, "Write it in words, without hyphens.")
                spot = tradeoff.spot.at("eased-by", number)
                yield Finding("eased-by-unknown", f"There is no thing {text!r}.", spot, "an id, or words", fix)
