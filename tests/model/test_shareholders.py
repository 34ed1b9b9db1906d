"""Shareholders: every holder pays its share in and receives its share, and support is the sponsor's alone."""

import pytest

from tests.model.small_case import held, sized, small_model

DEAL = {
    "funding": {
        "shareholder_loan_share": 0.4,
        "shareholder_loan_rate": 0.1,
        "shareholders": {"technology_partner": 0.15, "authority": 0.10},
    }
}
OVERRUN = {"capex.plant.overrun": 0.2}


def test_each_holder_pays_in_and_receives_its_share_of_equity_and_loan() -> None:
    found = sized(DEAL)
    for holder, share in (("sponsor", 0.75), ("technology_partner", 0.15), ("authority", 0.10)):
        of = f"shareholder_{holder}"
        assert list(found.series(f"{of}.holder_paid_in")) == pytest.approx(
            list(share * found.series("equity_invested"))
        )
        assert list(found.series(f"{of}.holder_received")) == pytest.approx(
            list(share * found.series("equity_received"))
        )
        assert found.value(f"{of}.holder_irr") == pytest.approx(found.value("equity_irr"))


def test_parties_carry_their_own_shares_and_add_to_zero() -> None:
    """310.5 of sponsors' funds: 15 % of each year's from the partner."""
    found = sized(DEAL)
    assert found.series("party_technology_partner.paid")[0] == pytest.approx(0.15 * 150)
    payment = found.series("revenue_received")[2]
    assert found.series("party_authority.net")[2] == pytest.approx(0.1 * found.series("equity_received")[2] - payment)
    assert found.value("parties_zero_check") == pytest.approx(0, abs=1e-7)


def test_the_return_of_all_shareholders_together_does_not_depend_on_who_holds() -> None:
    alone = {"funding": {key: value for key, value in DEAL["funding"].items() if key != "shareholders"}}
    for line in ("equity_irr", "equity_npv", "equity_multiple"):
        assert sized(DEAL).value(line) == pytest.approx(sized(alone).value(line)), line


def test_support_is_paid_by_the_sponsor_alone_and_buys_no_further_share() -> None:
    """207 of support: the partners' returns stay what they were, the sponsor's falls below that of all."""
    agreed, found = sized(DEAL), held(DEAL, OVERRUN)
    support = found.series("sponsor_support")
    assert support.sum() == pytest.approx(207)
    paid = found.series("shareholder_sponsor.holder_paid_in")
    assert list(paid) == pytest.approx(list(0.75 * (found.series("equity_invested") - support) + support))
    partner, sponsor = (found.value(f"shareholder_{name}.holder_irr") for name in ("technology_partner", "sponsor"))
    assert sponsor < found.value("equity_irr") < partner
    assert found.series("shareholder_authority.holder_paid_in").sum() == pytest.approx(
        agreed.series("shareholder_authority.holder_paid_in").sum()
    )
    assert found.value("master_check") == 1


def test_net_present_value_and_multiple_are_the_holders_own() -> None:
    found = sized({**DEAL, "valuation": {"equity_discount_rate": 0.12}})
    for holder, share in (("sponsor", 0.75), ("authority", 0.1)):
        assert found.value(f"shareholder_{holder}.holder_npv") == pytest.approx(share * found.value("equity_npv"))
        assert found.value(f"shareholder_{holder}.holder_multiple") == pytest.approx(found.value("equity_multiple"))


def test_each_holder_has_its_return_among_the_key_figures() -> None:
    kpis = {line.tags["kpi"] for line in small_model(DEAL).graph.lines.values() if "kpi" in line.tags}
    assert {"equity_irr", "equity_irr_sponsor", "equity_irr_technology_partner", "equity_irr_authority"} <= kpis


def test_without_other_shareholders_nothing_is_divided() -> None:
    graph = small_model({}).graph
    assert graph.lines["equity_drawdown"].tags["payer"] == "sponsor"
    assert not any(name.startswith("shareholder_sponsor") for name in graph.lines)


def test_a_share_of_nothing_pays_and_receives_nothing() -> None:
    found = sized({"funding": {"shareholders": {"authority": 0.0}}})
    assert found.series("shareholder_authority.holder_paid_in").sum() == 0
    assert found.value("shareholder_sponsor.holder_irr") == pytest.approx(sized({}).value("equity_irr"))
