"""The pool by hand: cash flows added up, the need together, what joining saves, concentration; and in drawn cases."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finmodel.engines.numpy_engine import NumpyEngine
from tests.model.deals_of_every_kind import deals_of_every_kind
from tests.model.drawn_revenue import cases_with_agreements
from tests.model.pooling.test_member import JOINED
from tests.model.small_case import sized
from tests.model.test_whole_cases import SHOCKS, THOROUGH, assert_holds_shocked
from tests.modelled import model_of
from tests.sizes import drawn

MEMBERS = ("east", "west", "south")
YEARS = (2026, 2029, 2030, 2033, 2034)
"""Years from which another investment holds; the first may fall into construction."""


def test_the_pool_is_the_sum_of_its_members() -> None:
    found = sized(JOINED)
    assert list(found.series("pool_net")) == [-500, -500, 250, -50, 350, 310, 350, 350, 350, 350, 0]
    assert list(found.series("pool_investment")[:4]) == [500, 500, 0, 400]


def test_earlier_members_pay_for_later_ones() -> None:
    found = sized(JOINED)
    assert found.value("pool_needs_apart") == 1300
    assert found.value("pool_need") == 1000
    assert found.value("pool_saving") == 300


def test_members_that_need_at_the_same_time_save_nothing() -> None:
    found = sized({**JOINED, "phases.second.investment": {"by_year": {2027: 0.0, 2028: 400.0, 2029: 0.0}}})
    assert found.value("pool_need") == pytest.approx(1400)
    assert found.value("pool_saving") == pytest.approx(0)


def test_concentration_is_the_sum_of_squared_shares() -> None:
    found = sized(JOINED)
    assert found.value("pool_largest_share") == pytest.approx(0.8)
    assert found.value("pool_concentration") == pytest.approx(0.64 + 0.04)


def test_present_value_and_return_are_of_the_sum() -> None:
    found = sized(JOINED)
    parts = sum(found.value(f"pool_{name}.member_npv") for name in ("old", "new", "common"))
    assert found.value("pool_npv") == pytest.approx(parts)
    low, high = sorted((found.value("pool_old.member_irr"), found.value("pool_new.member_irr")))
    assert low <= found.value("pool_irr") <= high


@st.composite
def joined(draw: Any, deals: st.SearchStrategy[dict[str, Any]]) -> dict[str, Any]:
    """A drawn case whose items belong to members at random, or to none, with a phase of each in two years or three."""
    data: dict[str, Any] = draw(deals)
    whose = st.sampled_from([*MEMBERS, None])
    for heading in ("capex", "opex", "lifecycle", "revenue"):
        data[heading] = {name: item | {"member": draw(whose)} for name, item in data[heading].items()}
    early, money, none = st.sampled_from([0.0, 20.0]), st.integers(0, 400).map(float), st.just(0.0)
    data["phases"] = {
        f"phase_{member}": {
            "investment": {"by_year": dict(zip(YEARS, map(draw, (early, money, none, money, none)), strict=True))},
            "public_share": draw(st.sampled_from([0.0, 0.3, 1.0])),
            "member": member,
        }
        for member in MEMBERS
    }
    kept = draw(st.sampled_from([0, 12, 36]))
    return data | {"pool": {"members": {name: {} for name in MEMBERS}, "kept_months": kept}}


@settings(THOROUGH, max_examples=8)
@given(joined(cases_with_agreements()))
def test_in_any_case_members_add_up_and_joining_never_needs_more(data: dict[str, Any]) -> None:
    model = model_of(data)
    found = NumpyEngine(model.graph, model.periods).run(model.inputs.values)
    each = [f"pool_{name}" for name in (*MEMBERS, "common")]
    together = np.sum([found.series(f"{name}.member_net") for name in each], axis=0)
    assert found.series("pool_net") == pytest.approx(together)
    assert found.value("pool_need") <= sum(found.value(f"{name}.member_need") for name in each) + 1e-6
    assert found.value("parties_zero_check") == pytest.approx(0, abs=1e-4)
    assert found.value("master_check") == 1
    paid = [found.series(name) for name in ("phases_contribution", "phases_from_cash", "phases_equity")]
    assert np.min(paid) >= -1e-9
    assert np.sum(paid, axis=0) == pytest.approx(found.series("phases_cost"))


@pytest.mark.slow
@settings(THOROUGH, max_examples=drawn(40))
@given(joined(deals_of_every_kind()), SHOCKS)
def test_a_pool_with_phases_holds_together_with_every_instrument(
    data: dict[str, Any], shocks: list[dict[str, float]]
) -> None:
    assert_holds_shocked(data, shocks)
