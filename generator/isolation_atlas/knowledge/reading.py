"""Reading one YAML file: strict, safe, with every fault's position.

PyYAML's libyaml composer is used for its speed and its marks; what a scalar means is decided by YAML 1.2's core
schema instead of PyYAML's YAML 1.1 (see ``scalars``). Anchors, aliases and tags are refused: no fact needs them, and an
alias bomb needs nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from isolation_atlas.knowledge import limits
from isolation_atlas.knowledge.findings import Finding, Place, Spot
from isolation_atlas.knowledge.scalars import Scalar, plain_scalar
from isolation_atlas.knowledge.syntax import in_words

MOST_BYTES = limits.MOST_BYTES
MOST_DEPTH = limits.MOST_DEPTH
_MAY_BE_REFUSED = re.compile(r"(?:^|[\s\[{,:?-])(?:[&*]\S|!)", re.MULTILINE)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HIDDEN = re.compile("[\x85\u2028\u2029\ufeff]")
"""Breaks that end a line in YAML 1.1 but not in YAML 1.2, and the mark that may stand only at the start."""
_DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+")


@dataclass(frozen=True, slots=True)
class Document:
    """A file's data (mappings, lists, scalars), the faults of its form, and whether it could be read at all."""

    file: str
    data: Any
    faults: tuple[Finding, ...]


_TAGS: dict[type[yaml.Node], str] = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}


class _Composer(CParser, yaml.resolver.BaseResolver):
    """Nodes with marks; every plain scalar stays text until ``plain_scalar`` looks at it."""

    def __init__(self, stream: str) -> None:
        CParser.__init__(self, stream)
        yaml.resolver.BaseResolver.__init__(self)

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        """Return the tag of every untagged node; the inherited way to it looks for resolvers that there are not."""
        return _TAGS[kind]

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Do nothing: there are no resolvers by path."""

    def ascend_resolver(self) -> None:
        """Do nothing: there are no resolvers by path."""


def read_document(path: Path, file: str) -> Document:
    """Return the data of the file at ``path``, which findings call ``file``; never raises for its content."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return _refused(file, "unreadable-file", f"The file cannot be read: {error.strerror}.", "a readable file")
    return parse_document(raw, file)


def parse_document(raw: bytes, file: str) -> Document:
    """Return the data of a file's bytes; every fault of its form is in ``faults``."""
    text, refused = decode(raw, file)
    if refused is not None:
        return refused
    faults, harmless = _refused_events(text, file)
    if not harmless:
        return Document(file, None, tuple(faults))
    node, fault = compose(text, file)
    if fault is not None:
        return Document(file, None, (fault,))
    builder = _Builder(file, faults)
    data = None if node is None else builder.build(node, ())
    if data is None and not faults:  # a lone null is nothing as well
        return _refused(
            file, "empty-file", "The file is empty.", "lines 'field: value'", "Fill it, or delete the file."
        )
    return Document(file, None if builder.too_deep else data, tuple(faults))


def decode(raw: bytes, file: str) -> tuple[str, Document | None]:
    """Return a file's text, or the document that refuses it (too large, not UTF-8, control characters)."""
    if len(raw) > MOST_BYTES:
        return "", _refused(file, "file-too-large", f"The file has more than {MOST_BYTES:,} bytes.", "a smaller file")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        place = _place_after(before, file)
        message = f"Byte 0x{raw[error.start]:02x} is not UTF-8."
        fault = Finding("encoding", message, Spot(file), "UTF-8 text", "Save the file as UTF-8.", place=place)
        return "", Document(file, None, (fault,))
    text = text.removeprefix("\ufeff")
    hidden = None if text.isascii() else _HIDDEN.search(text)
    return ("", Document(file, None, (_not_allowed(text, hidden.start(), file),))) if hidden else (text, None)


def compose(text: str, file: str) -> tuple[yaml.Node | None, Finding | None]:
    """Return the root node of a text, or the finding that says where its syntax breaks."""
    try:
        composer = _Composer(text)
        try:
            return composer.get_single_node(), None
        finally:
            composer.dispose()
    except yaml.MarkedYAMLError as error:
        return None, _syntax_finding(error, text, file)
    except yaml.reader.ReaderError:
        # The error counts bytes, a place counts characters.
        found = _UNPRINTABLE.search(text)
        return None, _not_allowed(text, found.start() if found else 0, file)
    except RecursionError:
        return None, _too_deep(file)


def _refused_events(text: str, file: str) -> tuple[list[Finding], bool]:
    """Return findings for anchors, aliases and tags, and whether the text may still be composed.

    They are looked for before composing, so that no alias is ever expanded; a tag does no harm.
    """
    faults: list[Finding] = []
    if not any(sign in text for sign in "&*!") or not _MAY_BE_REFUSED.search(text):
        return faults, True
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
            if anchor:
                return [_refused_event(event, anchor, "alias", file)], False
            if tag:
                faults.append(_refused_event(event, tag.replace("tag:yaml.org,2002:", "!!"), "tag", file))
    except yaml.YAMLError:
        return [], True
    return faults, True


