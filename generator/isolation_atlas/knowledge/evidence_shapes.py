"""The shapes of what states something: claims, facts, comparisons, relations, requirements and preferences."""

from __future__ import annotations

from isolation_atlas.knowledge.field_sorts import Choice, Day, Ident, ListOf, Raw, Text
from isolation_atlas.knowledge.shapes import Field, Shape

_CONFIDENCE = Choice(
    (
        ("high", "The source says it plainly and is in a position to know."),
        ("medium", "Second hand, dated, or read with some inference; the context says why."),
        ("low", "An interested party, an old copy, or general knowledge; the context says why."),
    )
)

EVIDENCE_FIELDS = (
    Field("claim", Text(), "What the source says, in your own words and no stronger.", example="Starts within 125 ms."),
    Field(
        "context", Text(), "Under which circumstances: hardware, version, workload, who measured, reasons for doubt."
    ),
    Field("source", Ident("source"), "The source's id, a file in knowledge/sources/.", example="author-2020-title"),
    Field("locator", Text(), "Where in the source: section, page, table, heading.", example="section 5, table 2"),
    Field("confidence", _CONFIDENCE, "How sure we are; say why in the context where it is not high."),
    Field(
        "verified",
        ListOf(Day(), single=True),
        "The day on which somebody read the claim in its source, or a list of days. Leave it out if nobody has.",
        example="2026-11-23",
    ),
)
BECAUSE = Field(
    "because",
    ListOf(Text(), single=True),
    "For a rating: the cells it rests on, as a property of the same thing or as thing/property.",
    example=["attack-surface"],
)

STATEMENT = Shape("a statement", EVIDENCE_FIELDS)
FACT = Shape(
    "a fact",
    (
        Field("value", Raw(), "The value, short: 125 ms, <= 125 ms, 3..5 MiB, ~ 2 %, strong, yes, linux."),
        *EVIDENCE_FIELDS,
        BECAUSE,
        Field("scope", Text(), "A few words that name comparable circumstances; facts of one scope can disagree."),
    ),
)
COMPARISON = Shape(
    "a comparison",
    (
        Field("better-than", Ident("subject"), "It is better on this property than the thing named here."),
        Field("worse-than", Ident("subject"), "It is worse on this property than the thing named here."),
        Field("similar-to", Ident("subject"), "It is about the same on this property as the thing named here."),
        *EVIDENCE_FIELDS,
    ),
)
RELATION = Shape(
    "a relation",
    (Field("to", Ident("thing"), "The id of the thing it leads to.", required=True), *EVIDENCE_FIELDS),
    short="to",
)
REQUIREMENT = Shape(
    "a requirement",
    (
        Field("test", Text(), "PROPERTY OPERATOR VALUE.", required=True, example="property <= 500 ms"),
        *EVIDENCE_FIELDS,
    ),
    short="test",
)
PREFERENCE = Shape(
    "a preference",
    (Field("property", Ident("property"), "The property that should be good.", required=True), *EVIDENCE_FIELDS),
    short="property",
)
