"""One page for each subject: what it is, its layers, every fact with its evidence, its relations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import Subject
from isolation_atlas.publishing.addresses import cell_address, kind_of, markdown_path, page_of, root_of
from isolation_atlas.publishing.exports.offering import download_links
from isolation_atlas.publishing.formats.registry import PICTURE
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.pictures.stack import stack_picture
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.alternatives import Alternative, alternatives_of
from isolation_atlas.publishing.views.cells import CellView, cell_view
from isolation_atlas.publishing.views.events import EventsView, events_of, told_as_events
from isolation_atlas.publishing.views.evidence import EvidenceView, FactView, evidence_view, fact_views
from isolation_atlas.publishing.views.links import Link, index_link, link_to, links_to
from isolation_atlas.publishing.views.matrices import MatrixView, side_by_side
from isolation_atlas.publishing.views.relations import RelationView, relations_of
from isolation_atlas.publishing.views.strengths import Strengths, strengths_of
from isolation_atlas.publishing.views.suitability import Suitability, suitability_of
from isolation_atlas.reasoning.cells import Origin, State
from isolation_atlas.reasoning.selection import members_below

_KEY_FIGURES = 6
_MOST_COLUMNS = 8
_LEAST_MEMBERS = 2


@dataclass(frozen=True, slots=True)
class PropertyFacts:
    """What is known of a subject on one property."""

    id: str
    name: str
    definition: str
    cell: CellView
    facts: tuple[FactView, ...]
    own: bool
    """Whether the facts are about the subject itself, so that they can be linked to here."""
    lender: Link | None
    """Where the facts are told in full, if they are another's."""
    left_out: int
    members: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """What is known of a subject in one group of properties, and what is not."""

    id: str
    name: str
    known: tuple[PropertyFacts, ...]
    unknown: tuple[Link, ...]
    pointless: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SubjectView:
    """A subject's page."""

    id: str
    name: str
    kind: Link
    level: str
    level_says: str
    summary: str
    passed_over: tuple[CellView, ...]
    """The cells for which it is never recommended."""
    boundary: str
    homepage: str
    aliases: tuple[str, ...]
    families: tuple[Link, ...]
    members: MatrixView | None
    stack: Markup | None
    stack_of: Link | None
    figures: tuple[CellView, ...]
    strengths: Strengths
    needs: tuple[Suitability, ...]
    alternatives: tuple[Alternative, ...]
    events: tuple[EventsView, ...]
    groups: tuple[GroupFacts, ...]
    relations: tuple[RelationView, ...]
    statements: tuple[EvidenceView, ...]
    facts: int
    unverified: int


def subject_pages(site: Site) -> Iterator[Page]:
    """Yield the page of every subject."""
    for subject in site.shown(site.knowledge.subjects):
        path = markdown_path(page_of(site.knowledge, subject.id))
        owner = _layers_of(site, subject)
        downloads = download_links(site, owner.id, PICTURE) if owner else ()
        body = render("subject", view=subject_view(site, subject), downloads=downloads, root=root_of(path))
        yield Page(path, subject.name, subject.summary, body, subject.spot.file)


def subject_view(site: Site, subject: Subject) -> SubjectView:
    """Return what a subject's page shows."""
    level = kind_of(site.knowledge, subject.id).level(subject.level)
    stack, owner = _stack(site, subject)
    events = events_of(site, subject.id)
    return SubjectView(
        id=subject.id,
        name=subject.name,
        kind=index_link(site, subject.id),
        level=subject.level.replace("-", " "),
        level_says=level.says if level else "",
        summary=subject.summary,
        passed_over=_passed_over(site, subject),
        boundary=subject.boundary,
        homepage=subject.homepage,
        aliases=subject.aliases,
        families=links_to(site, site.knowledge.families_of(subject.id)),
        members=_members(site, subject),
        stack=stack,
        stack_of=owner,
        figures=_key_figures(site, subject),
        strengths=strengths_of(site, subject.id),
        needs=suitability_of(site, subject.id),
        alternatives=alternatives_of(site, subject.id),
        events=events,
        groups=tuple(_group(site, subject, group, properties) for group, properties in site.properties_by_group),
        relations=relations_of(site, subject.id, told_as_events(site, subject.id)),
        statements=tuple(evidence_view(site, each) for each in subject.statements),
        facts=len(subject.facts),
        unverified=sum(not site.cells.is_verified(fact) for fact in subject.facts),
    )


