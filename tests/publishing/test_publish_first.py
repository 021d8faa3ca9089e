"""The pages about edited things, ahead of all others: the same as they become in the end."""

from __future__ import annotations

from pathlib import Path

from isolation_atlas.knowledge.loading import load
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.publish import outputs_of, publish_first
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.writing import write_outputs

KNOWLEDGE = Path(__file__).parents[1] / "another_domain/knowledge"


def test_only_the_wanted_page_is_written_and_as_in_the_whole(tmp_path: Path) -> None:
    knowledge = load(KNOWLEDGE)
    subject = next(iter(knowledge.subjects))
    whole = {page.path: page for page in outputs_of(Site.of(knowledge)) if isinstance(page, Page)}
    folder = knowledge.ontology.kinds[0].folder
    path = next(path for path in whole if path.endswith(f"/{subject}.md") and path.startswith(folder))
    write_outputs([Page(each.path, "Old", "Old.", "<p>old</p>") for each in whole.values()], tmp_path)
    assert publish_first(knowledge, tmp_path, [subject]) == (path,)
    assert (tmp_path / path).read_bytes() == whole[path].content
    assert publish_first(knowledge, tmp_path, []) == ()
