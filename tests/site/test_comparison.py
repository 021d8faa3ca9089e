"""Setting things side by side: choosing them on any page, the tray, differences first, the state in the address."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.visits import visit

pytestmark = [pytest.mark.browser, pytest.mark.site]

ONE, OTHER, THIRD = "firecracker", "gvisor", "runc"
PAIR = f"compare.html?with={ONE},{OTHER}"


def names(page: Page) -> list[str]:
    """Return the headings of the first table's columns."""
    return page.locator("#compare table.comparison").first.locator("thead th a").all_inner_texts()


def test_what_differs_stands_first(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/{PAIR}") as opened:
        page = opened.page
        expect(page.locator("#compare h2").first).to_contain_text("Where they differ")
        assert names(page) == ["Firecracker", "gVisor"]
        rows = page.locator("#compare table.comparison").first.locator("tbody tr:not(.comparison-group)")
        for row in rows.all()[:10]:
            cells = row.locator("td")
            texts = set(cells.locator(".cell-text").all_inner_texts())
            assert len(texts) > 1
        expect(page.locator(".compare-said")).to_contain_text(f"{rows.count()} properties differ")
        assert opened.faults == []
        assert opened.violations() == []


def test_only_differences_hides_the_rest_and_stands_in_the_address(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/{PAIR}") as opened:
        page = opened.page
        expect(page.locator("#part-same")).to_be_visible()
        page.get_by_label("Only differences").check()
        expect(page.locator("#part-same")).to_have_count(0)
        expect(page.locator("#part-differ")).to_be_visible()
        assert page.url.endswith("&differ=1")
        page.go_back()
        expect(page.locator("#part-same")).to_be_visible()
        expect(page.get_by_label("Only differences")).not_to_be_checked()


def test_a_third_is_added_and_taken_away_again(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/{PAIR}") as opened:
        page = opened.page
        page.get_by_label("Add to the comparison").select_option(THIRD)
        expect(page.locator("#compare thead").first.locator("th")).to_have_count(4)
        assert page.url.endswith(f"with={ONE},{OTHER},{THIRD}")
        page.get_by_role("button", name="Remove gVisor").click()
        expect(page.locator("#compare thead").first.locator("th")).to_have_count(3)
        assert names(page) == ["Firecracker", "runc"]
        page.go_back()
        expect(page.locator("#compare thead").first.locator("th")).to_have_count(4)


def test_unknown_names_in_the_address_are_passed_over(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/compare.html?with={ONE},nobody,{OTHER},{ONE}") as opened:
        expect(opened.page.locator("#compare thead").first).to_be_visible()
        assert names(opened.page) == ["Firecracker", "gVisor"]
        assert opened.faults == []


def test_layers_stand_on_one_ground(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/{PAIR}") as opened:
        expect(opened.page.locator("#compare ol.layers").first).to_be_visible()
        feet = {round(box["y"] + box["height"]) for box in boxes(opened.page, "#compare ol.layers")}
        assert len(feet) == 1


def boxes(page: Page, selector: str) -> list[dict[str, float]]:
    """Return where elements are."""
    found = page.locator(selector).evaluate_all("all => all.map(each => each.getBoundingClientRect().toJSON())")
    assert isinstance(found, list)
    return found


def test_a_cell_shows_its_evidence(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/{PAIR}") as opened:
        page = opened.page
        page.locator("#compare td[data-state=value] a.cell").first.click()
        expect(page.locator("dialog.evidence-dialog")).to_be_visible()
        expect(page.locator("dialog.evidence-dialog .claim").first).to_be_visible()
        assert opened.violations() == []
        page.keyboard.press("Escape")
        expect(page.locator("dialog.evidence-dialog")).not_to_be_visible()


def test_choosing_by_keyboard_from_a_page_and_a_matrix(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/environments/{ONE}.html", width=390) as opened:
        page = opened.page
        button = page.get_by_role("button", name="+ Add to comparison")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("region", name="Chosen for comparison")).to_contain_text("Firecracker")
        assert opened.violations() == []
        page.goto(f"{address}/matrices/families-at-a-glance.html")
        row = page.locator("th[data-row=microvm] .add-row")
        row.focus()
        page.keyboard.press("Space")
        expect(row).to_have_attribute("aria-pressed", "true")
        assert opened.violations() == []
        page.get_by_role("link", name="Compare 2").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#compare thead").first.locator("th")).to_have_count(3)
        assert names(page) == ["Firecracker", "MicroVM"]
        assert opened.faults == []


def test_the_tray_is_emptied(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/environments/{ONE}.html") as opened:
        page = opened.page
        page.locator("button.add-page").click()
        tray = page.locator(".compare-tray")
        expect(tray).to_be_visible()
        tray.get_by_role("button", name="Remove Firecracker").click()
        expect(tray).to_be_hidden()
        expect(page.locator("button.add-page")).to_be_focused()


def test_the_link_is_copied(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/{PAIR}") as opened:
        page = opened.page
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.get_by_role("button", name="Copy link").click()
        expect(page.locator(".compare-said")).to_contain_text("copied")
        assert page.evaluate("navigator.clipboard.readText()") == page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_six_fit_the_narrowest_screen(browser: Browser, address: str, scheme: str) -> None:
    six = f"{PAIR},{THIRD},wasmtime,qemu,kata-containers"
    with visit(browser, f"{address}/{six}", width=320, scheme=scheme) as opened:
        expect(opened.page.locator("#compare thead").first.locator("th")).to_have_count(7)
        assert opened.overflow() == 0
        assert opened.violations() == []


def test_ready_comparisons_are_tables_without_scripts(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/compare.html", scripts=False) as opened:
        page = opened.page
        page.locator(".presets a").first.click()
        expect(page.locator("#part-differ")).to_be_visible()
        assert page.locator("table.comparison tbody td a.cell").count() > 10
