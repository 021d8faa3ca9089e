"""Requirements on the scale of their property, for the twin of ``reasoning.limits``."""

from __future__ import annotations

from isolation_atlas.knowledge.records import Condition, Requirement
from isolation_atlas.knowledge.units import Amount
from isolation_atlas.knowledge.values import Quantity
from isolation_atlas.publishing.guide.ranges import range_data
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.standings import condition_words
from isolation_atlas.reasoning.limits import limit_of

RequirementData = dict[str, object]


def requirement_data(site: Site, requirement: Requirement) -> RequirementData:
    """Return a requirement with its limit: in base units, ranks or day numbers.

    ``text`` is what is written, ``values`` the alternatives as they are printed, ``words`` the terms or texts among
    them, ``unit`` the unit in which a changed limit is given, ``says`` the condition in words.
    """
    condition = requirement.condition
    if condition is None:
        return {"text": requirement.text}
    limit = limit_of(condition, site.knowledge.properties[condition.property])
    found: RequirementData = {
        "text": requirement.text,
        "property": condition.property,
        "operator": condition.operator,
        "values": [str(value) for value in condition.values],
        "says": condition_words(site, condition),
    }
    if limit.ranges:
        found["ranges"] = [range_data(each) for each in limit.ranges]
    if limit.words:
        found["words"] = list(limit.words)
    unit = _unit(site, condition)
    if unit is not None:
        found["unit"] = unit
    if requirement.evidence.claim:
        found["claim"] = requirement.evidence.claim
    return found


def _unit(site: Site, condition: Condition) -> str | None:
    prop, first = site.knowledge.properties[condition.property], condition.values[0]
    if not isinstance(first, Quantity):
        return None
    return (first.low or Amount(0, prop.unit)).unit