_REFUSALS = {
    "alias": (
        "{!r} would be an anchor or alias of YAML, and none is used here.",
        "the value itself",
        "Put text that begins with '&' or '*' between quotation marks; write out what was to be repeated.",
    ),
    "tag": (
        "{!r} would be a tag of YAML, and none is used here.",
        "no tag",
        "Put text that begins with '!' in quotation marks.",
    ),
}


def _refused_event(event: yaml.Event, name: str, rule: str, file: str) -> Finding:
    mark = _mark(event)
    if rule == "alias":
        name = f"{'*' if isinstance(event, yaml.AliasEvent) else '&'}{name}"
    length = len(name)
    place = Place(file, mark.line + 1, mark.column + 1, mark.column + 1 + length)
    message, expected, fix = _REFUSALS[rule]
    return Finding(rule, message.format(name), Spot(file), expected, fix, place=place)


def _not_allowed(text: str, at: int, file: str) -> Finding:
    message = f"Character U+{ord(text[at]):04X} is not allowed in YAML." if at < len(text) else "It is no text."
    fix = "Remove the character."
    return Finding("encoding", message, Spot(file), "printable characters", fix, place=_place_after(text[:at], file))


def _syntax_finding(error: yaml.MarkedYAMLError, text: str, file: str) -> Finding:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    lines = text.split("\n")
    source = lines[line] if line < len(lines) else ""
    place = Place(file, line + 1, column + 1, column + 2)
    if "\t" in source[: len(source) - len(source.lstrip())] or "\\t" in str(error.problem):
        return Finding(
            "tab", "A tab indents this line.", Spot(file), "spaces", "Replace the tab by two spaces.", place=place
        )
    what = " ".join(part for part in (error.context, error.problem) if part)
    if "maximum nesting depth" in what:
        return _too_deep(file, mark)
    message, fix = in_words(error, text)
    return Finding("yaml-syntax", message, Spot(file), "valid YAML", fix, place=place)


class _Builder:
    """Turns nodes into plain data and collects what the format refuses."""

    def __init__(self, file: str, faults: list[Finding]) -> None:
        self.file = file
        self.faults = faults
        self.too_deep = False

    def build(self, node: yaml.Node, path: tuple[str | int, ...]) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.style else _as_written(node.value)
        if len(path) > MOST_DEPTH:
            return self._refuse_depth(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        return [self.build(child, (*path, index)) for index, child in enumerate(node.value)]

    def _refuse_depth(self, node: yaml.Node) -> None:
        if not self.too_deep:
            self.too_deep = True
            expected = f"at most {MOST_DEPTH} levels"
            self._fault("nesting", node, f"The file nests more than {MOST_DEPTH} levels.", expected, "Flatten it.")

    def _mapping(self, node: yaml.MappingNode, path: tuple[str | int, ...]) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key is None:
                continue
            if key in data:
                message = f"The key {key!r} stands here a second time."
                self._fault("duplicate-key", key_node, message, "each key once", "Merge the two, or rename one.")
                continue
            data[key] = self.build(value_node, (*path, key))
        return data

    def _key(self, node: yaml.Node) -> str | None:
        if isinstance(node, yaml.ScalarNode):
            value = node.value if node.style else plain_scalar(node.value)
            if isinstance(value, str):
                return value
            if value is not None:
                return node.value  # type: ignore[no-any-return]
        self._fault("key-not-text", node, "A key is not text.", "a word as key", "Write the key as plain text.")
        return None

    def _fault(self, rule: str, node: yaml.Node, message: str, expected: str, fix: str) -> None:
        mark, end = node.start_mark, node.end_mark
        stop = end.column + 1 if end.line == mark.line else mark.column + 2
        place = Place(self.file, mark.line + 1, mark.column + 1, max(stop, mark.column + 2))
        self.faults.append(Finding(rule, message, Spot(self.file), expected, fix, place=place))


def _mark(event: yaml.Event) -> yaml.Mark:
    mark: yaml.Mark = event.start_mark  # type: ignore[assignment]
    return mark


def _too_deep(file: str, mark: yaml.Mark | None = None) -> Finding:
    message = f"The file nests more than {MOST_DEPTH} levels."
    place = Place(file, mark.line + 1, mark.column + 1, mark.column + 2) if mark is not None else None
    return Finding("nesting", message, Spot(file), f"at most {MOST_DEPTH} levels", "Flatten it.", place=place)


def _as_written(text: str) -> Scalar:
    """Like ``plain_scalar``, but a decimal that would lose digits stays text: version 1.10 is not version 1.1."""
    value = plain_scalar(text)
    return text if isinstance(value, float) and repr(value) != text and _DECIMAL.fullmatch(text) else value


def _refused(file: str, rule: str, message: str, expected: str, fix: str = "Split or mend the file.") -> Document:
    start = Place(file, 1, 1, 2)
    return Document(file, None, (Finding(rule, message, Spot(file), expected, fix, place=start),))


def _place_after(before: str, file: str) -> Place:
    line = before.count("\n")
    column = len(before) - (before.rfind("\n") + 1)
    return Place(file, line + 1, column + 1, column + 2)
