"""Tables of record of the appraisal: each value is that of the line it names, at each rate or item."""

import pytest

from finmodel.analysis.economic_appraisal import CONVERTED, EMITTED, appraisal_tables
from finmodel.results import RecordRow
from tests.economic_deal import appraised_deal


def told(row: RecordRow) -> list[float]:
    """The values of a row, none of them blank."""
    return [value for value in row.values if value is not None]


def test_results_stand_at_three_rates_the_lower_first() -> None:
    table = appraisal_tables(appraised_deal())["economics"]
    assert table.row("appraisal.social_rate").values == pytest.approx((0.04, 0.06, 0.09))
    net = table.row("appraisal.net_value")
    assert net.is_total
    assert net.values[1] == appraised_deal().values["economic_npv"]
    assert told(net) == sorted(told(net), reverse=True)


def test_every_benefit_has_a_row_and_every_group() -> None:
    tables = appraisal_tables(appraised_deal())
    assert len(tables["economic_benefits"].rows) == 7
    groups = sum(told(row)[0] for row in tables["economic_groups"].rows)
    assert groups == pytest.approx(appraised_deal().values["appraisal.benefits_value"])


def test_every_item_of_the_financial_model_is_converted() -> None:
    table = appraisal_tables(appraised_deal())["economic_conversion"]
    assert table.columns == CONVERTED
    items = [row.line.rpartition(".")[0] for row in table.rows]
    assert items == ["plant", "staff", "payment", *(item for item in items if item.startswith("economic_"))]
    for financial, factor, economic in map(told, table.rows):
        assert economic == pytest.approx(financial * factor)


def test_emissions_are_told_in_a_typical_year_and_in_all() -> None:
    table = appraisal_tables(appraised_deal())["emissions"]
    assert table.columns == EMITTED
    without, with_it, avoided, in_all = told(table.row("fuel.avoided_in_all"))
    assert avoided == pytest.approx(without - with_it)
    assert in_all == pytest.approx(8 * avoided - 1000)
