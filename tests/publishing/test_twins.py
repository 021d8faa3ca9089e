"""Markdown that waits for the site, and is put into it when the engine is done."""

from pathlib import Path

from isolation_atlas.publishing.publish import publish
from isolation_atlas.publishing.twins import FOLDER, put_twins
from tests.knowledge_folder import knowledge_with


def texts(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.md")}


def test_is_in_the_site_once_and_copied_again_only_after_a_change(tmp_path: Path) -> None:
    docs, site = tmp_path / "docs", tmp_path / "site"
    publish(knowledge_with(tmp_path), docs)
    assert put_twins(docs, site)
    assert put_twins(docs, site) == ()
    changed = next(iter(texts(site)))
    (site / changed).write_text("old", encoding="utf-8")
    assert put_twins(docs, site) == (changed,)


def test_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    found = []
    for run in ("one", "two"):
        publish(knowledge_with(tmp_path / run), tmp_path / run / "docs")
        put_twins(tmp_path / run / "docs", tmp_path / run / "site")
        found.append(texts(tmp_path / run / "site"))
    assert found[0] == found[1] != {}


def test_no_engine_takes_it_for_a_page(tmp_path: Path) -> None:
    publish(knowledge_with(tmp_path), tmp_path / "docs")
    waiting = list((tmp_path / "docs" / FOLDER).rglob("*"))
    assert waiting
    assert all(path.suffix != ".md" for path in waiting)


def test_what_is_gone_waits_no_longer(tmp_path: Path) -> None:
    docs, knowledge = tmp_path / "docs", knowledge_with(tmp_path)
    publish(knowledge, docs)
    gone = next(iter(knowledge.matrices.values()))
    (tmp_path / gone.spot.file).unlink()
    publish(knowledge_with(tmp_path, base=False), docs)
    put_twins(docs, tmp_path / "site")
    assert not [path for path in texts(tmp_path / "site") if path.endswith(f"/{gone.id}.md")]
