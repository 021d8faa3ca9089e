"""Order, dominance and robustness."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.reasoning.criteria import Criterion, Goodness, criteria_of
from isolation_atlas.reasoning.dominance import dominance_among
from isolation_atlas.reasoning.drawing import Draws
from isolation_atlas.reasoning.ranking import order_by
from isolation_atlas.reasoning.robustness import draws_for, sample_ranks
from tests.reasoning.bicycles import judge

spans = st.tuples(st.integers(0, 9), st.integers(0, 4)).map(lambda span: Goodness(span[0], span[0] + span[1]))
columns = st.lists(st.one_of(st.none(), spans), min_size=5, max_size=5)
tables = st.lists(columns, min_size=1, max_size=3).map(
    lambda table: tuple(Criterion(f"p{index}", False, tuple(column)) for index, column in enumerate(table))
)
NAMES = ("a", "b", "c", "d", "e")


def test_lower_is_better_where_the_property_says_so() -> None:
    bicycles = {"racer": {"weight": "7 kg"}, "brompton": {"weight": "11..12 kg"}, "blank": {}}

    found = criteria_of(("weight",), ("racer", "brompton", "blank"), judge(bicycles).cells)

    assert found[0].goodness == (Goodness(-7000, -7000), Goodness(-12000, -11000), None)


def test_first_priority_decides_and_the_next_breaks_ties() -> None:
    comfort = Criterion("comfort", True, (Goodness(1, 1), Goodness(2, 2), Goodness(1, 1)))
    weight = Criterion("weight", False, (Goodness(-9, -9), Goodness(-12, -12), Goodness(-8, -8)))

    found = order_by(("a", "b", "c"), (comfort, weight))

    assert [(each.subject, each.rank) for each in found] == [("b", 1), ("c", 2), ("a", 3)]


def test_unknown_stands_in_the_middle_and_is_named() -> None:
    found = order_by(("a", "b", "c"), (Criterion("weight", False, (Goodness(1, 1), None, Goodness(2, 2))),))

    assert [each.subject for each in found] == ["c", "b", "a"]
    assert [each.unknown for each in found] == [(), ("weight",), ()]


def test_equals_share_a_rank() -> None:
    found = order_by(("b", "a", "c"), (Criterion("p", True, (Goodness(1, 1), Goodness(1, 1), Goodness(0, 0))),))

    assert [(each.subject, each.rank) for each in found] == [("a", 1), ("b", 1), ("c", 3)]


@given(tables)
def test_whoever_is_certainly_better_on_the_first_priority_comes_first(table: tuple[Criterion, ...]) -> None:
    first = dict(zip(NAMES, table[0].goodness, strict=True))
    order = [each.subject for each in order_by(NAMES, table)]

    for earlier, later in pairwise(order):
        one, other = first[earlier], first[later]
        assert not (one and other and other.worst > one.best)


@given(tables)
def test_order_agrees_with_dominance(table: tuple[Criterion, ...]) -> None:
    rank = {each.subject: each.rank for each in order_by(NAMES, table)}

    for better, worse in dominance_among(NAMES, table).pairs:
        assert rank[better] < rank[worse]


@given(tables)
def test_steps_of_dominance_lead_to_every_pair_and_no_step_is_spare(table: tuple[Criterion, ...]) -> None:
    found = dominance_among(NAMES, table)
    reached = set(found.steps)
    for _ in NAMES:
        reached |= {(one, last) for one, middle in reached for other, last in found.steps if middle == other}

    assert reached == set(found.pairs)
    for one, last in found.steps:
        assert not any((one, middle) in reached and (middle, last) in reached for middle in NAMES)


def test_dominance_needs_every_value_known() -> None:
    weight = Criterion("weight", False, (Goodness(3, 3), Goodness(2, 2), Goodness(1, 2)))
    comfort = Criterion("comfort", True, (Goodness(1, 1), None, Goodness(1, 1)))

    assert dominance_among(("a", "b", "c"), (weight, comfort)).pairs == (("a", "c"),)
    assert dominance_among(("a", "b"), ()).pairs == ()


# By the generator's reference form in JavaScript, run in Node.js: the numbers times 2**32.
@pytest.mark.parametrize(
    ("seed", "drawn"),
    [(20261123, [3868568189, 3623666556, 2031183717, 1868882916]), (4294967295, [3850105811, 813802916, 3073704848])],
)
def test_numbers_are_drawn_as_in_javascript(seed: int, drawn: list[int]) -> None:
    draws = Draws(seed)

    assert [draws.next() * 2**32 for _ in drawn] == drawn


@given(st.integers(0, 2**32 - 1), st.integers(1, 6))
def test_weights_fall_and_sum_to_one(seed: int, count: int) -> None:
    weights = Draws(seed).weights(count)

    assert sum(weights) == pytest.approx(1)
    assert weights == sorted(weights, reverse=True)
    assert min(weights) >= 0


@given(tables)
def test_every_draw_gives_everybody_a_rank(table: tuple[Criterion, ...]) -> None:
    found = sample_ranks(table, len(NAMES))
    if found is None:
        assert not any(each for criterion in table for each in criterion.goodness)
        return

    assert all(sum(shares) == pytest.approx(1) for shares in found.acceptability)
    assert sum(shares[0] for shares in found.acceptability) >= 1 - 1e-9  # ties share the better rank
    assert found == sample_ranks(table, len(NAMES))


def test_who_dominates_is_first_in_every_draw() -> None:
    table = (
        Criterion("p", True, (Goodness(2, 2), Goodness(1, 1), Goodness(0, 1))),
        Criterion("q", False, (Goodness(5, 9), Goodness(1, 4), Goodness(0, 5))),
    )
    found = sample_ranks(table, 3)

    assert found is not None
    assert list(found.acceptability[0]) == [1, 0, 0]
    assert found.ahead[0] == 1


def test_unknown_values_leave_the_order_open() -> None:
    found = sample_ranks((Criterion("p", False, (Goodness(0, 0), None, Goodness(10, 10))),), 3)

    assert found is not None
    assert found.acceptability[1][0] < 0.05  # only a draw of the whole range's end
    assert found.acceptability[1][1] > 0.95


def test_levels_are_drawn_as_whole_steps() -> None:
    found = sample_ranks((Criterion("p", True, (Goodness(0, 2), Goodness(1, 1))),), 2)

    assert found is not None
    assert found.acceptability[0][0] == pytest.approx(2 / 3, abs=0.06)


def test_draws_are_fewer_for_more_candidates() -> None:
    assert [draws_for(2, 1), draws_for(30, 4), draws_for(500, 10)] == [1000, 250, 100]
