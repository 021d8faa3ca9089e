"""Rows, columns and candidates as they are written on a command line."""

from __future__ import annotations

from isolation_atlas.cli.faults import UserFault, unknown
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.records import Selection

_KEYS = ("kind", "level", "is-a", "group")


def selections_of(text: str, knowledge: Knowledge) -> tuple[Selection, ...]:
    """Return the selections of a comma-separated list: ids, groups, or KEY:WORD with kind, level, is-a or group.

    Raises:
        UserFault: a word names nothing that exists.
    """
    words = [word.strip() for word in text.split(",") if word.strip()]
    if not words:
        raise UserFault("Nothing is selected.", "Name at least one id.")
    return tuple(_selection(word, knowledge) for word in words)


def _selection(word: str, knowledge: Knowledge) -> Selection:
    key, colon, name = word.partition(":")
    if not colon:
        return _by_id(word, knowledge)
    if key not in _KEYS:
        raise unknown("sort of selection", key, _KEYS, f"Choose one of {', '.join(_KEYS)}.")
    known = _names(key, knowledge)
    if name not in known:
        raise unknown(key, name, known, f"Choose one of {', '.join(known)}.")
    chosen = dict.fromkeys(_KEYS, "") | {key: name}
    return Selection(kind=chosen["kind"], level=chosen["level"], is_a=chosen["is-a"], group=chosen["group"])


def _by_id(word: str, knowledge: Knowledge) -> Selection:
    thing = knowledge.redirects.get(word, word)
    if thing in knowledge.ids:
        return Selection(id=thing)
    groups = [group.id for group in knowledge.ontology.groups]
    if word in groups:
        return Selection(group=word)
    raise unknown("thing or group", word, [*knowledge.ids, *groups], "Run: atlas stats")


def _names(key: str, knowledge: Knowledge) -> list[str]:
    ontology = knowledge.ontology
    match key:
        case "kind":
            return [kind.id for kind in ontology.kinds]
        case "level":
            return [level.id for kind in ontology.kinds for level in kind.levels]
        case "group":
            return [group.id for group in ontology.groups]
        case _:
            return list(knowledge.subjects)
