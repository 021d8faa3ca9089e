"""How long the guide in the browser takes to load its data and to recommend, and the same with ten times the subjects.

Usage: ``python benchmarks/guide_speed.py``; needs a Chromium (see ``tests/site/browser.py``). Prints milliseconds.
"""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from isolation_atlas.knowledge.loading import load
from isolation_atlas.publishing.guide.data import guide_data
from isolation_atlas.publishing.site import Site
from tests.conftest import ARGUMENTS
from tests.site.browser import find_browser
from tests.site.serving import serve

ROOT = Path(__file__).parents[1]
ROUNDS = 5
MEASURE = """async ([text, rounds]) => {
    const folder = "/docs/assets/javascripts/reasoning";
    const { Knowledge } = await import(`${folder}/knowledge.js`);
    const { Judge } = await import(`${folder}/requirements.js`);
    const { recommend } = await import(`${folder}/recommendation.js`);
    const begin = performance.now();
    const knowledge = new Knowledge(JSON.parse(text));
    const loading = performance.now() - begin;
    const open = { requires: [], prefers: [], candidates: [] };
    const last = (question) => [question.id, question.answers.at(-1).id];
    const situations = knowledge.data.needs.flatMap(({ id }) => [
        { ...open, need: id, answers: [] },
        { ...open, need: id, answers: knowledge.data.questions.slice(0, 5).map(last) },
    ]);
    const judge = new Judge(knowledge);
    const time = (situation) => {
        const start = performance.now();
        recommend(situation, judge);
        return performance.now() - start;
    };
    const first = time(situations[0]);
    const middle = (numbers) => numbers.sort((one, other) => one - other)[numbers.length >> 1];
    const each = situations.map((situation) => middle(Array.from({ length: rounds }, () => time(situation))));
    return { loading, first, median: middle(each), slowest: Math.max(...each), situations: each.length };
}"""


def tenfold(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data with every subject ten times."""
    copies = range(10)
    subjects = [[f"{one}.{copy}", name, level] for copy in copies for one, name, level in data["subjects"]]
    count = len(data["subjects"])
    columns = [
        {**prop, "cells": prop["cells"][:count] * len(copies) + prop["cells"][count:]} for prop in data["properties"]
    ]
    return {**data, "subjects": subjects, "properties": columns}


def main() -> None:
    """Measure and print."""
    data = guide_data(Site.of(load(ROOT / "knowledge")))
    with serve(ROOT) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        page = browser.new_page()
        page.goto(f"{address}/benchmarks/")
        for name, tried in (("as published", data), ("ten times", tenfold(data))):
            text = json.dumps(tried)
            found = page.evaluate(MEASURE, [text, ROUNDS])
            figures = ", ".join(f"{key} {found[key]:.1f} ms" for key in ("loading", "first", "median", "slowest"))
            print(f"{name}: {len(tried['subjects'])} subjects, {len(text) // 1024} KiB: {figures}")
            print(f"  over {found['situations']} situations, each the middle of {ROUNDS} runs")
        browser.close()


if __name__ == "__main__":
    main()
