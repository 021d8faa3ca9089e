"""Whether the settings of the check itself are in order."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import example
from isolation_atlas.checks.rule import Scope, all_rules, rule
from isolation_atlas.knowledge.findings import Finding, Severity
from isolation_atlas.knowledge.repairs import RemoveEntry, RenameKey, ReplaceValue, only_meant

_EXCEPTION = "exceptions:\n  - {{rule: {rule}, file: {file}, reason: The binding is lost., until: {until}}}\n"


@rule(
    "unknown-rule",
    Severity.ERROR,
    Scope.FILE,
    "A setting for a rule that does not exist",
    "It has no effect, although somebody relies on it.",
    example("checks.yaml:2:3", "settings:\n  unused-sources: off\n", "settings:\n  unused-source: off\n"),
)
def unknown_rule(context: Context) -> Iterator[Finding]:
    """Yield settings and exceptions whose rule does not exist."""
    rules, settings = all_rules(), context.settings
    named = [(rule_id, settings.spot.key("settings", rule_id)) for rule_id, _ in settings.severities]
    named += [(each.rule, each.spot.at("rule")) for each in settings.exceptions]
    for rule_id, spot in named:
        if rule_id not in rules:
            fix = context.suggestions.fix(rule_id, rules, "Delete the line.")
            meant = only_meant(rule_id, rules)
            renamed = RenameKey(spot, meant) if spot.part == "key" else ReplaceValue(spot, rule_id, meant)
            repair = renamed if meant else None
            message = f"There is no rule {rule_id!r}."
            yield Finding("unknown-rule", message, spot, "the id of a rule", fix, repair=repair)


@rule(
    "exception-expired",
    Severity.ERROR,
    Scope.FILE,
    "An exception whose time is over",
    "An exception is a promise to mend something by a day.",
    example(
        "checks.yaml:2:96",
        _EXCEPTION.format(rule="unused-source", file="sources/survey-1907.yaml", until="2026-01-31"),
        "",
    ),
)
def exception_expired(context: Context) -> Iterator[Finding]:
    """Yield exceptions that ended before the day of the check."""
    for each in context.settings.exceptions:
        if each.until < context.today:
            message = f"The exception from {each.rule!r} ended on {each.until}."
            fix = "Mend what it is about and delete it, or give a new reason and a new end."
            spot = each.spot.at("until")
            yield Finding("exception-expired", message, spot, f"a day from {context.today} on", fix)


@rule(
    "exception-unused",
    Severity.ERROR,
    Scope.FILE,
    "An exception that nothing needs",
    "What is in order needs no exception, and the next fault of this kind would pass unseen.",
    example(
        "checks.yaml:2:5",
        _EXCEPTION.format(rule="unused-source", file="sources/survey-1907.yaml", until="2026-12-31"),
        "",
    ),
)
def exception_unused(context: Context) -> Iterator[Finding]:
    """Yield exceptions that no finding needed."""
    rules = all_rules()
    for each in context.unused_exceptions:
        if each.rule in rules:
            where = each.file or each.thing
            message = f"Nothing in {where!r} breaks {each.rule!r}."
            repair = RemoveEntry(each.spot)
            expected = "a finding that it excuses"
            yield Finding("exception-unused", message, each.spot, expected, "Delete it.", repair=repair)


@rule(
    "rule-crashed",
    Severity.ERROR,
    Scope.FILE,
    "A rule that failed itself",
    "A fault in the program must not pass for sound knowledge; what the other rules found is reported all the same.",
    None,
)
def rule_crashed(context: Context) -> Iterator[Finding]:
    """Yield what went wrong in other rules."""
    yield from context.crashes
