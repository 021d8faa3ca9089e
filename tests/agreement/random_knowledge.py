"""Small random bodies of knowledge with every sort of value, and random situations in them."""

from dataclasses import dataclass, replace
from random import Random
from typing import Any

from isolation_atlas.knowledge.conditions import parse_condition
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.ontology import Kind, Role
from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.records import Answer, Question, Requirement
from isolation_atlas.publishing.site import Site
from isolation_atlas.reasoning.profiles import Situation
from isolation_atlas.reasoning.selection import choosable_subjects
from tests.agreement.outcome import Case
from tests.reasoning import bicycles

_PROPERTY_KIND = Kind("property", Role.PROPERTY, "properties", "Property", "Properties", "What can be said.")
_OPEN = 0.3
"""The share of cells of which nothing is said."""


def random_site(random: Random) -> Site:
    """Return a site over a few subjects with random facts, a few needs and a few questions."""
    names = [f"s{number}" for number in range(random.randint(1, 7))]
    families = names[: random.randint(0, len(names) // 2)]
    subjects = {name: _subject(random, name, families) for name in names}
    needs = [bicycles.need(f"n{number}", _texts(random), _preferred(random)) for number in range(2)]
    questions = [_question(random, f"q{number}") for number in range(random.randint(0, 4))]
    known = bicycles.knowledge(subjects, *needs, *questions)
    return Site.of(with_properties_as_things(known))


def random_case(random: Random, site: Site, requires: "Requiring", most_candidates: int = 0) -> Case:
    """Return a situation and a seed; with ``most_candidates``, over a random few of them."""
    known = site.knowledge
    answers = tuple(
        (question.id, random.choice(question.answers).id)
        for question in random.sample(list(known.questions.values()), len(known.questions))
        if random.random() < 0.4
    )
    need = random.choice(("", *known.needs))
    everybody = choosable_subjects(known)
    few = random.randint(1, most_candidates or 1)
    candidates = tuple(random.sample(everybody, min(few, len(everybody)))) if most_candidates else ()
    ordered = [prop.id for prop in known.properties.values()]
    prefers = tuple(random.sample(ordered, random.randint(0, 3))) if random.random() < 0.3 else ()
    wanted = bicycles.requirements(()) if random.random() < 0.4 else requires.some(random)
    return Situation(need, answers, wanted, prefers, candidates), random.randrange(2**32)


@dataclass(frozen=True, slots=True)
class Requiring:
    """Random requirements on a set of properties."""

    properties: tuple[Property, ...]

    def some(self, random: Random) -> tuple[Requirement, ...]:
        """Return up to three requirements."""
        known = {prop.id: prop for prop in self.properties}
        texts = [requirement_text(random, random.choice(self.properties)) for _ in range(random.randint(1, 3))]
        return tuple(Requirement(text, parse_condition(text, known), bicycles.evidence()) for text in texts)


def requirement_text(random: Random, prop: Property) -> str:
    """Return a condition on a property, well-formed but otherwise anything."""
    ordered = prop.sort not in (Sort.TERM, Sort.TEXT)
    operator = random.choice(("=", "!=", "<", "<=", ">", ">=") if ordered else ("=", "!="))
    count = random.randint(1, 2) if operator in ("=", "!=") else 1
    return f"{prop.id} {operator} {' | '.join(_value(random, prop, plain=True) for _ in range(count))}"


def _subject(random: Random, name: str, families: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        prop.id: _facts(random, prop) for prop in bicycles.PROPERTIES.values() if random.random() > _OPEN
    }
    if name in families:
        found["level"] = "type"
    elif families and random.random() < 0.7:
        found["is-a"] = random.sample(families, random.randint(1, min(2, len(families))))
    return found


def _facts(random: Random, prop: Property) -> tuple[dict[str, Any], ...]:
    return tuple(_fact(random, prop) for _ in range(random.choice((1, 1, 1, 2, 3))))


def _fact(random: Random, prop: Property) -> dict[str, Any]:
    said = random.random()
    value = None if said < 0.1 else "not applicable" if said < 0.17 else _value(random, prop)
    return {"value": value, "read": random.random() < 0.8, "scope": random.choice(("", "", "here"))}


def _value(random: Random, prop: Property, *, plain: bool = False) -> Any:
    match prop.sort:
        case Sort.FLAG:
            return random.choice(("no", "partial", "yes"))
        case Sort.LEVEL:
            return _range(random, [level.id for level in prop.levels])
        case Sort.TERM:
            return random.choice([term for term, _ in prop.terms])
        case Sort.DATE:
            return random.choice(("2019", "2020", "2020-02", "2020-02-18", "2021-12-31", "2021"))
        case Sort.TEXT:
            return random.choice(("heavy", "Heavy", "rusty"))
        case _:
            return _amount(random, prop, plain=plain)


def _range(random: Random, steps: list[str]) -> str:
    low = random.randrange(len(steps))
    high = random.randrange(low, len(steps))
    return steps[low] if random.random() < 0.6 else f"{steps[low]}..{steps[high]}"


def _amount(random: Random, prop: Property, *, plain: bool) -> str:
    unit = random.choice(prop.dimension.unit_names) if prop.dimension else ""
    number = random.choice((0, 1, 2.5, 3, 7, 10, 0.1, 0.3, 1e-7, 12345, 1e16, 1 / 3, random.randint(0, 40)))
    form = "" if plain else random.choice(("", "", "", "<= ", ">= ", "< ", "> ", "~ ", "range"))
    if form == "range":
        return f"{number}..{number + random.choice((0, 0.5, 2, 9))} {unit}"
    return f"{form}{number!r} {unit}".rstrip()


def _texts(random: Random) -> list[str]:
    properties = list(bicycles.PROPERTIES.values())
    return [requirement_text(random, random.choice(properties)) for _ in range(random.randint(0, 2))]


def _preferred(random: Random) -> list[str]:
    return random.sample(list(bicycles.PROPERTIES), random.randint(1, 3)) if random.random() < 0.35 else []


def _question(random: Random, name: str) -> Question:
    answers = {f"a{number}": _texts(random) for number in range(random.randint(1, 4))}
    asked = bicycles.question(name, answers)
    return replace(asked, answers=tuple(_preferring(random, answer) for answer in asked.answers))


def _preferring(random: Random, answer: Answer) -> Answer:
    return replace(answer, prefers=bicycles.preferences(_preferred(random)))


def with_properties_as_things(known: Knowledge) -> Knowledge:
    """Return knowledge whose ontology knows properties as a kind, as pages need it."""
    kinds = (*known.ontology.kinds, _PROPERTY_KIND)
    return replace(known, ontology=replace(known.ontology, kinds=kinds))
