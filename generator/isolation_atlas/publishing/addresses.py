"""Where each thing is on the site: paths relative to the site's root, with the anchor of a part of a page."""

from __future__ import annotations

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.ontology import Kind, Role
from isolation_atlas.knowledge.records import Fact, Source

UNDATED = "undated"


def kind_of(knowledge: Knowledge, thing: str) -> Kind:
    """Return the kind of a thing; raises KeyError for an unknown id."""
    kind = knowledge.ontology.kind(knowledge.ids[thing])
    if kind is None:
        raise KeyError(thing)
    return kind


def page_of(knowledge: Knowledge, thing: str) -> str:
    """Return the address of the page that is about a thing; raises KeyError for an unknown id."""
    kind = kind_of(knowledge, thing)
    if kind.role is Role.SOURCE:
        return f"{kind.folder}/{year_of(knowledge.sources[thing])}.html#{thing}"
    return f"{kind.folder}/{thing}.html"


def index_of(kind: Kind) -> str:
    """Return the address of the page that lists all things of a kind."""
    return f"{kind.folder}/index.html"


def cell_address(knowledge: Knowledge, subject: str, prop: str) -> str:
    """Return the address of what is known of a subject on a property."""
    return f"{page_of(knowledge, subject)}#{prop}"


def fact_anchor(fact: Fact) -> str:
    """Return the anchor of a fact on its subject's page."""
    return f"{fact.property}-{fact.number}"


def fact_address(knowledge: Knowledge, fact: Fact) -> str:
    """Return the address of a fact."""
    return f"{page_of(knowledge, fact.subject)}#{fact_anchor(fact)}"


def year_of(source: Source) -> str:
    """Return the year on whose page a source stands, or the word for those without one."""
    return source.date[:4] if source.date[:4].isdigit() else UNDATED


def markdown_path(address: str) -> str:
    """Return the Markdown file from which the page at an address is built."""
    return address.partition("#")[0].removesuffix(".html") + ".md"


def root_of(path: str) -> str:
    """Return the way from a page back to the site's root, for example ``../``."""
    return "../" * path.count("/")
