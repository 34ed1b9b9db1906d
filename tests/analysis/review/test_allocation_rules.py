"""Rules on proceeds: the amounts and dates that they tell, and where each begins to find something."""

from typing import Any

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.review.findings import findings
from finmodel.analysis.review.material import Material
from finmodel.model.issuance_assembly import assemble_issuance
from finmodel.review import Finding
from tests.analysis.review.cases import found
from tests.model.green_issuance import GREEN_ISSUE
from tests.model.small_issuance import issuance_of, small_issuance

PROJECTS = "green.projects"


def only(changes: dict[str, Any], code: str, *, year: int | None = None) -> Finding:
    (finding,) = [finding for finding in found(changes, year=year) if finding.code == code]
    return finding


def codes(changes: dict[str, Any], *, year: int | None = None) -> set[str]:
    return {finding.code for finding in found(changes, year=year)}


def test_an_overdraft_at_the_end_of_any_year_is_told_at_its_worst() -> None:
    """290.4 have come in 2027, of 600 in all; 300 + 350 are allocated."""
    told = only({"green.allocations.solar_2027.amount": 300}, "over_allocation").told
    assert told["excess"].value == pytest.approx(50)
    assert told["proceeds"].value == pytest.approx(600)
    early = only({"green.allocations.buses_2028.year": 2027}, "over_allocation").told
    assert early["excess"].value == pytest.approx(250 + 300 - 290.4397, abs=1e-3)


def test_an_allocation_may_reach_the_eligible_cost_and_no_further() -> None:
    """250 are allocated to the plant, of 400 signed."""
    assert "allocated_beyond_eligible_cost" not in codes({f"{PROJECTS}.solar.eligible_share": 0.625})
    told = only({f"{PROJECTS}.solar.eligible_share": 0.60}, "allocated_beyond_eligible_cost").told
    assert (told["eligible"].value, told["excess"].value) == pytest.approx((240, 10))


def test_what_instruments_outside_the_case_have_counts_as_taken() -> None:
    """300 + 50 of 360 are allocated to the buses: 10 are left."""
    assert "double_counting" not in codes({f"{PROJECTS}.buses.allocated_elsewhere": 10})
    told = only({f"{PROJECTS}.buses.allocated_elsewhere": 25}, "double_counting").told
    assert (told["eligible"].value, told["elsewhere"].value, told["excess"].value) == pytest.approx((335, 25, 15))
    assert told["instruments"].value == ("Green loan", "Loan of the city")


def test_spending_may_be_as_old_as_the_look_back() -> None:
    """24 months before 2027-01-01."""
    assert codes({f"{PROJECTS}.solar.spent_from": "2025-01-01"}) == set()
    told = only({f"{PROJECTS}.solar.spent_from": "2024-10-01"}, "look_back_exceeded").told
    assert (told["months"].value, told["limit"].value) == (27, 24)


def test_a_day_too_old_is_told_apart_from_the_look_back() -> None:
    """24 months and a day: the day is what the finding is about."""
    told = only({f"{PROJECTS}.solar.spent_from": "2024-12-31"}, "look_back_exceeded").told["months"]
    assert told.value == pytest.approx(24 + 1 / 31)
    assert told.apart_from == 24


def test_what_is_spent_after_the_issue_is_not_refinanced() -> None:
    told = only({f"{PROJECTS}.solar.spent_from": "2027-01-02"}, "spent_after_issue").told
    assert (told["spent"].value, told["issued"].value) == (46389, 46388)
    assert codes({f"{PROJECTS}.solar.spent_from": "2027-01-01"}) == set()


def test_a_project_that_refinances_nothing_needs_no_look_back() -> None:
    changes = {f"{PROJECTS}.solar.refinanced_share": 0, f"{PROJECTS}.solar.spent_from": "2020-01-01"}
    assert codes(changes) == set()
    assert codes(changes | {"green.management.look_back_months": None}) == set()


def test_what_waits_is_told_in_its_worst_year() -> None:
    first, second = (
        finding.told for finding in found({"green.management.placements": None}) if finding.code == "no_placement"
    )
    assert (first["year"].value, second["year"].value) == (2027, 2027)
    assert first["most"].value == pytest.approx(40.4397, abs=1e-3)


def test_money_of_a_matured_bond_is_told_with_its_day() -> None:
    case = issuance_of(small_issuance(GREEN_ISSUE | {"bonds.plain.maturity_date": "2032-09-15"}))
    assert case.green is not None
    seen = Material(case, case.green, evaluate(assemble_issuance(case), About("first", "First", "KZT million")))
    (finding,) = (one for one in findings(seen) if one.code == "waits_after_maturity")
    assert finding.where == "bonds.first.maturity_date"
    assert finding.told["waits"].value == pytest.approx(190)


def test_proceeds_without_a_project_are_told_as_a_share() -> None:
    finding = only({"green.allocations.water_city": None}, "never_allocated")
    assert finding.told["share"].value == pytest.approx(0.5)


def test_an_allocation_of_the_past_must_be_made() -> None:
    late = [one.where for one in found(year=2028) if one.code == "planned_not_made"]
    assert late == [
        f"green.allocations.{name}.state" for name in ("buses_2028", "water_2028", "buses_city", "water_city")
    ]
    assert "planned_not_made" not in codes({}, year=2027)


def test_a_project_of_its_own_may_cost_what_it_likes_but_the_case_itself_costs_what_is_funded() -> None:
    assert "cost_disagrees" not in codes({f"{PROJECTS}.buses.total_cost": 5000})
    told = only({f"{PROJECTS}.buses.total_cost": 5000, f"{PROJECTS}.buses.operation_from": None}, "cost_disagrees").told
    assert told["cost"].value == 5000
    assert told["uses"].value == pytest.approx(1032.9165, abs=1e-3)
