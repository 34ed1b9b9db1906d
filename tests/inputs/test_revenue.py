"""Revenue streams by type."""

from pathlib import Path
from typing import get_args

import pytest

from finmodel.inputs.block import Block
from finmodel.inputs.revenue import AvailabilityPayment, PlainStream, Stream
from tests.inputs.good_case import load, said


def test_the_type_selects_the_stream(tmp_path: Path) -> None:
    revenue = load(tmp_path).case.revenue
    assert isinstance(revenue["lighting"], AvailabilityPayment)
    assert isinstance(revenue["advertising"], PlainStream)


PAYERS = {
    "Rent": "tenants",
    "Usage": "users",
    "Subscription": "users",
    "Advertising": "advertisers",
    "DataExchange": "data_users",
    "EnergySold": "offtaker",
    "CarbonCredits": "carbon_buyer",
    "EvCharging": "drivers",
    "LandLease": "tenants",
    "LandSale": "buyers",
}
BY_RATES = ("PayForPerformance", "EnergyPerformance", "ShadowToll", "OperatingSubsidy", "LandValueCapture")


@pytest.mark.parametrize("stream", get_args(get_args(Stream)[0]), ids=lambda stream: stream.__name__)
def test_every_stream_has_its_usual_payer_and_what_the_authority_pays_states_an_amount(stream: type[Block]) -> None:
    name = stream.__name__
    assert stream.model_fields["payer"].default == PAYERS.get(name, "authority")
    assert name in (*PAYERS, *BY_RATES) or stream.model_fields["amount"].is_required()


def test_weights_of_indices_and_areas_may_leave_a_part_fixed(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=["revenue.lighting.indexation={cpi: 100 %}"]) == []
    assert said(tmp_path, overrides=["revenue.lighting.areas={lamps: {weight: 0.6}, poles: {weight: 0.4}}"]) == []
    assert len(said(tmp_path, overrides=["revenue.lighting.areas={lamps: {weight: 0.7}, poles: {weight: 0.4}}"])) == 1


def test_a_compensation_of_investment_costs_says_over_how_many_years_it_is_paid(tmp_path: Path) -> None:
    compensation = "revenue.capital={type: investment_cost_compensation, amount: 500}"
    (message,) = said(tmp_path, overrides=[compensation])
    assert "revenue.capital.instalment_years: is missing" in message
