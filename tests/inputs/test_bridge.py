"""Bridge loans of a case: a rate is all they need."""

from pathlib import Path

from tests.inputs.good_case import load, said


def test_a_vat_facility_pays_all_vat_unless_it_says_otherwise(tmp_path: Path) -> None:
    facility = load(tmp_path, overrides=["funding.vat_facility={rate: 14 %}"]).case.funding.vat_facility
    assert facility is not None
    assert (facility.share.number, facility.amount, facility.lender) == (1.0, None, "vat_lender")


def test_a_bridge_needs_its_rate(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=["funding.vat_facility={amount: 100}"]) == [
        "--set:1:1: funding.vat_facility.rate: is missing; add rate: Interest rate of the bridge (% a year)"
    ]
