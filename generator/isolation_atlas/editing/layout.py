"""A YAML file as a tree of entries with their comments, so that it can be written again without losing any.

Built on the same composer as the reading. A comment on a line of its own belongs to the entry that begins next; one
behind something belongs to the entry on whose line it stands.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

import yaml

from isolation_atlas.knowledge.reading import compose

_PLAIN = ""


@dataclass(slots=True)
class Leaf:
    """A scalar: its text, and whether quotes or a block made it text."""

    text: str
    quoted: bool


@dataclass(slots=True)
class Branch:
    """A mapping (keys are texts) or a list (keys are None)."""

    mapping: bool
    flow: bool
    entries: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list, with the comments that belong to it."""

    key: str | None
    value: Leaf | Branch
    above: list[str] = field(default_factory=list)
    behind: str = ""


@dataclass(slots=True)
class Layout:
    """A file: its root and the comments after its last entry."""

    root: Leaf | Branch
    below: list[str]


class UnreadableLayoutError(ValueError):
    """The text is not YAML that can be laid out; the check says what is wrong with it."""


def read_layout(text: str, file: str) -> Layout:
    """Return a text's entries and comments; raises UnreadableLayoutError where the check would report its syntax."""
    node, fault = compose(text, file)
    if node is None:
        raise UnreadableLayoutError(fault.message if fault else f"{file} is empty.")
    comments = _Comments(text, node)
    return Layout(_value(node, comments), comments.rest())


def _value(node: yaml.Node, comments: _Comments) -> Leaf | Branch:
    if isinstance(node, yaml.ScalarNode):
        return Leaf(node.value, bool(node.style))
    branch = Branch(isinstance(node, yaml.MappingNode), bool(getattr(node, "flow_style", False)))
    if branch.mapping:
        for key, value in node.value:
            branch.entries.append(_entry(key.value, key, value, comments))
    else:
        for item in node.value:
            branch.entries.append(_entry(None, item, item, comments))
    return branch


def _entry(key: str | None, first: yaml.Node, value: yaml.Node, comments: _Comments) -> Entry:
    above = comments.before(first.start_mark.line)
    # What stands behind the first field of an item belongs to that field.
    in_block = key is None and not isinstance(value, yaml.ScalarNode) and not _ends_on_its_line(value)
    behind = "" if in_block else comments.on(first.start_mark.line)
    entry = Entry(key, _value(value, comments), above)
    inside = comments.on(value.end_mark.line) if _ends_on_its_line(value) else ""
    entry.behind = " ".join(part for part in (behind, inside) if part)
    return entry


def _ends_on_its_line(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) or bool(getattr(node, "flow_style", False))


class _Comments:
    """The comments of a text in order; each is handed out once."""

    def __init__(self, text: str, root: yaml.Node) -> None:
        spans = sorted(_scalar_spans(root))
        starts = [start for start, _ in spans]
        self._alone: list[tuple[int, str]] = []
        self._behind: dict[int, list[str]] = {}
        offset = 0
        for number, line in enumerate(text.split("\n")):
            at = self._comment_at(line, offset, spans, starts)
            if at is not None and not line[:at].strip():
                self._alone.append((number, line[at:].rstrip()))
            elif at is not None:
                self._behind.setdefault(number, []).append(line[at:].rstrip())
            offset += len(line) + 1

    @staticmethod
    def _comment_at(line: str, offset: int, spans: list[tuple[int, int]], starts: list[int]) -> int | None:
        at = line.find("#")
        while at != -1:
            place = offset + at
            before = bisect_right(starts, place) - 1
            inside = before >= 0 and spans[before][0] <= place < spans[before][1]
            if not inside and (at == 0 or line[at - 1] in " \t"):
                return at
            at = line.find("#", at + 1)
        return None

    def before(self, line: int) -> list[str]:
        """Comments on lines of their own up to a line, and those behind a lone hyphen."""
        found = [self._alone.pop(0) for _ in range(sum(number < line for number, _ in self._alone))]
        found += [(number, self.on(number)) for number in sorted(self._behind) if number < line]
        return [text for _, text in sorted(found)]

    def on(self, line: int) -> str:
        return " ".join(self._behind.pop(line, ()))

    def rest(self) -> list[str]:
        behind = [text for texts in self._behind.values() for text in texts]
        return [*(text for _, text in self._alone), *behind]


def _scalar_spans(node: yaml.Node) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    todo = [node]
    while todo:
        each = todo.pop()
        if isinstance(each, yaml.ScalarNode):
            spans.append((each.start_mark.index, each.end_mark.index))
        elif isinstance(each, yaml.MappingNode):
            todo.extend(part for pair in each.value for part in pair)
        else:
            todo.extend(each.value)
    return spans
