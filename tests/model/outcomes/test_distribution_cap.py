"""Cap on the return of distributions: sponsors earn the cap and no more, and what is beyond it goes back."""

from typing import Any

import pytest

from tests.model.outcomes.test_return_cap import deal
from tests.model.small_case import held, sized

ON_DISTRIBUTIONS = {"basis": "distributions"}


def capped(rate: float, **changes: Any) -> dict[str, Any]:
    return {**deal(rate, cap=ON_DISTRIBUTIONS), **changes}


def test_the_return_of_the_sponsors_is_the_cap_to_nine_digits() -> None:
    assert sized(deal()).value("equity_irr") > 0.3
    for rate in (0.08, 0.15, 0.25):
        found = sized(capped(rate))
        assert found.value("equity_irr") == pytest.approx(rate, abs=1e-9)
        assert found.value("master_check") == 1


def test_lenders_do_not_feel_it() -> None:
    plain, found = sized(deal()), sized(capped(0.15))
    assert found.series("cfads") == pytest.approx(plain.series("cfads"))
    assert found.value("senior.commitment") == pytest.approx(plain.value("senior.commitment"))


def test_a_cap_that_is_never_reached_changes_nothing() -> None:
    plain, found = sized(deal()), sized(capped(5.0))
    assert found.value("signals.returned_total") == 0
    assert found.value("equity_irr") == pytest.approx(plain.value("equity_irr"), rel=1e-12)


def test_what_is_returned_is_deducted_from_profit_a_period_later() -> None:
    found = sized(capped(0.15, **{"tax.cit_rate": 0.2}))
    back = found.series("signals.returned")
    assert back.sum() > 0
    assert found.series("signals.returned_deducted")[1:] == pytest.approx(back[:-1])
    assert found.value("master_check") == 1
    assert found.value("equity_irr") == pytest.approx(0.15, abs=1e-9)


def test_it_holds_together_with_earnings_that_limit_dividends_and_with_a_shareholder_loan() -> None:
    more = {"distributions.limit": "retained_earnings", "funding.shareholder_loan_share": 0.5,
            "funding.shareholder_loan_rate": 0.1, "tax.cit_rate": 0.2}  # fmt: skip
    found = sized(capped(0.15, **more))
    assert found.value("master_check") == 1
    assert found.value("equity_irr") <= 0.15 + 1e-9


def test_with_the_debt_held_poor_outcomes_are_not_capped_below_their_return() -> None:
    rich = capped(0.15)
    poor = deal(0.15, cap=ON_DISTRIBUTIONS, achievement=0.5)
    found = held(rich, poor)
    assert found.value("equity_irr") <= 0.15 + 1e-9
    assert found.value("master_check") == 1
