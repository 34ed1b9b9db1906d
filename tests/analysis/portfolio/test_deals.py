"""One deal in a pool: its share, its scale, its currency, and its need alone."""

from pathlib import Path

import numpy as np
import pytest

from finmodel.analysis.portfolio.deals import capital_need, deal_of, present_value
from finmodel.analysis.portfolio.flows import Flows
from tests.pools import CASES, SMALL, cities, small_pool
from tests.runs import results_of

KIOSKS = CASES / "wifi_kiosks" / "case.yaml"


def test_flows_are_the_share_of_the_pool_in_those_of_the_model(tmp_path: Path) -> None:
    deal = deal_of(small_pool(tmp_path), "north", results_of(KIOSKS))
    total = sum(value or 0.0 for value in deal.results.series["cfads"])
    assert deal.flows.values["cfads"].sum() == pytest.approx(total / 2)


def test_scale_and_currency_are_converted(tmp_path: Path) -> None:
    text = SMALL.replace("currency: KZT, money: million", "currency: USD, money: thousand")
    found = small_pool(tmp_path, text + "currencies: {KZT: {rate: {by_year: {2027: 0.002, 2030: 0.001}}}}\n")
    deal = deal_of(found, "north", results_of(KIOSKS))
    assert deal.factor[:4] == pytest.approx([1.0, 1.0, 1.0, 0.5])


def test_the_need_is_how_deep_the_running_total_falls() -> None:
    values = {"distributions": np.array([[0.0], [5], [50]]), "paid_in": np.array([[20.0], [10], [0]])}
    assert capital_need(Flows(2027, values)).tolist() == [25]


def test_the_first_year_is_not_discounted() -> None:
    assert present_value(np.array([[100.0], [110.0]]), 0.1)[0] == pytest.approx(200)


def test_a_deal_alone_has_the_results_of_its_own_run() -> None:
    deal = next(deal for deal in cities().deals if deal.name == "wifi_kiosks")
    assert deal.kpis["equity_irr"].value == results_of(KIOSKS).kpis["equity_irr"].value
    assert deal.kpis["total_uses"].value == pytest.approx(0.6 * (results_of(KIOSKS).values["total_uses"] or 0))
