"""Cases of ours reproduce NREL's Single Owner model, which PySAM runs beside them in the test."""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import numpy_financial
import pytest

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.inputs.loader import load_case
from finmodel.model.assembly import assemble
from tests.oracles.single_owner import ALL, A, Found, run

FOLDER = Path(__file__).parents[2] / "cases" / "sam_single_owner"
NAMES = tuple(ALL)

EXACT = {"a": 1e-9, "b": 1e-9, "c": 1e-4}
"""How near amounts come. In c Single Owner leaves its loop of debt and reserve at a change below 0.001."""


@cache
def ours(name: str, *overrides: str) -> Batch:
    model = assemble(load_case(FOLDER / f"{name}.yaml", overrides=overrides).case)
    return NumpyEngine(model.graph, model.periods).run(model.inputs.values)


@cache
def theirs(name: str) -> Found:
    return run(ALL[name])


def by_year(found: Batch, line: str) -> list[float]:
    """A line of ours from year 0 on, without the last period of our grid, in which nothing is left to settle."""
    return [float(value) for value in found.series(line)[:-1]]


def assert_years_agree(name: str, line: str, expected: Sequence[float]) -> None:
    assert by_year(ours(name), line) == pytest.approx(list(expected), abs=EXACT[name])


@pytest.mark.parametrize("name", NAMES)
def test_the_debt_and_the_uses_are_single_owners(name: str) -> None:
    found = ours(name)
    assert found.value("senior.commitment") == pytest.approx(theirs(name).debt, abs=EXACT[name])
    assert found.value("total_uses") == pytest.approx(theirs(name).uses, abs=EXACT[name])
    assert -found.series("equity_cash_flow")[0] == pytest.approx(theirs(name).equity, abs=EXACT[name])


@pytest.mark.parametrize("name", NAMES)
def test_balance_interest_and_principal_agree_in_every_year(name: str) -> None:
    assert_years_agree(name, "senior.closing", theirs(name).balance)
    assert_years_agree(name, "senior.interest_paid", theirs(name).interest)
    assert_years_agree(name, "senior.principal_paid", theirs(name).principal)


@pytest.mark.parametrize("name", ["a", "b"])
def test_cover_is_the_target_in_every_year_of_service_and_blank_after_it(name: str) -> None:
    cover = by_year(ours(name), "dscr_before_tax")
    years = range(1, ALL[name].tenor + 1)
    assert [cover[year] for year in years] == pytest.approx([1.3] * len(years), rel=1e-9)
    assert [cover[year] for year in years] == pytest.approx([theirs(name).dscr[year] for year in years], rel=1e-9)
    assert all(math.isnan(value) for year, value in enumerate(cover) if year not in years)


def test_cover_of_level_payments_agrees_in_every_year() -> None:
    cover = np.nan_to_num(by_year(ours("c"), "dscr_before_tax"))
    assert cover == pytest.approx(theirs("c").dscr, abs=1e-7)


@pytest.mark.parametrize("name", NAMES)
def test_reserve_tax_and_equity_flows_agree_in_every_year(name: str) -> None:
    assert_years_agree(name, "dsra_closing", theirs(name).reserve)
    assert_years_agree(name, "tax_paid", theirs(name).tax)
    assert_years_agree(name, "equity_cash_flow", theirs(name).equity_flow)


@pytest.mark.parametrize("name", NAMES)
def test_the_periodic_rate_of_return_and_the_present_value_are_single_owners(name: str) -> None:
    assert ours(name).value("equity_irr_periodic") == pytest.approx(theirs(name).irr, abs=1e-6)
    assert ours(name).value("equity_npv") == pytest.approx(theirs(name).npv, abs=1e-6)


@pytest.mark.parametrize("name", NAMES)
def test_our_periodic_rate_is_nearer_to_the_root_than_single_owners(name: str) -> None:
    flows = by_year(ours(name), "equity_cash_flow")
    root = float(numpy_financial.irr(flows))
    assert abs(ours(name).value("equity_irr_periodic") - root) <= 1e-12
    assert abs(float(numpy_financial.npv(root, flows))) < 1e-9


@pytest.mark.parametrize("name", NAMES)
def test_every_check_of_ours_holds(name: str) -> None:
    assert ours(name).value("master_check") == 1.0


def test_where_debt_by_cover_exceeds_the_cost_we_stop_at_the_cost_and_say_so_while_single_owner_has_no_answer() -> None:
    cheap = run(replace(A, capex=700.0))
    assert cheap.debt > 700.0
    assert cheap.equity < 0.0
    assert math.isnan(cheap.irr)

    found = ours("a", "capex.plant.unit_cost=700")
    assert found.value("senior.dscr_capacity") == pytest.approx(cheap.debt, abs=1e-9)
    assert found.value("senior.commitment") == pytest.approx(700.0, abs=1e-9)
    assert found.value("gearing") == pytest.approx(1.0, abs=1e-12)
    assert min(found.series("equity_drawdown")) >= 0.0
    assert np.nanmin(found.series("dscr_before_tax")) > 1.3
    assert found.value("master_check") == 1.0


def test_a_tax_loss_is_carried_forward_here_and_paid_out_at_once_there() -> None:
    quick = run(replace(ALL["b"], depreciation_years=5))
    carried = ours("b", "tax_pools.equipment.life_years=5")
    assert min(quick.tax) < 0.0
    assert min(carried.series("tax_paid")) == 0.0
    assert carried.series("tax_paid").sum() == pytest.approx(sum(quick.tax), abs=1e-9)
