"""The files for GitHub are valid and keep the rules that a workflow cannot check of itself."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
BIN = Path(sys.executable).parent

SCHEMAS = [
    ("vendor.github-workflows", ".github/workflows/*.yml"),
    ("custom.github-workflows-require-timeout", ".github/workflows/*.yml"),
    ("vendor.dependabot", ".github/dependabot.yml"),
    ("vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
    ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/[!c]*.yml"),
    ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/correct-a-fact.yml"),
    ("vendor.citation-file-format", "CITATION.cff"),
]


@pytest.mark.parametrize(("schema", "pattern"), SCHEMAS)
def test_valid_by_schema(schema: str, pattern: str) -> None:
    files = sorted(ROOT.glob(pattern))
    assert files
    options = ["--builtin-schema", schema, "--default-filetype", "yaml"]
    run = subprocess.run([BIN / "check-jsonschema", *options, *files], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_workflow_weakness_is_known() -> None:
    run = subprocess.run([BIN / "zizmor", "--offline", "--no-progress", GITHUB], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("workflow", sorted((GITHUB / "workflows").glob("*.yml")), ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_and_name_their_version(workflow: Path) -> None:
    uses = re.findall(r"uses: (.*)", workflow.read_text(encoding="utf-8"))
    assert uses
    assert [use for use in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []
