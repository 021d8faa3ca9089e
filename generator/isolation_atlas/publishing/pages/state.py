"""The state of the evidence: what is covered, unread, disputed, or due for reading again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import Fact
from isolation_atlas.publishing.addresses import cell_address, fact_address, index_of, root_of
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.links import Link, link_to
from isolation_atlas.reasoning.cells import State
from isolation_atlas.reasoning.coverage import wanted
from isolation_atlas.reasoning.selection import choosable_subjects, members_below
from isolation_atlas.reasoning.staleness import due_facts, unread_facts

_MOST_WANTED = 40


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """For one property: what is known of each family and its members, and of all that can be chosen."""

    prop: Link
    known: tuple[int, ...]
    total: int
    facts: int


@dataclass(frozen=True, slots=True)
class StateView:
    """The page about the state of the evidence."""

    kind: Link
    facts: int
    verified: int
    sources: int
    today: str
    families: tuple[Link, ...]
    sizes: tuple[int, ...]
    choosable: int
    coverage: tuple[CoverageRow, ...]
    disputed: tuple[Link, ...]
    unverified: tuple[Link, ...]
    stale: tuple[Link, ...]
    wanted: tuple[Link, ...]


def state_pages(site: Site) -> Iterator[Page]:
    """Yield the page about the state of the evidence."""
    kind = site.knowledge.ontology.kinds_of(Role.SOURCE)[0]
    path = f"{kind.folder}/state.md"
    view = state_view(site, Link(index_of(kind), kind.plural))
    says = "Coverage, freshness, disputes, and what is most wanted: a call to contribute."
    yield Page(path, "State of the evidence", says, render("state", view=view, root=root_of(path)), searchable=False)


def state_view(site: Site, kind: Link) -> StateView:
    """Return the state of the evidence."""
    knowledge = site.knowledge
    families = _families(site)
    groups = tuple((family, *members_below(knowledge, family)) for family in families)
    facts = knowledge.facts
    everybody = choosable_subjects(knowledge)
    properties = [prop for _, group in site.properties_by_group for prop in group]
    return StateView(
        kind=kind,
        facts=len(facts),
        verified=sum(site.cells.is_verified(fact) for fact in facts),
        sources=len(knowledge.sources),
        today=site.today.isoformat(),
        families=tuple(link_to(site, family) for family in families),
        sizes=tuple(len(group) for group in groups),
        choosable=len(everybody),
        coverage=tuple(_coverage(site, prop, groups, everybody) for prop in properties),
        disputed=tuple(_cells_that_are(site, State.DISPUTED)),
        unverified=tuple(_fact_link(site, fact) for fact in unread_facts(knowledge)),
        stale=tuple(_fact_link(site, due.fact) for due in due_facts(knowledge, site.today)),
        wanted=tuple(_wanted(site)),
    )


def _families(site: Site) -> tuple[str, ...]:
    """What can be chosen, has members and is a member of nothing."""
    knowledge = site.knowledge
    candidates = choosable_subjects(knowledge)
    return tuple(each for each in candidates if knowledge.members_of(each) and not knowledge.families_of(each))


def _coverage(
    site: Site, prop: Property, groups: tuple[tuple[str, ...], ...], everybody: tuple[str, ...]
) -> CoverageRow:
    stated = {subject for (subject, each) in site.knowledge.facts_by_cell if each == prop.id}
    known = tuple(sum(subject in stated for subject in group) for group in groups)
    facts = sum(len(site.knowledge.facts_of(subject, prop.id)) for subject in stated)
    return CoverageRow(link_to(site, prop.id), known, len(stated & set(everybody)), facts)


def _cells_that_are(site: Site, state: State) -> Iterator[Link]:
    for subject, prop in sorted(site.knowledge.facts_by_cell):
        if prop in site.knowledge.properties and site.cell(subject, prop).state is state:
            words = f"{site.knowledge.name_of(subject)}: {site.knowledge.name_of(prop)}"
            yield Link(cell_address(site.knowledge, subject, prop), words)


def _fact_link(site: Site, fact: Fact) -> Link:
    words = f"{site.knowledge.name_of(fact.subject)}: {site.knowledge.name_of(fact.property)}"
    return Link(fact_address(site.knowledge, fact), words, fact.evidence.claim)


def _wanted(site: Site) -> Iterator[Link]:
    """The cells that would decide most, the first of them."""
    for each in wanted(site.judge)[:_MOST_WANTED]:
        words = f"{site.knowledge.name_of(each.subject)}: {site.knowledge.name_of(each.property)}"
        yield Link(cell_address(site.knowledge, each.subject, each.property), words)
