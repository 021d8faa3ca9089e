"""LaTeX, compiled."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from isolation_atlas.publishing.formats import latex
from isolation_atlas.publishing.formats.look import Look
from tests.publishing.formats.tables import hard_table, states_table, table
from tests.publishing.formats.trees import tree

DOCUMENTS = {
    "hard": lambda: latex.write_table(hard_table(), Look()),
    "states": lambda: latex.write_table(states_table(), Look()),
    "large": lambda: latex.write_table(table(25, 40), Look()),
    "empty": lambda: latex.write_table(table(0, 0), Look()),
    "tree": lambda: latex.write_tree(tree(2, 6), Look()),
}


@pytest.mark.parametrize("made", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_it_compiles(made: object, tmp_path: Path) -> None:
    program = shutil.which("pdflatex")
    assert program, "pdfLaTeX is needed; `make test` sees to it, or install texlive-latex-recommended"
    (tmp_path / "t.tex").write_bytes(made())  # type: ignore[operator]
    command = [program, "-interaction=nonstopmode", "-halt-on-error", "t.tex"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert run.returncode == 0, run.stdout.decode(errors="replace")[-1500:]
    assert len(PdfReader(tmp_path / "t.pdf").pages) >= 1
