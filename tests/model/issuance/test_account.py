"""The issuer's account of the bonds, by hand."""

import pytest

from tests.model.small_issuance import BOND, issued


def test_investors_pay_projects_receive_and_the_budget_serves_the_debt() -> None:
    run = issued()
    assert run.series("proceeds_received").tolist() == pytest.approx([990, *[0] * 7])
    assert run.series("paid_to_projects").tolist() == pytest.approx([990, *[0] * 7])
    assert run.series("own_funds_paid").tolist() == pytest.approx([0, *[60] * 5, 1060, 0])
    assert run.series("party_local_budget.net").tolist() == pytest.approx([0, *[-60] * 5, -1060, 0])
    assert run.series("party_bondholder.net").tolist() == pytest.approx([-990, *[60] * 5, 1060, 0])
    assert run.series("debt_closing").tolist() == pytest.approx([1000] * 6 + [0, 0])
    assert run.value("master_check") == 1


def test_a_sinking_fund_spreads_redemption_over_the_years_in_which_it_is_filled() -> None:
    """A sixth of 1 000 is set aside with every coupon of 60; the fund redeems, so that the last is as the others."""
    run = issued({"bonds.first.redemption": {"profile": "sinking_fund"}})
    assert run.series("own_funds_paid").tolist() == pytest.approx([0, *[60 + 1000 / 6] * 6, 0])
    assert run.series("reserves_closing").tolist() == pytest.approx([0, *(1000 / 6 * n for n in range(1, 6)), 0, 0])


@pytest.mark.parametrize(
    ("issuer", "payer"),
    [("project", "project_revenue"), ("portfolio", "portfolio"), ("corporate", "issuer_operations")],
)
def test_who_serves_the_bonds_follows_from_the_kind_of_issuer(issuer: str, payer: str) -> None:
    run = issued({"issuance.issuer": issuer})
    assert run.series(f"party_{payer}.paid").sum() == pytest.approx(1360)


def test_the_totals_of_two_bonds_add_up() -> None:
    run = issued(
        {"bonds.plain": BOND | {"type": "bond", "principal": 500.0, "issue_price": 1.0, "maturity_date": "2028-09-15"}}
    )
    assert run.value("total_issued") == pytest.approx(1500)
    assert run.value("net_proceeds") == pytest.approx(1490)
    assert run.value("total_interest") == pytest.approx(360 + 120)
    assert run.value("master_check") == 1
