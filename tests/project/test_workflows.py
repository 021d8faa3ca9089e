"""The files for GitHub are valid and keep the rules that a workflow cannot check of itself."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

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


def scripts() -> list[tuple[str, str]]:
    """Every piece of shell in the workflows, with where it stands."""
    found: list[tuple[str, str]] = []
    for workflow in sorted((GITHUB / "workflows").glob("*.yml")):
        jobs: dict[str, Any] = yaml.safe_load(workflow.read_text("utf-8"))["jobs"]
        for name, job in jobs.items():
            steps = enumerate(job["steps"])
            found += [(f"{workflow.name}:{name}:{number}", step["run"]) for number, step in steps if "run" in step]
    return found


@pytest.mark.parametrize(("place", "script"), scripts(), ids=[place for place, _ in scripts()])
def test_shell_is_well_formed_takes_no_expression_and_calls_what_exists(place: str, script: str) -> None:
    run = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True)
    assert run.stderr == ""
    assert "${{" not in script
    called = re.findall(r"(?<![\w./-])\.ci/[\w-]+", script)
    assert [name for name in called if not (ROOT / name).stat().st_mode & 0o100] == []


def test_the_comment_follows_the_workflow_that_leaves_the_report() -> None:
    comment = yaml.safe_load((GITHUB / "workflows/comment.yml").read_text("utf-8"))
    asked = yaml.safe_load((GITHUB / "workflows/pull-request.yml").read_text("utf-8"))
    assert comment[True]["workflow_run"]["workflows"] == [asked["name"]]
    kept = [
        step["with"]["name"]
        for job in asked["jobs"].values()
        for step in job["steps"]
        if "with" in step and "name" in step["with"]
    ]
    fetched = re.findall(r"gh run download .*--name (\w+)", str(comment["jobs"]))
    assert fetched
    assert set(fetched) <= set(kept)
    assert len(kept) == len(set(kept))


def owners() -> list[tuple[str, str]]:
    """Every line of CODEOWNERS that is in use or prepared: the pattern and who is named."""
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith(("#", "/"))] == []
    used = (line.removeprefix("# ") for line in lines if line.startswith(("/", "# /")))
    return [(pattern, names) for pattern, _, names in (line.partition(" ") for line in used)]


@pytest.mark.parametrize(("pattern", "names"), owners())
def test_lines_of_codeowners_name_files_that_exist_and_somebody(pattern: str, names: str) -> None:
    assert list(ROOT.glob(pattern.strip("/")))
    one = r"(@[A-Za-z0-9-]+(/[A-Za-z0-9._-]+)?|[^\s@]+@[^\s@]+\.[^\s@]+)"
    assert re.fullmatch(rf"{one}( {one})*", names)


def test_nobody_is_named_by_a_stand_in() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    assert [line for line in lines if "@OWNER" in line and not line.startswith("#")] == []


def test_hooks_call_programs_of_the_lock() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    called = [hook["entry"].split()[0] for hook in hooks]
    assert [name for name in called if not (BIN / name.removeprefix(".venv/bin/")).is_file()] == []
    assert ".venv/bin/atlas fmt --check" in [hook["entry"] for hook in hooks]
