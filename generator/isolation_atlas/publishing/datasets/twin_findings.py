"""What follows from the facts, as sections of a Markdown twin: fits, alternatives, standings, tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from isolation_atlas.knowledge.records import Need, Question, Scenario, Subject, Topic, Tradeoff
from isolation_atlas.publishing.datasets.twin_words import Words, cell_words
from isolation_atlas.publishing.formats.markdown import escaped, inline
from isolation_atlas.publishing.link import Link
from isolation_atlas.publishing.pages.need import need_view
from isolation_atlas.publishing.pages.question import question_view
from isolation_atlas.publishing.pages.scenario import scenario_view
from isolation_atlas.publishing.pages.tradeoff import tradeoff_view
from isolation_atlas.publishing.views.alternatives import Alternative, Difference, alternatives_of
from isolation_atlas.publishing.views.events import events_of
from isolation_atlas.publishing.views.standings import LevelView, PlacedView
from isolation_atlas.publishing.views.strengths import Outstanding, strengths_of
from isolation_atlas.publishing.views.suitability import Suitability, suitability_of


def findings_of(words: Words, thing: str, root: str) -> Iterator[str]:
    """Yield the lines of a thing's sections; ``root`` leads from its file to the site's root."""
    match words.site.knowledge.records.get(thing):
        case Subject() as subject:
            yield from _subject(words, subject.id, root)
            yield from _events(words, thing, root)
        case Topic():
            yield from _events(words, thing, root)
        case Need() as need:
            view = need_view(words.site, need)
            yield from _section("Who meets it", _levels(words, view.levels, root))
            advice = (
                f"{words.to(each.subject, root)} {each.standing}, but {each.words}: {escaped(each.evidence.claim)}"
                for each in view.advice
            )
            yield from _section("Where a source advises otherwise", advice)
        case Scenario() as scenario:
            levels = scenario_view(words.site, scenario).levels
            yield from _section("What follows", _levels(words, levels, root))
        case Question() as question:
            for answer in question_view(words.site, question).answers:
                levels = (answer.level,) if answer.level else ()
                yield from _section(f"If the answer is “{answer.says}”", _levels(words, levels, root))
        case Tradeoff() as tradeoff:
            yield from _section("What the facts show", _tradeoff(words, tradeoff, root))


def _section(name: str, items: Iterable[str]) -> Iterator[str]:
    """A heading with a list; nothing where the list is empty."""
    shown = [f"- {item}" for item in items]
    if shown:
        yield f"\n## {inline(name)}\n"
        yield from shown


def _subject(words: Words, subject: str, root: str) -> Iterator[str]:
    strengths = strengths_of(words.site, subject)
    yield from _section("Where it stands out", _strengths(words, strengths.strong, strengths.weak, root))
    fits = (_suitability(words, each, root) for each in suitability_of(words.site, subject))
    yield from _section("What it fits and what it does not", fits)
    others = (_alternative(words, each, root) for each in alternatives_of(words.site, subject))
    yield from _section("Alternatives", others)


def _strengths(words: Words, strong: Iterable[Outstanding], weak: Iterable[Outstanding], root: str) -> Iterator[str]:
    for side, than, found in (("Strong", "better", strong), ("Weak", "worse", weak)):
        for each in found:
            cell = f"{words.to(each.cell.prop, root)} {cell_words(each.cell)}"
            yield f"{side}: {cell}, {than} than {each.passed} of {each.others}"


def _suitability(words: Words, found: Suitability, root: str) -> str:
    said = f"{found.sign} {found.standing} {words.to(found.need, root)}"
    if found.because:
        said += f" — {'open' if found.sign == '?' else 'fails'}: {inline('; '.join(found.because))}"
    for each in found.advice:
        claim = f": {escaped(each.evidence.claim)}" if each.evidence.claim else ""
        said += f" — {each.words}{claim}"
    return said


def _alternative(words: Words, found: Alternative, root: str) -> str:
    parts = [f"{words.to(found.subject, root)}{':' if found.claim else ''} {escaped(found.claim)}".rstrip()]
    for name, differences in (("Better there", found.better), ("Worse there", found.worse)):
        if differences:
            parts.append(f"{name}: {'; '.join(_difference(words, each, root) for each in differences)}")
    if found.more:
        parts.append(f"and {found.more} more that differ for certain")
    if not (found.better or found.worse):
        parts.append("Nothing that is known of both differs for certain")
    return " — ".join(parts)


def _difference(words: Words, found: Difference, root: str) -> str:
    return f"{words.to(found.there.prop, root)} {inline(found.there.text)} (here {inline(found.here.text)})"


def _events(words: Words, thing: str, root: str) -> Iterator[str]:
    for kind in events_of(words.site, thing):
        events = (
            f"{each.date or 'not stated'}: {words.to(each.topic, root)} ({inline(each.relation)}; "
            f"{inline(each.terms_name)}: {inline(each.terms or 'not stated')}) {escaped(each.summary)}"
            for each in kind.events
        )
        yield from _section(kind.name, events)


def _levels(words: Words, levels: Iterable[LevelView], root: str) -> Iterator[str]:
    for level in levels:
        name = inline(level.name)
        if level.placed:
            yield from (f"{name}: {_placed(words, each, root)}" for each in level.placed)
            continue
        for sign, found in (("✓ fits", level.fits), ("? may fit", level.may_fit)):
            if found:
                yield f"{name}, {sign}: {_links(words, found, root)}"
        for each in level.exclusions:
            yield f"{name}, ✕ not {inline(each.words)}: {_links(words, each.subjects, root)}"


def _placed(words: Words, found: PlacedView, root: str) -> str:
    decisive = [each for each in found.verdicts if each.sign == found.sign and found.sign != "✓"]
    reasons = [
        " ".join(
            part
            for part in (
                words.to(each.cell.prop, root) if each.cell else "",
                cell_words(each.cell) if each.cell else "",
                inline(each.reason),
            )
            if part
        )
        for each in decisive
    ]
    said = f"{found.sign} {found.standing} {words.to(found.subject, root)}"
    return f"{said} — {'; '.join(reasons)}" if any(reasons) else said


def _tradeoff(words: Words, tradeoff: Tradeoff, root: str) -> Iterator[str]:
    view = tradeoff_view(words.site, tradeoff)
    test = view.test
    yield f"**{test.verdict.value.capitalize()}.** {escaped(test.reason)}"
    if test.tau is not None:
        yield f"Kendall's τ-b: {test.tau:.2f} over the {test.sample} with facts of their own on both"
    if view.escapees:
        yield f"Better than the middle on both: {_links(words, view.escapees, root)}"
    for subject, cells in view.rows:
        values = "; ".join(f"{words.to(cell.prop, root)} {cell_words(cell)}" for cell in cells)
        yield f"{words.to(subject, root)}: {values}"


def _links(words: Words, links: Iterable[Link], root: str) -> str:
    return ", ".join(words.to(each, root) for each in links)
