"""What every page of a thing has besides what its kind of page shows: its neighbourhood, its data, how fresh it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from isolation_atlas.knowledge.graph import all_evidence
from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.publishing.addresses import index_of, kind_of, markdown_path, page_of, root_of
from isolation_atlas.publishing.datasets.things import things_with_pages
from isolation_atlas.publishing.history.last_change import LastChange, last_changes
from isolation_atlas.publishing.neighbourhoods import neighbourhood_picture
from isolation_atlas.publishing.page import About, Output, Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.terms.linking import FirstUses
from isolation_atlas.publishing.terms.marking import replaced
from isolation_atlas.publishing.terms.vocabulary import Vocabulary, vocabulary_of

_DATASETS = (Role.MATRIX,)
_LOOKED_FOR = (Role.SUBJECT, Role.PROPERTY, Role.NEED, Role.TOPIC)
"""What readers look for by its name."""
_BOOST = 8
_UNCHANGED = LastChange("", "")


@dataclass(frozen=True, slots=True)
class Completion:
    """Completes pages; built once for all of them."""

    site: Site
    things: dict[str, str]
    """The thing that each page is about, by the page's path."""
    lists: frozenset[str]
    """The pages that list all things of a kind, or all sources of a year."""
    days: dict[str, str]
    """The latest day on which evidence of each thing was read."""
    changes: dict[str, LastChange]
    """The newest change of each thing of which that is known."""
    vocabulary: Vocabulary
    """The terms that are linked where a page uses them first."""

    @classmethod
    def of(cls, site: Site) -> Completion:
        """Return what completes the pages of a site."""
        things = {markdown_path(page_of(site.knowledge, thing)): thing for thing in things_with_pages(site)}
        lists = {markdown_path(index_of(kind)) for kind in site.knowledge.ontology.kinds}
        years = {markdown_path(page_of(site.knowledge, source)) for source in site.knowledge.sources}
        return cls(
            site, things, frozenset(lists | years), _days(site), last_changes(site.knowledge), vocabulary_of(site)
        )

    def completed(self, output: Output) -> Output:
        """Return a page with what follows from the thing that it is about; anything else is returned as it is."""
        if not isinstance(output, Page):
            return output
        return self._completed(replace(output, body=self._with_terms(output)))

    def _with_terms(self, page: Page) -> str:
        words = FirstUses(self.vocabulary, root_of(page.path), self.things.get(page.path, ""))
        return replaced(page.body, words.link)

    def _completed(self, output: Page) -> Page:
        if output.path in self.lists:
            return replace(output, about=replace(output.about, twin=_twin(output)))
        thing = self.things.get(output.path)
        if thing is None:
            return output
        boost = self._boost(thing)
        body, about = self._body(output, thing), self._about(output, thing)
        return replace(output, body=body, about=about, boost=boost, tags=self._tags(thing) if boost else ())

    def _about(self, page: Page, thing: str) -> About:
        dataset = kind_of(self.site.knowledge, thing).role in _DATASETS
        type_ = "Dataset" if dataset else page.about.type
        changed = self.changes.get(thing, _UNCHANGED)
        read = self.days.get(thing, "")
        return About(_twin(page), read, type_, f"{thing}.md", changed.day, changed.address)

    def _boost(self, thing: str) -> int:
        """What is looked for by name comes before what mentions it, a short name before longer ones that contain it."""
        if kind_of(self.site.knowledge, thing).role not in _LOOKED_FOR:
            return 0
        return _BOOST + _BOOST // max(1, len(self.site.knowledge.name_of(thing).split()))

    def _tags(self, thing: str) -> tuple[str, ...]:
        named = self.site.knowledge.records.get(thing) or self.site.knowledge.properties[thing]
        return (thing, *named.aliases)

    def _body(self, page: Page, thing: str) -> str:
        root = root_of(page.path)
        picture = neighbourhood_picture(self.site, thing, root)
        if picture is None:
            return page.body
        name = self.site.knowledge.name_of(thing)
        return page.body.rstrip() + "\n\n" + render("neighbourhood", picture=picture, thing=thing, name=name, root=root)


def _twin(page: Page) -> str:
    return page.path.rpartition("/")[2].removesuffix(".md") + ".json"


def _days(site: Site) -> dict[str, str]:
    found: dict[str, str] = {}
    for holder, evidence in all_evidence(site.knowledge):
        if evidence.last_verified:
            found[holder] = max(found.get(holder, ""), evidence.last_verified.isoformat())
    for (_, prop), facts in site.knowledge.facts_by_cell.items():
        days = [fact.evidence.last_verified.isoformat() for fact in facts if fact.evidence.last_verified]
        found[prop] = max([found.get(prop, ""), *days])
    return found
