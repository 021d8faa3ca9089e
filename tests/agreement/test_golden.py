"""Both implementations still give what they once gave."""

import json

import pytest
from playwright.sync_api import Browser

from tests.agreement.golden import PATH, made
from tests.agreement.twin import differences, outcomes_of_data, twin

GOLDEN = json.loads(PATH.read_text(encoding="utf-8"))


def test_python() -> None:
    assert differences(json.loads(json.dumps(made())), GOLDEN) == []


@pytest.mark.browser
def test_javascript(browser: Browser) -> None:
    with twin(browser) as page:
        found = outcomes_of_data(page, GOLDEN["data"], GOLDEN["cases"])
    assert differences(GOLDEN["outcomes"], found) == []
