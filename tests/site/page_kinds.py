"""One page of each kind that the site has: the largest, since it shows the most."""

from pathlib import Path

SECTIONS = (
    "compare",
    "contributing",
    "environments",
    "incidents",
    "matrices",
    "method",
    "properties",
    "questions",
    "scenarios",
    "sources",
    "threats",
    "tradeoffs",
    "trees",
    "workloads",
)
SINGLE_PAGES = ("index.html", "choose.html", "compare.html", "glossary.html", "changes.html")
INDEX_PAGES = (
    "data/index.html",
    "environments/index.html",
    "graph/index.html",
    "incidents/index.html",
    "matrices/index.html",
    "sources/index.html",
)
KINDS = (*SINGLE_PAGES, *INDEX_PAGES, *SECTIONS)


def page_of_kind(site: Path, kind: str) -> str:
    """Return the path inside the site of the page that stands for a kind.

    Raises:
        LookupError: the site has no page of the kind.
    """
    if kind.endswith(".html"):
        pages = [site / kind]
    else:
        pages = [page for page in (site / kind).glob("*.html") if page.name != "index.html"]
    existing = [page for page in pages if page.is_file()]
    if not existing:
        raise LookupError(f"the site has no page of the kind {kind!r}")
    largest = max(existing, key=lambda page: (page.stat().st_size, page.name))
    return largest.relative_to(site).as_posix()
