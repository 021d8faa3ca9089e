"""What only things of one sort have, as items of a Markdown list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import (
    Need,
    Preference,
    Question,
    Requirement,
    Scenario,
    Subject,
    Topic,
    Tradeoff,
)
from isolation_atlas.publishing.addresses import kind_of
from isolation_atlas.publishing.datasets.twin_words import Words
from isolation_atlas.publishing.formats.markdown import inline
from isolation_atlas.publishing.site import Site


def particulars(site: Site, words: Words, thing: str, root: str) -> Iterator[str]:
    """Yield the items of a thing; ``root`` leads from its file to the site's root."""
    if thing in site.knowledge.properties:
        return _property(site.knowledge.properties[thing])
    match site.knowledge.records[thing]:
        case Subject() as subject:
            return _subject(words, site, subject, root)
        case Need() as need:
            return _demands(words, need.requires, need.prefers, root)
        case Topic() as topic:
            return _topic(site, topic)
        case Tradeoff() as tradeoff:
            return _tradeoff(words, tradeoff, root)
        case Question() as question:
            return _question(words, question, root)
        case Scenario() as scenario:
            return _scenario(words, scenario, root)
        case _:
            return iter(())


def _property(prop: Property) -> Iterator[str]:
    yield from _stated(
        (
            ("Unit", prop.unit_label or prop.unit),
            ("Better", "" if prop.better.value == "none" else prop.better.value),
            ("Measured", prop.measured),
            ("Spoiled by", prop.confounders),
        )
    )
    levels = ((level.id.replace("-", " "), level.criterion) for level in prop.levels)
    scale = [*levels, *((term.replace("-", " "), says) for term, says in prop.terms)]
    yield from (f"Value “{inline(word)}”: {inline(says)}" for word, says in scale)


def _subject(words: Words, site: Site, subject: Subject, root: str) -> Iterator[str]:
    yield f"Level: {inline(subject.level.replace('-', ' '))}"
    families = [words.link(family, root) for family in site.knowledge.families_of(subject.id)]
    if families:
        yield f"Family: {', '.join(families)}"
    if subject.homepage:
        yield f"Home page: <{subject.homepage}>"
    if subject.stack:
        layers = (f"{inline(layer.name)} (shared)" if layer.shared else inline(layer.name) for layer in subject.stack)
        yield f"Layers from the bottom up: {', '.join(layers)}"
    if subject.boundary:
        yield f"Boundary: {inline(subject.boundary)}"


def _topic(site: Site, topic: Topic) -> Iterator[str]:
    for field in kind_of(site.knowledge, topic.id).fields:
        text = topic.field(field.id)
        if text:
            yield f"{inline(field.name)}: {inline(text.replace('-', ' ') if field.sort == 'term' else text)}"


def _tradeoff(words: Words, tradeoff: Tradeoff, root: str) -> Iterator[str]:
    yield f"Between: {', '.join(words.link(prop, root) for prop in tradeoff.between)}"
    if tradeoff.mechanism:
        yield f"Mechanism: {inline(tradeoff.mechanism)}"
    if tradeoff.eased_by:
        yield f"Eased by: {', '.join(words.link(each, root) for each in tradeoff.eased_by)}"


def _question(words: Words, question: Question, root: str) -> Iterator[str]:
    yield from _stated((("Asks", question.asks), ("Why", question.why)))
    for answer in question.answers:
        demands = "; ".join(_demands(words, answer.requires, answer.prefers, root))
        yield _with(f"Answer “{inline(answer.says)}”", demands)


def _scenario(words: Words, scenario: Scenario, root: str) -> Iterator[str]:
    if scenario.need:
        yield f"Need: {words.link(scenario.need, root)}"
    for question, answer in scenario.answers:
        yield f"Answer to {words.link(question, root)}: {inline(answer.replace('-', ' '))}"
    yield from _demands(words, scenario.requires, (), root)
    expect = scenario.expect
    for name, things in (("Fits", expect.fits), ("May fit", expect.may_fit), ("Ruled out", expect.ruled_out)):
        if things:
            yield f"{name}, among others: {', '.join(words.link(each, root) for each in things)}"


def _demands(words: Words, requires: Iterable[Requirement], prefers: Iterable[Preference], root: str) -> Iterator[str]:
    for each in requires:
        yield _with(f"Requires: {inline(each.text)}", words.evidence(each.evidence, root))
    for wish in prefers:
        yield _with(f"Prefers: {words.link(wish.property, root)}", words.evidence(wish.evidence, root))


def _with(head: str, said: str) -> str:
    return f"{head}: {said}" if said else head


def _stated(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{inline(name)}: {inline(text)}" for name, text in pairs if text)
