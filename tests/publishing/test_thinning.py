"""The theme's style sheets without what no page uses."""

from pathlib import Path

import pytest

from isolation_atlas.publishing.thinning import TABLES, drop_comments, quieten_script, thin_styles, thinned


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("a{b:c}", "a{b:c}"),
        (".tabbed-set>input{b:c}a{d:e}", "a{d:e}"),
        (".md-x,.md-typeset .tabbed-labels>:nth-child(2),a:hover{b:c}", ".md-x,a:hover{b:c}"),
        ("@media print{.tabbed-set{b:c}a{d:e}}", "@media print{a{d:e}}"),
        (":is(a,b) .tabbed-set,i{c:d}", "i{c:d}"),
        ("[data-md-color-switching] *{b:c}[data-md-color-scheme=slate]{d:e}", "[data-md-color-scheme=slate]{d:e}"),
        ('@charset "UTF-8";a{b:url("data:image/svg+xml,x")}', '@charset "UTF-8";a{b:url("data:image/svg+xml,x")}'),
    ],
)
def test_leaves_the_rest_as_it_was(css: str, left: str) -> None:
    assert thinned(css) == left
    assert thinned(left) == left


def test_only_the_themes_sheets_are_rewritten(tmp_path: Path) -> None:
    folder = tmp_path / "assets" / "stylesheets"
    (folder / "classic").mkdir(parents=True)
    own, theme = folder / "atlas.css", folder / "classic" / "main.123.min.css"
    for path in (own, theme):
        path.write_text(".tabbed-set{b:c}a{d:e}", encoding="utf-8")
    thin_styles(tmp_path)
    assert own.read_text(encoding="utf-8") == ".tabbed-set{b:c}a{d:e}"
    assert theme.read_text(encoding="utf-8") == "a{d:e}"


def test_plain_tables_are_told_without_asking_for_any_class() -> None:
    changed = thinned(".md-typeset table:not([class])+*{a:b}")
    assert "[class]" not in changed
    assert changed == f".md-typeset table:not({','.join(f'.{each}' for each in TABLES)})+*{{a:b}}"


def test_only_the_themes_script_loses_its_say_on_the_colours_of_bars(tmp_path: Path) -> None:
    folder = tmp_path / "assets" / "javascripts"
    folder.mkdir(parents=True)
    made = 'x("meta",{name:"color-scheme"})'
    for name in ("bundle.0a1.min.js", "atlas.js"):
        (folder / name).write_text(made, encoding="utf-8")
    quieten_script(tmp_path)
    assert made not in (folder / "bundle.0a1.min.js").read_text(encoding="utf-8")
    assert (folder / "atlas.js").read_text(encoding="utf-8") == made


SCRIPT = """// @ts-check
/**
 * What it does.
 * @param {string} text
 */
export function told(text) {
  // Why.
  const both = `${text} // not a comment`; /* beside code */
  return both + "/* neither */";
}
"""
BARE = """export function told(text) {
  const both = `${text} // not a comment`; /* beside code */
  return both + "/* neither */";
}
"""


def test_the_sites_own_scripts_and_sheets_lose_comments_with_lines_of_their_own(tmp_path: Path) -> None:
    scripts, sheets = tmp_path / "assets" / "javascripts" / "guide", tmp_path / "assets" / "stylesheets"
    scripts.mkdir(parents=True)
    sheets.mkdir()
    (scripts / "told.js").write_text(SCRIPT, encoding="utf-8")
    (scripts / "bundle.0a1.min.js").write_text(SCRIPT, encoding="utf-8")
    (sheets / "atlas.css").write_text("/* All\n   of it */\n\na { b: c; } /* beside */\n", encoding="utf-8")
    drop_comments(tmp_path)
    assert (scripts / "told.js").read_text(encoding="utf-8") == BARE
    assert (scripts / "bundle.0a1.min.js").read_text(encoding="utf-8") == SCRIPT
    assert (sheets / "atlas.css").read_text(encoding="utf-8") == "a { b: c; } /* beside */\n"
