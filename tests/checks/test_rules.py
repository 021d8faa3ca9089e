"""Every rule's own example, and what is true of all rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from isolation_atlas import knowledge
from isolation_atlas.checks.examples import write_example
from isolation_atlas.checks.rule import Rule, all_rules, register
from isolation_atlas.checks.run import run_checks
from tests.checks.folders import TODAY, brief, checked

RULES = all_rules()
WITH_EXAMPLE = [each for each in RULES.values() if each.example is not None]


def test_there_are_enough_rules() -> None:
    assert len(RULES) >= 60


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.id)
def test_failing_example_breaks_this_rule_alone(rule: Rule, tmp_path: Path) -> None:
    assert rule.example is not None
    write_example(rule.example, tmp_path / "knowledge", bad=True)
    result = run_checks(tmp_path / "knowledge", today=TODAY, use_cache=False)
    assert brief(result) == [f"{rule.example.at} {rule.id}"]
    finding = result.findings[0]
    assert finding.severity is rule.severity
    assert finding.message.endswith((".", "?"))
    assert finding.expected
    assert finding.fix


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.id)
def test_passing_example_breaks_nothing(rule: Rule, tmp_path: Path) -> None:
    assert rule.example is not None
    write_example(rule.example, tmp_path / "knowledge", bad=False)
    assert brief(run_checks(tmp_path / "knowledge", today=TODAY, use_cache=False)) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_rule_explains_itself(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+|alias|encoding|nesting|orphan|tab|tag|unreachable", rule.id)
    assert rule.why.endswith(".")
    assert not rule.title.endswith(".")


def test_only_a_rule_that_no_file_breaks_has_no_example() -> None:
    assert [each.id for each in RULES.values() if each.example is None] == ["rule-crashed"]


def test_sound_example_is_sound(tmp_path: Path) -> None:
    result = checked(tmp_path, {})
    assert brief(result) == []
    assert not result.failed


def test_every_fault_of_reading_has_a_rule() -> None:
    folder = Path(knowledge.__file__ or "").parent
    source = "\n".join(path.read_text() for path in folder.glob("*.py"))
    named = set(
        re.findall(r'Finding\(\s*"([a-z-]+)"|_refused\(\s*file, "([a-z-]+)"|rule(?:: str)? = "([a-z-]+)"', source)
    )
    ids = {each for groups in named for each in groups if each}
    assert len(ids) >= 20
    assert ids - set(RULES) == set()


def test_an_id_is_given_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        register(RULES["orphan"])
