"""Parties: from payer and payee alone, who gets what, and that nothing is lost between them."""

import pytest

from finmodel.model.parties import cash_lines
from tests.model.small_case import held, sized, small_model
from tests.model.test_integrity import DEAL


def test_every_party_named_by_a_cash_line_has_its_net_flow() -> None:
    nets = {line.instance for line in small_model(DEAL).graph.tagged(party="net")}
    owners = {"sponsor", "senior_lender", "account_bank", "authority", "state_budget"}
    assert nets == {f"party_{name}" for name in owners | {"contractor", "operator", "creditors"}}


def test_a_party_s_net_flow_is_what_it_gets_less_what_it_pays() -> None:
    found = sized(DEAL)
    lender = found.series("senior.interest_paid") + found.series("senior.principal_paid")
    lender = lender + found.series("senior.interest_during_construction") + found.series("senior.agency_fee")
    assert list(found.series("party_senior_lender.received")) == pytest.approx(list(lender))
    assert list(found.series("party_senior_lender.paid")) == pytest.approx(list(found.series("senior.drawdown")))
    assert list(found.series("party_senior_lender.net")) == pytest.approx(
        list(lender - found.series("senior.drawdown"))
    )


def test_all_parties_and_the_company_add_to_zero_in_every_period() -> None:
    found = sized(DEAL)
    assert list(found.series("parties_sum")) == pytest.approx([0] * 11, abs=1e-9)


def test_the_state_gets_tax_and_vat_and_gives_refunds_back() -> None:
    found = sized(DEAL)
    assert found.series("party_state_budget.net")[0] == pytest.approx(80)
    assert list(found.series("party_state_budget.net").cumsum()[-1:]) == pytest.approx([found.series("tax_paid").sum()])


def test_a_present_value_is_at_the_project_s_rate() -> None:
    found = sized({**DEAL, "valuation": {"convention": "periods", "project_discount_rate": 0.10}})
    flows = found.series("party_operator.net")
    assert found.value("party_operator.present_value") == pytest.approx(
        sum(flow / 1.1**year for year, flow in enumerate(flows))
    )


def test_what_a_shock_costs_is_shared_out_to_the_last_tenge() -> None:
    """Works a fifth dearer: what everybody's flows change by, suppliers included, is what the company's cash does."""
    base, shocked = held(DEAL, {}), held(DEAL, {"capex.plant.overrun": 0.2})
    nets = [line.name for line in small_model(DEAL).graph.tagged(party="net")]
    change = sum((shocked.series(name).sum() - base.series(name).sum() for name in nets), 0.0)
    assert change == pytest.approx(base.series("company_net").sum() - shocked.series("company_net").sum(), abs=1e-6)
    assert shocked.series("party_contractor.net").sum() - base.series("party_contractor.net").sum() == pytest.approx(
        200
    )
    assert shocked.series("party_sponsor.net").sum() - base.series("party_sponsor.net").sum() < -150


def test_roles_are_resolved_to_the_parties_of_the_case() -> None:
    model = small_model({"opex.staff.supplier": "city_services", "revenue.payment.payer": "users"})
    names = {line.instance for line in model.graph.tagged(party="net")}
    assert {"party_city_services", "party_users"} <= names


def test_cash_lines_without_a_second_party_are_no_party() -> None:
    assert cash_lines([]) == []
