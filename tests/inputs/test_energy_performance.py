"""An energy performance contract as a case states it: each model with its own terms and none of another's."""

from pathlib import Path

import pytest

from tests.inputs.good_case import said

TERMS = {
    "guaranteed_savings": "service_fee: 10, guaranteed: 350, excess_share: 50 %, compensation_limit: 100 %",
    "shared_savings": "savings_share: 80 %, total_cap: 100",
    "first_out": "payback_amount: 50, payback_return: 10 %",
    "energy_service": "price: 2, volume: 5",
}


def stated(folder: Path, model: str, terms: str) -> list[str]:
    """The problems of one contract."""
    contract = f"{{type: energy_performance, model: {model}, baseline: 1000, measured: 620, tariff: 0.03, {terms}}}"
    return [
        message.partition("revenue.contract.")[2]
        for message in said(folder, overrides=[f"revenue.contract={contract}"])
    ]


@pytest.mark.parametrize("model", TERMS)
def test_each_model_with_its_own_terms_has_no_problem(model: str, tmp_path: Path) -> None:
    assert stated(tmp_path, model, f"{TERMS[model]}, tariff_index: cpi, measurement: option_b") == []


def test_a_model_says_what_it_needs(tmp_path: Path) -> None:
    assert stated(tmp_path, "first_out", "rebound: 5 %") == [
        "model: first_out needs payback_amount; state payback_amount"
    ]


def test_terms_of_another_model_are_not_read_in_silence(tmp_path: Path) -> None:
    assert stated(tmp_path, "shared_savings", f"{TERMS['shared_savings']}, price: 2") == [
        "price: the contract is one of shared_savings; take price out, or write model: energy_service"
    ]


def test_no_more_can_be_guaranteed_than_is_used(tmp_path: Path) -> None:
    assert stated(tmp_path, "guaranteed_savings", "service_fee: 1, guaranteed: 1100, routine_adjustment: 5 %") == [
        "guaranteed: 1,100 are guaranteed to be saved of a baseline of 1,050; "
        "guarantee less than is used without the project"
    ]


def test_the_index_of_the_tariff_must_be_there(tmp_path: Path) -> None:
    (message,) = stated(tmp_path, "shared_savings", "savings_share: 0.8, tariff_index: power")
    assert message.startswith("tariff_index: there is no power under indices")
