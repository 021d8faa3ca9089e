"""What changed: the newest revisions in a reader's terms, as a page and as an Atom feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.publishing.addresses import cell_address, root_of
from isolation_atlas.publishing.history.changes import news_of
from isolation_atlas.publishing.history.last_change import anchor_of
from isolation_atlas.publishing.history.news import FactNews, RevisionNews, counted
from isolation_atlas.publishing.history.revisions import NoHistoryError
from isolation_atlas.publishing.page import About, DataFile, Output, Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.links import Link, link_to, links_to

PATH = "changes.md"
FEED = "changes.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_MOST_FACTS, _MOST_NAMES = 12, 12


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact: whose, on what, and what became of its value."""

    subject: Link
    prop: Link
    happened: str
    before: str
    after: str
    claim: str


@dataclass(frozen=True, slots=True)
class Names:
    """Things to which the same happened; ``more`` is how many there is no room for."""

    happened: str
    things: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A revision."""

    anchor: str
    commit: str
    time: str
    subject: str
    summary: str
    facts: tuple[FactLine, ...]
    more: int
    names: tuple[Names, ...]

    @property
    def day(self) -> str:
        """The day of the revision, ISO 8601."""
        return self.time[:10]


def change_pages(site: Site) -> Iterator[Output]:
    """Yield the page of what changed and its feed; without a history both say so."""
    why = ""
    changes: tuple[ChangeView, ...] = ()
    try:
        changes = tuple(_view(site, each) for each in news_of(site.knowledge))
    except NoHistoryError as error:
        why = str(error)
    body = render("changes", changes=changes, why=why, feed=FEED, root=root_of(PATH))
    says = "What changed last: facts added, corrected, read again and withdrawn, with what each change was for."
    yield Page(PATH, "What changed", says, body, searchable=False, hide=("navigation",), about=About())
    yield DataFile(FEED, _feed(site, changes))


def _view(site: Site, news: RevisionNews) -> ChangeView:
    revision = news.revision
    sources = {kind.id for kind in site.knowledge.ontology.kinds_of(Role.SOURCE)}
    added = [each for each in news.added if site.knowledge.ids.get(each) not in sources]
    names = (
        _names(site, "New", added),
        _names(site, "Renamed", [new for _, new in news.redirected]),
        _names(site, "Removed", news.removed),
        _names(site, "Edited", news.edited),
    )
    return ChangeView(
        anchor_of(revision),
        revision.commit[:12],
        revision.time,
        revision.subject,
        _summary(news, len(added)),
        tuple(_line(site, fact) for fact in news.facts[:_MOST_FACTS]),
        max(0, len(news.facts) - _MOST_FACTS),
        tuple(each for each in names if each.things),
    )


def _summary(news: RevisionNews, added: int) -> str:
    facts = [f"{number} {'fact' if number == 1 else 'facts'} {kind.value}" for number, kind in counted(news)]
    sources = len(news.added) - added
    new = [f"{added} new {'thing' if added == 1 else 'things'}"] if added else []
    cited = [f"{sources} new {'source' if sources == 1 else 'sources'}"] if sources else []
    return ", ".join((*facts, *new, *cited)) or "no fact changed"


def _names(site: Site, happened: str, things: list[str] | tuple[str, ...]) -> Names:
    return Names(happened, links_to(site, things[:_MOST_NAMES]), max(0, len(things) - _MOST_NAMES))


def _line(site: Site, fact: FactNews) -> FactLine:
    known = fact.subject in site.knowledge.subjects and fact.property in site.knowledge.properties
    prop = link_to(site, fact.property)
    href = cell_address(site.knowledge, fact.subject, fact.property) if known else ""
    return FactLine(
        link_to(site, fact.subject), Link(href, prop.text), fact.kind.value, fact.before, fact.after, fact.claim
    )


def _feed(site: Site, changes: tuple[ChangeView, ...]) -> bytes:
    """RFC 4287; links are relative to the feed, so that it is right wherever the site is published."""
    title = f"{site.knowledge.ontology.title}: what changed"
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _text(root, "id", _id(f"{title} {FEED}"))
    _text(root, "title", title)
    _text(root, "updated", changes[0].time if changes else f"{site.today.isoformat()}T00:00:00+00:00")
    _text(ET.SubElement(root, "author"), "name", f"{site.knowledge.ontology.title} contributors")
    ET.SubElement(root, "link", {"rel": "self", "href": FEED})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": "changes.html"})
    for change in changes:
        entry = ET.SubElement(root, "entry")
        _text(entry, "id", _id(change.commit))
        _text(entry, "title", change.subject)
        _text(entry, "updated", change.time)
        ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": f"changes.html#{change.anchor}"})
        _text(entry, "summary", change.summary)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _id(name: str) -> str:
    return uuid5(NAMESPACE_URL, name).urn


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
