"""Findings for a terminal: ``file:line:column: severity rule: what; expected: …; fix: …``, the line, and a caret."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from isolation_atlas.checks.reports.counting import closing_line
from isolation_atlas.checks.result import CheckResult, PlacedFinding
from isolation_atlas.knowledge.findings import Place, Severity

_COLOURS = {Severity.ERROR: "\033[1;31m", Severity.WARNING: "\033[1;33m", Severity.NOTE: "\033[1;36m"}
_BOLD, _PLAIN = "\033[1m", "\033[0m"
_WIDTH = 120


def write(result: CheckResult, colour: bool) -> str:
    """Return the findings one after the other and the counts."""
    lines = [line for finding in result.findings for line in _lines(finding, colour)]
    return "\n".join([*lines, closing_line(result)]) + "\n"


def _lines(finding: PlacedFinding, colour: bool) -> Iterator[str]:
    where, severity = _where(finding.place), finding.severity.value
    if colour:
        where, severity = f"{_BOLD}{where}{_PLAIN}", f"{_COLOURS[finding.severity]}{severity}{_PLAIN}"
    yield f"{where}: {severity} {finding.rule}: {printable(_sentence(finding))}"
    if finding.line_text.strip():
        shown, caret = _window(finding.line_text, finding.place)
        yield f"    {shown}"
        yield f"    {_COLOURS[finding.severity]}{caret}{_PLAIN}" if colour else f"    {caret}"
    for each in finding.related:
        yield f"    {_where(each.place)}: {printable(each.message)}"


def _where(place: Place) -> str:
    return f"{printable(place.file)}:{place.line}:{place.column}"


def _sentence(finding: PlacedFinding) -> str:
    parts = [finding.message.removesuffix(".")]
    if finding.expected:
        parts.append(f"expected: {finding.expected.removesuffix('.')}")
    if finding.fix:
        parts.append(f"fix: {finding.fix}")
    return "; ".join(parts)


def _window(text: str, place: Place) -> tuple[str, str]:
    """Return the part of a line around a place, and the carets below it."""
    start, end = place.column - 1, max(place.end - 1, place.column)
    first = 0 if len(text) <= _WIDTH or start < _WIDTH * 2 // 3 else start - _WIDTH // 3
    last = first + _WIDTH
    head = "…" if first else ""
    tail = "…" if last < len(text) else ""
    before, marked = text[first:start], text[start : min(end, last)]
    carets = "^" * max(1, _columns(printable(marked)))
    return head + printable(text[first:last]) + tail, " " * _columns(head + printable(before)) + carets


def _columns(text: str) -> int:
    return sum(
        2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text if not unicodedata.combining(each)
    )


def printable(text: str) -> str:
    """Return a text in which nothing can move the cursor, change colours or hide: such characters are written out."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else " " if each == "\t" else f"<U+{ord(each):04X}>" for each in text)
