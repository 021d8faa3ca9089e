"""Whether values and conditions can be understood."""

from __future__ import annotations

from isolation_atlas.checks.examples import example
from isolation_atlas.checks.rule import Scope
from isolation_atlas.checks.rules.from_reading import from_reading

from_reading(
    "bad-value",
    Scope.FACT,
    "A value that its property does not take",
    "What cannot be understood cannot be compared; the cell would look unknown although somebody knows.",
    example(
        "crossings/punt.yaml:8:14", "value: five to nine minutes", "value: 5 .. 9 min", instead_of="value: 5..9 min"
    ),
)
from_reading(
    "unknown-unit",
    Scope.FACT,
    "A unit of another dimension, or none",
    "A number without its unit says nothing, and a wrong one is worse.",
    example("crossings/punt.yaml:8:14", "value: 5..9 mins", "value: 300..540 s", instead_of="value: 5..9 min"),
)
from_reading(
    "unknown-dimension",
    Scope.RECORD,
    "A quantity of no known dimension",
    "Only quantities with a dimension can be converted and compared.",
    example("properties/duration.yaml:4:12", "dimension: tiem", "dimension: time", instead_of="dimension: time"),
)
