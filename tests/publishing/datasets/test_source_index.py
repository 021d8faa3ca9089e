"""The data by which all sources are filtered."""

from __future__ import annotations

import json
from pathlib import Path

from isolation_atlas.publishing.page import DataFile, Page
from isolation_atlas.publishing.pages.data import data_files
from isolation_atlas.publishing.pages.source import DATA
from isolation_atlas.publishing.publish import outputs_of
from isolation_atlas.publishing.site import Site
from tests.knowledge_folder import knowledge_with

CODE = "title: {title}\nby: Ferry Works\ndate: {date}\nkind: source-code\nurl: https://example.org/{title}\n"
SURVEY = "A survey, a decision aid or a comparison by others."


def data_of(site: Site) -> object:
    (file,) = (output for output in data_files(site) if isinstance(output, DataFile) and output.path == DATA)
    return json.loads(file.content)


def test_every_source_is_a_row_under_its_year(tmp_path: Path) -> None:
    files = {
        "sources/winch.yaml": CODE.format(title="Winch", date="2024-05-01"),
        "sources/anchor.yaml": CODE.format(title="anchor", date="2024"),
        "sources/plan.yaml": CODE.format(title="Plan", date="undated"),
    }
    site = Site.of(knowledge_with(tmp_path, files))
    cites = [evidence for _, evidence in site.evidence_by_source["survey-1907"]]
    read = [evidence for evidence in cites if evidence.verified]
    assert 0 < len(read) <= len(cites)
    assert data_of(site) == {
        "types": [["source-code", "Source code or a repository."], ["survey", SURVEY]],
        "years": [
            [
                "2024",
                [
                    ["anchor", "anchor", "Ferry Works", "2024", 0, 0, 0],
                    ["winch", "Winch", "Ferry Works", "2024-05-01", 0, 0, 0],
                ],
            ],
            ["1907", [["survey-1907", "Survey of the crossings", "River Board", "1907-05", 1, len(cites), len(read)]]],
            ["undated", [["plan", "Plan", "Ferry Works", "undated", 0, 0, 0]]],
        ],
    }


def test_only_the_list_of_sources_offers_the_filter(tmp_path: Path) -> None:
    files = {"sources/plan.yaml": CODE.format(title="Plan", date="undated")}
    pages = [page for page in outputs_of(Site.of(knowledge_with(tmp_path, files))) if isinstance(page, Page)]
    (page,) = (page for page in pages if "data-source-filter" in page.body)
    assert page.path == "sources/index.md"
    assert f'data-source-filter="../{DATA}" data-types="source-code|survey" data-years="1907"' in page.body


def test_the_page_of_data_lists_and_explains_every_file(tmp_path: Path) -> None:
    outputs = list(data_files(Site.of(knowledge_with(tmp_path))))
    (page,) = (output for output in outputs if isinstance(output, Page))
    for file in (output for output in outputs if isinstance(output, DataFile)):
        row = page.body.partition(f'<a href="../{file.path}" download>')[2].partition("</tr>")[0]
        assert len(row.rpartition("<td>")[2]) > len("</td>"), file.path
