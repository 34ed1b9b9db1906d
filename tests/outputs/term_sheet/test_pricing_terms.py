"""Pricing: what rates are made of, in cells where they change seldom and in a table where they change often."""

from dataclasses import replace

from finmodel.outputs.term_sheet.pricing_terms import pricing_section
from finmodel.outputs.term_sheet.view import View


def test_the_rates_of_several_facilities_stand_side_by_side(layered: View) -> None:
    section = pricing_section(layered)
    (table,) = section.lead
    rows = {row.label: row.cells for row in table.rows}
    assert rows["Base rate"][0] == "14.00% from 2027; 12.00% from 2029"
    assert rows["Base rate"][1] == "3.00%\xa0a\xa0year"
    assert rows["Interest rate"][3] == "14.00% from 2027; 20.00% from 2030"
    assert rows["PIK margin, added to the loan until repayment begins"][:3] == ("", "", "")
    assert rows["Step-up of the margin"][2] == "0.50%\xa0a\xa0year, 60\xa0months after financial close"
    assert rows["All-in rate before hedges"][2] == layered.shown("vendor_finance.cost_rate")
    assert [table.key for table in section.tables] == ["table-hedges"]
    assert section.terms == ()


def test_a_rate_that_changes_every_year_has_a_table_of_its_own(layered: View) -> None:
    yearly = tuple(0.10 + 0.001 * (period.start.year - 2027) for period in layered.results.periods)
    series = {**layered.results.series, "senior.rate": yearly, "senior.base_rate": yearly}
    section = pricing_section(View(replace(layered.results, series=series), layered.language))
    rows = {row.label: row.cells for row in section.lead[0].rows}
    assert rows["Interest rate"][0] == "by year, see below"
    assert section.tables[0].key == "table-rates-senior"
    assert section.tables[0].columns[:2] == ("from 2027", "from 2028")


def test_interest_paid_in_kind_is_part_of_the_rate_once_it_is_paid(layered: View) -> None:
    series = {
        **layered.results.series,
        "mezzanine.rate": tuple(0.1 + 0.001 * i for i in range(len(layered.results.periods))),
    }
    section = pricing_section(View(replace(layered.results, series=series), layered.language))
    table = next(table for table in section.tables if table.key == "table-rates-mezzanine")
    assert [row.label for row in table.rows] == ["Base rate", "Margin", "PIK margin paid", "Interest rate"]
    assert table.columns[0] == "from 1\xa0Jul\xa02027"
