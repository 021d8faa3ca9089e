"""Sources, on one page for each year, each under an anchor that stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.knowledge.ontology import Kind, Role
from isolation_atlas.knowledge.records import Source
from isolation_atlas.publishing.addresses import UNDATED, index_of, root_of
from isolation_atlas.publishing.datasets.source_index import SOURCE_INDEX, sources_by_year
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.links import Link, link_to

DATA = f"data/{SOURCE_INDEX}"


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source, and the things whose files cite it."""

    id: str
    title: str
    by: str
    date: str
    type: str
    url: str
    note: str
    cited_by: tuple[Link, ...]
    verified: int
    pieces: int


@dataclass(frozen=True, slots=True)
class YearView:
    """All sources of a year."""

    name: str
    kind: Link
    sources: tuple[CitedSource, ...]
    years: tuple[Link, ...]


def source_pages(site: Site) -> Iterator[Page]:
    """Yield a page for each year, and one for sources without a date."""
    kind = site.knowledge.ontology.kinds_of(Role.SOURCE)[0]
    years = sources_by_year(site)
    links = tuple(Link(f"{kind.folder}/{year}.html", year, str(len(sources))) for year, sources in years.items())
    for year, sources in years.items():
        path = f"{kind.folder}/{year}.md"
        name = f"{kind.plural} without a date" if year == UNDATED else f"{kind.plural} of {year}"
        cited = tuple(cited_source(site, source) for source in sources)
        view = YearView(name, Link(index_of(kind), kind.plural), cited, links)
        says = f"{len(sources)} {kind.plural.lower()}, each with everything that cites it."
        body = render("sources", view=view, root=root_of(path))
        yield Page(path, name, says, body, _folder(site, kind), searchable=False)


def year_counts(site: Site) -> tuple[tuple[str, int], ...]:
    """Return how many sources each year has, the newest year first."""
    return tuple((year, len(sources)) for year, sources in sources_by_year(site).items())


def cited_source(site: Site, source: Source) -> CitedSource:
    """Return a source with what cites it."""
    cites = site.evidence_by_source.get(source.id, ())
    holders = dict.fromkeys(holder for holder, _ in cites)
    return CitedSource(
        id=source.id,
        title=source.name,
        by=source.by,
        date=source.date,
        type=source.type.replace("-", " "),
        url=source.url,
        note=source.note,
        cited_by=tuple(link_to(site, holder) for holder in holders),
        verified=sum(bool(evidence.verified) for _, evidence in cites),
        pieces=len(cites),
    )


def _folder(site: Site, kind: Kind) -> str:
    return f"{site.knowledge.root.name}/{kind.folder}"
