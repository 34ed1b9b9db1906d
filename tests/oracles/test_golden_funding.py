"""Golden value of construction funding: debt, interest, fees and uses that depend on each other."""

import pytest

from finmodel.engines.numpy_engine import Batch
from finmodel.expr.section import Part
from finmodel.model.construction_interest.funded import funded
from finmodel.model.drawdown.pro_rata import pro_rata
from finmodel.model.funding import funding
from finmodel.model.repayment.equal import equal
from finmodel.model.repayment.unit_schedule import unit_schedule
from finmodel.model.sizing.gearing import gearing_limit
from finmodel.model.support.grants.drawn_pro_rata import drawn_pro_rata
from finmodel.model.support.grants.grant import after_grants_before, grant
from finmodel.model.support.grants.limits import share_limit
from finmodel.model.support.grants.received_as_used import received_as_used
from finmodel.model.term_loan import term_loan
from finmodel.model.timing import timing
from tests.oracles.sections import run_parts

YEARS = 5


def funded_by(*more: Part, **figures: float) -> Batch:
    """Capital expenditure 0, 400, 600 at the ends of years 0, 1, 2; year 0 is the moment of financial close."""
    return run_parts(
        [
            timing.part(),
            funding.part(pro_rata),
            *more,
            term_loan.instance(
                "senior",
                funded,
                gearing_limit,
                unit_schedule,
                equal,
                roles={"tier": "senior"},
                links={
                    "repayable": "senior.commitment",
                    "own_commitment": "senior.commitment",
                    "rank_paid": "nothing",
                    "rank_due": "nothing",
                },
            ),
        ],
        YEARS,
        {
            "tolerance": 1e-5,
            "start": 46388.0,
            "period_months": 12.0,
            "construction_months": 36.0,
            "operation_months": 24.0,
            "delay_months": 0.0,
            "delay_extends_concession": 0.0,
            "ramp_up_start": 1.0,
            "ramp_up_months": 0.0,
            "table_first_year": 2027.0,
            "table_years": 1.0,
            "capex_total": [0, 400, 600, 0, 0],
            "vat_paid": 0.0,
            "vat_refund": 0.0,
            "opening_cash": 0.0,
            "shareholder_loan_share": 0.0,
            "senior.sizing_gearing": 0.70,
            "senior.base_rate": 0.08,
            "senior.margin": 0.0,
            "senior.day_count": 1.0,
            "senior.upfront_fee_rate": 0.01,
            # No time passes in year 0, so nothing is charged for it.
            "senior.commitment_fee_rate": [0, 0.005, 0.005, 0, 0],
            "senior.tenor_months": 60.0,
            "senior.grace_months": 0.0,
            "senior.agency_fee_amount": 0.0,
            "senior.default_margin": 0.0,
            "minimum_equity_share": 0.0,
            "senior_outstanding": 0.0,
            "nothing": 0.0,
            **figures,
        },
    )


def assert_golden_debt(found: Batch) -> None:
    assert found.value("senior.commitment") == pytest.approx(725.538120, abs=5e-7)
    assert found.value("total_uses") == pytest.approx(1036.483029, abs=5e-7)
    assert found.series("senior.interest_during_construction").sum() == pytest.approx(23.437084, abs=5e-7)
    assert found.series("senior.commitment_fee").sum() == pytest.approx(5.790563, abs=5e-7)
    assert found.series("senior.upfront_fee").sum() == pytest.approx(7.255381, abs=5e-7)


def test_70_percent_gearing_settles_at_its_fixed_point() -> None:
    assert_golden_debt(funded_by())


def test_a_grant_with_the_uses_takes_the_place_of_equity_and_leaves_the_golden_debt() -> None:
    """A fifth granted pro rata: debt still pays for 70 % of every use, so interest and fees are what they were."""
    city = grant.instance("city", share_limit, after_grants_before(()), drawn_pro_rata, received_as_used)
    found = funded_by(city, **{"city.share": 0.2, "city.paid_share": 1.0})
    assert_golden_debt(found)
    assert found.value("city.agreed") == pytest.approx(1036.483029 / 5, abs=5e-7)
    assert found.value("sponsor_commitment") == pytest.approx(1036.483029 / 10, abs=5e-7)
