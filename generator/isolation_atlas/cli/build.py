"""``atlas build``: the whole site."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from isolation_atlas.cli.command import Argument, Command
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.output import next_step
from isolation_atlas.cli.project import find_project


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.building.site import build_site

    project = find_project(options.root)
    given = options.site or os.environ.get("ATLAS_SITE_DIR", "site")
    site_dir = Path.cwd() / given if options.site else project.root / given
    build_site(project, None if options.engine == "none" else options.engine, site_dir)
    if options.engine == "none":
        next_step("atlas build", f"the site from the pages in {project.shown(project.docs)}")
    else:
        next_step("atlas serve", f"look at the site; it is in {project.shown(site_dir)}")
    return ExitCode.OK


COMMAND = Command(
    "build",
    "check the knowledge, write the pages and build the site",
    "atlas build --site /tmp/site",
    _run,
    (
        Argument(
            "--engine",
            "what builds the site; none ends with the pages",
            choices=("mkdocs", "zensical", "none"),
            default="mkdocs",
        ),
        Argument("--site", "folder of the built site (default: site, or ATLAS_SITE_DIR)", placeholder="DIR"),
    ),
    "A build that fails leaves the last good site in place.",
)
