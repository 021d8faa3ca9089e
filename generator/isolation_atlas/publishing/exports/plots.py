"""From the pictures of the site's pages to pictures for formats."""

from __future__ import annotations

from markupsafe import Markup

from isolation_atlas.knowledge.records import Fact, Tradeoff
from isolation_atlas.publishing.addresses import page_of
from isolation_atlas.publishing.exports.citations import Citations
from isolation_atlas.publishing.exports.spectrum import ID as SPECTRUM
from isolation_atlas.publishing.exports.spectrum import spectrum_of, widest_subjects
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.wording import citation_line, clean
from isolation_atlas.publishing.pages.property import property_plot
from isolation_atlas.publishing.pages.tradeoff import plotted_of
from isolation_atlas.publishing.pictures.numbered_scatter import SHAPES, numbered_scatter
from isolation_atlas.publishing.pictures.scatter import scatter_plot
from isolation_atlas.publishing.pictures.stack import stack_picture
from isolation_atlas.publishing.site import Site

_NARROW = 640.0
"""The width of a range plot whose type stays legible on narrower slides."""


def plot_of(site: Site, thing: str, address: str = "") -> Plot | None:
    """Return the picture of a thing: a subject's stack, a property's ranges, a trade-off's points; else None."""
    knowledge = site.knowledge
    if thing in knowledge.subjects:
        subject = knowledge.subjects[thing]
        drawn = stack_picture("stack", subject.name, subject.stack) if subject.stack else None
        return _plot(site, thing, subject.boundary or subject.summary, (drawn,), (), address)
    if thing in knowledge.properties:
        prop = knowledge.properties[thing]
        ranges = (property_plot(site, prop), property_plot(site, prop, _NARROW))
        facts = tuple(fact for fact in knowledge.facts if fact.property == thing and fact.value is not None)
        return _plot(site, thing, prop.definition, ranges, facts, address)
    if thing in knowledge.tradeoffs:
        tradeoff = knowledge.tradeoffs[thing]
        facts = tuple(fact for fact in knowledge.facts if fact.property in tradeoff.between and fact.value is not None)
        return _plot(site, thing, tradeoff.mechanism, _scatters(site, tradeoff), facts, address)
    return None


def _scatters(site: Site, tradeoff: Tradeoff) -> tuple[Markup, ...]:
    shown = plotted_of(site, tradeoff)
    if shown is None:
        return ()
    numbered = (numbered_scatter("scatter", tradeoff.name, *shown, shape) for shape in SHAPES)
    return (scatter_plot("scatter", tradeoff.name, *shown), *numbered)


def any_plot_of(site: Site, thing: str, address: str = "") -> Plot | None:
    """Return the picture of a thing, or of the whole spectrum; None where there is none."""
    if thing == SPECTRUM and thing not in site.knowledge.ids:
        layered = [each for each in widest_subjects(site) if site.knowledge.subjects[each].stack]
        return spectrum_of(site, layered, address) if layered else None
    return plot_of(site, thing, address)


def drawable(site: Site) -> tuple[str, ...]:
    """Return the ids of everything that has a picture of its own, without drawing it."""
    knowledge = site.knowledge
    stacks = tuple(key for key, subject in knowledge.subjects.items() if subject.stack)
    return (*stacks, *knowledge.properties, *knowledge.tradeoffs)


def _plot(
    site: Site, thing: str, says: str, drawn: tuple[Markup | None, ...], facts: tuple[Fact, ...], address: str
) -> Plot | None:
    """A picture from its drawings, the usual one first."""
    drawings = tuple(str(each) for each in drawn if each is not None)
    if not drawings:
        return None
    citations = Citations(site)
    citations.numbers_of(facts)
    knowledge = site.knowledge
    sources = tuple(citation_line(each) for each in citations.references)
    return Plot(
        thing,
        clean(knowledge.name_of(thing)),
        clean(says),
        drawings[0],
        address + page_of(knowledge, thing),
        citations.latest or site.today.isoformat(),
        knowledge.ontology.title,
        sources,
        drawings[1:],
    )
