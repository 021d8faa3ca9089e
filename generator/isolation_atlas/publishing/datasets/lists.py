"""Everything of a kind as a list: the data beside the page that lists it."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.knowledge.ontology import Kind, Role
from isolation_atlas.knowledge.records import Source
from isolation_atlas.publishing.addresses import index_of, page_of, year_of
from isolation_atlas.publishing.datasets.plain import Data, as_json, filled
from isolation_atlas.publishing.page import DataFile
from isolation_atlas.publishing.site import Site


def list_files(site: Site) -> Iterator[DataFile]:
    """Yield the list of every kind, and of sources also by year."""
    for kind in site.knowledge.ontology.kinds:
        path = index_of(kind).removesuffix(".html") + ".json"
        yield DataFile(path, as_json(list_data(site, kind)))
    yield from year_files(site)


def year_files(site: Site) -> Iterator[DataFile]:
    """Yield the sources of every year, beside the page of the year."""
    kind = site.knowledge.ontology.kinds_of(Role.SOURCE)[0]
    years: dict[str, list[str]] = {}
    for source in site.knowledge.sources.values():
        years.setdefault(year_of(source), []).append(source.id)
    for year, things in sorted(years.items()):
        data: Data = {"kind": kind.id, "year": year, "things": [_entry(site, each) for each in things]}
        yield DataFile(f"{kind.folder}/{year}.json", as_json(data))


def list_data(site: Site, kind: Kind) -> Data:
    """Return a kind with a short description of each of its things."""
    things = [_entry(site, thing) for thing, of in site.knowledge.ids.items() if of == kind.id]
    return {"kind": kind.id, "plural": kind.plural, "says": kind.says, "things": things}


def _entry(site: Site, thing: str) -> Data:
    knowledge = site.knowledge
    head: Data = {"id": thing, "name": knowledge.name_of(thing), "page": page_of(knowledge, thing)}
    record = knowledge.records.get(thing)
    if isinstance(record, Source):
        return head | filled(by=record.by, date=record.date, type=record.type, url=record.url, note=record.note)
    if record is not None:
        return head | filled(summary=record.summary, aliases=list(record.aliases))
    return head | filled(summary=knowledge.properties[thing].definition) if thing in knowledge.properties else head
