"""A fixed bullet bond by hand: dates on any day of a month, interest, redemption, costs, stubs."""

from datetime import date

import pytest

from finmodel.inputs.bond_dates import coupon_dates
from tests.model.bonds.small_bonds import alone, alone_model, engine_of
from tests.model.small_case import serial


def test_interest_is_paid_on_coupon_dates_and_principal_at_maturity() -> None:
    lines = alone()
    assert lines.series("green.interest") == pytest.approx([0, *[75] * 10])
    assert lines.series("green.redemption") == pytest.approx([0] * 10 + [1000])
    assert lines.series("green.outstanding") == pytest.approx([1000] * 10 + [0])
    assert lines.series("green.payment_date")[-1] == serial(2032, 3, 18)


def test_a_bond_below_par_brings_less_than_it_owes() -> None:
    lines = alone({"bonds.green.issue_price": 0.98})
    assert lines.series("green.proceeds")[0] == pytest.approx(980)


def test_costs_fall_due_at_issue_and_on_coupon_dates() -> None:
    costs = {"placement_rate": 0.01, "listing_initial": 2, "listing_yearly": 3, "review_initial": 4, "review_yearly": 5}
    costs |= {"other_initial": 6, "other_yearly": 7}
    lines = alone({"bonds.green.costs": costs})
    assert lines.series("green.issue_costs_paid")[0] == pytest.approx(10 + 2 + 4 + 6)
    assert lines.series("green.running_costs_paid") == pytest.approx([0, *[(3 + 5 + 7) / 2] * 10])
    assert lines.series("green.bond_cash_flow")[0] == pytest.approx(1000 - 22)


def test_a_short_first_coupon_pays_for_its_days() -> None:
    """From 18 March to 30 June 2027 are 102 days of 30/360, though periods are years from March."""
    lines = alone(
        {"issuance.period": "quarter", "bonds.green.maturity_date": "2030-06-30", "bonds.green.coupons_a_year": 1}
    )
    interest = lines.series("green.interest")
    assert interest[1] == pytest.approx(1000 * 0.15 * 102 / 360)
    assert interest[5] == pytest.approx(150)


def test_a_long_first_coupon_pays_for_its_days_too() -> None:
    terms = {"maturity_date": "2030-06-30", "coupons_a_year": 1, "first_coupon_date": "2028-06-30"}
    lines = alone({"issuance.period": "quarter", **{f"bonds.green.{key}": value for key, value in terms.items()}})
    interest = lines.series("green.interest")
    assert interest[1] == 0
    assert interest[5] == pytest.approx(1000 * 0.15 * (102 + 360) / 360)


MATURITIES = ["2031-08-31", "2031-06-30", "2032-02-29", "2031-09-15", "2029-03-01", "2030-12-31"]


@pytest.mark.parametrize(("period", "most"), [("year", 1), ("half_year", 2), ("quarter", 4), ("month", 12)])
def test_dates_on_the_grid_are_those_counted_back_from_maturity(period: str, most: int) -> None:
    """Every maturity, issue, number of coupons a year and choice of the month's end is a scenario of one run."""
    terms = {"bonds.green.issue_date": "2027-03-01", "bonds.green.coupons_a_year": most}
    model = alone_model({"issuance.period": period, **terms})
    asked = [
        (issue, date.fromisoformat(maturity), frequency, end)
        for issue in (date(2027, 3, 1), date(2027, 3, 31), date(2028, 2, 29))
        for maturity in MATURITIES
        for frequency in (1, 2, 4, 12)
        if frequency <= most
        for end in (False, True)
    ]
    issues, maturities, frequencies, ends = zip(*asked, strict=True)
    given = {
        "green.issue_date": [serial(d.year, d.month, d.day) for d in issues],
        "green.maturity_date": [serial(d.year, d.month, d.day) for d in maturities],
        "green.coupons_a_year": list(map(float, frequencies)),
        "green.end_of_month": list(map(float, ends)),
    }
    lines = engine_of(model).run({**model.inputs.values, **given})
    for number, (issue, maturity, frequency, end) in enumerate(asked):
        flags = lines.series("green.coupon_flag", number) > 0
        found = list(lines.series("green.payment_date", number)[flags])
        wanted = coupon_dates(issue, maturity, frequency, end_of_month=end)
        assert found == [serial(d.year, d.month, d.day) for d in wanted], asked[number]


def test_a_first_coupon_in_the_period_of_issue_is_paid_on_what_is_issued() -> None:
    lines = alone({"bonds.green.maturity_date": "2032-08-18"})
    assert lines.series("green.interest")[0] == pytest.approx(1000 * 0.15 * 150 / 360)
    assert lines.series("green.interest")[1] == pytest.approx(75)


def test_several_bonds_of_different_dates_keep_their_own() -> None:
    second = {
        "type": "bond", "issue_date": "2028-05-20", "maturity_date": "2030-05-20", "principal": 400.0,
        "coupons_a_year": 1, "coupon": {"type": "fixed", "rate": 0.10},
    }  # fmt: skip
    lines = alone({"bonds.plain": second})
    assert lines.series("plain.outstanding") == pytest.approx([0, 0, 400, 400, 400, 400, 0, 0, 0, 0, 0])
    assert lines.series("plain.interest")[4] == pytest.approx(40)
    assert lines.series("green.interest") == pytest.approx([0, *[75] * 10])
