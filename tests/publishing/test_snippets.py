"""What hand-written pages show of the knowledge, and what happens when they ask for what is not there."""

from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest

from isolation_atlas.knowledge.loading import load
from isolation_atlas.publishing.current_site import current_site
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.snippets import SnippetError, Snippets
from tests.knowledge_folder import write_folder

BRAKES = Path(__file__).parents[1] / "another_domain" / "knowledge"


@pytest.fixture(scope="module")
def snippets() -> Snippets:
    return Snippets(Site.of(load(BRAKES)), "method/index.html", "../")


def test_a_fact_has_value_source_and_both_links(snippets: Snippets) -> None:
    found = snippets.fact("rim-brake/pad-price/1")
    assert "about 20 USD" in found
    assert 'href="../brakes/rim-brake.html#pad-price-1"' in found
    assert 'href="../references/undated.html#schwinn-brakes"' in found


def test_a_fact_that_nobody_read_says_so(snippets: Snippets) -> None:
    assert "unverified" in snippets.fact("coaster-brake/wears-rim/1")


def test_a_cell_says_whose_facts_it_rests_on(snippets: Snippets) -> None:
    assert "from Disc brake" in snippets.cell("hydraulic-disc-brake", "wet-braking")
    assert "unknown" in snippets.cell("coaster-brake", "wet-braking")


def test_matrix_tree_stack_and_spectrum_are_blocks_of_html(snippets: Snippets) -> None:
    blocks = (
        snippets.matrix("all-brakes"),
        snippets.tree("which-brake"),
        snippets.stack("disc-brake"),
        snippets.spectrum("rim-brake", "disc-brake", figures=["wet-braking"]),
    )
    for block in blocks:
        assert block.startswith("\n\n<")
        assert "\n\n" not in block.strip()


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (lambda s: s.fact("rim-brake/pad-price/2"), "there is no fact 'rim-brake/pad-price/2'"),
        (lambda s: s.cell("rim-brak", "upkeep"), "there is no subject 'rim-brak'. Did you mean 'rim-brake'"),
        (lambda s: s.cell("rim-brake", "upkep"), "there is no property 'upkep'. Did you mean 'upkeep'?"),
        (lambda s: s.matrix("all-brake"), "there is no matrix 'all-brake'. Did you mean 'all-brakes'?"),
        (lambda s: s.tree("nothing-like-it"), "there is no tree 'nothing-like-it'."),
        (lambda s: s.source("schwin-brakes"), "Did you mean 'schwinn-brakes'?"),
        (lambda s: s.stack("mechanical-disc-brake"), "its file gives no layers"),
        (lambda s: s.spectrum("rim-brake", figures=["upkepe"]), "there is no property 'upkepe'"),
        (lambda s: s.count("braek"), "Did you mean 'brake'?"),
    ],
)
def test_what_does_not_exist_is_named_with_page_and_near_matches(
    snippets: Snippets, ask: object, expected: str
) -> None:
    assert callable(ask)
    with pytest.raises(SnippetError) as caught:
        ask(snippets)
    assert str(caught.value).startswith("method/index.html: ")
    assert expected in str(caught.value)


HOSTILE = 'a *b* `c` {{ d }} [e](f) <script>alert("g")</script> _h_ | i'
SOURCE = "title: Tale\nby: Teller\ndate: 2020\nkind: docs\nurl: https://example.org/tale\n"


def test_hostile_words_reach_the_reader_as_they_are(tmp_path: Path) -> None:
    ontology = (BRAKES / "ontology.yaml").read_text(encoding="utf-8")
    files = {
        "ontology.yaml": ontology,
        "brakes/odd.yaml": f"name: '{HOSTILE}'\nlevel: class\nsummary: Odd.\nfacts:\n  note:\n"
        f"    - {{claim: '{HOSTILE}', source: tale, verified: 2026-01-01}}\n",
        "traits/note.yaml": "name: Note\ngroup: owning\nsort: text\nbetter: none\ndefinition: Words.\n",
        "references/tale.yaml": SOURCE,
    }
    knowledge = load(write_folder(tmp_path / "knowledge", files, base=False))
    assert knowledge.faults == ()
    inline = Snippets(Site.of(knowledge), "a.html", "").fact("odd/note/1")
    shown = markdown.markdown(f"before {inline} after", extensions=["attr_list", "tables"])
    assert "<script>" not in shown
    assert "<em>" not in shown
    assert "<code>" not in shown
    assert "{{" not in inline


def test_the_site_is_built_again_only_when_a_file_changes(tmp_path: Path) -> None:
    root = write_folder(tmp_path / "knowledge")
    first = current_site(root)
    assert current_site(root) is first
    path = root / next(file for file in first.knowledge.files if "/" in file)
    path.write_text(path.read_text(encoding="utf-8") + "\n# a remark\n", encoding="utf-8")
    assert current_site(root) is not first
