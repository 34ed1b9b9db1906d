"""Cases of ours reproduce NREL's Single Owner model, which PySAM runs beside them in the test."""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import numpy_financial
import pytest

from finmodel.errors import CaseError
from finmodel.pipeline import run_case
from finmodel.results import Results
from tests.oracles.single_owner import ALL, A, Found, run

FOLDER = Path(__file__).parents[2] / "cases" / "sam_single_owner"
NAMES = tuple(ALL)

SCULPTED = tuple(name for name, deal in ALL.items() if deal.dscr)
SHARES = tuple(name for name in NAMES if name not in SCULPTED)

EXACT = {name: 1e-4 if deal.debt_share and deal.reserve_months else 1e-9 for name, deal in ALL.items()}
"""How near amounts come. Single Owner leaves its loop of a share of debt and its reserve at a change below 0.001."""


@cache
def ours(name: str, *overrides: str) -> Results:
    return run_case(FOLDER / f"{name}.yaml", overrides=overrides)


@cache
def theirs(name: str) -> Found:
    return run(ALL[name])


def value(found: Results, line: str) -> float:
    amount = found.values[line]
    assert amount is not None, f"{line} is blank"
    return amount


def by_year(found: Results, line: str) -> list[float]:
    """A line of ours for year 0 and each year of operation; a blank is NaN."""
    return [math.nan if amount is None else amount for amount in found.series[line][:21]]


def assert_years_agree(name: str, line: str, expected: Sequence[float]) -> None:
    assert by_year(ours(name), line) == pytest.approx(list(expected), abs=EXACT[name])


@pytest.mark.parametrize("name", NAMES)
def test_the_debt_and_the_uses_are_single_owners(name: str) -> None:
    found = ours(name)
    assert value(found, "senior.commitment") == pytest.approx(theirs(name).debt, abs=EXACT[name])
    assert value(found, "funded_uses") == pytest.approx(theirs(name).uses, abs=EXACT[name])
    assert value(found, "total_uses") == pytest.approx(theirs(name).uses + ALL[name].grant, abs=EXACT[name])
    assert -by_year(found, "equity_cash_flow")[0] == pytest.approx(theirs(name).equity, abs=EXACT[name])


@pytest.mark.parametrize("name", NAMES)
def test_balance_interest_and_principal_agree_in_every_year(name: str) -> None:
    assert_years_agree(name, "senior.closing", theirs(name).balance)
    assert_years_agree(name, "senior.interest_paid", theirs(name).interest)
    assert_years_agree(name, "senior.principal_paid", theirs(name).principal)


@pytest.mark.parametrize("name", SCULPTED)
def test_cover_is_the_target_in_every_year_of_service_and_blank_after_it(name: str) -> None:
    cover = by_year(ours(name), "dscr_before_tax")
    years = range(1, ALL[name].tenor + 1)
    assert [cover[year] for year in years] == pytest.approx([1.3] * len(years), rel=1e-9)
    assert [cover[year] for year in years] == pytest.approx([theirs(name).dscr[year] for year in years], rel=1e-9)
    assert all(math.isnan(value) for year, value in enumerate(cover) if year not in years)


@pytest.mark.parametrize("name", SHARES)
def test_cover_of_a_share_agrees_in_every_year(name: str) -> None:
    cover = np.nan_to_num(by_year(ours(name), "dscr_before_tax"))
    assert cover == pytest.approx(theirs(name).dscr, abs=max(EXACT[name] / 100, 1e-9))


@pytest.mark.parametrize("name", NAMES)
def test_reserve_tax_and_equity_flows_agree_in_every_year(name: str) -> None:
    assert_years_agree(name, "dsra_closing", theirs(name).reserve)
    assert_years_agree(name, "tax_paid", theirs(name).tax)
    assert_years_agree(name, "equity_cash_flow", theirs(name).equity_flow)


@pytest.mark.parametrize("name", NAMES)
def test_the_periodic_rate_of_return_and_the_present_value_are_single_owners(name: str) -> None:
    assert value(ours(name), "equity_irr_periodic") == pytest.approx(theirs(name).irr, abs=1e-6)
    assert value(ours(name), "equity_npv") == pytest.approx(theirs(name).npv, abs=1e-6)


@pytest.mark.parametrize("name", NAMES)
def test_our_periodic_rate_is_nearer_to_the_root_than_single_owners(name: str) -> None:
    flows = by_year(ours(name), "equity_cash_flow")
    root = float(numpy_financial.irr(flows))
    assert abs(value(ours(name), "equity_irr_periodic") - root) <= 1e-12
    assert abs(float(numpy_financial.npv(root, flows))) < 1e-9


@pytest.mark.parametrize("name", NAMES)
def test_every_check_of_ours_holds(name: str) -> None:
    assert value(ours(name), "master_check") == 1.0


def test_where_debt_by_cover_exceeds_the_cost_single_owner_has_no_answer_and_we_say_what_to_do() -> None:
    cheap = run(replace(A, capex=700.0))
    assert cheap.debt > 700.0
    assert cheap.equity < 0.0
    assert math.isnan(cheap.irr)
    with pytest.raises(CaseError) as refused:
        ours("a", "capex.plant.unit_cost=700")
    (problem,) = refused.value.problems
    assert problem.key == "facilities.senior.sizing"
    assert problem.what == "the limits stated allow more debt than the total uses of 700.00: no equity is left"
    assert problem.remedy == "add a limit: sizing.gearing or sizing.amount"


def test_with_the_limit_asked_for_the_same_deal_has_debt_equity_and_a_return() -> None:
    found = ours("a", "capex.plant.unit_cost=700", "facilities.senior.sizing.gearing=85%")
    assert value(found, "senior.commitment") == pytest.approx(0.85 * 700.0, abs=1e-9)
    assert np.nanmin(by_year(found, "dscr_before_tax")) == pytest.approx(
        1.3 * theirs("a").debt / (0.85 * 700.0), rel=1e-9
    )
    flows = by_year(found, "equity_cash_flow")
    assert flows[0] == pytest.approx(-105.0, abs=1e-9)
    assert value(found, "equity_irr_periodic") == pytest.approx(float(numpy_financial.irr(flows)), abs=1e-9)


def test_a_tax_loss_is_carried_forward_here_and_paid_out_at_once_there() -> None:
    quick = run(replace(ALL["b"], depreciation_years=5))
    carried = by_year(ours("b", "tax_pools.equipment.life_years=5"), "tax_paid")
    assert min(quick.tax) < 0.0
    assert min(carried) == 0.0
    assert sum(carried) == pytest.approx(sum(quick.tax), abs=1e-9)


def test_service_beyond_the_cash_is_the_owners_there_and_in_arrears_here() -> None:
    heavy = run(replace(ALL["moratorium"], debt_share=0.60))
    assert min(heavy.dscr[1:13]) < 1.0
    assert min(heavy.equity_flow[1:]) < 0.0
    found = ours("moratorium", "facilities.senior.sizing.gearing=60%")
    assert value(found, "senior.commitment") == pytest.approx(heavy.debt, abs=1e-9)
    assert min(by_year(found, "equity_cash_flow")[1:]) == 0.0
    short = [-flow for flow in heavy.equity_flow if flow < 0][1]
    assert value(found, "arrears_highest") >= short > 0
