"""What the terminal shows of one thing: headed sections of labelled lines."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A label with its text, and further lines that belong under it."""

    label: str
    text: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything shown of one thing; sections without lines are left out."""

    title: str
    summary: str
    sections: tuple[Section, ...]

    def text(self, width: int) -> str:
        """Return the sheet as text of at most ``width`` columns where words allow it."""
        blocks = [self.title]
        if self.summary:
            blocks.append(textwrap.fill(self.summary, width))
        blocks.extend(_section(section, width) for section in self.sections if section.lines)
        return "\n\n".join(blocks)

    def markdown(self) -> str:
        """Return the sheet as Markdown in which nothing that it quotes has an effect."""
        blocks = [f"## {_escaped(self.title)}", *([_escaped(self.summary)] if self.summary else [])]
        for section in self.sections:
            if section.lines:
                blocks.append(f"### {_escaped(section.heading)}")
                blocks.append("\n".join(_bullets(section.lines)))
        return "\n\n".join(blocks)


def _bullets(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield f"- **{_escaped(line.label)}** {_escaped(line.text)}"
        yield from (f"  - {_escaped(below)}" for below in line.below)


def _escaped(text: str) -> str:
    return re.sub(r"[\\`*_{}\[\]<>()#+!|~&]", r"\\\g<0>", " ".join(text.split()))


def _section(section: Section, width: int) -> str:
    label = min(max(len(line.label) for line in section.lines), 36)
    lines = [section.heading]
    for line in section.lines:
        head = f"  {line.label.ljust(label)}  "
        lines.append(_hanging(head, line.text, len(head), width))
        lines.extend(_hanging(" " * 6, below, 6, width) for below in line.below)
    return "\n".join(lines)


def _hanging(head: str, text: str, indent: int, width: int) -> str:
    wrapped = textwrap.wrap(text, max(width - indent, 30), break_long_words=False, break_on_hyphens=False) or [""]
    rest = [" " * indent + line for line in wrapped[1:]]
    return "\n".join([(head + wrapped[0]).rstrip(), *rest])
