"""Where subjects stand with regard to requirements, each verdict beside the cell that decides it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from isolation_atlas.knowledge.ontology import Role, SubjectLevel
from isolation_atlas.knowledge.records import Condition, Requirement
from isolation_atlas.publishing.addresses import page_of
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.cells import CellView, cell_view
from isolation_atlas.publishing.views.evidence import EvidenceView, evidence_view, value_words
from isolation_atlas.publishing.views.links import Link, link_to, links_to
from isolation_atlas.reasoning.criteria import criteria_of, priorities_of
from isolation_atlas.reasoning.profiles import Demand, Profile, Situation, collect
from isolation_atlas.reasoning.ranking import order_by
from isolation_atlas.reasoning.requirements import Assessment, Why
from isolation_atlas.reasoning.sorting import Placed, Standing, place, with_standing
from isolation_atlas.reasoning.truth import Truth

SIGNS = {Standing.FITS: "✓", Standing.MAY_FIT: "?", Standing.RULED_OUT: "✕"}
_TRUTH_SIGNS = {Truth.MET: "✓", Truth.UNCERTAIN: "?", Truth.NOT_MET: "✕"}
_OPERATORS = {">=": "at least", "<=": "at most", "=": "", "!=": "not", "<": "below", ">": "above"}
_WHY = {
    Why.VALUE: "",
    Why.STRADDLES: "values on both sides of the limit",
    Why.DISPUTED: "sources disagree",
    Why.UNKNOWN: "",
    Why.DESCRIBED: "described, not comparable",
    Why.PARTIAL: "partial is neither yes nor no",
    Why.NOT_APPLICABLE: "",
    Why.UNREADABLE: "the requirement cannot be read",
}


@dataclass(frozen=True, slots=True)
class RequirementView:
    """A requirement in words, with the evidence for asking it."""

    prop: Link
    words: str
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class VerdictView:
    """One requirement's verdict on one subject."""

    sign: str
    word: str
    reason: str
    cell: CellView | None

    @property
    def css(self) -> str:
        """The name for style sheets."""
        return f"verdict-{self.word.replace(' ', '-')}"


@dataclass(frozen=True, slots=True)
class PlacedView:
    """A subject with its standing and every verdict."""

    subject: Link
    standing: str
    sign: str
    verdicts: tuple[VerdictView, ...]

    @property
    def css(self) -> str:
        """The name for style sheets."""
        return f"placed-{self.standing.replace(' ', '-')}"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A requirement, and those of a level that fail it."""

    words: str
    subjects: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LevelView:
    """The subjects of one level by standing; ``placed`` has every verdict."""

    name: str
    says: str
    placed: tuple[PlacedView, ...]
    fits: tuple[Link, ...]
    may_fit: tuple[Link, ...]
    ruled_out: tuple[Link, ...]
    exclusions: tuple[Exclusion, ...]


def condition_words(site: Site, condition: Condition) -> str:
    """Return what a condition asks of its property, for example ``at least strong``."""
    prop = site.knowledge.properties[condition.property]
    values = " or ".join(value_words(value, prop) for value in condition.values)
    return f"{_OPERATORS[condition.operator]} {values}".strip()


def requirement_view(site: Site, requirement: Requirement) -> RequirementView:
    """Return a requirement; one that cannot be understood is shown as it is written."""
    evidence = evidence_view(site, requirement.evidence)
    if requirement.condition is None:
        return RequirementView(Link("", requirement.text), "", evidence)
    prop = requirement.condition.property
    words = condition_words(site, requirement.condition)
    return RequirementView(Link(page_of(site.knowledge, prop), site.knowledge.name_of(prop)), words, evidence)


def demand_views(site: Site, demands: Iterable[Demand]) -> tuple[RequirementView, ...]:
    """Return the requirements of demands, in order."""
    return tuple(requirement_view(site, demand.requirement) for demand in demands)


def placed_view(site: Site, placed: Placed) -> PlacedView:
    """Return where a subject stands."""
    verdicts = tuple(_verdict(site, each) for each in placed.assessments)
    standing = placed.standing
    return PlacedView(link_to(site, placed.subject), standing.word, SIGNS[standing], verdicts)


def shortlist(site: Site, situation: Situation) -> tuple[Profile, tuple[Placed, ...]]:
    """Return what a situation asks for, and all candidates: who fits, who may, who is ruled out.

    Those that are not ruled out stand in the order of the priorities, the others by id.
    """
    profile = collect(site.knowledge, situation)
    candidates = situation.candidates or site.choosable
    placed = {each: place(each, profile.demands, site.judge) for each in candidates}
    found: list[Placed] = []
    for standing in Standing:
        here = tuple(each.subject for each in with_standing(placed.values(), standing))
        if standing is not Standing.RULED_OUT:
            criteria = criteria_of(priorities_of(profile, site.knowledge), here, site.cells)
            here = tuple(each.subject for each in order_by(here, criteria))
        found.extend(placed[each] for each in here)
    return profile, tuple(found)


def levels_of(site: Site, placed: Sequence[Placed], detailed: int = 1) -> tuple[LevelView, ...]:
    """Return candidates by level, in the ontology's order; the first ``detailed`` levels come with every verdict."""
    levels = [level for kind in site.knowledge.ontology.kinds_of(Role.SUBJECT) for level in kind.levels]
    found: list[LevelView] = []
    for level in levels:
        here = [each for each in placed if site.knowledge.subjects[each.subject].level == level.id]
        if here:
            found.append(_level(site, level, here, len(found) < detailed))
    return tuple(found)


def _level(site: Site, level: SubjectLevel, placed: list[Placed], detailed: bool) -> LevelView:
    by_standing = {standing: links_to(site, _subjects(placed, standing)) for standing in Standing}
    return LevelView(
        level.plural,
        level.says,
        tuple(placed_view(site, each) for each in placed) if detailed else (),
        by_standing[Standing.FITS],
        by_standing[Standing.MAY_FIT],
        by_standing[Standing.RULED_OUT],
        () if detailed else _exclusions(site, placed),
    )


def _subjects(placed: list[Placed], standing: Standing) -> tuple[str, ...]:
    return tuple(each.subject for each in placed if each.standing is standing)


def _exclusions(site: Site, placed: list[Placed]) -> tuple[Exclusion, ...]:
    """Those ruled out, under the first requirement that each fails."""
    found: dict[str, list[Link]] = {}
    for each in placed:
        failed = each.of(Truth.NOT_MET)
        if failed:
            view = requirement_view(site, failed[0].requirement)
            found.setdefault(f"{view.prop.text} {view.words}".strip(), []).append(link_to(site, each.subject))
    return tuple(Exclusion(words, tuple(links)) for words, links in found.items())


def _verdict(site: Site, assessment: Assessment) -> VerdictView:
    sign, word = _TRUTH_SIGNS[assessment.truth], assessment.truth.word
    if assessment.cell is None:
        return VerdictView(sign, word, _WHY[assessment.why], None)
    return VerdictView(sign, word, _WHY[assessment.why], cell_view(site, assessment.subject, assessment.cell.property))
