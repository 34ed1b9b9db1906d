"""Land value capture as revenue: the company's share of an instrument, while its contract lasts; the rest is public."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

BAND = {"upper": 400.0, "area": 100.0, "value": 2.0, "uplift": 0.2, "phase": {"by_year": {2027: 0.5, 2030: 1.0}}}
STATION = {"land": "station", "capture_rate": 0.5, "bands": {"near": BAND}}


def paid(case: dict[str, Any] | None = None, **terms: Any) -> Batch:
    """An uplift of 40, half of it captured in two steps, paid to the company or not."""
    stream = {"type": "land_value_capture", "instrument": "station", **terms}
    return sized({"land": {"uplift": {"station": STATION}}, "revenue.captures": stream, **(case or {})})


def test_what_is_captured_is_revenue_of_the_company_in_construction_too() -> None:
    found = paid()
    assert list(found.series("captures.revenue")[:5]) == pytest.approx([10, 0, 0, 10, 0])
    assert found.series("party_authority.paid")[0] == pytest.approx(10)
    assert found.series("land_captured_public") == pytest.approx(0)


def test_it_is_collected_taxed_and_available_for_debt_service_like_any_revenue() -> None:
    found = paid({"tax.cit_rate": 0.2, "working_capital": {"receivable_days": 73}})
    without = sized({"tax.cit_rate": 0.2, "working_capital": {"receivable_days": 73}})
    assert found.series("captures.received")[0] == pytest.approx(10 * (1 - 73 / 365))
    assert found.series("cfads").sum() > without.series("cfads").sum()
    assert found.series("tax_actual.tax").sum() > without.series("tax_actual.tax").sum()


def test_the_share_that_is_not_the_company_s_stays_public() -> None:
    found = paid(share=0.25, payer="landowners")
    assert list(found.series("captures.revenue")[:4]) == pytest.approx([2.5, 0, 0, 2.5])
    assert list(found.series("land_captured_public")[:4]) == pytest.approx([7.5, 0, 0, 7.5])
    assert found.series("party_landowners.paid").sum() == pytest.approx(5)
    assert found.lines["parties_zero_check"][0] == pytest.approx(0, abs=1e-9)


def test_what_comes_after_the_contract_is_the_city_s() -> None:
    late = {**STATION, "bands": {"near": {**BAND, "phase": {"by_year": {2027: 0.0, 2037: 1.0}}}}}
    found = paid({"land": {"uplift": {"station": late}}})
    assert found.series("captures.revenue") == pytest.approx(0)
    assert found.series("land_captured_public")[-1] == pytest.approx(20)
