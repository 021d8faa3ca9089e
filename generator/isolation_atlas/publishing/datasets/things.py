"""One thing as data: what its page shows, and enough to set several things side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import (
    Answer,
    Matrix,
    Need,
    Preference,
    Question,
    Record,
    Requirement,
    Scenario,
    Subject,
    Topic,
    Tradeoff,
)
from isolation_atlas.publishing.addresses import kind_of, page_of
from isolation_atlas.publishing.datasets.plain import (
    Data,
    as_json,
    edge_data,
    evidence_data,
    fact_data,
    filled,
    layer_data,
)
from isolation_atlas.publishing.kept import itself, kept_by
from isolation_atlas.publishing.page import DataFile
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.cells import cell_view
from isolation_atlas.reasoning.cells import State
from isolation_atlas.reasoning.selection import select_properties, select_subjects

THING_VERSION = 1
"""Version of the layout of a thing's file; it rises when a field is removed or changes its meaning."""


def thing_path(site: Site, thing: str) -> str:
    """Return where a thing's data is: beside its page; raises KeyError for an unknown id."""
    return page_of(site.knowledge, thing).removesuffix(".html") + ".json"


def things_with_pages(site: Site) -> tuple[str, ...]:
    """Return the ids of everything that has a page of its own, which sources have not."""
    return tuple(key for key in site.knowledge.ids if kind_of(site.knowledge, key).role is not Role.SOURCE)


def thing_files(site: Site) -> Iterator[DataFile]:
    """Yield the data of everything that has a page."""
    for thing in things_with_pages(site):
        yield DataFile(thing_path(site, thing), as_json(thing_data(site, thing)))


def thing_data(site: Site, thing: str) -> Data:
    """Return a thing with its facts, cells, relations and the sources that they name; raises KeyError if unknown."""
    knowledge = site.knowledge
    kind = kind_of(knowledge, thing)
    head: Data = {"version": THING_VERSION, "id": thing, "kind": kind.id, "name": knowledge.name_of(thing)}
    head |= {"page": page_of(knowledge, thing)}
    if thing in knowledge.properties:
        return head | _property(site, knowledge.properties[thing])
    record = knowledge.records[thing]
    found = head | filled(summary=record.summary, aliases=list(record.aliases)) | _particular(site, record)
    found |= filled(
        statements=[evidence_data(each) for each in record.statements],
        relations=[edge_data(edge) for edge in (*record.edges, *knowledge.edges_to.get(thing, ()))],
    )
    return found | filled(sources=_sources(site, found))


@kept_by(itself)
def cells_data(site: Site, subject: str) -> Data:
    """Return the cells of a subject by property, without those of which nothing is known."""
    found: Data = {}
    for prop in site.knowledge.properties.values():
        cell = site.cell(subject, prop.id)
        if cell.state is State.UNKNOWN:
            continue
        view = cell_view(site, subject, prop.id)
        found[prop.id] = filled(
            text=view.text, state=view.state, symbol=view.symbol, remark=view.remark, origin=view.origin, rank=view.rank
        )
    return found


def _particular(site: Site, record: Record) -> Data:
    match record:
        case Subject():
            return _subject(site, record)
        case Need():
            return _demands(record.requires, record.prefers)
        case Topic():
            return dict(record.fields)
        case Tradeoff():
            return filled(between=list(record.between), mechanism=record.mechanism, eased_by=list(record.eased_by))
        case Question():
            return filled(asks=record.asks, why=record.why, answers=[_answer(each) for each in record.answers])
        case Scenario():
            return filled(need=record.need, answers=dict(record.answers), expect=_expected(record))
        case Matrix() if not record.relations:
            return _matrix(site, record)
        case _:
            return {}


def _subject(site: Site, subject: Subject) -> Data:
    return filled(
        level=subject.level,
        homepage=subject.homepage,
        boundary=subject.boundary,
        stack=[layer_data(layer) for layer in subject.stack],
        cells=cells_data(site, subject.id),
        facts=[fact_data(site, fact) for fact in subject.facts],
    )


def _property(site: Site, prop: Property) -> Data:
    facts = site.facts_by_property.get(prop.id, ())
    found = filled(
        summary=prop.definition,
        aliases=list(prop.aliases),
        group=prop.group,
        sort=prop.sort.value,
        better=prop.better.value,
        unit=prop.unit,
        measured=prop.measured,
        confounders=prop.confounders,
        levels=[{"id": level.id, "criterion": level.criterion} for level in prop.levels],
        terms=dict(prop.terms),
        facts=[fact_data(site, fact) for fact in facts],
    )
    return found | filled(sources=_sources(site, found))


def _demands(requires: tuple[Requirement, ...], prefers: tuple[Preference, ...]) -> Data:
    return filled(
        requires=[{"test": each.text, **evidence_data(each.evidence)} for each in requires],
        prefers=[{"property": each.property, **evidence_data(each.evidence)} for each in prefers],
    )


def _answer(answer: Answer) -> Data:
    return {"id": answer.id, "says": answer.says, **_demands(answer.requires, answer.prefers)}


def _expected(scenario: Scenario) -> Data:
    expect = scenario.expect
    return filled(fits=list(expect.fits), may_fit=list(expect.may_fit), ruled_out=list(expect.ruled_out))


def _matrix(site: Site, matrix: Matrix) -> Data:
    columns = select_properties(site.knowledge, matrix.columns)
    rows = {row: cells_data(site, row) for row in select_subjects(site.knowledge, matrix.rows)}
    shown = {row: {key: cell for key, cell in cells.items() if key in columns} for row, cells in rows.items()}
    return {"columns": list(columns), "rows": shown}


def _sources(site: Site, data: Data) -> Data:
    """The sources that anything in ``data`` names, by id."""
    named = sorted(set(_named_sources(data)) & set(site.knowledge.sources))
    found: Data = {}
    for key in named:
        source = site.knowledge.sources[key]
        found[key] = filled(title=source.name, by=source.by, date=source.date, url=source.url)
    return found


def _named_sources(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        source = data.get("source")
        if isinstance(source, str):
            yield source
        inner: Iterable[object] = data.values()
    else:
        inner = data if isinstance(data, list) else ()
    for value in inner:
        if isinstance(value, dict | list):
            yield from _named_sources(value)
