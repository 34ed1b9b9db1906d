"""What stands on a pool is paid in turn: nothing is paid to two of them, and a bond's proceeds reach somebody."""

from pathlib import Path

import numpy as np
import pytest

from finmodel.analysis.portfolio.flows import FLOWS, Flows
from finmodel.analysis.portfolio.structures import sources, structures_of, tranche_sizes
from tests.pools import SMALL, small_pool

BOND = "green_bond: {amount: 100, coupon: 10 %, issue_year: 2027, tenor_years: 2}\n"
TRUST = "trust: {payout: 100 %, leverage_limit: 100 %}\n"


def flows(**values: list[float]) -> Flows:
    rows = {name: [0.0, 0.0, 0.0] for name in FLOWS} | values
    return Flows(2027, {name: np.array(found, float)[:, np.newaxis] for name, found in rows.items()})


def test_a_trust_receives_what_a_bond_leaves_and_its_proceeds(tmp_path: Path) -> None:
    portfolio = small_pool(tmp_path, SMALL + BOND + TRUST).portfolio
    found = structures_of(portfolio, flows(distributions=[0, 80, 90], cfads=[0, 500, 500]), ())
    assert found.bond is not None
    assert found.trust is not None
    assert found.bond.paid[:, 0] == pytest.approx([60, 55])
    assert found.trust.received[:, 0] == pytest.approx([100, 20, 35])
    assert found.trust.debt[:, 0] == pytest.approx([100, 50, 0])


def test_new_money_pays_first_for_what_the_pool_pays_in(tmp_path: Path) -> None:
    text = SMALL + BOND.replace("tenor_years: 2", "tenor_years: 2, proceeds: new") + TRUST
    found = structures_of(small_pool(tmp_path, text).portfolio, flows(paid_in=[70, 0, 0], cfads=[0, 500, 500]), ())
    assert found.trust is not None
    assert found.trust.received[0, 0] == pytest.approx(30)
    assert found.trust.paid[0, 0] == pytest.approx(30)


def test_tranches_are_cut_from_the_debt_at_the_end_of_the_year_of_issue(tmp_path: Path) -> None:
    text = SMALL + (
        "tranching: {issue_year: 2028, tenor_years: 2, tranches: {a: {size: 80 %, coupon: 5 %}, "
        "b: {size: 20 %, coupon: 0}}}\n"
    )
    portfolio = small_pool(tmp_path, text).portfolio
    pool = flows(debt=[50, 200, 100], collected=[0, 30, 220])
    assert tranche_sizes(portfolio, pool) == (160, 40)
    found = structures_of(portfolio, pool, (160.0, 40.0))
    assert found.tranches is not None
    assert found.tranches.principal[:, :, 0].tolist() == [[160, 0], [40, 0]]
    assert found.tranches.residual[0, 0] == pytest.approx(220 - 168 - 40)


def test_cfads_can_be_promised_after_the_deals_own_debt_service() -> None:
    found = sources(flows(cfads=[10, 50, 20], collected=[0, 30, 25], distributions=[1, 2, 3]))
    assert found["cfads"][:, 0].tolist() == [10, 20, 0]
    assert found["debt_service"][:, 0].tolist() == [0, 30, 25]
