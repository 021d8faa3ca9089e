"""Whether what sources advise and what the requirements say agree."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import Change, example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Related, Severity
from isolation_atlas.knowledge.ontology import Advice

_SAYS = {
    Advice.FOR: "A source advises {subject!r} for {need!r}, whose requirements rule it out.",
    Advice.AGAINST: "A source advises against {subject!r} for {need!r}, whose requirements it meets.",
}
_FIX = {
    Advice.FOR: "See whether a requirement is stricter than its source, or a fact is wrong; if neither, leave both.",
    Advice.AGAINST: "See whether a requirement is missing, or the advice is dated; if neither, leave both.",
}
_EDGE = "suits: {to: mail, claim: It carries the mail., source: survey-1907, locator: page 9}\n"


@rule(
    "advice-differs",
    Severity.NOTE,
    Scope.OUTPUT,
    "Advice of a source that the derived outcome contradicts",
    "Both are shown to readers, who will ask which of them is right; often a requirement is missing.",
    example(
        "crossings/punt.yaml:20:13",
        _EDGE,
        _EDGE,
        Change("ontology.yaml", "advises: against", "advises: for", "advises: for"),
    ),
)
def advice_differs(context: Context) -> Iterator[Finding]:
    """Yield the edges that advise for what is ruled out, or against what fits."""
    from isolation_atlas.reasoning.advice import advised

    for each in advised(context.judge):
        if each.differs:
            edge = each.edge
            message = _SAYS[each.advice].format(subject=edge.origin, need=edge.target)
            related = (Related("the requirements", context.knowledge.needs[edge.target].spot.at("requires")),)
            expected = "advice and outcome that agree, or that have been looked at"
            spot = edge.evidence.spot.at("to")
            yield Finding("advice-differs", message, spot, expected, _FIX[each.advice], related=related)
