"""What scripts need to filter all sources: one small file, so that nobody has to load the page of every year."""

from __future__ import annotations

from isolation_atlas.knowledge.kind_shapes import SOURCE_TYPES
from isolation_atlas.knowledge.records import Source
from isolation_atlas.publishing.addresses import UNDATED, year_of
from isolation_atlas.publishing.site import Site

SOURCE_INDEX = "source-index.json"
SOURCE_INDEX_SAYS = (
    "every source in brief, for lists and searches: the types with their meaning, and by year rows of id, title, "
    "maker, date, place among the types, number of citations, number of citations read in the source"
)


def types_in_use(site: Site) -> tuple[tuple[str, str], ...]:
    """Return the types of which there are sources, each with what it means, in the order of the format."""
    used = {source.type for source in site.knowledge.sources.values()}
    return tuple((word, says) for word, says in SOURCE_TYPES if word in used)


def source_index(site: Site) -> dict[str, object]:
    """Return the types, and for each year its sources, the newest first and those without a date last.

    A source is a row of id, title, maker, date, place of its type, number of citations, number of citations that were
    read in it.
    """
    types = types_in_use(site)
    places = {word: place for place, (word, _) in enumerate(types)}
    years = [
        [year, [_row(site, source, places[source.type]) for source in sources]]
        for year, sources in sources_by_year(site).items()
    ]
    return {"types": types, "years": years}


def sources_by_year(site: Site) -> dict[str, list[Source]]:
    """Return the sources of each year by name, the newest year first, those without a date last."""
    found: dict[str, list[Source]] = {}
    for source in sorted(site.knowledge.sources.values(), key=lambda each: (each.name.casefold(), each.id)):
        found.setdefault(year_of(source), []).append(source)
    newest_first = sorted(found, key=lambda year: "" if year == UNDATED else year, reverse=True)
    return {year: found[year] for year in newest_first}


def _row(site: Site, source: Source, place: int) -> list[str | int]:
    cites = site.evidence_by_source.get(source.id, ())
    read = sum(bool(evidence.verified) for _, evidence in cites)
    return [source.id, source.name, source.by, source.date, place, len(cites), read]