def _passed_over(site: Site, subject: Subject) -> tuple[CellView, ...]:
    properties = dict.fromkeys(fact.property for fact in site.passed_over.get(subject.id, ()))
    return tuple(cell_view(site, subject.id, prop) for prop in properties)


def _stack(site: Site, subject: Subject) -> tuple[Markup | None, Link | None]:
    """The picture of the layers shown for a subject, and whose they are if not its own."""
    owner = _layers_of(site, subject)
    if owner is None:
        return None, None
    picture = stack_picture("stack", f"The layers of {owner.name}", owner.stack)
    return picture, None if owner.id == subject.id else link_to(site, owner.id)


def _layers_of(site: Site, subject: Subject) -> Subject | None:
    """The subject, or the nearest family of it, that has layers."""
    frontier, seen = [subject.id], set[str]()
    while frontier:
        one = frontier.pop(0)
        holder = site.knowledge.subjects.get(one)
        if holder is None or one in seen:
            continue
        seen.add(one)
        if holder.stack:
            return holder
        frontier.extend(site.knowledge.families_of(one))
    return None


def _members(site: Site, subject: Subject) -> MatrixView | None:
    """Members side by side on what matrices show most."""
    members = members_below(site.knowledge, subject.id)
    shown = sorted(site.knowledge.properties, key=lambda prop: (-site.matrix_use[prop], -site.coverage[prop], prop))
    columns = [prop for prop in shown if any(site.cell(member, prop).origin is Origin.OWN for member in members)]
    if len(members) < _LEAST_MEMBERS or not columns:
        return None
    return side_by_side(site, f"Members of {subject.name}", members, columns[:_MOST_COLUMNS])


def _key_figures(site: Site, subject: Subject) -> tuple[CellView, ...]:
    known = (prop for prop in site.by_use if site.cell(subject.id, prop).known)
    return tuple(cell_view(site, subject.id, prop) for prop in islice(known, _KEY_FIGURES))


def _group(site: Site, subject: Subject, group_id: str, properties: tuple[Property, ...]) -> GroupFacts:
    known: list[PropertyFacts] = []
    unknown: list[Link] = []
    pointless: list[Link] = []
    for prop in properties:
        cell = site.cell(subject.id, prop.id)
        if cell.facts or cell.known:
            known.append(_property(site, subject, prop))
        else:
            link = Link(page_of(site.knowledge, prop.id), prop.name, prop.id)
            (unknown if cell.state is State.UNKNOWN else pointless).append(link)
    name = next(group.name for group in site.knowledge.ontology.groups if group.id == group_id)
    return GroupFacts(group_id, name, tuple(known), tuple(unknown), tuple(pointless))


def _property(site: Site, subject: Subject, prop: Property) -> PropertyFacts:
    cell = site.cell(subject.id, prop.id)
    shows_members = cell.origin is Origin.MEMBERS
    members = tuple(cell_view(site, member, prop.id) for member in cell.origins) if shows_members else ()
    own = site.knowledge.facts_of(subject.id, prop.id)
    borrowed = () if own or shows_members else cell.facts
    # What a family says is told in full on its own page; here its best evidence is enough.
    facts = fact_views(site, own, cell.deciding) if own else fact_views(site, borrowed, cell.deciding)[:1]
    lender = borrowed[0].subject if borrowed else ""
    more = Link(cell_address(site.knowledge, lender, prop.id), site.knowledge.name_of(lender)) if lender else None
    return PropertyFacts(
        prop.id,
        prop.name,
        prop.definition,
        cell_view(site, subject.id, prop.id),
        facts,
        bool(own),
        more,
        max(0, len(borrowed) - 1),
        members,
    )
