"""Periods and day counts against QuantLib: the grid's dates, and interest time under each convention of a loan."""

from datetime import date, timedelta

import pytest
import QuantLib

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.expr.graph import build
from finmodel.expr.line import Variable
from finmodel.model.timing import DAY_COUNTS, timing
from finmodel.units import Unit

EPOCH = date(1899, 12, 30)
CONVENTIONS = {
    "act_365": QuantLib.Actual365Fixed(),
    "act_360": QuantLib.Actual360(),
    "30_360": QuantLib.Thirty360(QuantLib.Thirty360.BondBasis),
}
STARTS = (date(2026, 1, 1), date(2027, 3, 1), date(2027, 12, 1))
YEARS = 12


def grid(start: date, period_months: int) -> tuple[Batch, int]:
    periods = YEARS * 12 // period_months
    inputs = {
        "start": (start - EPOCH).days,
        "period_months": period_months,
        "construction_months": 18,
        "operation_months": 90,
        "delay_months": 0,
        "delay_extends_concession": 0,
        "ramp_up_start": 1,
        "ramp_up_months": 0,
        "table_first_year": start.year,
        "table_years": 1,
    }
    graph = build([timing.part()], [Variable(name, name, Unit.NUMBER) for name in inputs])
    return NumpyEngine(graph, periods).run(inputs), periods


def schedule(start: date, period_months: int) -> list[QuantLib.Date]:
    first = QuantLib.Date(start.day, start.month, start.year)
    return [first + QuantLib.Period(period_months * step, QuantLib.Months) for step in range(YEARS * 12 + 1)]


@pytest.mark.parametrize("period_months", [1, 3, 6, 12])
@pytest.mark.parametrize("start", STARTS, ids=str)
def test_periods_begin_and_end_where_quantlib_says(start: date, period_months: int) -> None:
    found, periods = grid(start, period_months)
    dates = schedule(start, period_months)
    for position in range(periods):
        begins, ends = (EPOCH + timedelta(found.series(line)[position]) for line in ("period_start", "period_end"))
        assert begins == dates[position].to_date()
        assert ends == dates[position + 1].to_date() - timedelta(1)


@pytest.mark.parametrize("period_months", [1, 3, 6, 12])
@pytest.mark.parametrize("start", STARTS, ids=str)
@pytest.mark.parametrize("name", CONVENTIONS)
def test_interest_time_is_quantlibs_under_every_convention(name: str, start: date, period_months: int) -> None:
    found, periods = grid(start, period_months)
    dates = schedule(start, period_months)
    theirs = [CONVENTIONS[name].yearFraction(dates[t], dates[t + 1]) for t in range(periods)]
    assert found.series(DAY_COUNTS[name]) == pytest.approx(theirs, abs=1e-12)


def test_every_convention_of_a_loan_is_compared() -> None:
    assert set(CONVENTIONS) == set(DAY_COUNTS)
