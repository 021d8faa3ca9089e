"""The options that say what is asked for."""

from __future__ import annotations

from isolation_atlas.cli.command import Argument

SITUATION_ARGUMENTS = (
    Argument(
        "--need",
        "what has to be served, which brings its requirements",
        short="--for",
        also=("--workload",),
        placeholder="ID",
    ),
    Argument("--require", "PROPERTY OPERATOR VALUE, several joined by 'and'", placeholder="CONDITION", many=True),
    Argument("--prefer", "properties that should be good, the most important first", placeholder="LIST", many=True),
    Argument("--answer", "an answer to a question of the guide", placeholder="QUESTION=ANSWER", many=True),
    Argument("--among", "candidates: ids, level:WORD or is-a:ID, separated by commas", placeholder="LIST"),
)
