"""One property of each sort."""

from __future__ import annotations

from isolation_atlas.knowledge.findings import NOWHERE
from isolation_atlas.knowledge.properties import Better, Level, Property, Sort
from isolation_atlas.knowledge.units import Dimension

TIME = Dimension("time", "s", (("us", 1e-6), ("ms", 1e-3), ("s", 1.0), ("min", 60.0)), 0.0)
RATIO = Dimension("ratio", "%", (("%", 1.0),))
COUNT = Dimension("count", "", (("", 1.0), ("thousand", 1e3)), 0.0)


def quantity(dimension: Dimension, unit: str) -> Property:
    """Return a quantity."""
    return Property("speed", "Speed", "g", Sort.QUANTITY, Better.LOWER, "D.", NOWHERE, dimension=dimension, unit=unit)


DURATION = quantity(TIME, "ms")
SHARE = quantity(RATIO, "%")
NUMBER = quantity(COUNT, "")
LEVELS = (Level("weak", "C."), Level("so so", "C.", ("average",)), Level("very-strong", "C."))
STRENGTH = Property("strength", "Strength", "g", Sort.LEVEL, Better.HIGHER, "D.", NOWHERE, levels=LEVELS)
FLAG = Property("flag", "Flag", "g", Sort.FLAG, Better.NONE, "D.", NOWHERE)
TERMS = (("linux", "L."), ("windows", "W."), ("free-bsd", "F."))
TERM = Property("term", "Term", "g", Sort.TERM, Better.NONE, "D.", NOWHERE, terms=TERMS)
MANY = Property("many", "Many", "g", Sort.TERM, Better.NONE, "D.", NOWHERE, terms=TERMS, many=True)
DATE = Property("date", "Date", "g", Sort.DATE, Better.NONE, "D.", NOWHERE)
TEXT = Property("text", "Text", "g", Sort.TEXT, Better.NONE, "D.", NOWHERE)
ALL = (DURATION, SHARE, NUMBER, STRENGTH, FLAG, TERM, MANY, DATE, TEXT)
