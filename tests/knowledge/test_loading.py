"""A whole folder: every fault of every file in one run, and whatever can still be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from isolation_atlas.checks.examples import base_files
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.loading import files_of, load, record_of
from isolation_atlas.knowledge.positions import Positions, placed
from tests.knowledge_folder import faults_of, knowledge_with, write_folder

ARCH = base_files()["crossings/arch.yaml"]


def places(knowledge: Knowledge) -> list[str]:
    """Every fault as ``file:line:column rule``, in the order of their places."""
    folder = knowledge.root
    texts = {
        f"{folder.name}/{file}": (folder / file).read_text(encoding="utf-8", errors="replace")
        for file in knowledge.files
        if (folder / file).is_file()
    }
    positions = Positions(texts)
    found = [(placed(fault, positions), fault.rule) for fault in knowledge.faults]
    return [f"{place.file}:{place.line}:{place.column} {rule}" for place, rule in sorted(found)]


def test_the_sound_folder_has_no_fault(tmp_path: Path) -> None:
    knowledge = knowledge_with(tmp_path)
    assert places(knowledge) == []
    assert set(knowledge.ids) == set(knowledge.records) | set(knowledge.properties)
    assert [len(each) for each in (knowledge.subjects, knowledge.needs, knowledge.sources)] == [5, 1, 1]


def test_a_broken_file_hides_nothing_of_the_others(tmp_path: Path) -> None:
    knowledge = knowledge_with(
        tmp_path,
        {
            "crossings/arch.yaml": "name: [\n",
            "crossings/ford.yaml": "name: Ford\nlevel: desing\nsumary: A shallow place.\nname: Again\n",
            "crossings/raft.yaml": b"name: Raft\xff\n",
            "properties/width.yaml": "name: Width\ngroup: use\nsort: lengthy\nbetter: lower\n",
            "loads/cart.yaml": "name: Cart\nrequires:\n  - duration <= 10 kg\n  - speed >= 3\n",
        },
    )
    assert places(knowledge) == [
        "knowledge/crossings/arch.yaml:2:1 yaml-syntax",
        "knowledge/crossings/ford.yaml:2:8 bad-choice",
        "knowledge/crossings/ford.yaml:3:1 unknown-field",
        "knowledge/crossings/ford.yaml:4:1 duplicate-key",
        "knowledge/crossings/raft.yaml:1:11 encoding",
        "knowledge/loads/cart.yaml:3:5 unknown-unit",
        "knowledge/loads/cart.yaml:4:5 unknown-property",
        "knowledge/properties/width.yaml:1:1 missing-field",
        "knowledge/properties/width.yaml:3:7 bad-choice",
    ]
    assert {"ford", "cart", "bridge"} <= set(knowledge.records)
    assert "arch" not in knowledge.records
    assert knowledge.ids["arch"] == "crossing"


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "rule"),
    [
        ("crossings/arch.yaml", "value: stone", "value: brick", "brick", "bad-value"),
        ("crossings/arch.yaml", "2026-01-10", "2026-02-30", "2026-02-30", "bad-date"),
        ("crossings/arch.yaml", "2026-01-10", "[2026-01-10, soon]", "soon", "bad-date"),
        ("crossings/arch.yaml", "locator: page 3", "location: page 3", "location", "unknown-field"),
        ("crossings/arch.yaml", "is-a: bridge", "is-a: A Bridge", "A Bridge", "bad-id"),
        ("crossings/arch.yaml", "built-on: pier", "built-on: {source: survey-1907}", "{source", "missing-field"),
        ("crossings/arch.yaml", "level: design", "boundary: x", "name:", "missing-field"),
        ("crossings/arch.yaml", "  material:\n", "  material: stone\n  other:\n", "stone", "wrong-type"),
        ("crossings/arch.yaml", ARCH, "- a\n", "- a", "wrong-type"),
        ("crossings/arch.yaml", ARCH, "words\n", "words", "wrong-type"),
        ("crossings/punt.yaml", "5..9 min", "9..5 min", "9..5 min", "bad-value"),
        ("crossings/punt.yaml", "5..9 min", "5..9 mins", "5..9 mins", "unknown-unit"),
        ("properties/duration.yaml", "dimension: time", "dimension: thyme", "thyme", "unknown-dimension"),
        ("properties/duration.yaml", "dimension: time\n", "", "name:", "unknown-dimension"),
        ("properties/duration.yaml", "unit: min", "unit: day", "day", "unknown-unit"),
        ("properties/duration.yaml", "10 s .. 2 h", "2 h .. 10 s", "2 h ..", "bad-value"),
        ("sources/survey-1907.yaml", "https://", "file://", "file://", "bad-url"),
        ("ontology.yaml", "role: need", "role: wish", "wish", "bad-choice"),
        ("ontology.yaml", "kg: 1,", "kg: .inf,", ".inf", "wrong-type"),
        ("ontology.yaml", "floor: 0, units: {s: 1", "floor: .nan, units: {s: 1", ".nan", "wrong-type"),
    ],
)
def test_one_fault(tmp_path: Path, file: str, old: str, new: str, at: str, rule: str) -> None:
    text = base_files()[file]
    assert old in text
    broken = text.replace(old, new)
    before = broken[: broken.index(at)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert f"knowledge/{file}:{line}:{column} {rule}" in places(knowledge_with(tmp_path, {file: broken}))


def test_a_fact_with_a_bad_value_keeps_its_claim(tmp_path: Path) -> None:
    knowledge = knowledge_with(tmp_path, {"crossings/arch.yaml": ARCH.replace("value: stone", "value: brick")})
    [fact] = knowledge.facts_of("arch", "material")
    assert fact.value is None
    assert fact.evidence.claim == "It is laid in stone."


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"crossings/old/arch.yaml": ARCH}, [("duplicate-id", "knowledge/crossings/old/arch.yaml")]),
        ({"loads/arch.yaml": "name: Arch\n"}, [("duplicate-id", "knowledge/loads/arch.yaml")]),
        ({"crossings/arch.yml": ARCH}, [("duplicate-id", "knowledge/crossings/arch.yml")]),
        ({"crossings/Big Arch.yaml": ARCH}, [("bad-id", "knowledge/crossings/Big Arch.yaml")]),
        ({"bridges/arch-2.yaml": ARCH}, [("stray-file", "knowledge/bridges/arch-2.yaml")]),
        ({"arch-2.yaml": ARCH}, [("stray-file", "knowledge/arch-2.yaml")]),
        ({"crossings/new/.draft.yaml": "a: ["}, []),
        ({"crossings/.git/x.yaml": "a: ["}, []),
        ({"crossings/notes.txt": "a: ["}, []),
        ({"redirects.yaml": "stone-arch: arch\n"}, []),
        ({"redirects.yaml": "- arch\n"}, [("wrong-type", "knowledge/redirects.yaml")]),
        ({"redirects.yaml": "stone-arch: An Arch\n"}, [("bad-id", "knowledge/redirects.yaml")]),
    ],
)
def test_names_of_files(tmp_path: Path, files: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert faults_of(knowledge_with(tmp_path, files)) == expected


def test_a_folder_without_an_ontology(tmp_path: Path) -> None:
    knowledge = knowledge_with(tmp_path, {"crossings/arch.yaml": ARCH}, base=False)
    assert faults_of(knowledge) == [("no-ontology", "knowledge/ontology.yaml")]
    assert not knowledge.records


def test_an_empty_and_a_missing_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "missing"):
        assert faults_of(load(tmp_path / name)) == [("no-ontology", f"{name}/ontology.yaml")]


def test_sub_folders_are_free_and_files_are_sorted(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"crossings/stone/deep/tunnel.yaml": ARCH.replace("Arch bridge", "Tunnel")}
    knowledge = knowledge_with(tmp_path, files)
    assert "tunnel" in knowledge.subjects
    assert list(knowledge.files) == sorted(knowledge.files)


def test_redirects_are_followed(tmp_path: Path) -> None:
    knowledge = knowledge_with(tmp_path, {"redirects.yaml": "stone-arch: arch\n"})
    found = record_of(knowledge, "stone-arch")
    assert found is not None
    assert found.id == "arch"
    assert record_of(knowledge, "nowhere") is None


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "knowledge")
    one, other = load(folder), load(folder)
    assert one.records == other.records
    assert one.properties == other.properties
    assert files_of(folder) == one.files
