"""Everything as data: files in common formats, and the page that lists and explains them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.publishing.addresses import index_of, root_of
from isolation_atlas.publishing.datasets.bibtex import bibtex
from isolation_atlas.publishing.datasets.graphml import graphml
from isolation_atlas.publishing.datasets.linked_data import linked_data
from isolation_atlas.publishing.datasets.llms_text import llms_text
from isolation_atlas.publishing.datasets.package import package_data
from isolation_atlas.publishing.datasets.plain import as_json
from isolation_atlas.publishing.datasets.source_index import SOURCE_INDEX, SOURCE_INDEX_SAYS, source_index
from isolation_atlas.publishing.datasets.tables import TABLES
from isolation_atlas.publishing.datasets.things import THING_VERSION
from isolation_atlas.publishing.datasets.whole_graph import GRAPH_VERSION, graph_data
from isolation_atlas.publishing.page import About, DataFile, Output, Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render

FOLDER = "data"
PATH = f"{FOLDER}/index.md"


@dataclass(frozen=True, slots=True)
class Download:
    """A file with what is in it."""

    file: DataFile
    format: str
    says: str

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.file.path.rpartition("/")[2]

    @property
    def size(self) -> str:
        """How large it is, uncompressed, in kB or MB."""
        size = len(self.file.content)
        return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} kB"


def data_files(site: Site) -> Iterator[Output]:
    """Yield all data files and the page that lists them."""
    graphs, tables, others = _graphs(site), _tables(site), _others(site)
    for download in (*graphs, *tables, *others):
        yield download.file
    kinds = site.knowledge.ontology.kinds
    body = render(
        "data",
        today=site.today,
        sections=(("Whole graph", graphs), ("Tables", tables), ("Sources and descriptions", others)),
        lists=tuple((kind.plural, index_of(kind).removesuffix(".html") + ".json") for kind in kinds),
        versions=(GRAPH_VERSION, THING_VERSION),
        root=root_of(PATH),
    )
    about = About("datapackage.json", site.today.isoformat(), "Dataset")
    says = "Everything in the atlas as data: the graph, tables of facts and cells, sources, and every page as JSON."
    yield Page(PATH, "Data", says, body, about=about)


def _graphs(site: Site) -> tuple[Download, ...]:
    return (
        _download("graph.json", as_json(graph_data(site)), "JSON", "things, relations and facts with their evidence"),
        _download("graph.jsonld", as_json(linked_data(site)), "JSON-LD", "things and relations as linked data"),
        _download("graph.graphml", graphml(site), "GraphML", "things and relations, for graph editors"),
    )


def _tables(site: Site) -> tuple[Download, ...]:
    return tuple(_download(f"{table.name}.csv", table.content(site), "CSV", table.says) for table in TABLES)


def _others(site: Site) -> tuple[Download, ...]:
    text, package = DataFile("llms.txt", llms_text(site)), as_json(package_data(site))
    return (
        _download("sources.bib", bibtex(site), "BibTeX", "every source, to cite from LaTeX or to import"),
        _download(SOURCE_INDEX, as_json(source_index(site)), "JSON", SOURCE_INDEX_SAYS),
        _download("datapackage.json", package, "Data Package", "what the columns of the tables are"),
        Download(text, "text", "what the site is and where things are, for programs that read text"),
    )


def _download(name: str, content: bytes, form: str, says: str) -> Download:
    return Download(DataFile(f"{FOLDER}/{name}", content), form, says)
