"""The knowledge as data: every format is read back by somebody else's reader and says the same."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import networkx as nx
import pytest

from isolation_atlas.publishing.datasets.bibtex import bibtex, latex_text
from isolation_atlas.publishing.datasets.graphml import graphml
from isolation_atlas.publishing.datasets.linked_data import linked_data
from isolation_atlas.publishing.datasets.lists import list_files
from isolation_atlas.publishing.datasets.llms_text import llms_text
from isolation_atlas.publishing.datasets.package import package_data
from isolation_atlas.publishing.datasets.plain import filled
from isolation_atlas.publishing.datasets.tables import TABLES
from isolation_atlas.publishing.datasets.things import thing_data, thing_files, things_with_pages
from isolation_atlas.publishing.datasets.whole_graph import graph_data
from isolation_atlas.publishing.site import Site
from tests.knowledge_folder import knowledge_with


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.of(knowledge_with(tmp_path))


def test_every_thing_with_a_page_has_a_file_beside_it(site: Site) -> None:
    files = {file.path: json.loads(file.content) for file in thing_files(site)}
    assert {data["id"] for data in files.values()} == set(things_with_pages(site))
    assert all(data["page"].removesuffix(".html") + ".json" == path for path, data in files.items())


def test_a_things_file_has_its_facts_and_the_sources_that_they_name(site: Site) -> None:
    for subject in site.knowledge.subjects.values():
        data = thing_data(site, subject.id)
        facts = data.get("facts", [])
        assert isinstance(facts, list)
        assert [fact["id"] for fact in facts] == [fact.id for fact in subject.facts]
        sources = data.get("sources", {})
        assert isinstance(sources, dict)
        assert {fact["source"] for fact in facts if "source" in fact} <= set(sources)


def test_a_cell_of_which_nothing_is_known_is_missing(site: Site) -> None:
    for subject in site.knowledge.subjects:
        cells = thing_data(site, subject).get("cells", {})
        assert isinstance(cells, dict)
        for prop in site.knowledge.properties:
            known = site.cell(subject, prop).state.value != "unknown"
            assert (prop in cells) == known


def test_the_whole_graph_has_everything(site: Site) -> None:
    data = json.loads(json.dumps(graph_data(site)))
    assert {thing["id"] for thing in data["things"]} == set(site.knowledge.ids)
    assert len(data["facts"]) == len(site.knowledge.facts)
    assert len(data["relations"]) == len(site.knowledge.edges)


def test_graphml_is_read_back_with_every_relation(site: Site) -> None:
    read = nx.parse_graphml(graphml(site).decode(), force_multigraph=True)
    relations = {(origin, data["relation"], target) for origin, target, data in read.edges(data=True)}
    assert {(edge.origin, edge.relation, edge.target) for edge in site.knowledge.edges} <= relations


def test_every_term_of_the_linked_data_is_in_its_context(site: Site) -> None:
    data = linked_data(site)
    context, graph = data["@context"], data["@graph"]
    assert isinstance(context, dict)
    assert isinstance(graph, list)
    used = {key for node in graph for key in node if not key.startswith("@")}
    assert used <= set(context)
    assert {node["@type"] for node in graph} <= set(context)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_has_rows_as_wide_as_its_head(site: Site, table: object) -> None:
    chosen = next(each for each in TABLES if each is table)
    rows = list(csv.reader(io.StringIO(chosen.content(site).decode(), newline="")))
    assert rows[0] == list(chosen.fields)
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(chosen.fields)}


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    hostile = "title: '=HYPERLINK(\"x\")'\nby: '@sum'\ndate: 2020\nkind: docs\nurl: https://example.org/\n"
    site = Site.of(knowledge_with(tmp_path, {"sources/hostile.yaml": hostile}))
    content = next(table for table in TABLES if table.name == "sources").content(site).decode()
    cells = [cell for row in csv.reader(io.StringIO(content, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert "'@sum" in cells


def test_the_data_package_describes_every_table(site: Site) -> None:
    data = package_data(site)
    assert re.fullmatch(r"[a-z0-9-]+", str(data["name"]))
    resources = data["resources"]
    assert isinstance(resources, list)
    assert [each["path"] for each in resources] == [f"{table.name}.csv" for table in TABLES]
    for resource, table in zip(resources, TABLES, strict=True):
        assert [field["name"] for field in resource["schema"]["fields"]] == list(table.fields)
        assert set(resource["schema"].get("primaryKey", ())) <= set(table.fields)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A & B", r"A \& B"),
        ("50 % of x_1", r"50 \% of x\_1"),
        ("a\\b {c}", r"a\textbackslash{}b \{c\}"),
        ("plain: words – here", "plain: words – here"),
    ],
)
def test_nothing_in_a_title_is_a_command(text: str, expected: str) -> None:
    assert latex_text(text) == expected


def test_every_source_is_an_entry_with_balanced_braces(site: Site) -> None:
    text = bibtex(site).decode()
    assert re.findall(r"^@misc\{([^,]+),", text, re.MULTILINE) == list(site.knowledge.sources)
    plain = text.replace("\\{", "").replace("\\}", "")
    assert plain.count("{") == plain.count("}")


def test_lists_have_every_thing_of_their_kind(site: Site) -> None:
    files = {file.path: json.loads(file.content) for file in list_files(site)}
    for kind in site.knowledge.ontology.kinds:
        listed = {thing["id"] for thing in files[f"{kind.folder}/index.json"]["things"]}
        assert listed == {thing for thing, of in site.knowledge.ids.items() if of == kind.id}


def test_the_plain_text_leads_to_every_list(site: Site) -> None:
    text = llms_text(site).decode()
    assert text.startswith(f"# {site.knowledge.ontology.title}\n")
    assert all(f"({kind.folder}/index.html)" in text for kind in site.knowledge.ontology.kinds)


def test_what_is_empty_is_left_out() -> None:
    assert filled(from_="a", eased_by=[], to="", rank=0.0, shared=None) == {"from": "a", "rank": 0.0}


def test_the_same_knowledge_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = (Site.of(knowledge_with(tmp_path / name)) for name in ("one", "other"))
    assert [file.content for file in thing_files(one)] == [file.content for file in thing_files(other)]
    assert graphml(one) == graphml(other)
