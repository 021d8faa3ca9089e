"""From a path of keys and indices to the line and column where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import yaml

from isolation_atlas.knowledge.findings import Finding, Place, Spot, Step
from isolation_atlas.knowledge.reading import compose

_NONE: Mapping[Spot, Place] = MappingProxyType({})


class Positions:
    """Looks up places in the texts of files; each file is composed again at most once, and only when asked for."""

    def __init__(self, texts: dict[str, str] | None = None, known: Mapping[Spot, Place] = _NONE) -> None:
        """Take the texts by file, and places that are known already to be right."""
        self._texts: dict[str, str] = texts if texts is not None else {}
        self.found: dict[Spot, Place] = dict(known)
        self._roots: dict[str, yaml.Node | None] = {}
        self._lines: dict[str, list[str]] = {}
        self._mappings: dict[int, dict[Step, tuple[yaml.Node, yaml.Node]]] = {}

    def add(self, file: str, text: str) -> None:
        """Give the text of a file."""
        self._texts[file] = text

    def line(self, file: str, number: int) -> str:
        """Return a line of a file (counted from 1), empty where there is none."""
        if file not in self._lines:
            self._lines[file] = self._texts.get(file, "").split("\n")
        lines = self._lines[file]
        return lines[number - 1].removesuffix("\r") if 0 < number <= len(lines) else ""

    def place(self, spot: Spot) -> Place:
        """Return where a spot stands; of a path that leads nowhere, the deepest part that exists."""
        if spot not in self.found:
            self.found[spot] = self._look_up(spot)
        return self.found[spot]

    def _look_up(self, spot: Spot) -> Place:
        node = self._root(spot.file)
        if node is None:
            return Place(spot.file, 1, 1, 2)
        target = node
        for number, step in enumerate(spot.path):
            found = self._child(node, step)
            if found is None:
                break
            key, node = found
            last = number == len(spot.path) - 1
            target = key if key is not None and (last and spot.part == "key") else node
        return _place(target, spot.file)

    def _child(self, node: yaml.Node, step: Step) -> tuple[yaml.Node | None, yaml.Node] | None:
        if isinstance(node, yaml.MappingNode):
            return self._entries(node).get(step)
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            return None, node.value[step]
        return (None, node) if step == 0 else None

    def _entries(self, node: yaml.MappingNode) -> dict[Step, tuple[yaml.Node, yaml.Node]]:
        """Return a mapping's keys and values by key, the first of each; kept, since a mapping can have many faults."""
        known = self._mappings.get(id(node))
        if known is None:
            known = self._mappings[id(node)] = {}
            for key, value in node.value:
                if isinstance(key, yaml.ScalarNode):
                    known.setdefault(key.value, (key, value))
        return known

    def _root(self, file: str) -> yaml.Node | None:
        if file not in self._roots:
            self._roots[file] = compose(self._texts.get(file, ""), file)[0]
        return self._roots[file]


def placed(finding: Finding, positions: Positions) -> Place:
    """Return a finding's place: the one it knows, or the one its spot leads to."""
    return finding.place or positions.place(finding.spot)


def _place(node: yaml.Node, file: str) -> Place:
    mark, end = node.start_mark, node.end_mark
    if isinstance(node, yaml.ScalarNode) and end.line == mark.line:
        return Place(file, mark.line + 1, mark.column + 1, max(end.column + 1, mark.column + 2))
    return Place(file, mark.line + 1, mark.column + 1, mark.column + 2)
