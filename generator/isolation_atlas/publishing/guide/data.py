"""Everything that the guide needs, in one file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.records import Answer, Need, Preference, Question, Requirement
from isolation_atlas.publishing.addresses import kind_of
from isolation_atlas.publishing.guide.cells import column_data
from isolation_atlas.publishing.guide.conditions import requirement_data
from isolation_atlas.publishing.site import Site
from isolation_atlas.reasoning.advice import advised_against
from isolation_atlas.reasoning.composition import composed_subjects
from isolation_atlas.reasoning.profiles import Situation
from isolation_atlas.reasoning.recommendation import recommend
from isolation_atlas.reasoning.selection import choosable_subjects

Data = dict[str, object]


def guide_data(site: Site, wanted: Iterable[str] = ()) -> Data:
    """Return the data of the guide over all subjects that the ontology declares choosable.

    It has the cells of the properties ``wanted``, or of all that the guide can ask about or order by. Rows of cells
    are the subjects, then the ``sides`` of compositions that cannot be chosen on their own, then what is ``composed``.
    """
    chosen = choosable_subjects(site.knowledge)
    properties = [site.knowledge.properties[key] for key in sorted(wanted or used_properties(site))]
    wholes = composed_subjects(site.knowledge)
    sides = tuple(sorted({side for whole in wholes for side in (whole.inner, whole.outer)} - set(chosen)))
    columns = {prop.id: column_data(site, prop, (*chosen, *sides), wholes) for prop in properties}
    levels, things = _levels(site.knowledge), _Things(site.knowledge, chosen)
    for column in columns.values():
        things.note(column)
    things.name(sides)
    return {
        "title": site.knowledge.ontology.title,
        "question": site.knowledge.ontology.question,
        "needKind": next((kind.name for kind in site.knowledge.ontology.kinds_of(Role.NEED)), ""),
        "subjectKinds": [kind.plural for kind in site.knowledge.ontology.kinds_of(Role.SUBJECT)],
        "propertyFolder": site.property_folder,
        "levels": [level for _, level in levels],
        "subjects": [_subject(site.knowledge, one, [key for key, _ in levels]) for one in chosen],
        "sides": list(sides),
        "composed": [[whole.inner, whole.outer] for whole in wholes],
        "others": things.others(),
        "properties": [{**_property(prop), **columns[prop.id]} for prop in properties],
        "needs": [_need(site, need) for _, need in sorted(site.knowledge.needs.items())],
        "questions": [_question(site, site.knowledge.questions[key]) for key in question_order(site)],
    }


def used_properties(site: Site) -> frozenset[str]:
    """Return the properties that a need, an answer or a scenario names, and those by which a reader can order."""
    knowledge = site.knowledge
    asking: list[Need | Answer] = list(knowledge.needs.values())
    asking.extend(answer for question in knowledge.questions.values() for answer in question.answers)
    requires: list[Requirement] = [each for one in asking for each in one.requires]
    requires.extend(each for scenario in knowledge.scenarios.values() for each in scenario.requires)
    wanted = {each.condition.property for each in requires if each.condition}
    wanted.update(each.property for one in asking for each in one.prefers)
    wanted.update(key for key, prop in knowledge.properties.items() if prop.ordered)
    return frozenset(wanted & set(knowledge.properties))


def question_order(site: Site) -> tuple[str, ...]:
    """Return all questions, those that leave fewest on average first, those that change nothing last."""
    best = [split.question for split in recommend(Situation(), site.judge).questions]
    return tuple(dict.fromkeys((*best, *sorted(site.knowledge.questions))))


def _levels(knowledge: Knowledge) -> list[tuple[tuple[str, str], Data]]:
    return [
        ((kind.id, level.id), {"id": level.id, "plural": level.plural, "says": level.says, "folder": kind.folder})
        for kind in knowledge.ontology.kinds_of(Role.SUBJECT)
        for level in kind.levels
        if level.choosable
    ]


def _subject(knowledge: Knowledge, subject: str, levels: list[tuple[str, str]]) -> list[object]:
    record = knowledge.subjects[subject]
    key = (record.kind, record.level)
    return [subject, record.name, levels.index(key) if key in levels else 0]


class _Things:
    """Names and folders of subjects that are no candidates but whose facts are shown."""

    def __init__(self, knowledge: Knowledge, candidates: Iterable[str]) -> None:
        self._knowledge = knowledge
        self._candidates = frozenset(candidates)
        self._named: set[str] = set()

    def note(self, column: Mapping[str, object]) -> None:
        contents = column["contents"]
        for content in contents if isinstance(contents, list) else ():
            self._named.update(each for each in (*content.get("from", ()), *content.get("fact", ())) if each in self)

    def name(self, things: Iterable[str]) -> None:
        self._named.update(things)

    def __contains__(self, thing: object) -> bool:
        return thing in self._knowledge.subjects and thing not in self._candidates

    def others(self) -> dict[str, list[str]]:
        known = self._knowledge
        return {one: [known.name_of(one), kind_of(known, one).folder] for one in sorted(self._named)}


def _property(prop: Property) -> Data:
    found: Data = {"id": prop.id, "name": prop.name, "sort": prop.sort.value, "better": prop.better.value}
    if prop.sort is Sort.LEVEL:
        found["levels"] = [level.id for level in prop.levels]
    if prop.sort is Sort.TERM:
        found |= {"terms": [term for term, _ in prop.terms], "many": prop.many}
    if prop.dimension is not None:
        found["units"] = dict(prop.dimension.units)
        found["floor"] = prop.dimension.floor
    return found


def _need(site: Site, need: Need) -> Data:
    found: Data = {"id": need.id, "name": need.name, "summary": need.summary}
    against = advised_against(site.knowledge, need.id)
    if against:
        found["against"] = {subject: list(claims) for subject, claims in sorted(against.items())}
    return found | _asked(site, need.requires, need.prefers)


def _question(site: Site, question: Question) -> Data:
    answers = [
        {"id": each.id, "says": each.says, **_asked(site, each.requires, each.prefers)} for each in question.answers
    ]
    return {
        "id": question.id,
        "name": question.name,
        "asks": question.asks or question.name,
        "why": question.why,
        "answers": answers,
    }


def _asked(site: Site, requires: Iterable[Requirement], prefers: Iterable[Preference]) -> Data:
    found: Data = {}
    requirements = [requirement_data(site, each) for each in requires]
    wanted = [each.property for each in prefers]
    if requirements:
        found["requires"] = requirements
    return found | {"prefers": wanted} if wanted else found
