"""Twelve typical pull requests on a real git history, through the scripts that the workflow runs."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.project.history import Changes, Report, begin, change, edited, git, release, report

FACT = "  material:\n    - {value: timber, claim: It is of oak., source: survey-1907, locator: page 6}\n"
SOURCE = "title: Ledger\nby: The ferryman\ndate: 1880\nkind: docs\nurl: https://example.org/ledger\n"
RAFT = (
    "name: Raft\nlevel: design\nsummary: Logs that are tied together.\nis-a: boat\nfacts:\n  duration:\n"
    "    - {value: 30 min, claim: It drifts across., source: survey-1907, locator: page 9, verified: 2026-01-10}\n"
)
HOSTILE = (
    "</summary><script>alert(1)</script> @everyone #1 ![x](https://example.org/x.png) ``` ::error::x "
    "##[group]y [link](javascript:x) | cell | &lt; {{ config }} $(id)."
)
SPLIT = "name: Travel time\ngroup: use\nsort: quantity\ndimension: time\nunit: min\nbetter: lower\n"


@dataclass(frozen=True, slots=True)
class Case:
    """A change, and what the reports must say of it."""

    name: str
    changes: Changes
    summary: str
    bump: str
    shown: tuple[str, ...]
    rules: tuple[str, ...] = ()
    """Rules that the check reports at the place named, as ``file:line:column rule``."""
    code: int = 0


CASES = (
    Case(
        "typo",
        {"crossings/punt.yaml": edited("crossings/punt.yaml", ("pushed with", "moved with"))},
        "1 other change. The version has to rise: patch.",
        "patch",
        ("### Things that say something else", "- **punt** Punt (crossing)"),
    ),
    Case(
        "new fact",
        {"crossings/punt.yaml": edited("crossings/punt.yaml") + FACT},
        "1 fact added; 2 cells in 1 matrix. The version has to rise: minor.",
        "minor",
        (
            "- **punt/material/1** timber: It is of oak.",
            "  - survey-1907, page 6, unverified",
            "- **punt/material** ? unknown → △ timber",
        ),
    ),
    Case(
        "new source",
        {
            "sources/ledger-1880.yaml": SOURCE,
            "crossings/pier.yaml": edited("crossings/pier.yaml", ("source: survey-1907", "source: ledger-1880")),
        },
        "1 fact changed. The version has to rise: minor.",
        "minor",
        ("- **ledger-1880** Ledger (source)", "  - source: survey-1907 → ledger-1880"),
    ),
    Case(
        "new environment",
        {"crossings/raft.yaml": RAFT},
        "1 fact added; 3 cells in 1 matrix; 3 outcomes flipped. The version has to rise: minor.",
        "minor",
        ("- **mail** raft: no candidate → ruled out", "- **raft** Raft (crossing)"),
    ),
    Case(
        "rename with a redirect",
        {
            "crossings/punt.yaml": None,
            "crossings/flatboat.yaml": edited("crossings/punt.yaml"),
            "redirects.yaml": "punt: flatboat\n",
            "matrices/overview.yaml": edited("matrices/overview.yaml", ("punt]", "flatboat]")),
            "scenarios/winter-mail.yaml": edited("scenarios/winter-mail.yaml", ("[punt]", "[flatboat]")),
        },
        "",
        "major",
        ("### Breaks for those who read the data", "- **punt** renamed to flatboat"),
    ),
    Case(
        "rating flip",
        {
            "crossings/bridge.yaml": edited("crossings/bridge.yaml", ("value: firm", "value: frail")),
            "scenarios/winter-mail.yaml": edited(
                "scenarios/winter-mail.yaml", ("  fits: [bridge]\n  ruled-out: [punt]", "  ruled-out: [bridge, punt]")
            ),
        },
        "",
        "minor",
        (
            "- **winter-mail** bridge: fits → ruled out",
            "  - sturdiness >= fair: met → not met, by bridge/sturdiness/1",
            "- **bridge/sturdiness/1** frail: It stood through every flood on record.",
            "  - value: firm → frail",
            "### Leaves of decision trees",
        ),
    ),
    Case(
        "withdrawn fact",
        {
            "crossings/punt.yaml": edited(
                "crossings/punt.yaml",
                (
                    (
                        "  capacity:\n    - value: 300 kg\n      claim: A punt takes three hundred kilograms.\n"
                        "      source: survey-1907\n      locator: table 2\n      verified: 2026-01-10\n"
                    ),
                    "",
                ),
            )
        },
        "1 fact withdrawn; 2 cells in 1 matrix. The version has to rise: minor.",
        "minor",
        ("### Facts withdrawn", "- **punt/capacity** ● 300 kg → ? unknown", "  - shown in overview"),
    ),
    Case(
        "split of a property",
        {
            "properties/duration.yaml": None,
            "properties/crossing-time.yaml": SPLIT + "definition: On the water.\nmeasured: By a watch.\n",
            "properties/waiting-time.yaml": SPLIT.replace("Travel", "Waiting")
            + "definition: At the landing.\nmeasured: By a watch.\n",
            "redirects.yaml": "duration: crossing-time\n",
            "crossings/punt.yaml": edited("crossings/punt.yaml", ("  duration:", "  crossing-time:")),
            "crossings/bridge.yaml": edited("crossings/bridge.yaml", ("  duration:", "  crossing-time:")),
            "loads/mail.yaml": edited(
                "loads/mail.yaml", ("- duration <=", "- crossing-time <="), ("- duration\n", "- crossing-time\n")
            ),
            "matrices/overview.yaml": edited("matrices/overview.yaml", ("[duration,", "[crossing-time,")),
            "tradeoffs/quick-or-capacious.yaml": edited(
                "tradeoffs/quick-or-capacious.yaml", ("[duration,", "[crossing-time,")
            ),
        },
        "",
        "major",
        ("- **duration** renamed to crossing-time", "- **waiting-time** Waiting time (property)"),
        ("properties/waiting-time.yaml:1:1 unused-property",),
    ),
    Case(
        "merge of two",
        {
            "crossings/arch.yaml": None,
            "crossings/bridge.yaml": edited("crossings/bridge.yaml").replace(
                "facts:\n",
                "built-on: pier\nfacts:\n  material:\n    - {value: stone, claim: It is laid in stone., "
                "source: survey-1907, locator: page 3, verified: 2026-01-10}\n",
            ),
            "redirects.yaml": "arch: bridge\n",
            "trees/guide.yaml": edited("trees/guide.yaml", ("[{level: design}]", "[{level: design}, {level: class}]")),
        },
        "",
        "major",
        ("- **arch** merged into bridge",),
    ),
    Case(
        "broken YAML",
        {"crossings/punt.yaml": edited("crossings/punt.yaml", ("flat boat that", "flat: boat: that"))},
        "",
        "minor",
        ("### Facts withdrawn",),
        ("crossings/punt.yaml:3:16 yaml-syntax",),
        1,
    ),
    Case(
        "hostile text",
        {
            "crossings/punt.yaml": edited("crossings/punt.yaml").replace(
                "A crossing takes five to nine minutes.", f"'{HOSTILE}'"
            )
        },
        "1 fact changed. The version has to rise: minor.",
        "minor",
        ("### Facts changed",),
        ("crossings/punt.yaml:9:14 markup-in-text",),
    ),
    Case(
        "binary file",
        {"crossings/raft.yaml": b"\x89PNG\r\n\x1a\n\0\0\xff"},
        "",
        "minor",
        ("### Things added", "- **raft** raft (crossing)"),
        ("crossings/raft.yaml:1:1 encoding",),
        1,
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_report(case: Case, tmp_path: Path) -> None:
    project = begin(tmp_path / "project")
    change(project, case.changes)
    found = report(project)
    shown = html.unescape(found.markdown).replace("\u2060", "")
    assert [line for line in case.shown if line not in shown.splitlines()] == []
    assert found.data["bump"] == case.bump
    if case.summary:
        assert found.data["summary"] == case.summary
    assert annotated(found) == case.rules
    assert found.code == case.code
    assert_inert(found)


def annotated(found: Report) -> tuple[str, ...]:
    pattern = r"^::(?:error|warning|notice) file=knowledge/([^,]*),line=(\d+),col=(\d+),endColumn=\d+,title=([a-z-]+)::"
    return tuple(
        f"{file}:{line}:{column} {rule}" for file, line, column, rule in re.findall(pattern, found.log, re.MULTILINE)
    )


def assert_inert(found: Report) -> None:
    """Nothing that a file says is markup, a mention or a command in any report."""
    for text in (found.markdown, found.check):
        without = re.sub(r"</?(?:details|summary)>", "", text)
        assert re.findall(r"<|(?<!&)#\d|@|!\[|\]\(|```|https?://", without.replace("###", "").replace("##", "")) == []
    for text in (found.text, found.log):
        commands = [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line]
        assert [line for line in commands if not re.match(r"::(error|warning|notice) file=knowledge/", line)] == []
    first, fence, *shown, last, end = found.comment.split("\n")
    assert (first, end) == ("<!-- what-this-change-does -->", "")
    assert fence == f"{last}text"
    assert set(last) == {"`"}
    assert [line for line in shown if last in line] == []


def test_redirected_things_do_not_flip(tmp_path: Path) -> None:
    project = begin(tmp_path / "project")
    change(project, next(case.changes for case in CASES if case.name == "rename with a redirect"))
    found = report(project)
    assert found.data["facts"] == []
    assert found.data["cells"] == []
    assert found.data["outcomes"] == []


def test_merged_facts_are_not_withdrawn(tmp_path: Path) -> None:
    project = begin(tmp_path / "project")
    change(project, next(case.changes for case in CASES if case.name == "merge of two"))
    assert report(project).data["facts"] == []


def test_no_change_is_no_difference(tmp_path: Path) -> None:
    project = begin(tmp_path / "project")
    (project / "README.md").write_text("Crossings.\n", encoding="utf-8")
    change(project, {})
    found = report(project)
    assert found.data["summary"] == "Nothing that a reader would notice changes."
    assert found.data["bump"] == "none"


def test_release_follows_from_what_changed(tmp_path: Path) -> None:
    project = begin(tmp_path / "project")
    assert release(project) == (0, "0.1.0")
    git(project, "tag", "data-v0.1.0")
    assert release(project)[0] == 3
    change(project, {"crossings/punt.yaml": edited("crossings/punt.yaml") + FACT})
    assert release(project) == (0, "0.2.0")
    notes = html.unescape((project / ".release/notes.md").read_text("utf-8"))
    assert notes.startswith("# 0.2.0\n\n1 fact added; 2 cells in 1 matrix.")
    git(project, "tag", "data-v1.9.3")
    change(project, {"crossings/punt.yaml": edited("crossings/punt.yaml")})
    assert release(project) == (0, "1.10.0")


def test_reports_from_what_the_workflow_checks_out(tmp_path: Path) -> None:
    """The merge of the change into its base, and not a commit more than its two parents."""
    project = begin(tmp_path / "project")
    for number in range(3):
        (project / "README.md").write_text(f"{number}\n", encoding="utf-8")
        change(project, {})
    git(project, "tag", "base")
    git(project, "checkout", "--quiet", "-b", "side", "HEAD~2")
    change(project, {"crossings/punt.yaml": edited("crossings/punt.yaml") + FACT})
    git(project, "checkout", "--quiet", "--detach", "base")
    git(project, "merge", "--quiet", "--no-edit", "--no-ff", "side")
    git(project, "tag", "merged")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=2", "--branch=merged", project.as_uri(), str(shallow))
    found = report(shallow, "HEAD^1")
    assert found.code == 0
    assert found.data["summary"] == "1 fact added; 2 cells in 1 matrix. The version has to rise: minor."


def test_notes_on_files_that_the_change_leaves_alone_are_not_repeated(tmp_path: Path) -> None:
    noted = "title: B\nby: C\ndate: 1880\nkind: docs\nurl: http://example.org/b\n"
    project = begin(tmp_path / "project", {"sources/b.yaml": noted})
    change(project, {"sources/d.yaml": noted.replace("/b", "/d")})
    assert annotated(report(project)) == (
        "sources/b.yaml:1:1 unused-source",
        "sources/d.yaml:1:1 unused-source",
        "sources/d.yaml:5:6 insecure-url",
    )
