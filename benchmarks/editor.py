"""Runs the YAML language server, as editors do, against good and bad files, and counts what it offers.

    python benchmarks/editor.py              one good file of each kind, bad ones, completions and hovers
    python benchmarks/editor.py --all        every file of the knowledge as a good one

Needs Node.js and npm, which the tests of the project must not need; so this is not part of `make test`. The server is
installed into .cache/editor at the version below. Ends with 1 where an answer is not as expected.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

REPOSITORY = Path(__file__).resolve().parent.parent
CACHE = REPOSITORY / ".cache/editor"
VERSION = "1.25.0"
FILE = "knowledge/environments/firecracker.yaml"
SETTINGS = {
    "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}, "format": {}},
    "http": {},
    "[yaml]": {},
    "editor": {},
    "files": {},
}

BAD: tuple[tuple[str, str, str, int], ...] = (
    ("a misspelt field", "level: technology", "levle: technology", 0),
    ("an unknown level", "level: technology", "level: techology", 7),
    ("a list for a text", "name: Firecracker", "name: [Firecracker]", 6),
    ("an address without a scheme", "homepage: https://", "homepage: ", 10),
    ("an unknown family", "  - to: microvm", "  - to: micorvm", 8),
    ("an unknown property", "  startup-guest:", "  startup-gest:", 2),
)
"""What is wrong, the piece of the file, what stands in its place, and the column of the error, from 0."""

COMPLETIONS: tuple[tuple[str, str, str, str], ...] = (
    ("levels", "level: technology", "level: ", "building-block"),
    ("fields", "level: technology\n", "level: technology\nbo", "boundary"),
    ("families", "  - to: microvm", "  - to: ", "unikernel"),
    ("properties", "  startup-guest:", "  startup-ap", "startup-application"),
)
"""What is completed, the piece of the file, what is typed in its place, and what must be offered."""

HOVERS: tuple[tuple[str, str, str], ...] = (
    ("a field", "summary:", "One plain sentence"),
    ("a relation", "is-a:", "Is a kind of"),
)


class Server:
    """The language server over its standard streams."""

    def __init__(self, command: list[str]) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in: IO[bytes] = self._process.stdin
        self._out: IO[bytes] = self._process.stdout
        self._number = self._opened = 0
        self.address = ""
        root = REPOSITORY.as_uri()
        capabilities = {"workspace": {"configuration": True}, "textDocument": {"publishDiagnostics": {}}}
        self.ask("initialize", {"processId": None, "rootUri": root, "capabilities": capabilities})
        self._send({"method": "initialized", "params": {}})
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": SETTINGS}})

    def ask(self, method: str, params: Any) -> Any:
        """Return the answer to a request."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        return next(message["result"] for message in self._messages() if message.get("id") == number)

    def diagnostics(self, file: str, text: str) -> list[Any]:
        """Return what the server finds in a text; ``address`` is then that of a new file beside the file."""
        self._opened += 1
        path = REPOSITORY / file
        self.address = uri = path.with_name(f"{path.stem}-{self._opened}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        found: list[Any] = next(
            message["params"]["diagnostics"]
            for message in self._messages()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri
        )
        return found

    def stop(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.wait()

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._in.flush()

    def _messages(self) -> Iterator[dict[str, Any]]:
        while True:
            length = 0
            while line := self._out.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            message: dict[str, Any] = json.loads(self._out.read(length))
            if message.get("method") == "workspace/configuration":
                sections = [
                    SETTINGS.get(item.get("section", "").split(".")[0], {}) for item in message["params"]["items"]
                ]
                self._send({"id": message["id"], "result": sections})
            elif "id" in message and "method" in message:
                self._send({"id": message["id"], "result": None})
            else:
                yield message


def installed() -> list[str]:
    """Return the command of the server, installed if it is not there."""
    script = CACHE / "node_modules/.bin/yaml-language-server"
    if not script.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        package = f"yaml-language-server@{VERSION}"
        subprocess.run(["npm", "install", "--prefix", str(CACHE), "--no-audit", "--no-fund", package], check=True)
    return [str(script), "--stdio"]


def good_files(every: bool) -> list[str]:
    """Return one file of each kind, the largest, or all."""
    largest: dict[str, Path] = {}
    for path in sorted((REPOSITORY / "knowledge").rglob("*.yaml")):
        folder = path.relative_to(REPOSITORY / "knowledge").parts[0]
        largest[str(path) if every else folder] = max(
            path, largest.get(folder, path), key=lambda each: each.stat().st_size
        )
    return [path.relative_to(REPOSITORY).as_posix() for path in largest.values()]


def place_of(text: str, piece: str) -> dict[str, int]:
    """Return the position of the end of a piece."""
    before = text[: text.index(piece) + len(piece)]
    return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}


def main() -> int:
    """Ask the server and print what it says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    server = Server(installed())
    wrong: list[str] = []
    try:
        started = time.monotonic()
        files = good_files(options.all)
        for file in files:
            found = server.diagnostics(file, (REPOSITORY / file).read_text("utf-8"))
            wrong += [f"{file}: {each['message']} at {each['range']['start']}" for each in found]
        print(f"{len(files)} good files, {len(wrong)} with faults, {time.monotonic() - started:.1f} s")
        text = (REPOSITORY / FILE).read_text("utf-8")
        wrong += [*_bad(server, text), *_completions(server, text), *_hovers(server, text)]
    finally:
        server.stop()
    print("\n".join([*wrong, f"{len(wrong)} answers are not as expected"]))
    return 1 if wrong else 0


def _bad(server: Server, text: str) -> Iterator[str]:
    for what, old, new, column in BAD:
        assert old in text, old
        changed = text.replace(old, new, 1)
        line = changed[: changed.index(new)].count("\n")
        found = server.diagnostics(FILE, changed)
        places = [(each["range"]["start"]["line"], each["range"]["start"]["character"]) for each in found]
        print(f"{what}: {found[0]['message'].splitlines()[0][:110] if found else 'nothing found'}")
        if (line, column) not in places:
            yield f"{what}: expected at {(line, column)}, found at {places}"


def _completions(server: Server, text: str) -> Iterator[str]:
    for what, old, new, offered in COMPLETIONS:
        assert old in text, old
        changed = text.replace(old, new, 1)
        server.diagnostics(FILE, changed)
        place = {"textDocument": {"uri": server.address}, "position": place_of(changed, new)}
        found = server.ask("textDocument/completion", place)
        labels = [each["label"] for each in (found["items"] if isinstance(found, dict) else found or [])]
        print(f"completion of {what}: {len(labels)} offered")
        if offered not in labels:
            yield f"completion of {what}: {offered} is not among {labels[:8]}"


def _hovers(server: Server, text: str) -> Iterator[str]:
    for what, piece, says in HOVERS:
        server.diagnostics(FILE, text)
        position = place_of(text, piece[:-1])
        place = {"textDocument": {"uri": server.address}, "position": position}
        found = server.ask("textDocument/hover", place)
        shown = json.dumps(found, ensure_ascii=False)
        print(f"hover over {what}: {'shown' if says in shown else 'missing'}")
        if says not in shown:
            yield f"hover over {what}: {shown[:120]}"


if __name__ == "__main__":
    sys.exit(main())
