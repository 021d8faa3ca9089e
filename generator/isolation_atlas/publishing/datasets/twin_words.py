"""Links, facts and evidence in the Markdown of a thing."""

from __future__ import annotations

from isolation_atlas.knowledge.records import Evidence, Fact
from isolation_atlas.publishing.formats.markdown import escaped, inline
from isolation_atlas.publishing.link import Link
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.cells import CellView
from isolation_atlas.publishing.views.evidence import fact_value


def cell_words(cell: CellView) -> str:
    """Return the sign and words of a cell, its state, and whose facts it rests on."""
    beside = [cell.state, *([cell.remark] if cell.remark and cell.remark != cell.state else [])]
    return f"**{cell.symbol} {inline(cell.text)}** ({inline(', '.join(beside))})"


class Words:
    """Words for one site; what many files repeat is worked out once. ``root`` leads from a file to the site's root."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._sources: dict[str, str] = {}
        self._facts: dict[str, tuple[str, str]] = {}
        self._links: dict[str, tuple[str, str]] = {}

    def link(self, thing: str, root: str) -> str:
        """Return a link to a thing's Markdown, to its page where it has none; an unknown id becomes plain words."""
        if thing not in self._links:
            self._links[thing] = self._link(thing)
        name, address = self._links[thing]
        return f"[{name}]({root}{address})" if address else name

    def to(self, link: Link, root: str) -> str:
        """Return a link of a page as one to the Markdown of what it leads to."""
        page, ending, anchor = link.href.partition(".html")
        if not page:
            return inline(link.text)
        return f"[{inline(link.text)}]({root}{page}{ending if anchor else '.md'}{anchor})"

    def fact(self, fact: Fact, root: str) -> str:
        """Return a fact: value, claim, scope, context, and who says so."""
        if fact.id not in self._facts:
            value = fact_value(self.site, fact)
            head = f"**{inline(value)}** " if value else ""
            scope = f" Scope: {inline(fact.scope)}." if fact.scope else ""
            self._facts[fact.id] = (
                f"{head}{(inline if head else escaped)(fact.evidence.claim)}{scope}",
                self._rest(fact.evidence),
            )
        said, rest = self._facts[fact.id]
        return said + rest + self._because(fact.evidence, root, fact.subject)

    def evidence(self, evidence: Evidence, root: str) -> str:
        """Return a claim and who says so."""
        return (escaped(evidence.claim) + self._rest(evidence) + self._because(evidence, root, "")).strip()

    def _rest(self, evidence: Evidence) -> str:
        context = f" {inline(evidence.context)}" if evidence.context else ""
        parts = [self._source(evidence.source)] if evidence.source else []
        parts += [inline(evidence.locator)] if evidence.locator else []
        parts += [f"{evidence.confidence.value} confidence"] if evidence.confidence else []
        if evidence.last_verified:
            parts.append(f"read {evidence.last_verified.isoformat()}")
        elif evidence.source:
            parts.append("unverified")
        return f"{context} — {', '.join(parts)}" if parts else context

    def _because(self, evidence: Evidence, root: str, subject: str) -> str:
        if not evidence.because:
            return ""
        return f" — rests on {', '.join(self._reason(reason, root, subject) for reason in evidence.because)}"

    def _reason(self, reason: str, root: str, subject: str) -> str:
        owner, _, prop = reason.rpartition("/")
        link = self.link(prop, root)
        return link if owner in ("", subject) else f"{self.link(owner, root)}: {link}"

    def _source(self, source_id: str) -> str:
        if source_id not in self._sources:
            source = self.site.knowledge.sources.get(source_id)
            if source is None:
                return inline(source_id)
            named = f"[{inline(source.name)}](<{source.url}>)" if source.url else inline(source.name)
            about = ", ".join(part for part in (source.by, source.date) if part)
            self._sources[source_id] = f"{named} ({inline(about)})" if about else named
        return self._sources[source_id]

    def _link(self, thing: str) -> tuple[str, str]:
        href = self.site.addresses.get(thing, "")
        if not href:
            return inline(thing), ""
        is_source = thing in self.site.knowledge.sources
        name = inline(self.site.knowledge.name_of(thing))
        return name, href if is_source else href.removesuffix(".html") + ".md"
