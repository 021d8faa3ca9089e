"""What scripts need to set any subjects side by side: names and order; the cells are in each subject's own file."""

from __future__ import annotations

from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.publishing.site import Site


def compare_data(site: Site) -> dict[str, object]:
    """Return levels, subjects, groups and properties in the order in which they are shown."""
    knowledge = site.knowledge
    levels = [(kind, level) for kind in knowledge.ontology.kinds_of(Role.SUBJECT) for level in kind.levels]
    places = {(kind.id, level.id): place for place, (kind, level) in enumerate(levels)}
    subjects = sorted(knowledge.subjects.values(), key=lambda each: (each.name.casefold(), each.id))
    groups = {group.id: group.name for group in knowledge.ontology.groups}
    return {
        "levels": [{"plural": level.plural, "folder": kind.folder} for kind, level in levels],
        "subjects": [[each.id, each.name, places[each.kind, each.level], *_family(site, each.id)] for each in subjects],
        "propertyFolder": site.property_folder,
        "groups": [
            {"name": groups[group], "properties": [_property(prop) for prop in properties]}
            for group, properties in site.properties_by_group
        ],
    }


def _family(site: Site, subject: str) -> list[str]:
    """The subject whose layers are shown where it has none of its own."""
    if site.knowledge.subjects[subject].stack:
        return []
    families = site.knowledge.families_of(subject)
    return [family for family in families if site.knowledge.subjects[family].stack][:1]


def _property(prop: Property) -> list[str]:
    unit = prop.unit_label or prop.unit
    return [prop.id, prop.name, unit] if unit else [prop.id, prop.name]
