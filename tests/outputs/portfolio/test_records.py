"""The JSON of a portfolio: the same each time, with a reason where there is no value."""

import json
from dataclasses import replace

from finmodel.outputs.portfolio.records import portfolio_document, portfolio_json
from finmodel.pooled import PooledKpi
from finmodel.units import Unit
from tests.pools import cities


def test_it_is_the_same_each_time() -> None:
    assert portfolio_json(cities()) == portfolio_json(cities())


def test_a_value_that_does_not_exist_is_null_with_a_reason() -> None:
    blank = replace(
        cities(), kpis={"dscr_minimum": PooledKpi("DSCR", None, Unit.RATIO, "The pool has no debt service.")}
    )
    found = json.loads(portfolio_json(blank))["kpis"]["dscr_minimum"]
    assert found == {"label": "DSCR", "value": None, "unit": "x", "reason": "The pool has no debt service."}


def test_what_does_not_stand_on_the_pool_is_null() -> None:
    assert portfolio_document(replace(cities(), bond=None))["green_bond"] is None
    assert portfolio_document(cities())["concentration"]["case"]["effective"] > 3
