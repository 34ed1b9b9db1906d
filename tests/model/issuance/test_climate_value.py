"""What avoided emissions are worth at a price of carbon, by hand."""

import pytest

from tests.model.green_issuance import PRICED_ISSUE
from tests.model.small_issuance import issued, small_issuance_model


def test_tonnes_that_bonds_pay_for_are_valued_at_the_price_of_their_year() -> None:
    run = issued(PRICED_ISSUE)
    price = run.series("shadow.price")
    assert price[:3].tolist() == pytest.approx([40 * 500 / 1e6, 50 * 500 / 1e6, 50 * 500 / 1e6])
    tonnes = run.series("impact_of_first_ghg.impact")
    assert run.series("shadow.ghg_value").tolist() == pytest.approx((price * tonnes).tolist())
    assert run.value("shadow.ghg_value_total") == pytest.approx((price * tonnes).sum())
    assert tonnes.sum() > 0


def test_with_a_social_discount_rate_it_has_a_present_value() -> None:
    assert "shadow.ghg_present_value" not in small_issuance_model(PRICED_ISSUE).graph.lines
    run = issued({**PRICED_ISSUE, "issuance.social_discount_rate": 0.05})
    factor = 1.05 ** -run.series("years_since_issue")
    assert run.value("shadow.ghg_present_value") == pytest.approx((run.series("shadow.ghg_value") * factor).sum())


def test_a_price_in_a_foreign_currency_is_brought_over_at_its_rate() -> None:
    foreign = {"path": "given", "years": [2026], "prices": [40.0], "currency": "usd"}
    usd = {"spot": 500.0, "depreciation": 0.05}
    run = issued({**PRICED_ISSUE, "carbon_prices.shadow": foreign, "currencies.usd": usd})
    assert run.series("shadow.price")[-1] == pytest.approx(40 * 500 / 1e6)
