"""Tables of record of the appraisal: each value is that of the line it names, at each rate or item."""

import pytest

from finmodel.analysis.economic_appraisal import CONVERTED, EMITTED, appraisal_tables
from tests.economic_deal import appraised_deal


def test_results_stand_at_three_rates_the_lower_first() -> None:
    table = appraisal_tables(appraised_deal())["economics"]
    assert table.row("appraisal.social_rate").values == pytest.approx((0.04, 0.06, 0.09))
    net = table.row("appraisal.net_value")
    assert net.is_total
    assert net.values[1] == appraised_deal().values["economic_npv"]
    assert net.values[0] > net.values[1] > net.values[2]


def test_every_benefit_has_a_row_and_every_group() -> None:
    tables = appraisal_tables(appraised_deal())
    assert len(tables["economic_benefits"].rows) == 7
    groups = sum(row.values[0] for row in tables["economic_groups"].rows)
    assert groups == pytest.approx(appraised_deal().values["appraisal.benefits_value"])


def test_every_item_of_the_financial_model_is_converted() -> None:
    table = appraisal_tables(appraised_deal())["economic_conversion"]
    assert table.columns == CONVERTED
    items = [row.line.rpartition(".")[0] for row in table.rows]
    assert items == ["plant", "staff", "payment", "economic_tax", "economic_vat"]
    for row in table.rows:
        assert row.values[2] == pytest.approx(row.values[0] * row.values[1])


def test_emissions_are_told_in_a_typical_year_and_in_all() -> None:
    table = appraisal_tables(appraised_deal())["emissions"]
    assert table.columns == EMITTED
    without, with_it, avoided, in_all = table.row("fuel.avoided_in_all").values
    assert avoided == pytest.approx(without - with_it)
    assert in_all == pytest.approx(8 * avoided - 1000)
