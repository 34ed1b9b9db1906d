"""DSCR limit: with each profile, the debt that the cash flow serves at the target cover."""

import pytest

from tests.model.small_case import sized


@pytest.mark.parametrize("profile", ["sculpted", "annuity", "equal", "balloon"])
def test_the_weakest_period_has_exactly_the_target_cover(profile: str) -> None:
    repayment = {"profile": profile, "balloon": 0.3}
    found = sized({"facilities.senior.sizing": {"dscr": 1.35}, "facilities.senior.repayment": repayment})
    assert found.value("dscr_minimum") == pytest.approx(1.35)
    assert found.value("senior.commitment") == pytest.approx(found.value("senior.dscr_capacity"))


def test_sculpted_debt_is_the_largest_of_all_profiles() -> None:
    def debt(profile: str) -> float:
        sizing = {"dscr": {"by_year": {2027: 1.3, 2031: 1.5}}}
        changes = {"facilities.senior.sizing": sizing, "facilities.senior.repayment": {"profile": profile}}
        return sized(changes).value("senior.commitment")

    assert debt("sculpted") > debt("annuity") > debt("equal")


def test_lenders_who_size_on_tax_see_less_cash() -> None:
    def debt(tax: str) -> float:
        sizing = {"dscr": 1.3, "tax": tax}
        return sized({"facilities.senior.sizing": sizing, "tax.cit_rate": 0.3}).value("senior.commitment")

    assert debt("none") > debt("levered") > debt("unlevered")


def test_levered_tax_gives_the_target_cover_after_the_tax_that_is_really_paid() -> None:
    found = sized({"facilities.senior.sizing": {"dscr": 1.3, "tax": "levered"}, "tax.cit_rate": 0.3})
    assert found.series("tax_paid").sum() > 50
    assert list(found.series("dscr")[2:8]) == pytest.approx([1.3] * 6)


def test_unlevered_tax_leaves_more_cover_than_the_target() -> None:
    found = sized({"facilities.senior.sizing": {"dscr": 1.3, "tax": "unlevered"}, "tax.cit_rate": 0.3})
    assert found.value("dscr_minimum") >= 1.3 - 1e-9
    assert found.value("dscr_average") > 1.32


def test_cash_flow_that_never_covers_its_costs_carries_no_debt() -> None:
    found = sized({"facilities.senior.sizing": {"dscr": 1.3}, "opex.staff.unit_cost": 400.0})
    assert found.value("senior.commitment") == 0
    assert found.value("master_check") == 1
