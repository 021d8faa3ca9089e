"""Runs the YAML language server, as editors do, over every file of the knowledge: none may be underlined.

    python benchmarks/editor.py

`tests/editing/test_language_server.py` does so for the largest file of each kind, and looks at completions, hover texts
and faults. Ends with 1 where something is underlined. The schemas in `schema/` are used as they are.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

from tests.editing.language_server import LanguageServer  # noqa: E402 - the tests are no installed package

IN_ONE_GO = 100
"""Files for one server: it keeps what it has opened."""


def main() -> int:
    """Print what is underlined."""
    subprocess.run([REPOSITORY / ".ci/editor"], check=True)
    files = sorted((REPOSITORY / "knowledge").rglob("*.yaml"))
    started, underlined = time.monotonic(), 0
    for first in range(0, len(files), IN_ONE_GO):
        server = LanguageServer(REPOSITORY)
        for path in files[first : first + IN_ONE_GO]:
            file = path.relative_to(REPOSITORY).as_posix()
            for mark in server.marks(file, path.read_text("utf-8")):
                underlined += 1
                print(f"{file}:{mark.line + 1}:{mark.column + 1}: {mark.message[:100]}")
        server.stop()
    print(f"{len(files)} files, {underlined} places underlined, {time.monotonic() - started:.0f} s")
    return 1 if underlined else 0


if __name__ == "__main__":
    sys.exit(main())
