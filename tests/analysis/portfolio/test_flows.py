"""Flows of a deal by calendar year, and their sum over deals whose years are not the same."""

from datetime import date

import numpy as np
import pytest

from finmodel.analysis.portfolio.flows import LINES, Flows, conversion, flows_of, pooled_flows
from finmodel.inputs.figure import Figure
from finmodel.results import Period

HALVES = [Period(date(2027, 7, 1), date(2027, 12, 31)), Period(date(2028, 1, 1), date(2028, 6, 30)),
          Period(date(2028, 7, 1), date(2028, 12, 31))]  # fmt: skip


def lines(**values: list[float]) -> dict[str, np.ndarray]:
    plain = {name: [0.0, 0.0, 0.0] for name in LINES} | values
    return {name: np.array(found)[:, np.newaxis] for name, found in plain.items()}


def test_half_years_are_added_up_and_balances_are_those_at_the_end_of_the_year() -> None:
    found = flows_of(lines(cfads=[1, 2, 3], debt_closing=[10, 9, 8]), HALVES)
    assert found.years == range(2027, 2029)
    assert found.values["cfads"][:, 0].tolist() == [1, 5]
    assert found.values["debt"][:, 0].tolist() == [10, 8]


def test_lenders_collect_what_is_due_less_what_stays_in_arrears() -> None:
    found = flows_of(lines(debt_service_due=[0, 10, 15], arrears=[0, 4, 0]), HALVES)
    assert found.values["collected"][:, 0].tolist() == [0, 21]


def test_a_factor_by_year_converts_and_shares() -> None:
    found = flows_of(lines(cfads=[1, 2, 3]), HALVES, np.array([0.5 * 480, 0.5 * 500]))
    assert found.values["cfads"][:, 0].tolist() == [240, 1250]


def test_deals_of_other_years_are_added_year_by_year() -> None:
    early, late = Flows(2027, {"cfads": np.array([[1.0], [2.0]])}), Flows(2028, {"cfads": np.array([[10.0], [20.0]])})
    pool = pooled_flows([early, late])
    assert pool.years == range(2027, 2030)
    assert pool.values["cfads"][:, 0].tolist() == [1, 12, 20]


def test_a_rate_of_exchange_stays_as_it_was_last_given() -> None:
    rate = Figure(480.0, by_year=((2028, 500.0), (2030, 540.0)))
    assert conversion(rate, range(2027, 2032)).tolist() == [500, 500, 500, 540, 540]
    assert conversion(None, range(2027, 2029)).tolist() == [1, 1]
    assert conversion(Figure(480.0), range(2027, 2029)) == pytest.approx([480, 480])
