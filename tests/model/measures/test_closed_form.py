"""The closed form of the grant element: the golden table, and equal to cash flows for any terms."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.measures.soft_loan import many, terms
from tests.model.measures.test_grant_element import GOLDEN, RATES
from tests.model.small_case import sized

STEP = {"year": 12, "half_year": 6}


@pytest.mark.parametrize("period", GOLDEN)
def test_the_closed_form_gives_the_golden_table(period: str) -> None:
    found = many(period, dac_rate=RATES).lines["soft_dac.grant_element_closed"]
    assert list(found * 100) == pytest.approx(GOLDEN[period], abs=5e-5)


def by_hand(rate: float, discount: float, wait: int, life: int, year: int) -> float:
    """As published: GE = (1 − (r/a)/d')·(1 − [(1+d')^−aG − (1+d')^−aM] ÷ (d'·(aM − aG)))."""
    d = float((1 + discount) ** (1 / year) - 1)
    return float(1 - rate / year / d) * (1 - ((1 + d) ** -wait - (1 + d) ** -life) / (d * (life - wait)))


def test_the_periods_of_the_formula_are_counted_from_drawdown_one_payment_before_the_first() -> None:
    found = sized(terms("half_year"))
    assert found.value("soft_dac.periods_before_repayment") == 10
    assert found.value("soft_dac.periods_to_maturity") == 40
    assert found.value("soft_dac.grant_element_closed") == pytest.approx(by_hand(0.02, 0.06, 10, 40, 2))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.sampled_from(sorted(STEP)),
    st.integers(0, 1200),
    st.integers(10, 2000),
    st.integers(0, 20),
    st.integers(1, 20),
)
def test_cash_flows_and_the_closed_form_agree(period: str, rate: int, discount: int, wait: int, repaid: int) -> None:
    """Any rate, any discount, any number of periods before and of repayment."""
    step = STEP[period]
    found = many(
        period,
        soft__base_rate=[rate / 1e4],
        dac_rate=[discount / 1e4],
        soft__grace_months=[wait * step],
        soft__tenor_months=[(1 + wait + repaid) * step],
    )
    flows, closed = found.value("soft_dac.grant_element_share"), found.value("soft_dac.grant_element_closed")
    assert flows == pytest.approx(closed, abs=1e-11)
    assert closed == pytest.approx(by_hand(rate / 1e4, discount / 1e4, wait, wait + repaid, 12 // step), abs=1e-11)


def test_it_is_stated_for_loans_repaid_in_equal_parts_only() -> None:
    assert "soft_dac.grant_element_closed" not in sized(terms("year", repayment={"profile": "annuity"})).lines
