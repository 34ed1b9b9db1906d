"""Tables by calendar year: what was owed at the end of a year, flows added, in the order of the model."""

import pytest

from finmodel.analysis.by_year import yearly_tables
from finmodel.analysis.evaluation import About, evaluate
from finmodel.model.assembly import Model
from finmodel.results import Results
from tests.model.small_case import small_model

HALF_YEARS = {"timing.period": "half_year", "termination": {"equity_rate": 0.15}}


def results(model: Model) -> Results:
    return evaluate(model, About("small", "Small deal", "KZT million"))


def test_a_case_that_asks_for_no_table_has_none() -> None:
    assert yearly_tables(results(small_model())) == {}


def test_the_table_of_termination_shows_each_case_at_the_end_of_each_year() -> None:
    run = results(small_model(HALF_YEARS))
    table = yearly_tables(run)["termination"]
    assert (table.by, table.columns[0], len(table.columns)) == ("year", "2027", 11)
    compensation = table.row("termination_authority.compensation")
    by_period = run.series["termination_authority.compensation"]
    assert compensation.label == "Authority's default: Compensation"
    assert compensation.values[:3] == pytest.approx(by_period[1:7:2])


def test_every_case_has_its_compensation_and_what_lenders_and_sponsors_lose() -> None:
    table = yearly_tables(results(small_model(HALF_YEARS)))["termination"]
    cases = ("authority", "voluntary", "private", "force_majeure", "corruption")
    for case in cases:
        for name in ("compensation", "senior_loss", "junior_loss", "lenders_loss", "equity_loss", "equity_value_loss"):
            assert len(table.row(f"termination_{case}.{name}").values) == len(table.columns)
    assert table.rows[-1].line == "termination_exposure"
    assert table.rows[-1].is_total


def test_a_row_that_a_table_does_not_have_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        yearly_tables(results(small_model(HALF_YEARS)))["termination"].row("nowhere")
