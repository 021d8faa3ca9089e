"""The site in one page of plain text, for programs that read text (the llms.txt convention)."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.publishing.addresses import index_of, page_of
from isolation_atlas.publishing.site import Site

_HOW_TO_READ = (
    "Every fact names its source, the place in it, and the days on which somebody read it there; without a day it is "
    "unverified. Unknown means that nobody has established it, never that it is bad, none or zero. Ratings are levels "
    "of scales whose criteria stand on the page of the property. Facts are under CC BY 4.0: name the atlas and the "
    "source."
)


def llms_text(site: Site) -> bytes:
    """Return what the site is, how its pages are read as data, and where everything begins."""
    return ("\n".join(_lines(site)) + "\n").encode()


def _lines(site: Site) -> Iterator[str]:
    knowledge = site.knowledge
    ontology = knowledge.ontology
    yield f"# {ontology.title}\n"
    yield f"> {ontology.question}\n"
    counts = f"{len(knowledge.facts)} facts from {len(knowledge.sources)} sources, read until {site.today}."
    yield f"{counts} {_HOW_TO_READ}\n"
    yield "The page of a thing as Markdown: replace `.html` by `.md` in its address; links there lead on to Markdown.\n"
    yield "The same as a page, as data: replace `.html` by `.json` in the address of anything listed here.\n"
    yield "## Data\n"
    yield "- [Whole graph](data/graph.json): things, relations, facts with evidence"
    yield "- [All data files](data/index.html)\n"
    yield "## Lists\n"
    for kind in ontology.kinds:
        yield f"- [{kind.plural}]({index_of(kind)}): {kind.says}"
    yield "\n## Comparisons\n"
    for matrix in knowledge.matrices.values():
        yield f"- [{matrix.name}]({page_of(knowledge, matrix.id)}): {matrix.summary}"
