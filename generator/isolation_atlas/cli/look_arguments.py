"""The options that say in which format, colours and size something is written."""

from __future__ import annotations

from isolation_atlas.cli.command import Argument

LOOK_ARGUMENTS = (
    Argument(
        "--format",
        "text, csv, tsv, json, markdown, html, latex, rst, xlsx, svg, png, pdf, pptx, marp or reveal",
        placeholder="FORMAT",
    ),
    Argument("--output", "file to write; its ending chooses the format", short="-o", placeholder="FILE"),
    Argument("--theme", "colours", choices=("light", "dark", "print", "high-contrast"), default="light"),
    Argument("--size", "size of slides and pages", choices=("16:9", "4:3", "a4"), default="16:9"),
    Argument("--detail", "full adds whose facts they are and the sources", choices=("brief", "full"), default="brief"),
)
