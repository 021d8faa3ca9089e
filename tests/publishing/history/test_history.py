"""What changed, read from a real repository made for the test."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from isolation_atlas.knowledge.loading import load
from isolation_atlas.publishing.history.changes import latest_news
from isolation_atlas.publishing.history.kept import kept_news
from isolation_atlas.publishing.history.news import counted
from isolation_atlas.publishing.history.revisions import NoHistoryError, latest_revisions
from isolation_atlas.publishing.page import DataFile, Page
from isolation_atlas.publishing.pages.changes import change_pages
from isolation_atlas.publishing.publish import outputs_of
from isolation_atlas.publishing.site import Site
from isolation_atlas.reasoning.changes import FactChangeKind
from tests.knowledge_folder import write_folder

PUNT = "crossings/punt.yaml"
ATOM = "{http://www.w3.org/2005/Atom}"


def git(folder: Path, *arguments: str, hour: int = 0) -> None:
    when = f"2026-01-02T{hour:02}:00:00+01:00"
    given = {
        "GIT_AUTHOR_DATE": when,
        "GIT_COMMITTER_DATE": when,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, env=os.environ | given, check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of knowledge with one commit."""
    made = write_folder(tmp_path / "knowledge")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "Begin", hour=9)
    return made


def change(folder: Path, file: str, old: str, new: str, subject: str, hour: int) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    git(folder, "commit", "-q", "-a", "-m", subject, hour=hour)


def test_the_first_revision_adds_every_fact(folder: Path) -> None:
    (first,) = latest_news(folder, ("properties",))
    assert first.revision.subject == "Begin"
    assert first.revision.time == "2026-01-02T08:00:00+00:00"
    assert {kind: number for number, kind in counted(first)} == {FactChangeKind.ADDED: len(load(folder).facts)}


def test_a_changed_value_is_told_with_what_it_was(folder: Path) -> None:
    fact = next(fact for fact in load(folder).facts if fact.subject == "punt" and fact.value is not None)
    text = (folder / PUNT).read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "claim:" in line)
    change(folder, PUNT, line, f"{line.rstrip('.')} today.", "Say when", 10)
    newest = latest_news(folder, ("properties",))[0]
    assert newest.revision.subject == "Say when"
    assert newest.revision.files == (PUNT,)
    assert {each.subject for each in newest.facts} == {fact.subject}
    assert [kind for _, kind in counted(newest)] == [FactChangeKind.CHANGED]


def test_what_happens_beside_the_folder_does_not_count(folder: Path) -> None:
    (folder.parent / "README.md").write_text("Words.\n", encoding="utf-8")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "-q", "-m", "Add a readme", hour=10)
    assert [revision.subject for revision in latest_revisions(folder, 5)] == ["Begin"]


def test_at_most_so_many_the_newest_first(folder: Path) -> None:
    for hour in (10, 11, 12):
        change(folder, "ontology.yaml", "title:", f"# {hour}\ntitle:", f"At {hour}", hour)
    assert [revision.subject for revision in latest_revisions(folder, 2)] == ["At 12", "At 11"]


def test_a_shallow_clone_claims_nothing_of_what_it_cannot_see(folder: Path, tmp_path: Path) -> None:
    change(folder, "ontology.yaml", "title:", "# Seen.\ntitle:", "Seen", 10)
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{tmp_path}", str(tmp_path / "shallow"))
    with pytest.raises(NoHistoryError, match="does not reach back"):
        latest_revisions(tmp_path / "shallow" / "knowledge", 5)


def test_without_a_repository_the_page_says_so(tmp_path: Path) -> None:
    outputs = list(change_pages(Site.of(load(write_folder(tmp_path / "knowledge")))))
    page = next(output for output in outputs if isinstance(output, Page))
    assert "no Git repository" in page.body
    feed = next(output for output in outputs if isinstance(output, DataFile))
    assert ET.fromstring(feed.content).findall(f"{ATOM}entry") == []  # noqa: S314 - our own file


def test_the_feed_has_an_entry_for_each_revision_with_ids_of_their_own(folder: Path) -> None:
    change(folder, "ontology.yaml", "title:", "# <b> & more.\ntitle:", "Say <b> & more", 10)
    outputs = list(change_pages(Site.of(load(folder))))
    feed = ET.fromstring(next(o.content for o in outputs if isinstance(o, DataFile)))  # noqa: S314 - our own file
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Say <b> & more", "Begin"]
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 2
    assert feed.findtext(f"{ATOM}updated") == "2026-01-02T09:00:00+00:00"


def test_what_is_kept_is_what_was_read(folder: Path) -> None:
    news = latest_news(folder, ("properties",))
    kept = kept_news(folder.parent / ".cache/atlas/history.json")
    assert tuple(kept[each.revision.commit] for each in news) == news


@pytest.mark.parametrize("content", [b"", b"[]", b'{"version": "other", "revisions": {}}', b"\xff"])
def test_a_damaged_file_is_passed_over(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "history.json"
    file.write_bytes(content)
    assert kept_news(file) == {}


def test_each_page_leads_to_the_newest_change_of_what_it_is_about(folder: Path) -> None:
    change(folder, PUNT, "5..9 min", "6..9 min", "Time it again", 10)
    change(folder, "loads/mail.yaml", "A bag of letters", "A sack of letters", "Call it a sack", 11)
    newest, middle, first = (revision.commit[:12] for revision in latest_revisions(folder, 3))
    knowledge = load(folder)
    pages = {page.path: page.about for page in outputs_of(Site.of(knowledge)) if isinstance(page, Page)}
    told = {pages[f"{name}.md"].change for name in ("crossings/punt", "loads/mail", "crossings/arch")}
    assert told == {f"changes.html#change-{commit}" for commit in (newest, middle, first)}
    assert pages["crossings/punt.md"].change.endswith(middle)
    assert pages["loads/mail.md"].change.endswith(newest)
    assert {about.changed for about in pages.values()} <= {"2026-01-02", ""}
    (page,) = (each for each in change_pages(Site.of(knowledge)) if isinstance(each, Page))
    assert all(f'id="{address.partition("#")[2]}"' in page.body for address in told)


def test_without_a_repository_no_page_says_when_it_changed(tmp_path: Path) -> None:
    site = Site.of(load(write_folder(tmp_path / "knowledge")))
    assert not any(page.about.change for page in outputs_of(site) if isinstance(page, Page))
