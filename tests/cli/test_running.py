"""What holds for every command: help, exit codes, faults in one line, pipes, colours."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from isolation_atlas.cli import main
from isolation_atlas.cli.command import Command
from isolation_atlas.cli.commands import COMMANDS
from isolation_atlas.cli.commands_page import commands_page
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.parser import build_parser
from tests.cli.running import Atlas
from tests.knowledge_folder import write_project

PAGE = Path(__file__).parents[2] / "docs" / "contributing" / "commands.md"


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-c", "import sys; from isolation_atlas.cli import main; sys.exit(main())", *arguments]
    return subprocess.run(command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True)


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_help_shows_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_args([name, "--help"])
    assert ended.value.code == 0
    assert f"example:\n  atlas {name}" in capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_example_is_understood(command: Command) -> None:
    options = build_parser().parse_args(shlex.split(command.example)[1:])
    assert options.run is command.run


def test_the_page_of_commands_is_up_to_date() -> None:
    how = "run: python -m isolation_atlas.cli.commands_page > docs/contributing/commands.md"
    assert PAGE.read_text(encoding="utf-8") == commands_page(), how


def test_every_exit_code_has_its_meaning() -> None:
    assert len({code.meaning for code in ExitCode}) == len(ExitCode)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "Did you mean 'check'"),
        (["check", "--format", "jsn"], "Did you mean 'json'?"),
        (["check", "--today", "soon"], "'soon' is not a day"),
        (["show"], "required"),
        (["show", "brigde"], "Did you mean 'bridge'?"),
        (["show", "Arch bridge"], "The id of 'Arch bridge' is 'arch'"),
        (["show", "arch/matrial"], "Did you mean 'material'?"),
        (["show", "mail/material"], "no thing with facts 'mail'"),
        (["matrix"], "--rows and --columns"),
        (["matrix", "overvew"], "Did you mean 'overview'?"),
        (["matrix", "overview", "--rows", "arch"], "not both"),
        (["matrix", "--rows", "arhc", "--columns", "duration"], "Did you mean 'arch'"),
        (["matrix", "--rows", "level:clas", "--columns", "duration"], "Did you mean 'class'?"),
        (["matrix", "--rows", "sort:a", "--columns", "duration"], "Choose one of kind, level, is-a, group"),
        (["matrix", "overview", "--format", "docx"], "no format 'docx'"),
        (["matrix", "overview", "--sort", "colour"], "no column 'colour'"),
        (["tree", "gide"], "Did you mean 'guide'?"),
        (["compare", "arch"], "at least two"),
        (["compare", "arch", "pnut"], "Did you mean 'punt'?"),
        (["choose", "--for", "mial"], "Did you mean 'mail'?"),
        (["choose", "--require", "duration <= 5 kg"], "'kg' is not a unit of time"),
        (["choose", "--require", "duratoin <= 5 min"], "Did you mean 'duration'?"),
        (["choose", "--prefer", "sped"], "no property 'sped'"),
        (["choose", "--answer", "weather"], "QUESTION=ANSWER"),
        (["choose", "--answer", "weather=fogg"], "no answer to weather 'fogg'"),
        (["explain", "arch"], "Nothing is required"),
        (["what-if", "arch", "stone"], "THING/PROPERTY"),
        (["what-if", "arch/material", "brick"], "'brick' is not a term of material"),
        (["new", "crosing", "ford"], "Did you mean 'crossing'?"),
        (["new", "crossing", "Big Ford"], "is not an id"),
        (["new", "crossing", "arch"], "is taken"),
        (["new", "crossing", "ford", "--field", "sumary=x"], "Did you mean 'summary'?"),
        (["new", "crossing", "ford", "--field", "summary"], "KEY=VALUE"),
        (["site-check", "nowhere"], "holds no built site"),
    ],
)
def test_a_users_fault_is_one_line_that_helps(atlas: Atlas, arguments: list[str], words: str) -> None:
    done = atlas(*arguments)
    assert done.code == ExitCode.USAGE
    assert words in done.err
    assert done.err.startswith("atlas: ")
    assert done.err.count("\n") == 1
    assert done.out == ""


def test_without_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == ExitCode.USAGE
    assert "atlas --help" in capsys.readouterr().err


def test_outside_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["stats"]) == ExitCode.USAGE
    assert "There is no project here" in capsys.readouterr().err


def test_from_a_folder_inside_the_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "knowledge" / "crossings")
    assert main(["stats"]) == ExitCode.OK


def test_a_project_without_a_usable_ontology(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_project(tmp_path, {"ontology.yaml": "title: [\n"})
    assert main(["stats", "--root", str(root)]) == ExitCode.FINDINGS
    assert "atlas check" in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_fault(project: Path) -> None:
    code = "import sys; from isolation_atlas.cli import main; sys.exit(main(['show', 'arch', '--format', 'json']))"
    command = f"'{sys.executable}' -c \"{code}\" | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=project, capture_output=True, text=True)
    assert done.stdout.strip() in (str(int(ExitCode.BROKEN_PIPE)), "0")
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_a_terminal_that_knows_only_ascii(project: Path) -> None:
    done = run("show", "punt/duration", cwd=project, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == ExitCode.OK
    assert "Traceback" not in done.stderr


def test_output_in_a_pipe_has_no_colours(project: Path) -> None:
    (project / "knowledge" / "crossings" / "arch.yaml").write_text("name: [\n", encoding="utf-8")
    done = run("check", cwd=project)
    assert done.returncode == ExitCode.FINDINGS
    assert "\x1b" not in done.stdout


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args(["--version"])
    assert capsys.readouterr().out.startswith("atlas ")


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    code = "import sys, isolation_atlas.cli.parser as p; p.build_parser(); print('\\n'.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"yaml", "networkx", "jinja2", "mkdocs", "markupsafe", "watchfiles"} & set(loaded)
