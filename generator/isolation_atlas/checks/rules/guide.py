"""Whether questions, needs and scenarios ask for something that can be decided."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import Change, example
from isolation_atlas.checks.references import requirements_of
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Related, Severity, Spot
from isolation_atlas.knowledge.records import Answer, Need, Preference, Question, Record, Requirement, Scenario
from isolation_atlas.knowledge.repairs import RemoveEntry
from isolation_atlas.reasoning.conflicts import contradictions
from isolation_atlas.reasoning.profiles import Demand
from isolation_atlas.reasoning.requirements import Why
from isolation_atlas.reasoning.truth import Truth

_DAYS = "  - {id: fair-days, says: On fair days}\n"
_HULL = "name: Hull\ngroup: use\nsort: term\nterms: {timber: Timber.}\nbetter: none\ndefinition: What floats.\n"
_KNOWN = "  hull:\n    - {value: timber, claim: It floats., source: survey-1907, locator: page 3}\n"
_MOST_TOGETHER = 40
"""Requirements are tried in twos and threes; a list longer than this is no list that anybody wrote."""


def _askers(context: Context) -> Iterator[Record]:
    knowledge = context.knowledge
    yield from (*knowledge.needs.values(), *knowledge.questions.values(), *knowledge.scenarios.values())


def _lists(record: Record) -> Iterator[tuple[Requirement, ...]]:
    """Yield each list of requirements that hold together: of a question, one for every answer."""
    if isinstance(record, Question):
        yield from (answer.requires for answer in record.answers)
    else:
        yield requirements_of(record)


def _wishes(record: Record) -> Iterator[tuple[Preference, ...]]:
    if isinstance(record, Question):
        yield from (answer.prefers for answer in record.answers)
    elif isinstance(record, Need):
        yield record.prefers


def _test(requirement: Requirement) -> Spot:
    return requirement.evidence.spot.at("test")


def _wish(preference: Preference) -> Spot:
    return preference.evidence.spot.at("property")


@rule(
    "single-answer",
    Severity.ERROR,
    Scope.RECORD,
    "A question with fewer than two answers",
    "Where there is nothing to choose, nothing needs to be asked.",
    example("questions/weather.yaml:4:1", "", instead_of=_DAYS),
)
def single_answer(context: Context) -> Iterator[Finding]:
    """Yield questions with at most one answer."""
    for question in context.knowledge.questions.values():
        if len(question.answers) < 2 and question.spot.file not in context.broken_files:
            message = f"{question.id!r} offers {'one answer' if question.answers else 'no answer'}."
            spot = question.spot.key("answers")
            yield Finding("single-answer", message, spot, "at least two answers", "Add the other answers.")


@rule(
    "answer-twice",
    Severity.ERROR,
    Scope.RECORD,
    "Two answers with one id",
    "A scenario that gives this answer could mean either.",
    example("questions/weather.yaml:6:10", "  - {id: always, says: On fair days}\n", instead_of=_DAYS),
)
def answer_twice(context: Context) -> Iterator[Finding]:
    """Yield answers whose id an earlier answer of the question has."""
    for question in context.knowledge.questions.values():
        seen: dict[str, Answer] = {}
        for answer in question.answers:
            first = seen.setdefault(answer.id, answer)
            if first is not answer:
                related = (Related("the first time", first.spot.at("id")),)
                message = f"{answer.id!r} is an earlier answer already."
                spot = answer.spot.at("id")
                yield Finding("answer-twice", message, spot, "an id of its own", "Rename one.", related=related)


@rule(
    "question-without-effect",
    Severity.WARNING,
    Scope.OUTPUT,
    "A question whose answers make no difference",
    "Asking costs the reader time, and nothing would follow.",
    example(
        "questions/season.yaml:2:7",
        "name: Season\nasks: In winter?\nanswers:\n  - {id: cold, says: Yes}\n  - {id: warm, says: No}\n",
        "name: Season\nasks: In winter?\nanswers:\n"
        "  - {id: cold, says: Yes, requires: [sturdiness >= fair]}\n  - {id: warm, says: No}\n",
        Change("trees/guide.yaml", "[weather, season]", "[weather, season]", "[weather]"),
    ),
)
def question_without_effect(context: Context) -> Iterator[Finding]:
    """Yield questions all of whose answers lead to the same verdicts for everything choosable, and the same wishes."""
    for question in context.knowledge.questions.values():
        if len(question.answers) < 2 or question.spot.file in context.broken_files:
            continue
        wishes = {tuple(each.property for each in answer.prefers) for answer in question.answers}
        if len(wishes) == 1 and not _changes_anything(context, question):
            message = f"No answer to {question.id!r} changes anything."
            fix = "Give an answer a requirement that some facts decide, or delete the question."
            spot = question.spot.at("asks")
            yield Finding("question-without-effect", message, spot, "answers that differ in effect", fix)


def _changes_anything(context: Context, question: Question) -> bool:
    for subject in context.choosable:
        seen = {_verdict(context, subject, answer) for answer in question.answers}
        if len(seen) > 1:
            return True
    return False


def _verdict(context: Context, subject: str, answer: Answer) -> Truth:
    verdicts = [context.judge.assess(each, subject).truth for each in answer.requires]
    worst = (Truth.NOT_MET, Truth.UNCERTAIN)
    return next((truth for truth in worst if truth in verdicts), Truth.MET)


@rule(
    "contradictory-requirements",
    Severity.ERROR,
    Scope.RECORD,
    "Requirements that nothing can meet together",
    "Everything would be ruled out whatever the facts, and the reader would blame the facts.",
    example(
        "loads/mail.yaml:5:5", "  - duration <= 10 min\n  - duration > 20 min\n", instead_of="  - duration <= 10 min\n"
    ),
)
def contradictory_requirements(context: Context) -> Iterator[Finding]:
    """Yield smallest sets of requirements on one property that no value can meet."""
    for record in _askers(context):
        for requirements in _lists(record):
            demands = [Demand(each, ()) for each in requirements if each.condition is not None][:_MOST_TOGETHER]
            for conflict in contradictions(demands, context.knowledge) if len(demands) > 1 else ():
                *others, last = [each.requirement for each in conflict.demands]
                texts = ", ".join(f"'{each.text}'" for each in others)
                related = tuple(Related(each.text, _test(each)) for each in others)
                message = f"{last.text!r} cannot hold together with {texts}."
                fix = "Relax or remove one of them."
                expected = "requirements that one value can meet"
                yield Finding("contradictory-requirements", message, _test(last), expected, fix, related=related)


@rule(
    "undecidable-requirement",
    Severity.WARNING,
    Scope.OUTPUT,
    "A requirement that no fact decides",
    "If it stays open for everything that can be chosen, it only turns every 'fits' into 'may fit'.",
    example(
        "questions/weather.yaml:7:51",
        "  - {id: in-ice, says: In ice as well, requires: [hull = timber]}\n",
        "",
        Change("properties/hull.yaml", _HULL, _HULL),
        Change("crossings/pier.yaml", _KNOWN, _KNOWN),
    ),
)
def undecidable_requirement(context: Context) -> Iterator[Finding]:
    """Yield requirements that are open for every choosable subject."""
    for record in _askers(context):
        for requirement in requirements_of(record):
            if requirement.condition is None or not context.choosable:
                continue
            decided = any(
                context.judge.assess(requirement, subject).truth is not Truth.UNCERTAIN for subject in context.choosable
            )
            if not decided:
                message = f"{requirement.text!r} cannot be decided for anything that can be chosen."
                fix = f"Add facts on {requirement.condition.property!r}, or ask for something that is known."
                expected = "facts that decide it"
                yield Finding("undecidable-requirement", message, _test(requirement), expected, fix)


@rule(
    "wish-without-direction",
    Severity.WARNING,
    Scope.RECORD,
    "A wish for a property that has no better",
    "'As good as possible' means nothing where neither direction is better.",
    example("loads/mail.yaml:7:5", "  - material\n", "  - capacity\n"),
)
def wish_without_direction(context: Context) -> Iterator[Finding]:
    """Yield preferences for properties that cannot be ordered."""
    for record in _askers(context):
        for wishes in _wishes(record):
            for wish in wishes:
                prop = context.knowledge.properties.get(wish.property)
                if prop is not None and not prop.ordered:
                    message = f"{wish.property!r} has no better direction."
                    fix = "Wish for a property with a direction, or write a requirement."
                    spot = wish.evidence.spot.at("property")
                    yield Finding("wish-without-direction", message, spot, "a property with a direction", fix)


@rule(
    "asked-twice",
    Severity.WARNING,
    Scope.RECORD,
    "The same requirement or wish twice",
    "It counts once; the second may have been meant to be something else.",
    example("loads/mail.yaml:7:5", "  - duration\n", "  - capacity\n"),
)
def asked_twice(context: Context) -> Iterator[Finding]:
    """Yield requirements and preferences that repeat an earlier one of the same list."""
    for record in _askers(context):
        tests = [
            [(str(each.condition or each.text), each.text, _test(each)) for each in asked] for asked in _lists(record)
        ]
        wished = [[(each.property, each.property, _wish(each)) for each in asked] for asked in _wishes(record)]
        for asked in (*tests, *wished):
            seen: dict[str, Spot] = {}
            for meant, written, spot in asked:
                if seen.setdefault(meant, spot) is not spot:
                    related = (Related("the first time", seen[meant]),)
                    message, expected = f"{meant!r} is asked for already.", "each once"
                    repair = RemoveEntry(Spot(spot.file, spot.path[:-1]), written)
                    yield Finding("asked-twice", message, spot, expected, "Delete it.", related=related, repair=repair)


@rule(
    "expectation-empty",
    Severity.ERROR,
    Scope.RECORD,
    "A scenario that expects nothing",
    "A scenario is a test of the knowledge; without an expectation it can never fail.",
    example(
        "scenarios/winter-mail.yaml:5:1",
        "expect: {fits: []}\n",
        instead_of="expect:\n  fits: [bridge]\n  ruled-out: [punt]\n",
    ),
)
def expectation_empty(context: Context) -> Iterator[Finding]:
    """Yield scenarios whose three lists are empty."""
    for scenario in context.knowledge.scenarios.values():
        expected = scenario.expect
        nothing = not (expected.fits or expected.may_fit or expected.ruled_out)
        if nothing and scenario.spot.file not in context.broken_files:
            message = f"{scenario.id!r} expects nothing."
            fix = "Say what should fit, may fit, or be ruled out."
            yield Finding("expectation-empty", message, scenario.spot.key("expect"), "an expected outcome", fix)


def _expected(scenario: Scenario) -> Iterator[tuple[str, str, Spot]]:
    """Yield the list, subject and place of every expectation."""
    lists = (
        ("fits", scenario.expect.fits),
        ("may-fit", scenario.expect.may_fit),
        ("ruled-out", scenario.expect.ruled_out),
    )
    for field, subjects in lists:
        for number, subject in enumerate(subjects):
            yield field, subject, scenario.spot.at("expect", field, number)


@rule(
    "expectation-contradictory",
    Severity.ERROR,
    Scope.RECORD,
    "Something expected in two places",
    "Nothing can fit and be ruled out at once.",
    example("scenarios/winter-mail.yaml:7:15", "ruled-out: [bridge]", instead_of="ruled-out: [punt]"),
)
def expectation_contradictory(context: Context) -> Iterator[Finding]:
    """Yield subjects that a scenario expects in more than one list, or twice in one."""
    for scenario in context.knowledge.scenarios.values():
        seen: dict[str, tuple[str, Spot]] = {}
        for field, subject, spot in _expected(scenario):
            first, where = seen.setdefault(subject, (field, spot))
            if where is not spot:
                related = (Related("the first time", where),)
                message = f"{subject!r} is expected under {first!r} already."
                fix = "Delete one of the two."
                yield Finding("expectation-contradictory", message, spot, "each in one list", fix, related=related)


@rule(
    "expectation-not-choosable",
    Severity.ERROR,
    Scope.RECORD,
    "An expectation of something that cannot be chosen",
    "Recommendations name only what can be chosen, so the expectation is never met.",
    example("scenarios/winter-mail.yaml:6:18", "fits: [bridge, pier]", instead_of="fits: [bridge]"),
)
def expectation_not_choosable(context: Context) -> Iterator[Finding]:
    """Yield expected subjects whose level is not choosable."""
    choosable = frozenset(context.choosable)
    for scenario in context.knowledge.scenarios.values():
        for _, subject, spot in _expected(scenario):
            record = context.knowledge.subjects.get(subject)
            if record is not None and record.level and subject not in choosable:
                message = f"{subject!r} is of the level {record.level!r}, which cannot be chosen."
                fix = "Name something that can be chosen."
                yield Finding("expectation-not-choosable", message, spot, "something choosable", fix)


@rule(
    "scenario-not-following",
    Severity.ERROR,
    Scope.OUTPUT,
    "An expected outcome that the facts do not give",
    "Either the knowledge has a fault, or it has moved on and the scenario has not.",
    example("scenarios/winter-mail.yaml:6:10", "fits: [punt]\n", instead_of="fits: [bridge]\n  ruled-out: [punt]\n"),
)
def scenario_not_following(context: Context) -> Iterator[Finding]:
    """Yield expected subjects that stand elsewhere, with the requirements and cells that put them there."""
    from isolation_atlas.reasoning.scenarios import check_scenarios

    for outcome in check_scenarios(context.judge):
        scenario = context.knowledge.scenarios[outcome.scenario]
        spots = {(field, subject): spot for field, subject, spot in _expected(scenario)}
        for each in outcome.mismatches:
            decided = [f"'{one.requirement.text}': {one.truth.word}, {_BY[one.why]}" for one in each.deciding[:4]]
            reasons = f": {'; '.join(decided)}" if decided else ""
            message = f"By the facts, {each.subject!r} {_SAYS[each.found.value]}{reasons}."
            facts = [fact for one in each.deciding for fact in one.facts][:5]
            related = tuple(Related(f"{fact.id}: {fact.value}", fact.evidence.spot) for fact in facts)
            fix = "Correct the fact that is wrong, or the expectation."
            expected = f"that it {_SAYS[each.expected.value]}"
            spot = spots[each.expected.value, each.subject]
            yield Finding("scenario-not-following", message, spot, expected, fix, related=related)


_BY = {
    Why.VALUE: "by what is known",
    Why.STRADDLES: "since values on both sides of the limit are possible",
    Why.DISPUTED: "since sources disagree",
    Why.UNKNOWN: "since nothing is known",
    Why.DESCRIBED: "since there are words about it and no value",
    Why.PARTIAL: "since it holds in part",
    Why.NOT_APPLICABLE: "since it does not apply",
    Why.UNREADABLE: "since it could not be read",
}
_SAYS = {"fits": "fits", "may-fit": "may fit", "ruled-out": "is ruled out"}
