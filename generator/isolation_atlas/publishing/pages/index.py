"""One page for each kind that lists everything of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from isolation_atlas.knowledge.ontology import Kind, Role
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import Question, Record, Subject, Topic, Tradeoff
from isolation_atlas.publishing.addresses import UNDATED, index_of, page_of, root_of
from isolation_atlas.publishing.datasets.source_index import types_in_use
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.pages.source import DATA, year_counts
from isolation_atlas.publishing.pages.topic import field_views
from isolation_atlas.publishing.pictures.stack import SMALL, stack_picture
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.timelines import topic_timeline
from isolation_atlas.publishing.views.links import Link


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a list: its link, what it is in a sentence, what else is worth a word."""

    link: Link
    says: str
    note: str = ""
    picture: Markup | None = None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Things under a heading."""

    id: str
    name: str
    says: str
    items: tuple[Item, ...]
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a script needs to offer a filter: the file with everything, and what can be chosen."""

    data: str
    types: tuple[str, ...]
    years: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The list of a kind."""

    name: str
    says: str
    count: int
    blocks: tuple[Block, ...]
    siblings: tuple[Link, ...]
    picture: Markup | None = None
    finding: Finding | None = None


def index_pages(site: Site) -> Iterator[Page]:
    """Yield the list of every kind."""
    for kind in site.knowledge.ontology.kinds:
        path = f"{kind.folder}/index.md"
        blocks = tuple(block for block in _blocks(site, kind) if block.items)
        count = sum(site_kind == kind.id for site_kind in site.knowledge.ids.values())
        siblings, finding = _siblings(site, kind), _finding(site, kind)
        view = IndexView(kind.plural, kind.says, count, blocks, siblings, topic_timeline(site, kind), finding)
        source = site.knowledge.ontology.spot.file
        yield Page(path, kind.plural, kind.says, render("index", view=view, root=root_of(path)), source)


def _finding(site: Site, kind: Kind) -> Finding | None:
    if kind.role is not Role.SOURCE:
        return None
    years = tuple(year for year, _ in year_counts(site) if year != UNDATED)
    return Finding(DATA, tuple(word for word, _ in types_in_use(site)), years)


def _siblings(site: Site, kind: Kind) -> tuple[Link, ...]:
    same = (each for each in site.knowledge.ontology.kinds_of(kind.role) if each.id != kind.id)
    found = [Link(index_of(each), each.plural, each.says) for each in same]
    if kind.role is Role.SOURCE:
        found.append(Link(f"{kind.folder}/state.html", "State of the evidence", "Coverage, freshness and disputes."))
    return tuple(found)


def _blocks(site: Site, kind: Kind) -> Iterator[Block]:
    match kind.role:
        case Role.SUBJECT:
            yield from _subject_blocks(site, kind)
        case Role.PROPERTY:
            yield from _property_blocks(site)
        case Role.SOURCE:
            items = tuple(_year_item(kind, year, count) for year, count in year_counts(site))
            yield Block("years", "By year", "", items)
        case Role.TOPIC if kind.fields:
            yield _topic_table(site, kind)
        case _:
            records = [record for record in site.knowledge.records.values() if record.kind == kind.id]
            yield Block("all", "", "", tuple(_item(site, record) for record in sorted(records, key=_name)))


def _year_item(kind: Kind, year: str, count: int) -> Item:
    name = kind.name if count == 1 else kind.plural
    return Item(Link(f"{kind.folder}/{year}.html", year), f"{count} {name.lower()}")


def _name(record: Record) -> str:
    return record.name.casefold()


def _item(site: Site, record: Record) -> Item:
    link = Link(page_of(site.knowledge, record.id), record.name)
    if isinstance(record, Tradeoff):
        return Item(link, record.mechanism)
    if isinstance(record, Question):
        return Item(Link(link.href, record.asks or record.name), record.why)
    return Item(link, record.summary)


def _subject_blocks(site: Site, kind: Kind) -> Iterator[Block]:
    for level in kind.levels:
        subjects = [each for each in site.knowledge.subjects.values() if (each.kind, each.level) == (kind.id, level.id)]
        items = tuple(_subject_item(site, subject) for subject in sorted(subjects, key=_name))
        yield Block(f"level-{level.id}", level.plural, level.says, items)


def _subject_item(site: Site, subject: Subject) -> Item:
    families = ", ".join(site.knowledge.name_of(family) for family in site.knowledge.families_of(subject.id))
    facts = len(subject.facts)
    note = " · ".join(part for part in (families, f"{facts} facts" if facts != 1 else "1 fact") if part)
    title = f"The layers of {subject.name}"
    picture = stack_picture(f"stack-{subject.id}", title, subject.stack, SMALL) if subject.stack else None
    return Item(Link(page_of(site.knowledge, subject.id), subject.name), subject.summary, note, picture)


def _property_blocks(site: Site) -> Iterator[Block]:
    for group_id, properties in site.properties_by_group:
        group = next(each for each in site.knowledge.ontology.groups if each.id == group_id)
        items = tuple(_property_item(site, prop) for prop in sorted(properties, key=lambda each: each.name.casefold()))
        yield Block(f"group-{group_id}", group.name, group.says, items)


def _property_item(site: Site, prop: Property) -> Item:
    count = site.coverage[prop.id]
    return Item(Link(page_of(site.knowledge, prop.id), prop.name), prop.definition, f"known of {count}")


def _topic_table(site: Site, kind: Kind) -> Block:
    """Topics with declared fields as a table, the newest first where there is a date."""
    shown = [field for field in kind.fields if field.sort in ("date", "term")]
    topics = [topic for topic in site.knowledge.topics.values() if topic.kind == kind.id]
    dates = [field.id for field in shown if field.sort == "date"]
    topics.sort(key=_name)
    for field in reversed(dates):
        topics.sort(key=lambda topic: topic.field(field) if topic.field(field)[:1].isdigit() else "", reverse=True)
    items = tuple(
        Item(
            Link(page_of(site.knowledge, topic.id), topic.name),
            topic.summary,
            topic.id,
            columns=tuple(_field(site, topic, field.name) for field in shown),
        )
        for topic in topics
    )
    return Block("all", "", "", items, tuple(field.name for field in shown))


def _field(site: Site, topic: Topic, name: str) -> str:
    return next((field.value for field in field_views(site, topic) if field.name == name), "")
