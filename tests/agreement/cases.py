"""The random cases that both implementations have to agree on."""

from collections.abc import Iterator
from random import Random

from isolation_atlas.publishing.site import Site
from tests.agreement.outcome import Case
from tests.agreement.random_knowledge import Requiring, random_case, random_site

SMALL_SITES = 150
CASES_EACH = 28
REAL_CASES = 1100
_MOST_CANDIDATES = 12
_WITH_EVERYBODY = 20


def small_cases(seed: int) -> Iterator[tuple[Site, list[Case]]]:
    """Yield random bodies of knowledge with cases in each."""
    random = Random(seed)  # noqa: S311
    for _ in range(SMALL_SITES):
        site = random_site(random)
        requiring = Requiring(tuple(site.knowledge.properties.values()))
        yield site, [random_case(random, site, requiring) for _ in range(CASES_EACH)]


def real_cases(seed: int, site: Site) -> list[Case]:
    """Return cases over the published knowledge, most of them over a few candidates, some over all."""
    random = Random(seed)  # noqa: S311
    requiring = Requiring(tuple(site.knowledge.properties.values()))
    few = [random_case(random, site, requiring, _MOST_CANDIDATES) for _ in range(REAL_CASES - _WITH_EVERYBODY)]
    return few + [random_case(random, site, requiring) for _ in range(_WITH_EVERYBODY)]
