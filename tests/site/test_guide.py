"""The guide as a reader meets it."""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from isolation_atlas.publishing.guide.data import guide_data
from isolation_atlas.publishing.site import Site
from tests.agreement.random_knowledge import with_properties_as_things
from tests.reasoning import bicycles
from tests.site.visits import Visit, visit

pytestmark = [pytest.mark.browser, pytest.mark.site]

PATH = "choose/guide.html"
DATA_BYTES = 60 * 1024
BICYCLES = {
    "racer": {"weight": "7 kg", "folds": "no"},
    "brompton": {"weight": "11 kg", "folds": "yes"},
    "birdy": {"weight": "10 kg", "folds": "yes", "comfort": "high"},
    "rumour": {"folds": "yes"},
}


@pytest.fixture(scope="session")
def data(built_site: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((built_site / "data/guide.json").read_text(encoding="utf-8"))
    return read


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[[str], Visit]]:
    """Return a function that opens the guide with a query; all visits end with the test."""
    visits = []

    def open_guide(query: str = "", **how: Any) -> Visit:
        going = visit(browser, f"{address}/{PATH}{query}", **how)
        visits.append(going)
        found = going.__enter__()
        expect(found.page.locator("#guide")).to_be_visible()
        return found

    yield open_guide
    for going in visits:
        going.__exit__(None, None, None)


