"""The locked requirements install everywhere: hashed, without host names, and complete."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["build"]
EXTRAS = [name for name in PROJECT["optional-dependencies"] if name != "dev"]
DEV = RUNTIME + [item for name in ("dev", *EXTRAS) for item in PROJECT["optional-dependencies"][name]]
LOCKS = ["requirements.txt", "requirements-dev.txt", "requirements-zensical.txt"]
OLDEST, NEWEST = "3.11.2", "3.14.0"


def entries(lock: str) -> list[str]:
    """Return each locked package with its marker and its hashes, on one line."""
    lines = [
        line for line in (ROOT / lock).read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")
    ]
    return "\n".join(lines).replace("\\\n", " ").splitlines()


def locked(lock: str, python: str) -> dict[str, str]:
    """Return the version of each package that a Python version gets on Linux."""
    environment = {"python_full_version": python, "python_version": python.rpartition(".")[0], "sys_platform": "linux"}
    found = [Requirement(entry.partition(" --hash")[0]) for entry in entries(lock)]
    chosen = [item for item in found if item.marker is None or item.marker.evaluate(environment)]
    names = [canonicalize_name(item.name) for item in chosen]
    assert len(names) == len(set(names)), "two versions for one Python"
    return {canonicalize_name(item.name): str(item.specifier).removeprefix("==") for item in chosen}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_a_hash(lock: str) -> None:
    assert entries(lock)
    assert [entry for entry in entries(lock) if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_host_is_named(lock: str) -> None:
    assert re.search(r"://|--(extra-)?index-url|--find-links|@ ", (ROOT / lock).read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("python", [OLDEST, NEWEST])
@pytest.mark.parametrize(("lock", "wanted"), [("requirements.txt", RUNTIME), ("requirements-dev.txt", DEV)])
def test_every_dependency_is_locked_within_its_range(lock: str, wanted: list[str], python: str) -> None:
    versions = locked(lock, python)
    for requirement in map(Requirement, wanted):
        if requirement.name != PROJECT["name"]:
            assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement


@pytest.mark.parametrize("python", [OLDEST, NEWEST])
def test_the_locks_agree(python: str) -> None:
    development = locked("requirements-dev.txt", python)
    for lock in ("requirements.txt", "requirements-zensical.txt"):
        for name, version in locked(lock, python).items():
            assert development.get(name, version) == version


def test_what_is_built_is_not_committed() -> None:
    ignored = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "--cached", "--ignored", "--exclude-standard"]
    run = subprocess.run(ignored, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout == ""
