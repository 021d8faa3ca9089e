"""The sources as BibTeX, with what LaTeX would read as commands written out."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.knowledge.records import Source
from isolation_atlas.publishing.site import Site

_SIGNS = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    | {"{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}
)


def bibtex(site: Site) -> bytes:
    """Return every source as an entry, by id; the day of the latest reading is its ``urldate``."""
    return "\n".join(_entry(site, source) for source in site.knowledge.sources.values()).encode()


def latex_text(text: str) -> str:
    """Return text in which no sign is a command."""
    return text.translate(_SIGNS)


def _entry(site: Site, source: Source) -> str:
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in _fields(site, source))
    return f"@misc{{{source.id}{lines}\n}}\n"


def _fields(site: Site, source: Source) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{latex_text(source.name)}}}"
    if source.by:
        yield "author", f"{{{latex_text(source.by)}}}"
    year, _, rest = source.date.partition("-")
    if year:
        yield "year", latex_text(year)
    if rest:
        yield "month", rest.partition("-")[0].lstrip("0")
    if source.url:
        yield "url", source.url.replace("{", "%7B").replace("}", "%7D")
    cites = site.evidence_by_source.get(source.id, ())
    days = [evidence.last_verified.isoformat() for _, evidence in cites if evidence.last_verified]
    if days:
        yield "urldate", max(days)
