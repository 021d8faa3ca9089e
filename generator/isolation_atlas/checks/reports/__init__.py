"""Findings for people and for machines: one module a format, one registry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from isolation_atlas.checks.result import CheckResult

_FORMATS = {
    "terminal": "For reading: each finding with its line and a caret.",
    "json": "For programs: findings and counts.",
    "sarif": "For code scanning: SARIF 2.1.0.",
    "github": "For workflows: annotations at the lines of a pull request.",
    "markdown": "For a summary: a table that renders nothing it quotes.",
}
FORMATS: Mapping[str, str] = MappingProxyType(_FORMATS)
"""The formats by name, with what each is for."""


def report(result: CheckResult, form: str, *, colour: bool = False) -> str:
    """Return a result in one of ``FORMATS``, ending with a line break; raises KeyError for another name.

    ``colour`` marks severities with escape sequences and has effect only in the format ``terminal``.
    """
    if form not in _FORMATS:
        raise KeyError(form)
    write: Callable[[CheckResult, bool], str] = import_module(f"{__name__}.{form}_report").write
    return write(result, colour)
