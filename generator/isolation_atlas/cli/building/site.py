"""The steps from the knowledge to a site."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from isolation_atlas.cli.building.engines import run_engine
from isolation_atlas.cli.building.locking import build_lock
from isolation_atlas.cli.building.swapping import fresh_folder, put_in_place
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault
from isolation_atlas.cli.output import show, step, use_colour
from isolation_atlas.cli.project import Project, read_knowledge

if TYPE_CHECKING:
    from isolation_atlas.publishing.writing import PublishReport


def build_site(project: Project, engine: str | None, site_dir: Path) -> None:
    """Check the knowledge, write the pages, build the site beside ``site_dir``, check it, and put it in place.

    Without an engine it ends with the pages. Whatever fails, the site in ``site_dir`` stays as it was.

    Raises:
        UserFault: a step failed; its code says which.
    """
    from isolation_atlas.publishing.current_site import current_site
    from isolation_atlas.publishing.terms.handwritten import link_terms
    from isolation_atlas.publishing.thinning import drop_comments, quieten_script, thin_styles
    from isolation_atlas.publishing.twins import put_twins

    with build_lock(project):
        with step("Checking the knowledge"):
            check_knowledge(project)
        with step("Writing the pages"):
            write_pages(project)
        if engine is None:
            return
        with fresh_folder(site_dir) as fresh:
            with step(f"Building the site with {engine}"):
                run_engine(engine, project, fresh)
                put_twins(project.docs, fresh)
                link_terms(current_site(project.knowledge), project.docs, fresh)
                thin_styles(fresh)
                quieten_script(fresh)
                drop_comments(fresh)
            with step("Checking the built pages"):
                check_built_site(fresh)
            put_in_place(fresh, site_dir)


def check_knowledge(project: Project) -> None:
    """Run every rule over the knowledge; raises UserFault, after showing the errors, if there is one."""
    report = knowledge_errors(project, colour=use_colour(sys.stdout))
    if report:
        show(report)
        raise UserFault("The knowledge has errors; nothing was built.", "Mend the first one.", ExitCode.FINDINGS)


def knowledge_errors(project: Project, *, colour: bool = False) -> str:
    """Return the errors in the knowledge as a report for a terminal, empty if there is none."""
    from isolation_atlas.checks.reports import report
    from isolation_atlas.checks.run import run_checks
    from isolation_atlas.knowledge.findings import Severity

    result = run_checks(project.knowledge, today=date.today())  # noqa: DTZ011
    errors = tuple(each for each in result.findings if each.severity is Severity.ERROR)
    return report(replace(result, findings=errors), "terminal", colour=colour) if errors else ""


def write_pages(project: Project, *, remake: bool = True) -> PublishReport:
    """Write the generated pages and return what became of them; raises UserFault where one cannot be written.

    Without ``remake`` the downloads stay as the last build left them.
    """
    from isolation_atlas.cli.writing_formats import site_address
    from isolation_atlas.knowledge.loading import collector_paused
    from isolation_atlas.publishing.publish import publish
    from isolation_atlas.publishing.writing import PublishError

    try:
        with collector_paused():
            return publish(read_knowledge(project), project.docs, site_address(), remake=remake)
    except PublishError as error:
        raise UserFault(str(error), code=ExitCode.BUILD_FAILED) from error


def write_pages_ahead(project: Project, things: Iterable[str]) -> tuple[str, ...]:
    """Write the pages about some things ahead of all others; return the paths of those that changed."""
    from isolation_atlas.knowledge.loading import collector_paused
    from isolation_atlas.publishing.publish import publish_first

    with collector_paused():
        return publish_first(read_knowledge(project), project.docs, things)


def renewed_downloads(project: Project) -> Iterator[str]:
    """Bring the downloads up to date one after the other, and yield the path of each that was not."""
    from isolation_atlas.cli.writing_formats import site_address
    from isolation_atlas.publishing.current_site import current_site
    from isolation_atlas.publishing.exports.renewing import renewed

    yield from renewed(current_site(project.knowledge), site_address(), project.docs)


def check_built_site(folder: Path) -> None:
    """Check the HTML of a built site; raises UserFault, after showing the findings, if there is one."""
    from isolation_atlas.site_check import check_site

    findings = check_site(folder)
    if findings:
        show("\n".join(str(finding) for finding in findings))
        raise UserFault(f"The built pages have {_faults(len(findings))}.", code=ExitCode.BUILD_FAILED)


def _faults(number: int) -> str:
    return "1 fault" if number == 1 else f"{number} faults"
