"""How severe each rule is here, and which findings are excepted: ``checks.yaml`` in the folder of knowledge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from isolation_atlas.knowledge.field_sorts import Choice, Day, Ident, ListOf, MapOf, Nested, Text
from isolation_atlas.knowledge.findings import NOWHERE, Finding, Severity, Spot
from isolation_atlas.knowledge.reading import Document
from isolation_atlas.knowledge.shapes import Faults, Field, Shape

OFF = "off"
_SEVERITY = Choice(
    (
        (Severity.ERROR.value, "Nothing is built."),
        (Severity.WARNING.value, "It should be mended."),
        (Severity.NOTE.value, "It may be mended."),
        (OFF, "It is not looked for."),
    )
)
_EXCEPTION = Shape(
    "an exception",
    (
        Field("rule", Ident("rule"), "The rule that does not hold.", required=True, example="unused-source"),
        Field("file", Text(), "In which file, as a path below the folder of knowledge."),
        Field("thing", Ident("thing"), "Or of which thing, by its id."),
        Field("reason", Text(), "Why it may stay as it is.", required=True, example="The reason."),
        Field("until", Day(), "The day after which it is an error again.", required=True, example="2027-01-31"),
    ),
)
SETTINGS = Shape(
    "the settings",
    (
        Field("settings", MapOf(_SEVERITY, "rule"), "Severities by rule: error, warning, note or off."),
        Field("exceptions", ListOf(Nested(_EXCEPTION)), "Findings that may stay, each with a reason and an end."),
    ),
)


@dataclass(frozen=True, slots=True)
class CheckException:
    """A rule that need not hold in one file until a day."""

    rule: str
    file: str
    thing: str
    reason: str
    until: date
    spot: Spot


@dataclass(frozen=True, slots=True)
class Settings:
    """Severities by rule, None for a rule that is off; exceptions; and what is wrong with the file."""

    severities: tuple[tuple[str, Severity | None], ...] = ()
    exceptions: tuple[CheckException, ...] = ()
    faults: tuple[Finding, ...] = ()
    spot: Spot = NOWHERE


NO_SETTINGS = Settings()


def read_settings(document: Document) -> Settings:
    """Return the settings of a document; what cannot be used is in ``faults``."""
    faults: Faults = list(document.faults)
    spot = Spot(document.file)
    values: dict[str, Any] = {} if document.data is None else SETTINGS.read(document.data, spot, faults)
    severities = tuple((rule, None if word == OFF else Severity(word)) for rule, word in values.get("settings", ()))
    read = (_exception(item, faults) for item in values.get("exceptions", ()))
    return Settings(severities, tuple(each for each in read if each is not None), tuple(faults), spot)


def _exception(item: tuple[Spot, dict[str, Any]], faults: Faults) -> CheckException | None:
    spot, values = item
    if not {"rule", "reason", "until"} <= values.keys():
        return None
    if ("file" in values) == ("thing" in values):
        message, expected = "An exception is for one file or one thing.", "either file or thing"
        faults.append(Finding("missing-field", message, spot, expected, "Give 'file:' or 'thing:'."))
        return None
    where = values.get("file", ""), values.get("thing", "")
    return CheckException(values["rule"], *where, values["reason"], values["until"], spot)
