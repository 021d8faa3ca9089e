"""A YAML file as a tree of entries with their comments, so that it can be written again without losing any.

Built on the same composer as the reading. A comment on a line of its own belongs to the entry that begins next, as does
a blank line; a comment behind something belongs to the entry on whose line it stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, field

import yaml

from isolation_atlas.knowledge.reading import compose

BLANK = ""
"""Stands among comments for a line that the author left free."""


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
    """A key with its value, or an item of a list, with the comments and blank lines that belong to it."""

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
    last = value.start_mark if _is_block_of_text(value) else value.end_mark
    inside = comments.on(last.line) if _ends_on_its_line(value) else ""
    entry.behind = " ".join(part for part in (behind, inside) if part)
    return entry


def _ends_on_its_line(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) or bool(getattr(node, "flow_style", False))


def _is_block_of_text(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")


class _Comments:
    """The comments and blank lines of a text in order; each is handed out once."""

    def __init__(self, text: str, root: yaml.Node) -> None:
        scalars = _Spans(root, text, into_flow=True)
        values = _Spans(root, text, into_flow=False)
        self._alone: deque[tuple[int, str]] = deque()
        self._behind: dict[int, list[str]] = {}
        offset = 0
        for number, line in enumerate(text.split("\n")):
            at = self._comment_at(line, offset, scalars)
            if at is not None and line[:at].strip():
                self._behind.setdefault(number, []).append(line[at:].rstrip())
            elif at is not None:
                self._alone.append((number, line[at:].rstrip()))
            elif not line.strip() and not values.cover(offset):
                self._alone.append((number, BLANK))
            offset += len(line) + 1
        self._lines_behind = deque(self._behind)

    @staticmethod
    def _comment_at(line: str, offset: int, scalars: _Spans) -> int | None:
        at = line.find("#")
        while at != -1:
            if (at == 0 or line[at - 1] in " \t") and not scalars.cover(offset + at):
                return at
            at = line.find("#", at + 1)
        return None

    def before(self, line: int) -> list[str]:
        """Comments and blank lines up to a line, and comments behind a lone hyphen."""
        found: list[tuple[int, str]] = []
        while self._alone and self._alone[0][0] < line:
            found.append(self._alone.popleft())
        while self._lines_behind and self._lines_behind[0] < line:
            number = self._lines_behind.popleft()
            if number in self._behind:
                found.append((number, self.on(number)))
        return [text for _, text in sorted(found)]

    def on(self, line: int) -> str:
        return " ".join(self._behind.pop(line, ()))

    def rest(self) -> list[str]:
        behind = [text for texts in self._behind.values() for text in texts]
        return [*(text for _, text in self._alone), *behind]


class _Spans:
    """Where values stand in a text: all scalars, or what is written in flow as a whole and the scalars around it."""

    def __init__(self, root: yaml.Node, text: str, *, into_flow: bool) -> None:
        spans: list[tuple[int, int]] = []
        todo = [root]
        while todo:
            each = todo.pop()
            start, end = each.start_mark.index, each.end_mark.index
            if isinstance(each, yaml.ScalarNode):
                if _is_block_of_text(each):
                    start = text.find("\n", start) + 1 or end  # a comment may stand behind its sign
                spans.append((start, start + len(text[start:end].rstrip())))  # a block's end is where the next begins
            elif isinstance(each, yaml.CollectionNode) and each.flow_style and not into_flow:
                spans.append((start, end))
            elif isinstance(each, yaml.MappingNode):
                todo.extend(part for pair in each.value for part in pair)
            else:
                todo.extend(each.value)
        spans.sort()
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def cover(self, place: int) -> bool:
        """Return whether one of them is over a place."""
        before = bisect_right(self._starts, place) - 1
        return before >= 0 and place < self._ends[before]
