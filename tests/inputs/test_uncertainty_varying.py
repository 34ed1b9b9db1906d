"""A figure that a process moves has a value for every year, and the deal is the same as with one number."""

import numpy as np
import pytest

from finmodel.inputs.flatten import flatten
from tests.uncertain_case import loaded, results

PROCESS = {"demand": {"figures": ["revenue.payment.amount"], "type": "geometric_brownian", "volatility": 0.1}}
LESS = {"less": {"id": "revenue", "probability": 0.1, "set": {"revenue.payment.amount": {"times": 0.9}}}}
MOVED = {"uncertainty.processes": PROCESS, "risks": LESS}


def test_one_number_becomes_the_same_number_every_year_in_every_variant() -> None:
    found = loaded(MOVED)
    grid = found.case.grid()
    table = flatten(found.case, grid).table
    assert set(np.atleast_1d(table["payment.amount_by_year"].value)) == {300.0}
    less = flatten(found.risks["less"].case, grid).table["payment.amount_by_year"]
    assert set(np.atleast_1d(less.value)) == {270.0}


def test_the_deal_is_the_same() -> None:
    assert results(MOVED).values["equity_irr"] == pytest.approx(results().values["equity_irr"], abs=1e-12)


def test_nothing_changes_where_no_process_moves_a_single_number() -> None:
    by_year = {"revenue.payment.amount": {"by_year": {2027: 300, 2030: 310}}, "uncertainty.processes": PROCESS}
    table = flatten(loaded(by_year).case, loaded(by_year).case.grid()).table
    assert table["payment.amount_by_year"].value[:5] == (300, 300, 300, 310, 310)  # type: ignore[index]
