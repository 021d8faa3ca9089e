"""Whether sources can be found and are listed once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import Change, example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.dates import first_day
from isolation_atlas.knowledge.findings import Finding, Related, Severity, Spot
from isolation_atlas.knowledge.records import Source
from isolation_atlas.knowledge.repairs import ReplaceValue

_URL = "url: https://example.org/survey-1907"
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "msclkid", "igshid", "yclid")
_AGAIN = "title: Survey\nby: River Board\ndate: 1907\nkind: survey\nurl: https://www.example.org/survey-1907/\n"
_ADDRESS = re.compile(r"(?:[^:/?#]+:)?(?://([^/?#]*))?([^?#]*)(.*)", re.DOTALL)
"""RFC 3986, appendix B: splits any text, and several times as fast as ``urlsplit``."""
_CITES = "statements:\n  - {claim: It is old., source: survey-2, locator: page 1}\n"


def _urls(context: Context) -> Iterator[tuple[str, Spot]]:
    for source in context.knowledge.sources.values():
        yield source.url, source.spot.at("url")
    for subject in context.knowledge.subjects.values():
        yield subject.homepage, subject.spot.at("homepage")


def _same_page(url: str) -> str:
    """Return what is left of an address without scheme, 'www.' and a closing slash."""
    host, path, rest = _parts(url)
    return f"{host.casefold().removeprefix('www.')}{path.rstrip('/')}{rest}"


def _parts(url: str) -> tuple[str, str, str]:
    """The host with all that belongs to it, the path, and query and fragment together."""
    found = _ADDRESS.fullmatch(url)
    return (found[1] or "", found[2], found[3]) if found else ("", url, "")


@rule(
    "source-twice",
    Severity.WARNING,
    Scope.GRAPH,
    "The same document listed as two sources",
    "Facts from one document look independent when it has two ids.",
    example("sources/survey-2.yaml:5:6", _AGAIN, "", Change("crossings/pier.yaml", _CITES)),
)
def source_twice(context: Context) -> Iterator[Finding]:
    """Yield sources whose address another source has, but for scheme, 'www.' and a closing slash."""
    seen: dict[str, Source] = {}
    for source in context.knowledge.sources.values():
        if not source.url:
            continue
        first = seen.setdefault(_same_page(source.url), source)
        if first is not source:
            related = (Related(f"the address of {first.id}", first.spot.at("url")),)
            message = f"{first.id!r} has the same address."
            fix = "Keep one, and cite it in both places; for a part of a page, add its '#anchor'."
            yield Finding("source-twice", message, source.spot.at("url"), "each document once", fix, related=related)


@rule(
    "date-in-future",
    Severity.ERROR,
    Scope.RECORD,
    "Something dated on a day that has not come",
    "Nothing can have been published or recorded tomorrow; most often the year is wrong.",
    example("hazards/flood.yaml:3:11", "recorded: 2899-03", instead_of="recorded: 1899-03"),
)
def date_in_future(context: Context) -> Iterator[Finding]:
    """Yield sources and topics whose date begins after the day of the check."""
    knowledge = context.knowledge
    dated = [(source.date, source.spot.at("date")) for source in knowledge.sources.values()]
    fields = {kind.id: [each.id for each in kind.fields if each.sort == "date"] for kind in knowledge.ontology.kinds}
    for topic in knowledge.topics.values():
        dated += [(topic.field(each), topic.spot.at(each)) for each in fields.get(topic.kind, ())]
    for text, spot in dated:
        day = first_day(text)
        if day is not None and day > context.today:
            expected = f"a date up to {context.today}"
            yield Finding("date-in-future", f"{text} lies in the future.", spot, expected, "Correct the date.")


@rule(
    "insecure-url",
    Severity.NOTE,
    Scope.RECORD,
    "An address without encryption",
    "What arrives over plain http can be changed on the way; most sites offer https at the same address.",
    example("sources/survey-1907.yaml:5:6", "url: http://example.org/survey-1907", instead_of=_URL),
)
def insecure_url(context: Context) -> Iterator[Finding]:
    """Yield addresses that begin with http."""
    for url, spot in _urls(context):
        if url.startswith("http://"):
            fix = "Try the same address with https://."
            yield Finding("insecure-url", "The address is not encrypted.", spot, "an https address", fix)


@rule(
    "tracking-in-url",
    Severity.WARNING,
    Scope.RECORD,
    "An address that tells on its readers",
    "Parameters of campaigns and clicks say where a reader came from, and are no part of the document's address.",
    example("sources/survey-1907.yaml:5:6", f"{_URL}?utm_source=letter", instead_of=_URL),
)
def tracking_in_url(context: Context) -> Iterator[Finding]:
    """Yield addresses with known tracking parameters."""
    for url, spot in _urls(context):
        query = urlsplit(url).query if "?" in url else ""
        names = [name for name, _ in parse_qsl(query, keep_blank_values=True) if name.startswith(_TRACKING)]
        if names:
            message = f"The address carries {', '.join(names)}."
            fix = "Remove the parameters from the address."
            repair = ReplaceValue(spot, url, _without_tracking(url))
            yield Finding("tracking-in-url", message, spot, "the bare address", fix, repair=repair)


def _without_tracking(url: str) -> str:
    parts = urlsplit(url)
    kept = [each for each in parts.query.split("&") if not unquote(each).startswith(_TRACKING)]
    return urlunsplit(parts._replace(query="&".join(kept)))


@rule(
    "local-url",
    Severity.ERROR,
    Scope.RECORD,
    "An address that only its writer can open",
    "Readers cannot follow addresses inside a private network, nor ones that carry a password.",
    example("sources/survey-1907.yaml:5:6", "url: https://intranet.local/survey-1907", instead_of=_URL),
)
def local_url(context: Context) -> Iterator[Finding]:
    """Yield addresses of private networks or with a user's name."""
    for url, spot in _urls(context):
        authority = _parts(url)[0]
        host = authority.rpartition("@")[2].partition(":")[0]
        private = host.endswith((".local", ".localhost", ".internal", ".lan")) or host.startswith(
            ("127.", "10.", "192.168.")
        )
        if private or "@" in authority:
            message = "The address leads into a private network, or names a user."
            yield Finding("local-url", message, spot, "a public address", "Name where the public can read it.")
