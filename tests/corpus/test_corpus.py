"""Broken folders of knowledge: every finding at its column, in every report, and what repairing and formatting do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from isolation_atlas.checks.examples import base_files
from isolation_atlas.checks.reports import FORMATS, report
from isolation_atlas.checks.rule import all_rules
from isolation_atlas.checks.run import run_checks
from isolation_atlas.editing.formatting import formatted, unformatted
from isolation_atlas.editing.repairing import repair_folder
from isolation_atlas.knowledge.findings import Severity
from isolation_atlas.knowledge.loading import load
from isolation_atlas.knowledge.reading import parse_document
from tests.checks.folders import TODAY, brief, written

FOLDER = Path(__file__).parent
MANY = FOLDER / "many-faults.yaml"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one file: a text added at its end, or put in the place of another."""

    file: str
    old: str
    new: str

    def made(self) -> str:
        text = base_files().get(self.file, "")
        if not self.old:
            return text + self.new
        assert text.count(self.old) == 1
        return text.replace(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Case:
    """Edits of the sound folder, and all that the check finds then."""

    id: str
    edits: tuple[Edit, ...]
    finds: tuple[str, ...]

    def write(self, folder: Path) -> Path:
        return written(folder, {edit.file: edit.made() for edit in self.edits})


def edit_of(data: Any) -> Edit:
    return Edit(data["file"], data.get("instead-of", ""), data["put"] if "put" in data else data["add"])


def cases() -> list[Case]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for number, data in enumerate(yaml.safe_load(path.read_text("utf-8")), start=1):
            edits = tuple(edit_of(each) for each in data.get("edits", [data]))
            found.append(Case(f"{path.stem}-{number}", edits, tuple(data["finds"])))
    return found


CASES = cases()
SINGLE = [case for case in CASES if len(case.edits) == 1]
EVERY = pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)


def test_the_corpus_is_large_enough() -> None:
    assert len(SINGLE) >= 120
    assert len(CASES) - len(SINGLE) >= 20
    assert len({(case.edits, case.finds) for case in CASES}) == len(CASES)


def test_every_rule_that_one_file_can_break_is_met_somewhere() -> None:
    met = {found.split(" ")[1] for case in CASES for found in case.finds}
    errors = {rule.id for rule in all_rules().values() if rule.severity is Severity.ERROR}
    assert len(met) >= 60
    assert len(met & errors) >= 40


@EVERY
def test_findings_to_the_column(case: Case, tmp_path: Path) -> None:
    result = run_checks(case.write(tmp_path), today=TODAY, use_cache=False)
    assert brief(result) == list(case.finds)
    for finding in result.findings:
        assert finding.rule != "rule-crashed"
        assert finding.message
        assert finding.expected
        assert finding.fix
    for form in FORMATS:
        assert report(result, form)


@EVERY
def test_repairs_take_findings_away_and_bring_none(case: Case, tmp_path: Path) -> None:
    root = case.write(tmp_path)
    before = Counter(found.split(" ")[1] for found in case.finds)
    repaired = repair_folder(root, TODAY)
    for file, text in repaired.after.items():
        (root / file).write_bytes(text.encode())
    after = Counter(each.rule for each in run_checks(root, today=TODAY, use_cache=False).findings)
    assert after - before == Counter()
    assert Counter(finding.rule for finding in repaired.done) <= before - after
    assert repair_folder(root, TODAY).after == {}


@EVERY
def test_canonical_form_says_the_same_and_stays(case: Case, tmp_path: Path) -> None:
    root = case.write(tmp_path)
    knowledge = load(root)
    for file, text in unformatted(knowledge, knowledge.files).items():
        before = parse_document((root / file).read_bytes(), file)
        if not before.faults:
            assert parse_document(text.after.encode(), file).data == before.data
            assert formatted(text.after, file, knowledge) == text.after
