"""How much a file may hold."""

from __future__ import annotations

MOST_BYTES = 1 << 20
"""One thing has one file, and no thing has a mebibyte to it."""
MOST_DEPTH = 20
"""No field of the format is nested half as deep."""
