"""Making many files on all processors: each further process runs this module and makes a share of them.

A pool of ``multiprocessing`` would run the main module of its parent again, which need not be a file.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.registry import BY_ID
from isolation_atlas.publishing.formats.table import Table

_FEW = 12


@dataclass(frozen=True, slots=True)
class Order:
    """One file to make: what it shows, in which format; ``digest`` changes whenever the file would."""

    path: str
    form: str
    sort: str
    content: Table | Tree | Plot
    digest: str


def make_all(orders: Sequence[Order]) -> list[bytes]:
    """Return the content of each file, in order; raises CalledProcessError if a process fails."""
    shares = 1 if len(orders) < _FEW else min(os.cpu_count() or 1, len(orders))
    others = [_started(orders[share::shares]) for share in range(1, shares)]
    made: list[bytes] = [b""] * len(orders)
    made[0::shares] = [written(order) for order in orders[0::shares]]
    for share, process in enumerate(others, 1):
        made[share::shares] = _finished(process)
    return made


def written(order: Order) -> bytes:
    """Return the content of one file."""
    return BY_ID[order.form].writer(order.sort)(order.content, Look())


def _started(orders: Sequence[Order]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", __name__]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    if process.stdin is not None:
        process.stdin.write(pickle.dumps(tuple(orders)))
        process.stdin.close()
        process.stdin = None
    return process


def _finished(process: subprocess.Popen[bytes]) -> list[bytes]:
    output, _ = process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    made: list[bytes] = pickle.loads(output)  # noqa: S301
    return made


def _serve() -> None:
    """Make what standard input asks for and write it to standard output; both are this module's own."""
    orders: tuple[Order, ...] = pickle.loads(sys.stdin.buffer.read())  # noqa: S301
    sys.stdout.buffer.write(pickle.dumps([written(order) for order in orders]))


if __name__ == "__main__":
    _serve()