def query_of(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def counts(page: Page) -> list[int]:
    """Return how many of the chosen level fit, may fit and are ruled out."""
    chosen = page.locator(".guide-level:has(input:checked)")
    return [int(words) for words in chosen.locator(".guide-count b").all_inner_texts()]


def question(page: Page) -> str:
    return page.locator(".guide-question legend").first.inner_text()


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def narrowing(data: dict[str, Any]) -> tuple[str, str]:
    """Return a question and an answer to it that requires something."""
    found = ((one["id"], each["id"]) for one in data["questions"] for each in one["answers"] if each.get("requires"))
    return next(found)


def test_a_walk_with_the_keyboard_alone(opened: Callable[..., Visit]) -> None:
    visited = opened()
    page = visited.page
    everybody = counts(page)
    first = question(page)
    page.locator("#guide-need").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(focused(page)).to_have_attribute("type", "radio")
    page.keyboard.press("Space")
    expect(page.locator(".guide-question input:checked")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(focused(page)).to_have_text("Next question")
    page.keyboard.press("Enter")
    expect(focused(page)).to_have_attribute("type", "radio")
    assert question(page) != first
    assert counts(page)[2] > everybody[2]
    page.keyboard.press("Tab")
    expect(focused(page)).to_have_text("Back")
    page.keyboard.press("Tab")
    expect(focused(page)).to_have_text("Skip")
    page.keyboard.press("Enter")
    assert set(query_of(page)) == {"answers", "skipped"}
    summary = page.locator(".guide-candidate > summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".guide-verdicts").first).to_be_visible()
    assert visited.faults == []


def test_the_back_button_undoes_a_step(opened: Callable[..., Visit]) -> None:
    page = opened().page
    first, before = question(page), counts(page)
    page.locator(".guide-question input").nth(1).check()
    after = counts(page)
    page.locator("[data-key=next]").click()
    second = question(page)
    page.go_back()
    assert question(page) == first
    expect(page.locator(".guide-question input").nth(1)).to_be_checked()
    page.go_forward()
    assert question(page) == second
    assert counts(page) == after != before


def test_the_address_brings_everything_back(opened: Callable[..., Visit], data: dict[str, Any]) -> None:
    asked, answer = narrowing(data)
    need, unsure, skipped = data["needs"][0]["id"], data["questions"][-1]["id"], data["questions"][-2]["id"]
    order = ",".join(data["needs"][0]["prefers"][::-1])
    among = data["levels"][1]["id"]
    query = (
        f"?for={need}&answers={asked}:{answer}&unsure={unsure}&skipped={skipped}&order={order}&among={among}&view=all"
    )
    page = opened(query).page
    expect(page.locator("#guide-need")).to_have_value(need)
    expect(page.locator(f"input[name=question-{asked}][value={answer}]")).to_be_checked()
    expect(page.locator(f"input[name=question-{unsure}][value='?']")).to_be_checked()
    expect(page.locator(f"input[name=guide-level][value={among}]")).to_be_checked()
    expect(page.locator(".guide-question")).to_have_count(len(data["questions"]))
    shown = page.locator("#guide-result").inner_text()
    page.locator(".guide-views button").first.click()
    page.locator(".guide-views button").last.click()
    assert query_of(page) == {name: values[0] for name, values in parse_qs(query[1:]).items()}
    page.reload()
    expect(page.locator("#guide-result")).to_have_text(re.compile(r"\S"))
    assert page.locator("#guide-result").inner_text() == shown


def test_names_that_no_longer_exist_are_left_out_and_named(opened: Callable[..., Visit]) -> None:
    visited = opened("?for=nothing-such&answers=no-question:no-answer")
    note = visited.page.locator(".guide-note")
    expect(note).to_contain_text("nothing-such")
    expect(note).to_contain_text("no-question:no-answer")
    assert visited.faults == []


def test_not_knowing_requires_nothing_and_is_kept(opened: Callable[..., Visit]) -> None:
    page = opened().page
    before, first = counts(page), question(page)
    page.get_by_label("I don’t know").check()
    page.locator("[data-key=next]").click()
    assert counts(page) == before
    assert question(page) != first
    assert set(query_of(page)) == {"unsure"}
    expect(page.locator(".guide-answers")).to_contain_text("not known")


def test_why_not_and_what_would_change_it(opened: Callable[..., Visit], data: dict[str, Any]) -> None:
    asked, answer = narrowing(data)
    page = opened(f"?answers={asked}:{answer}").page
    group = page.locator("details.guide-group.is-ruled-out")
    if group.get_attribute("open") is None:
        group.locator("> summary").click()
    group.locator(".guide-candidate > summary").first.click()
    reasons = group.locator(".guide-reasons").first
    expect(reasons.locator(".guide-verdicts li.is-ruled-out")).to_contain_text("not met:")
    expect(reasons.locator(".guide-change")).to_contain_text("with this change")
    reasons.locator(".guide-verdicts .guide-evidence").first.click()
    expect(page.locator(":target")).to_be_attached()


def test_what_a_source_advises_against_is_said_on_the_candidate(
    opened: Callable[..., Visit], data: dict[str, Any]
) -> None:
    subjects = {subject: data["levels"][level]["id"] for subject, _, level in data["subjects"]}
    need, subject = next((need, each) for need in data["needs"] for each in need.get("against", {}) if each in subjects)
    page = opened(f"?for={need['id']}&among={subjects[subject]}").page
    candidate = page.locator(f"[data-key=candidate-{subject}]")
    page.locator("details.guide-group").evaluate_all("all => all.forEach((each) => { each.open = true; })")
    more = page.get_by_role("button", name=re.compile("^Show the other"))
    while more.count():
        more.first.click()
    candidate.evaluate("each => { each.open = true; }")
    warning = candidate.locator(".guide-warning")
    expect(warning).to_contain_text(f"A source advises against it for {need['name']}")
    warning.locator("a").click()
    expect(page.locator(":target")).to_be_attached()


def test_every_piece_of_evidence_is_where_the_data_says(built_site: Path, data: dict[str, Any]) -> None:
    folders = {one: data["levels"][level]["folder"] for one, _, level in data["subjects"]}
    folders.update((one, folder) for one, (_, folder) in data["others"].items())
    rows = [*(one for one, _, _ in data["subjects"]), *data["sides"], *map("+".join, data["composed"])]
    wanted: dict[str, set[str]] = {}
    for prop in data["properties"]:
        for index, subject in zip(prop["cells"], rows, strict=True):
            *holder, number = prop["contents"][index].get("fact", (0,))
            holding = holder[0] if holder else subject
            if not number and holding not in folders:
                continue
            wanted.setdefault(holding, set()).add(f"{prop['id']}-{number}" if number else prop["id"])
    missing: list[str] = []
    for subject, anchors in wanted.items():
        page = (built_site / folders[subject] / f"{subject}.html").read_text(encoding="utf-8")
        missing.extend(f"{subject}#{anchor}" for anchor in anchors - set(re.findall(r' id="([^"]*)"', page)))
    assert missing == []


def test_priorities_are_moved_by_buttons(opened: Callable[..., Visit], data: dict[str, Any]) -> None:
    need = next(each for each in data["needs"] if len(each.get("prefers", ())) > 1)
    page = opened(f"?for={need['id']}").page
    names = page.locator(".guide-priority")
    first = names.first.inner_text()
    page.locator(".guide-move").nth(1).focus()
    page.keyboard.press("Enter")
    assert names.nth(1).inner_text() == first
    expect(focused(page)).to_have_attribute("data-key", re.compile("move-.*-down"))
    assert query_of(page)["order"].split(",")[1] == need["prefers"][0]


def test_copying_as_markdown(browser: Browser, address: str, data: dict[str, Any]) -> None:
    asked, answer = narrowing(data)
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/{PATH}?answers={asked}:{answer}")
    page.locator("[data-key=copy-markdown]").click()
    expect(page.locator(".guide-done")).to_have_text("Copied as Markdown.")
    text = page.evaluate("navigator.clipboard.readText()")
    context.close()
    first = page_name(data, text)
    assert text.startswith(f"# {data['title']}")
    assert f"?answers={asked}:{answer}>" in text
    assert f"]({address}/{data['levels'][0]['folder']}/{first}.html)" in text
    assert "Smallest change: " in text


def page_name(data: dict[str, Any], text: str) -> str:
    """Return the id of the first subject of the first level that a text names."""
    return next(str(one) for one, name, level in data["subjects"] if level == 0 and f"[{name}]" in text)


def test_starting_again(opened: Callable[..., Visit], data: dict[str, Any]) -> None:
    asked, answer = narrowing(data)
    page = opened(f"?for={data['needs'][0]['id']}&answers={asked}:{answer}").page
    page.locator("[data-key=again]").click()
    assert query_of(page) == {}
    assert counts(page)[1:] == [0, 0]


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ("?answers=stairs:yes,trailer:yes", "This cannot hold together, whatever the facts"),
        ("?answers=stairs:yes,speed:yes", "Together these rule everybody out"),
        ("?answers=speed:yes,luxury:yes", "This alone rules everybody out"),
    ],
)
def test_what_does_not_go_together_is_explained(browser: Browser, address: str, query: str, heading: str) -> None:
    body = json.dumps(bicycle_data())
    context = browser.new_context()
    page = context.new_page()
    page.route("**/data/guide.json", lambda route: route.fulfill(body=body, content_type="application/json"))
    page.goto(f"{address}/{PATH}{query}&among=model")
    message = page.locator(".guide-message", has_text=heading)
    expect(message).to_be_visible()
    message.locator("button").last.click()
    expect(focused(page)).to_have_attribute("type", "radio")
    expect(page.locator(".guide-question")).to_have_count(1)
    context.close()


def bicycle_data() -> dict[str, object]:
    """Return the data of a guide to bicycles, whose answers can contradict each other."""
    asked = (
        bicycles.question("stairs", {"yes": ["weight <= 8 kg"], "no": []}),
        bicycles.question("trailer", {"yes": ["weight >= 9 kg"], "no": []}),
        bicycles.question("speed", {"yes": ["folds = yes"], "no": []}),
        bicycles.question("luxury", {"yes": ["weight <= 1 g"], "no": []}),
    )
    known = with_properties_as_things(bicycles.knowledge(BICYCLES_WEIGHED, *asked))
    return guide_data(Site.of(known), known.properties)


BICYCLES_WEIGHED = {name: facts for name, facts in BICYCLES.items() if "weight" in facts}


LOOKS = [("light", 1280), ("dark", 390), ("dark", 1280), ("light", 390)]
STATES = ("fresh", "narrowed", "unfolded", "all at once", "nobody")


@pytest.mark.parametrize(
    ("state", "scheme", "width"),
    [(state, *look) for state in STATES for look in LOOKS[: 4 if state == "unfolded" else 2]],
)
def test_is_accessible(opened: Callable[..., Visit], data: dict[str, Any], state: str, scheme: str, width: int) -> None:
    visited = opened(queries(data)[state], scheme=scheme, width=width)
    page = visited.page
    if state == "unfolded":
        for summary in page.locator(".guide-group:not([open]) > summary").all():
            summary.click()
        for group in page.locator(".guide-group").all():
            group.locator(".guide-candidate > summary").first.click()
    assert visited.violations() == []
    assert visited.overflow() == 0
    assert visited.faults == []


def queries(data: dict[str, Any]) -> dict[str, str]:
    """Return the address of each state in which the guide is looked at."""
    asked, answer = narrowing(data)
    strictest = ",".join(f"{one['id']}:{max(one['answers'], key=asks)['id']}" for one in data["questions"])
    narrowed = f"?for={data['needs'][0]['id']}&answers={asked}:{answer}"
    return {
        "fresh": "",
        "narrowed": narrowed,
        "unfolded": narrowed,
        "all at once": f"{narrowed}&view=all",
        "nobody": f"?answers={strictest}",
    }


def asks(answer: dict[str, Any]) -> int:
    return len(answer.get("requires", ()))


def test_fits_the_narrowest_screen(opened: Callable[..., Visit], data: dict[str, Any]) -> None:
    for query in queries(data).values():
        assert opened(query, width=320).overflow() == 0


def test_nothing_shifts_while_the_guide_takes_over(opened: Callable[..., Visit]) -> None:
    page = opened().page
    page.wait_for_load_state("networkidle")
    script = """new Promise(resolve => new PerformanceObserver(list =>
        resolve(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))
    ).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => resolve(0), 300))"""
    assert page.evaluate(script) < 0.02


def test_without_scripts_the_questions_and_trees_are_there(
    browser: Browser, address: str, data: dict[str, Any]
) -> None:
    with visit(browser, f"{address}/{PATH}", scripts=False) as visited:
        text = visited.page.locator("#guide-plain").inner_text()
        assert [one["asks"] for one in data["questions"] if one["asks"] not in text] == []
        visited.page.locator("#guide-plain a[href*='trees/']").first.click()
        expect(visited.page.locator("h1")).to_be_visible()


def test_paper_has_the_outcome_and_no_controls(opened: Callable[..., Visit]) -> None:
    page = opened().page
    page.emulate_media(media="print")
    expect(page.locator(".guide-actions")).to_be_hidden()
    expect(page.locator(".guide-card")).to_be_hidden()
    expect(page.locator(".guide-list").first).to_be_visible()


def test_all_modules_are_asked_for_at_once(browser: Browser, address: str) -> None:
    page = browser.new_page()
    loaded: set[str] = set()
    page.on("request", lambda request: loaded.add(request.url))
    page.goto(f"{address}/{PATH}")
    expect(page.locator("#guide")).to_be_visible()
    announced = set(page.evaluate("[...document.querySelectorAll('link[rel=modulepreload]')].map((link) => link.href)"))
    page.close()
    first = {f"{address}/assets/javascripts/guide/guide.js"}
    needed = {url for url in loaded if re.search(r"/(guide|reasoning)/[^/]+\.js$|/elements\.js$", url)}
    assert needed - first == announced


def test_the_data_is_light(built_site: Path) -> None:
    assert len(gzip.compress((built_site / "data/guide.json").read_bytes())) <= DATA_BYTES
