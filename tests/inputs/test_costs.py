"""Costs: items, indices and what they refer to."""

from pathlib import Path

from tests.inputs.good_case import load, said


def test_an_item_is_one_piece_without_index_unless_it_says_otherwise(tmp_path: Path) -> None:
    upkeep = load(tmp_path).case.opex["upkeep"]
    assert (upkeep.quantity.number, upkeep.index, upkeep.supplier) == (1.0, None, "operator")


def test_a_spend_profile_adds_to_one_within_rounding(tmp_path: Path) -> None:
    longer = ["timing.construction_months=36", "timing.operation_months=36"]
    assert said(tmp_path, overrides=[*longer, "capex.lights.spend=[0.3333333, 0.3333333, 0.3333334]"]) == []
    assert len(said(tmp_path, overrides=[*longer, "capex.lights.spend=[33 %, 33 %, 33 %]"])) == 1


def test_a_spend_profile_has_no_more_shares_than_construction_has_periods(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=["timing.period=quarter", "capex.lights.spend=[40 %, 30 %, 20 %, 10 %]"]) == []
    assert len(said(tmp_path, overrides=["capex.lights.spend=[40 %, 60 %]"])) == 1


def test_an_item_may_be_in_no_tax_pool(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=["capex.lights.tax_pool=none"]) == []


def test_prices_may_fall_but_not_by_all(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=["indices.cpi.rate=-5 %"]) == []
    assert len(said(tmp_path, overrides=["indices.cpi.rate=-95 %"])) == 1


def test_vat_and_days_of_payment_are_zero_unless_stated(tmp_path: Path) -> None:
    case = load(tmp_path).case
    assert (case.vat.vat_rate.number, case.working_capital.receivable_days.number) == (0.0, 0.0)


def test_a_lifecycle_item_needs_a_price_and_an_interval(tmp_path: Path) -> None:
    keys = [message.split(": ")[1] for message in said(tmp_path, overrides=["lifecycle.drivers={}"])]
    assert sorted(keys) == ["lifecycle.drivers.interval_years", "lifecycle.drivers.unit_cost"]
