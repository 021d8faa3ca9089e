"""The page of all rules: what is checked, why, and an example of either side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.checks.examples import Example
from isolation_atlas.checks.rule import Rule, all_rules
from isolation_atlas.publishing.addresses import root_of
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render

PATH = "contributing/rules.md"
_MOST = 1200


@dataclass(frozen=True, slots=True)
class ExampleView:
    """One edit: in which file, in what place of it, and the text that breaks or keeps the rule."""

    file: str
    instead_of: str
    bad: str | None
    good: str | None


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule in the reference."""

    id: str
    severity: str
    scope: str
    title: str
    why: str
    at: str
    examples: tuple[ExampleView, ...]


def rule_pages(site: Site) -> Iterator[Page]:
    """Yield the reference of all rules; it is the same for every body of knowledge."""
    rules = tuple(rule_view(rule) for rule in all_rules().values())
    body = render("rules", rules=rules, root=root_of(PATH))
    yield Page(PATH, "Rules", f"The {len(rules)} rules that the knowledge is checked against.", body, hide=())


def rule_view(rule: Rule) -> RuleView:
    """Return a rule, ready to be shown."""
    at = rule.example.at if rule.example else ""
    examples = _examples(rule.example) if rule.example else ()
    return RuleView(rule.id, rule.severity.value, rule.scope.value, rule.title, rule.why, at, examples)


def _examples(example: Example) -> tuple[ExampleView, ...]:
    return tuple(
        ExampleView(change.file, _readable(change.instead_of) or "", _readable(change.bad), _readable(change.good))
        for change in example.changes
    )


def _readable(text: str | None) -> str | None:
    """Text whose bytes are not UTF-8 is kept in surrogates, which no page may hold; very long text is cut."""
    if text is None:
        return None
    whole = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip("\n")
    return whole if len(whole) <= _MOST else f"{whole[:_MOST]}\n… and {len(whole) - _MOST} more characters"
