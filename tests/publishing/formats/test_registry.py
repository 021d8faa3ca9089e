"""Every format through the registry: deterministic, lazy, and found by its ending."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.registry import DECK, FORMATS, PICTURE, TABLE, TREE, format_of, formats_for
from tests.publishing.formats.tables import states_table
from tests.publishing.formats.trees import deck, plot, tree

CONTENT: dict[str, Callable[[], object]] = {TABLE: states_table, TREE: tree, PICTURE: plot, DECK: deck}
PAIRS = [(form, sort) for sort in CONTENT for form in formats_for(sort)]
ELSEWHERE = """
import hashlib, json
from tests.publishing.formats.test_registry import digests
print(json.dumps(digests()))
"""


def digests() -> dict[str, str]:
    """Return a digest of everything that is written."""
    found = {}
    for form, sort in PAIRS:
        found[f"{form.id} {sort}"] = hashlib.sha256(form.writer(sort)(CONTENT[sort](), Look())).hexdigest()
    return found


def test_another_process_on_another_day_writes_the_same_bytes() -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    run = subprocess.run([sys.executable, "-c", ELSEWHERE], capture_output=True, text=True, check=True, env=environment)
    assert json.loads(run.stdout) == digests()


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_a_format_is_found_by_its_ending(form: object) -> None:
    for sort in form.takes:  # type: ignore[attr-defined]
        assert format_of(f"Some.Name{form.suffix.upper()}", sort) is form  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["out", "out.ppt", "pptx", "out.pptx.zip"])
def test_an_ending_of_no_format_is_none(name: str) -> None:
    assert format_of(name, TABLE) is None


def test_a_format_refuses_what_it_cannot_show() -> None:
    with pytest.raises(KeyError):
        next(form for form in FORMATS if form.id == "csv").writer(PICTURE)


def test_choosing_a_format_imports_no_other() -> None:
    code = (
        "import sys; from isolation_atlas.publishing.formats.registry import BY_ID; BY_ID['csv'].writer('table');"
        "print([name for name in ('pptx', 'xlsxwriter', 'reportlab', 'resvg_py', 'PIL') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
