"""Which sections thematic instruments are made of: no more than their terms ask for."""

from typing import Any

import pytest
from hypothesis import given, settings

from tests.model.drawn_cases import cases
from tests.model.drawn_thematic import thematic
from tests.model.small_case import sized
from tests.model.test_whole_cases import SHOCKS, THOROUGH, assert_holds_shocked
from tests.model.thematic.linked_deal import bullet, linked
from tests.sizes import drawn


def test_a_loan_has_no_line_of_a_bond() -> None:
    assert "senior.issue_discount" not in sized().lines
    assert "senior.sustainability_step" not in sized().lines


def test_premium_and_expected_cost_are_there_where_they_are_stated() -> None:
    assert not {"senior.premium", "senior.expected_steps_cost"} & set(sized(linked()).lines)
    assert {"senior.premium", "senior.expected_steps_cost"} <= set(
        sized(linked(premium_rate=0.005, miss_probability=0.3)).lines
    )


def test_a_bond_in_dollars_or_with_a_swap_has_its_all_in_rate_once() -> None:
    usd = {"spot": 500.0, "path": "forward", "domestic_rate": 0.15, "foreign_rate": 0.05}
    assert "senior.cost_rate" in sized({**bullet(currency="usd"), "currencies.usd": usd}).lines
    swap = {"type": "interest_rate_swap", "facility": "senior", "share": 1.0, "fixed_rate": 0.12}
    assert "senior.cost_rate" in sized({**bullet(), "hedges.swap": swap}).lines


@pytest.mark.slow
@settings(THOROUGH, max_examples=drawn(60))
@given(thematic(cases()), SHOCKS)
def test_every_thematic_deal_holds_together(data: dict[str, Any], shocks: list[dict[str, float]]) -> None:
    assert_holds_shocked(data, shocks)
