"""Which words have a meaning in the glossary, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.records import Subject
from isolation_atlas.publishing.site import Site
from isolation_atlas.reasoning.cells import State

_TECHNICAL = (State.UNVERIFIED, State.DISPUTED, State.NOT_APPLICABLE)
"""The names of the other states are everyday words as well."""
PROPERTY, SUBJECT = "property-", "thing-"
"""How the anchors of the glossary's entries begin."""
_WORD = re.compile(r"\w+")
_BEFORE, _AFTER = r"(?<![\w./&@#-])", r"(?![\w/@=-]|\.\w)"
"""Parts of compounds, paths, addresses and HTML's character references are not words."""
_CAPITAL_BEFORE, _CAPITAL_AFTER = re.compile(r"(?<![.:!?]) \b[A-Z]\w*[ -]$"), re.compile(r"[ -][A-Z]")


@dataclass(frozen=True, slots=True)
class Use:
    """Where a text uses a term: from ``start`` up to ``end``."""

    start: int
    end: int
    anchor: str


@dataclass(frozen=True)
class Vocabulary:
    """Words in lower case with the anchors of their meanings, and names in which they mean nothing of the kind."""

    anchors: Mapping[str, str]
    names: frozenset[str] = frozenset()
    _known: dict[str, tuple[Use, ...]] = field(default_factory=dict, compare=False)

    def uses(self, text: str) -> tuple[Use, ...]:
        """Return every use of a term in a text, in order; the longest term wins where several begin.

        Whole words only, in the singular or with an s, and never as a part of a name.
        """
        found = self._known.get(text)
        if found is None:
            lowered = text.lower()
            begins = self._by_begin.keys() & set(_WORD.findall(lowered))
            found = tuple(self._find(text, lowered, begins)) if begins and len(lowered) == len(text) else ()
            self._known[text] = found
        return found

    def _find(self, text: str, lowered: str, begins: Iterable[str]) -> Iterator[Use]:
        matches = (match for begin in begins for match in self._by_begin[begin].finditer(lowered))
        end = 0
        for match in sorted(matches, key=lambda match: match.start()):
            if match.start() >= end:
                end = match.end()
                anchor = self._anchor(match[0])
                if anchor and not _inside_name(text, match.start(), end):
                    yield Use(match.start(), end, anchor)

    def _anchor(self, word: str) -> str:
        return "" if word in self.names else self.anchors.get(word) or self.anchors.get(word.removesuffix("s"), "")

    @cached_property
    def _by_begin(self) -> Mapping[str, re.Pattern[str]]:
        """What to look for in a text that has the first word of a term or name, in the plural or not, by that word."""
        found: dict[str, set[str]] = {}
        for word in (*self.anchors, *self.names):
            first = _WORD.search(word)
            for begin in (first[0], f"{first[0]}s") if first else ():
                found.setdefault(begin, set()).add(word)
        return {begin: _pattern(words) for begin, words in found.items()}


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(f"{_BEFORE}(?:{'|'.join(map(re.escape, ordered))})s?{_AFTER}")


def _inside_name(text: str, start: int, end: int) -> bool:
    """Whether capitals say that a word is a part of a longer name: System Interface after WebAssembly."""
    if not any(sign.isupper() for sign in text[start:end]):
        return False
    return bool(_CAPITAL_AFTER.match(text, end) or _CAPITAL_BEFORE.search(text, 0, start))


def vocabulary_of(site: Site) -> Vocabulary:
    """Return what the glossary explains of the field: its properties, and the subjects that others are made of."""
    explained = {prop.id: f"{PROPERTY}{prop.id}" for prop in site.knowledge.properties.values()}
    explained |= {subject.id: f"{SUBJECT}{subject.id}" for subject in explained_subjects(site)}
    anchors = {word: anchor for thing, anchor in reversed(explained.items()) for word in _words(site, thing)}
    others = (thing for thing in _named(site) if thing not in explained)
    pattern = Vocabulary(anchors)
    names = {word for thing in others for word in _words(site, thing) if word not in anchors and pattern.uses(word)}
    return Vocabulary(MappingProxyType(anchors), frozenset(names))


def own_vocabulary_of(site: Site) -> Vocabulary:
    """Return what the glossary explains, with the atlas' own words: for pages that speak about the atlas."""
    field_words = vocabulary_of(site)
    kinds = site.knowledge.ontology.kinds
    own = {name.lower(): f"kind-{kind.id}" for kind in kinds for name in (kind.name, kind.plural)}
    own |= {level.id.replace("-", " "): f"level-{level.id}" for kind in kinds for level in kind.levels}
    own |= {state.value: f"state-{state.value.replace(' ', '-')}" for state in _TECHNICAL}
    return Vocabulary(MappingProxyType(own | dict(field_words.anchors)), field_words.names)


def explained_subjects(site: Site) -> tuple[Subject, ...]:
    """Return the subjects whose names are terms: classes of others, and what is not chosen on its own."""
    knowledge = site.knowledge
    return tuple(
        subject
        for subject in knowledge.subjects.values()
        if knowledge.members_of(subject.id) or subject.id not in site.choosable
    )


def _named(site: Site) -> Iterable[str]:
    """Titles of sources are sentences, not names."""
    sources = {kind.id for kind in site.knowledge.ontology.kinds_of(Role.SOURCE)}
    return (thing for thing, kind in site.knowledge.ids.items() if kind not in sources)


def _words(site: Site, thing: str) -> Iterator[str]:
    named = site.knowledge.records.get(thing) or site.knowledge.properties[thing]
    yield named.name.lower()
    yield from (alias.lower() for alias in named.aliases)
