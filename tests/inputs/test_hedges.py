"""Hedges in a case file: of a facility that there is, in a currency whose forward is known, and of no more than all."""

from pathlib import Path

from finmodel.inputs.hedges import FxForward
from finmodel.inputs.risks import parties_of
from tests.inputs.good_case import edited, load, said

USD = "currencies:\n  usd: {spot: 500, path: forward, domestic_rate: 15 %, foreign_rate: 5 %}\n"


def in_dollars(hedges: str) -> str:
    text = edited("tax:\n  regime", f"hedges:\n{hedges}tax:\n  regime")
    loan = text.replace("    tenor_months", "    currency: usd\n    tenor_months", 1)
    return loan.replace("indices:\n", f"{USD}indices:\n", 1)


def test_several_hedges_of_one_loan_may_cover_it_together(tmp_path: Path) -> None:
    text = in_dollars(
        "  near: {type: fx_forward, facility: senior, share: 60 %}\n"
        "  far: {type: cross_currency_swap, facility: senior, share: 40 %, fixed_rate: 18 %}\n"
        "  rate: {type: interest_rate_swap, facility: senior, share: 60 %, fixed_rate: 12 %}\n"
    )
    assert said(tmp_path, text) == []
    assert isinstance(load(tmp_path, text).case.hedges["near"], FxForward)


def test_the_bank_is_a_party_that_may_bear_a_risk(tmp_path: Path) -> None:
    text = in_dollars("  near: {type: fx_forward, facility: senior, counterparty: treasury_bank}\n")
    assert "treasury_bank" in parties_of(load(tmp_path, text).case)
