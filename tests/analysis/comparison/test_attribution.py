"""Attribution of a difference to changes: closed forms, exact sums, and orders drawn at random."""

from __future__ import annotations

from itertools import permutations
from math import prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from finmodel.analysis.comparison.attribution import MOST_EXACT, attribution


def product(before: list[float], after: list[float], made: int) -> float:
    """A price times a quantity times …, each as it is before or, where the change is made, after."""
    return prod(new if made >> place & 1 else old for place, (old, new) in enumerate(zip(before, after, strict=True)))


def test_two_changes_are_averaged_over_both_orders() -> None:
    method = attribution(2, seed=1)
    found = method.effects({made: product([10.0, 5.0], [12.0, 8.0], made) for made in method.variants})
    price_first, price_last = 2.0 * 5.0, 2.0 * 8.0
    quantity_first, quantity_last = 3.0 * 10.0, 3.0 * 12.0
    assert found == pytest.approx([(price_first + price_last) / 2, (quantity_first + quantity_last) / 2])


def test_all_orders_of_three_changes_are_averaged() -> None:
    before, after = [2.0, 3.0, 5.0], [7.0, 2.0, 6.0]
    method = attribution(3, seed=1)
    values = {made: product(before, after, made) for made in method.variants}
    moved = np.zeros(3)
    for order in permutations(range(3)):
        made = 0
        for change in order:
            moved[change] += (values[made | 1 << change] - values[made]) / 6
            made |= 1 << change
    assert method.effects(values) == pytest.approx(moved)
    assert method.errors(values) is None


@given(st.lists(st.tuples(st.floats(-5, 5), st.floats(-5, 5)), min_size=1, max_size=6))
def test_effects_add_up_to_the_whole_difference(pairs: list[tuple[float, float]]) -> None:
    before, after = ([pair[side] for pair in pairs] for side in (0, 1))
    method = attribution(len(pairs), seed=1)
    values = {made: product(before, after, made) for made in method.variants}
    assert method.effects(values).sum() == pytest.approx(values[method.whole] - values[0], abs=1e-9)


def test_a_change_that_moves_nothing_has_no_effect_and_equal_changes_have_equal_effects() -> None:
    method = attribution(3, seed=1)
    values = {made: product([2.0, 4.0, 4.0], [2.0, 9.0, 9.0], made) for made in method.variants}
    found = method.effects(values)
    assert found[0] == 0.0
    assert found[1] == pytest.approx(found[2])


def test_many_changes_are_drawn_and_still_add_up() -> None:
    count = MOST_EXACT + 2
    method = attribution(count, seed=7)
    before = [1.0] * count
    after = [1.0 + place / 20 for place in range(count)]
    values = {made: product(before, after, made) for made in method.variants}
    effects, errors = method.effects(values), method.errors(values)
    assert effects.sum() == pytest.approx(values[method.whole] - 1.0)
    assert (method.variants[0], method.variants[-1]) == (0, method.whole)
    assert len(method.variants) == len(set(method.variants)) < 2 * 64 * count
    exact = exactly(before, after)
    assert errors is not None
    assert np.all(np.abs(effects - exact) <= 4 * errors + 1e-12)
    assert errors[-1] < 0.05 * effects[-1]


def exactly(before: list[float], after: list[float]) -> np.ndarray:
    """The effects over all orders of changes of a product, by the symmetric polynomials of the other factors."""
    found = []
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        others = np.array([1.0])
        for other, pair in enumerate(zip(before, after, strict=True)):
            if other != place:
                others = np.convolve(others, pair)
        sizes = range(len(others))
        count = len(before)
        weights = [1 / (count * len_choose(count - 1, size)) for size in sizes]
        found.append((new - old) * float(np.dot(weights, others)))
    return np.array(found)


def len_choose(count: int, size: int) -> int:
    return int(prod(range(count - size + 1, count + 1)) // prod(range(1, size + 1)))


def test_orders_that_pass_a_variant_without_a_value_are_left_out() -> None:
    before, after = [2.0, 3.0, 5.0], [7.0, 2.0, 6.0]
    method = attribution(3, seed=1)
    values = {made: product(before, after, made) for made in method.variants} | {0b010: float("nan")}
    moved, left = np.zeros(3), 0
    for order in permutations(range(3)):
        if order[0] != 1:
            left, made = left + 1, 0
            for change in order:
                moved[change] += values[made | 1 << change] - values[made]
                made |= 1 << change
    assert method.effects(values) == pytest.approx(moved / left)
    assert method.effects(values).sum() == pytest.approx(values[method.whole] - values[0])
    assert method.share(values) == pytest.approx(left / 6)
    assert method.share({**values, 0b010: 1.0}) == 1.0


def test_if_no_order_is_left_there_is_no_effect() -> None:
    method = attribution(2, seed=1)
    values = {0: 1.0, 1: float("nan"), 2: float("nan"), 3: 4.0}
    assert np.isnan(method.effects(values)).all()
    assert method.share(values) == 0.0


def test_of_orders_drawn_those_without_a_value_are_left_out_too() -> None:
    count = MOST_EXACT + 2
    method = attribution(count, seed=7)
    values = {made: product([1.0] * count, [1.1] * count, made) for made in method.variants}
    gone = {**values, method.variants[1]: float("nan")}
    assert 0.0 < method.share(gone) < 1.0
    assert method.effects(gone).sum() == pytest.approx(values[method.whole] - 1.0)
    errors = method.errors(gone)
    assert errors is not None
    assert not np.isnan(errors).any()
    lost = dict.fromkeys(values, float("nan"))
    assert method.errors(lost) is None
    assert np.isnan(method.effects(lost)).all()


def test_the_same_seed_draws_the_same_orders() -> None:
    count = MOST_EXACT + 1
    first, second, other = (attribution(count, seed).variants for seed in (3, 3, 4))
    assert first == second != other
