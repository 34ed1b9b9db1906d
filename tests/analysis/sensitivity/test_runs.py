"""Moves are put at levels by column, and what has no value or no solution takes no other column with it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from finmodel.analysis.sensitivity.runs import alone, unmoved
from finmodel.errors import NotConvergedError
from tests.analysis.sensitivity.closed_form import MONTHS, PRICE, VOLUME, deal

MOVES = (PRICE, VOLUME, MONTHS)


def test_a_column_without_levels_is_the_case() -> None:
    found = deal().run(unmoved(MOVES, 2))
    assert found.columns == 2
    assert found.values["plane"].tolist() == [100, 100]


def test_a_level_is_a_factor_an_amount_or_a_value_and_moves_nothing_else() -> None:
    levels = np.concatenate(
        [alone(MOVES, move, [level]) for move, level in zip(MOVES, (2, -1, 6), strict=True)], axis=1
    )
    assert deal().run(levels).values["plane"].tolist() == [190, 98, 160]


def test_moves_at_once_are_added_up_also_on_one_figure() -> None:
    dearer = replace(PRICE, name="dearer", way="add")
    both = deal(PRICE, dearer)
    found = both.run(np.array([[2.0, 2.0], [np.nan, 5.0]]))
    assert found.values["plane"].tolist() == [190, 205]


def test_figures_stay_within_their_bounds() -> None:
    found = deal().run(alone(MOVES, PRICE, [-1.0, 100.0]))
    assert found.values["plane"].tolist() == [10, 3010]


def test_frozen_lines_stay_as_contracted_unless_all_is_sized_again() -> None:
    twice = alone(MOVES, PRICE, [2.0])
    assert deal().run(twice).values["leverage"].tolist() == [1]
    assert deal(resize=True).run(twice).values["leverage"].tolist() == [2]


def test_a_blank_has_the_reason_of_its_own_column() -> None:
    run = deal()
    found = run.run(alone(MOVES, PRICE, [0.0, 1.0, 2.0]))
    assert [found.value("rate", column) is None for column in range(3)] == [True, False, False]
    assert run.reason(found, "rate", 0) == "Cash flow never changes sign."
    assert [found.value("cover", column) for column in range(3)] == [0, 30, None]
    assert run.reason(found, "cover", 2) == "Price < 40 does not hold."


def test_figures_are_told_at_a_level() -> None:
    assert deal().figures(PRICE, 2) == {"revenue.price": 60}
    assert deal().figures(MONTHS, 3) == {"timing.delay": 3}


def test_columns_are_counted() -> None:
    run = deal()
    run.run(unmoved(MOVES, 3))
    run.run(unmoved(MOVES, 4))
    assert run.computed == 7


def test_a_column_that_does_not_converge_is_blank_and_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    run = deal()
    engine = run._engine
    plain = engine.run

    def stubborn(inputs: object, **words: object) -> object:
        if (np.asarray(inputs["price"]) == 45).any():  # type: ignore[index]
            raise NotConvergedError("Solved line debt did not settle.")
        return plain(inputs, **words)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "run", stubborn)
    found = run.run(alone(MOVES, PRICE, [0.5, 1.0, 1.5, 2.0, 1.5]))
    assert [found.value("plane", column) for column in range(5)] == [55, 100, None, 190, None]
    assert run.reason(found, "plane", 4) == "Solved line debt did not settle."
    assert run.reason(found.part(2, 5), "rate", 0) == "Solved line debt did not settle."
    assert found.part(2, 5).columns == 3


def test_only_flows_behind_rates_are_kept() -> None:
    assert set(deal().run(unmoved(MOVES, 1)).flows) == {"cash"}


def test_a_column_whose_integrity_does_not_hold_has_no_values_and_says_which_check() -> None:
    run = deal()
    found = run.run(alone(MOVES, MONTHS, [20.0, 21.0, 0.0]))
    assert [found.value("plane", column) for column in range(3)] == [300, None, 100]
    assert run.reason(found, "plane", 1) == "This check does not hold: What does not add up."


def test_a_deal_that_would_be_refused_has_no_values_where_it_is_sized_again() -> None:
    levels = alone(MOVES, VOLUME, [50.0, 0.0])
    assert deal().run(levels).value("product", 0) == 30 * 55
    run = deal(resize=True)
    found = run.run(levels)
    assert (found.value("product", 0), found.value("product", 1)) == (None, 150)
    assert run.reason(found, "product", 0) == "There is no such deal: More than there is room for."
