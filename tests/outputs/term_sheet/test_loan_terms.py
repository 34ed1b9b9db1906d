"""The terms of the loan are the figures of the model, in the order of a term sheet."""

from dataclasses import replace

from finmodel.outputs.term_sheet.document import Section
from finmodel.outputs.term_sheet.loan_terms import loan_sections
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit


def sections(view: View) -> dict[str, Section]:
    return {section.key: section for section in loan_sections(view)}


def terms(section: Section) -> dict[str, tuple[str, ...]]:
    return {term.label: term.texts for term in section.terms}


def test_the_sections_stand_in_the_order_of_a_term_sheet(view: View) -> None:
    assert list(sections(view)) == [
        "facility",
        "purpose",
        "availability",
        "repayment",
        "pricing",
        "fees",
        "prepayment",
    ]


def test_the_amount_is_the_commitment_and_each_limit_is_named(view: View) -> None:
    found = terms(sections(view)["facility"])
    assert found["Amount"] == (view.amount(view.results.values["senior.commitment"], Unit.MONEY),)
    limits = found["The amount is the least of"]
    assert len(limits) == len(view.results.graph.tagged(limit="facility"))
    assert any(limit.startswith("Limit: gearing") for limit in limits)


def test_the_loan_is_available_from_close_to_completion(view: View) -> None:
    section = sections(view)["availability"]
    (period,) = terms(section)["Availability period"]
    assert "1\N{NO-BREAK SPACE}July\N{NO-BREAK SPACE}2027" in period
    assert "31\N{NO-BREAK SPACE}December\N{NO-BREAK SPACE}2028" in period
    assert [figure.table_key for figure in section.figures] == ["table-construction"]


def test_repayment_runs_from_the_first_to_the_last_flag_of_the_model(view: View) -> None:
    found = terms(sections(view)["repayment"])
    flags = view.series("senior.repayment_flag")
    repaid = [period for period, flag in zip(view.periods, flags, strict=True) if flag]
    assert found["First repayment"] == (view.language.day(repaid[0].end),)
    assert found["Final maturity"] == (view.language.day(repaid[-1].end),)
    assert found["Repayments"] == (str(len(repaid)),)


def test_rates_that_change_stand_in_a_table_by_year(view: View) -> None:
    (table,) = sections(view)["pricing"].tables
    assert table.columns[0] == "from 2027"
    rows = {row.label: row.cells for row in table.rows}
    for base, margin, rate in zip(rows["Base rate"], rows["Margin"], rows["Interest rate"], strict=True):
        assert isinstance(base, float)
        assert isinstance(margin, float)
        assert rate == base + margin


def test_fees_are_stated_and_their_sum_over_construction_is_shown(view: View) -> None:
    found = terms(sections(view)["fees"])
    assert found["Front-end fee, of the amount"] == ("1.0%",)
    paid = sum(value or 0.0 for value in view.series("senior.upfront_fee"))
    assert any(view.amount(paid, Unit.MONEY) in text for text in found["Financing costs during construction"])


def test_what_the_case_does_not_word_is_left_open(view: View) -> None:
    silent = View(replace(view.results, details={}), view.language)
    assert terms(sections(silent)["purpose"]) == {"Use of the loan": ()}
    assert terms(sections(silent)["prepayment"]) == {"Voluntary and mandatory": (), "Cash sweep": ()}
