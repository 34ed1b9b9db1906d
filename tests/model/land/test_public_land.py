"""Land on the public side: a row beside the State's flows, where the holder of the fund is the State."""

import pytest

from tests.model.small_case import sized, small_model

BAND = {"upper": 400.0, "area": 100.0, "value": 2.0, "uplift": 0.2, "phase": 1.0}
UPLIFT = {"station": {"land": "a", "capture_rate": 0.5, "bands": {"near": BAND}}}


def test_what_the_city_captures_stands_beside_what_the_deal_costs_it() -> None:
    found = sized({"land": {"uplift": UPLIFT, "fund": {}}, "fiscal": {}})
    assert found.series("public_land_captured")[0] == pytest.approx(20)
    assert found.series("public_net_with_land") == pytest.approx(
        found.series("public_net") + found.series("public_land_captured")
    )
    assert found.series("public_net")[2] == pytest.approx(-300)


@pytest.mark.parametrize(("payer", "captured"), [("authority", 20), ("landowners", 14)])
def test_what_the_state_only_passes_on_to_the_company_costs_it_nothing(payer: str, captured: float) -> None:
    """Of 20 captured the company gets 6: the State pays them out of what it has received, or owners pay them."""
    stream = {"type": "land_value_capture", "instrument": "station", "share": 0.3, "payer": payer}
    found = sized({"land": {"uplift": UPLIFT}, "revenue.captures": stream, "fiscal": {}})
    assert found.series("captures.received")[0] == pytest.approx(6)
    assert found.series("public_land_captured")[0] == pytest.approx(captured)
    assert found.series("public_net_with_land")[0] - found.series("public_vat")[0] == pytest.approx(14)


def test_a_fund_of_somebody_else_is_no_row_of_the_state() -> None:
    case = {"land": {"uplift": UPLIFT, "fund": {"holder": "trust"}}, "fiscal": {"parties": ["authority"]}}
    assert "public_net_with_land" not in small_model(case).graph.lines
