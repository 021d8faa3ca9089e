"""Running all rules over what was read."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.result import PlacedFinding, RelatedPlace
from isolation_atlas.checks.rule import Rule, Scope
from isolation_atlas.checks.settings import CheckException
from isolation_atlas.knowledge.findings import Finding, Severity
from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.positions import Positions, placed

RULE_CRASHED = "rule-crashed"
EXCEPTION_UNUSED = "exception-unused"
MOST_IN_FILE = 1000
"""More of one kind in one file is no help to anybody, and could fill the memory."""
_REASONED_WITH = (Role.PROPERTY, Role.NEED, Role.QUESTION)
"""What requirements are made of: a fault in one shows wherever it is asked for."""
_LAST = (RULE_CRASHED, EXCEPTION_UNUSED)


def run_rules(context: Context, rules: Mapping[str, Rule]) -> tuple[Finding, ...]:
    """Return the findings of all rules with the severities in force; excepted findings are left out.

    What the knowledge says once it is reasoned over is looked at unless a part of it could not be read or leads
    nowhere: a misspelt id would otherwise show up a second time as a scenario that no longer follows. Where the
    ontology itself has a fault, only that and the form of the files can be judged: what a file means depends on it.
    """
    severities = {each.id: each.severity for each in rules.values()} | dict(context.settings.severities)
    crashes: list[Finding] = []
    usual = [each for each in rules.values() if each.id not in _LAST]
    found = list(_findings((each for each in usual if each.scope is not Scope.OUTPUT), context, severities, crashes))
    foundation = context.knowledge.ontology.spot.file
    if foundation in context.broken_files:
        return tuple(each for each in found if each.spot.file == foundation or _of_form(rules[each.rule]))
    kept, needed = _without_excepted(found, context)
    if not any(_leaves_gaps(finding, rules, context) for finding in kept):
        faulty = {finding.spot.file for finding in kept if finding.severity is Severity.ERROR}
        output = _findings((each for each in usual if each.scope is Scope.OUTPUT), context, severities, crashes)
        found.extend(finding for finding in output if finding.spot.file not in faulty)
        kept, needed = _without_excepted(found, context)
    context.crashes = tuple(crashes)
    sound = not any(finding.severity is Severity.ERROR for finding in kept)
    context.unused_exceptions = tuple(
        each for each in context.settings.exceptions if each not in needed and (sound or _judged(each, rules))
    )
    last = [rules[rule_id] for rule_id in _LAST if rule_id in rules]
    return (*kept, *_findings(last, context, severities, crashes))


def _judged(exception: CheckException, rules: Mapping[str, Rule]) -> bool:
    """Whether an exception is known to be needless beside errors: of outcomes, not all are looked at then."""
    return exception.rule not in rules or rules[exception.rule].scope is not Scope.OUTPUT


def _leaves_gaps(finding: Finding, rules: Mapping[str, Rule], context: Context) -> bool:
    """Whether, because of a finding, what is reasoned over is not what was meant."""
    if finding.severity is not Severity.ERROR:
        return False
    if finding.rule in context.faults or rules[finding.rule].scope is Scope.GRAPH:
        return True
    kinds = {kind.folder: kind.role for kind in context.knowledge.ontology.kinds}
    folder = finding.spot.file.removeprefix(f"{context.knowledge.root.name}/").split("/", 1)[0]
    return kinds.get(folder) in _REASONED_WITH


def _of_form(one: Rule) -> bool:
    return one.scope is Scope.FILE and one.id != "stray-file"


def _findings(
    rules: Iterable[Rule], context: Context, severities: Mapping[str, Severity | None], crashes: list[Finding]
) -> Iterator[Finding]:
    for each in rules:
        severity = severities.get(each.id)
        if severity is None:
            continue
        for finding in _of_one(each, context, crashes):
            yield finding if finding.severity is severity else replace(finding, severity=severity)


def _of_one(one: Rule, context: Context, crashes: list[Finding]) -> Iterator[Finding]:
    try:
        yield from one.check(context)
    except Exception as error:  # noqa: BLE001 - one broken rule must not hide what the others found
        crashes.append(_crash(one, error, context))


def _crash(one: Rule, error: Exception, context: Context) -> Finding:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{frame.filename.rsplit('/', 1)[-1]}, line {frame.lineno}"
    message = f"The rule {one.id!r} failed with {type(error).__name__}: {error} ({where})."
    fix = "Report it with the file that brings it about; until then the rule can be set to off in checks.yaml."
    return Finding(RULE_CRASHED, message, context.knowledge.ontology.spot, "a rule that runs to its end", fix)


def _without_excepted(findings: list[Finding], context: Context) -> tuple[list[Finding], frozenset[CheckException]]:
    by_place: dict[tuple[str, str], CheckException] = {}
    for each in context.settings.exceptions:
        if each.until >= context.today:
            by_place[each.rule, _file_of(each, context)] = each
    needed = {(finding.rule, finding.spot.file) for finding in findings} & by_place.keys()
    kept = [finding for finding in findings if (finding.rule, finding.spot.file) not in by_place]
    expired = [each for each in context.settings.exceptions if each.until < context.today]
    return kept, frozenset([*(by_place[key] for key in needed), *expired])


def _file_of(exception: CheckException, context: Context) -> str:
    if exception.file:
        return f"{context.knowledge.root.name}/{exception.file}"
    thing = context.knowledge.records.get(exception.thing) or context.knowledge.properties.get(exception.thing)
    return thing.spot.file if thing else ""


def place_findings(findings: Iterable[Finding], positions: Positions) -> tuple[PlacedFinding, ...]:
    """Return findings with their positions, each once, in the order of file, line, column and rule.

    Of one rule in one file at most ``MOST_IN_FILE`` are returned; the last of them says how many there are.
    """
    found: dict[PlacedFinding, None] = {}
    for group in _by_rule_and_file(findings).values():
        shown = {_with_place(finding, positions): None for finding in group[:MOST_IN_FILE]}
        if len(group) > MOST_IN_FILE:
            last = shown.popitem()[0]
            shown[replace(last, message=f"{last.message} There are {len(group)} such findings in this file.")] = None
        found |= shown
    return tuple(sorted(found, key=lambda each: (each.place, each.rule, each.message)))


def _by_rule_and_file(findings: Iterable[Finding]) -> dict[tuple[str, str], list[Finding]]:
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.spot.file), []).append(finding)
    return groups


def _with_place(finding: Finding, positions: Positions) -> PlacedFinding:
    place = placed(finding, positions)
    return PlacedFinding(
        finding.rule,
        finding.severity,
        place,
        finding.message,
        finding.expected,
        finding.fix,
        positions.line(place.file, place.line),
        tuple(RelatedPlace(positions.place(each.spot), each.message) for each in finding.related),
        finding.repair is not None,
    )
