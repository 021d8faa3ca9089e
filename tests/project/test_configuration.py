"""The site's configuration and theme overrides do the same under both engines, over a few small pages."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from isolation_atlas.site_check import check_site

ROOT = Path(__file__).parents[2]
REPOSITORY = "https://repository.example/atlas"
PUBLISHED = "https://published.example/atlas/"
PUBLICATION = {"ATLAS_REPO_URL": REPOSITORY, "ATLAS_EDIT_URI": "edit/main/docs/", "ATLAS_SITE_URL": PUBLISHED}
GENERATED = """---
generated: true
render_macros: false
source: knowledge/environments/sample.yaml
---

# Sample

<p>{{ not a macro }}</p>
"""


@pytest.fixture(params=["mkdocs", "zensical"])
def engine(request: pytest.FixtureRequest) -> str:
    """Return the name of each engine in turn."""
    return str(request.param)


def build(engine: str, folder: Path, **environment: str) -> Path:
    """Return the site built from the project's configuration, the pages that its navigation names, and one more."""
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    for name in re.findall(r"[\w/-]+\.md$", configuration, re.MULTILINE):
        _write(folder / "docs" / name, f"# {name}\n\nSum: {{{{ 20 + 22 }}}}\n")
    _write(folder / "docs/environments/sample.md", GENERATED)
    _write(folder / "docs/changes.xml", "<feed/>\n")
    _write(folder / "generator/isolation_atlas/macros.py", "def define_env(env):\n    pass\n")
    options = ["--strict"] if engine == "mkdocs" else ["--strict", "--clean"]
    variables = {name: value for name, value in os.environ.items() if not name.startswith("ATLAS_")}
    run = subprocess.run(
        [sys.executable, "-m", engine, "build", *options],
        cwd=folder,
        env=variables | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / environment.get("ATLAS_SITE_DIR", "site")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def read(site: Path, page: str) -> str:
    """Return the text of a built page."""
    return (site / page).read_text(encoding="utf-8")


def test_builds_without_any_variable(engine: str, tmp_path: Path) -> None:
    site = build(engine, tmp_path)
    assert [str(finding) for finding in check_site(site)] == []
    assert "Sum: 42" in read(site, "index.html")
    assert "{{ not a macro }}" in read(site, "environments/sample.html")
    assert 'rel="edit"' not in read(site, "index.html") + read(site, "environments/sample.html")


def test_builds_for_publication(engine: str, tmp_path: Path) -> None:
    site = build(engine, tmp_path, **PUBLICATION, ATLAS_SITE_DIR="out")
    assert [str(finding) for finding in check_site(site)] == []
    assert _edit_links(read(site, "index.html")) == [f"{REPOSITORY}/edit/main/docs/index.md"]
    assert _edit_links(read(site, "environments/sample.html")) == [
        f"{REPOSITORY}/edit/main/knowledge/environments/sample.yaml"
    ]
    assert f'rel="canonical" href="{PUBLISHED}environments/sample.html"' in read(site, "environments/sample.html")
    assert 'data-md-component="source"' not in read(site, "index.html")


def test_every_page_has_the_policy(engine: str, tmp_path: Path) -> None:
    site = build(engine, tmp_path)
    pages = sorted(site.rglob("*.html"))
    assert pages
    assert [page.name for page in pages if "default-src 'none'" not in page.read_text(encoding="utf-8")] == []


def _edit_links(html: str) -> list[str]:
    return re.findall(r'<a href="([^"]*)"[^>]*rel="edit"', html)
