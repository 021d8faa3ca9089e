"""Golden vectors: a small fixed body of knowledge, situations in it, and what follows, as both implementations gave it.

Run as a program, it writes them anew; do that only when the meaning of an outcome changes on purpose.
"""

import json
from pathlib import Path
from random import Random
from typing import Any

from isolation_atlas.publishing.guide.data import guide_data
from isolation_atlas.publishing.site import Site
from tests.agreement.outcome import Case, outcome_of, situation_data
from tests.agreement.random_knowledge import Requiring, random_case, random_site

PATH = Path(__file__).with_name("golden.json")
_SEED = 1
_CASES = 8


def golden_cases() -> tuple[Site, list[Case]]:
    """Return the knowledge and the cases."""
    random = Random(_SEED)  # noqa: S311
    site = random_site(random)
    requiring = Requiring(tuple(site.knowledge.properties.values()))
    return site, [random_case(random, site, requiring) for _ in range(_CASES)]


def made() -> dict[str, Any]:
    """Return the vectors as Python gives them now."""
    site, cases = golden_cases()
    return {
        "data": guide_data(site, site.knowledge.properties),
        "cases": [[situation_data(site, situation), seed] for situation, seed in cases],
        "outcomes": [outcome_of(site, case) for case in cases],
    }


if __name__ == "__main__":
    PATH.write_text(json.dumps(made(), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
