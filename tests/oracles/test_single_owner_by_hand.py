"""The conventions of NREL's Single Owner model, shown by repeating it in plain Python."""

import math

import pytest

from tests.oracles.single_owner import ALL, A, B, SingleOwner, run
from tests.oracles.single_owner_by_hand import by_hand

SERIES = ("balance", "interest", "principal", "dscr", "reserve", "tax", "equity_flow")


@pytest.mark.parametrize("name", ALL)
def test_forty_lines_of_python_repeat_single_owner(name: str) -> None:
    theirs, ours = run(ALL[name]), by_hand(ALL[name])
    for amount in ("debt", "uses", "equity", "npv"):
        assert getattr(ours, amount) == pytest.approx(getattr(theirs, amount), abs=1e-4), amount
    assert ours.irr == pytest.approx(theirs.irr, abs=1e-6)
    for series in SERIES:
        assert getattr(ours, series) == pytest.approx(getattr(theirs, series), abs=1e-4), series


def test_single_owner_sizes_debt_on_cash_before_tax() -> None:
    assert run(B).debt == pytest.approx(run(A).debt, abs=1e-9)


def test_single_owner_pays_a_tax_loss_out_at_once() -> None:
    deal = SingleOwner(
        revenue=[120.0] * 10, opex=[20.0] * 10, capex=700.0, tenor=8, rate=0.07, dscr=1.3, tax_rate=0.2,
        depreciation_years=5,
    )  # fmt: skip
    taxes = run(deal).tax
    assert min(taxes) < 0.0
    assert sum(taxes) == pytest.approx(by_hand(deal).tax[0] + sum(by_hand(deal).tax[1:]))


def test_single_owner_has_no_rate_of_return_once_the_debt_exceeds_the_cost() -> None:
    deal = SingleOwner(revenue=[200.0] * 20, opex=[50.0] * 20, capex=1000.0, tenor=15, rate=0.07, dscr=1.3)
    found = run(deal)
    assert found.debt > found.uses
    assert found.equity < 0.0
    assert math.isnan(found.irr)
