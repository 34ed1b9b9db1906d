"""Who bears what, on a screen: what each table says, in every language, and why something is missing."""

from dataclasses import replace

import pytest

from finmodel.analysis.paired_runs import Asked
from finmodel.outputs.language import translator
from finmodel.outputs.simulation.parties import (
    SharingView,
    borne_table,
    fee_table,
    moved_table,
    sharing_lines,
    worth_table,
)
from finmodel.risk_distributions import RiskLoad, Untold
from tests.shared_case import BACKED, TOPPED_UP, shared


def view() -> SharingView:
    return SharingView(shared(BACKED), translator("en"))


def test_every_table_is_told_in_its_order() -> None:
    text = "\n".join(sharing_lines(shared(BACKED), translator("en")))
    headings = [
        "Who bears what",
        "What support is worth",
        "Soft loan: present value with it less without it",
        "Cover: present value with it less without it",
        "What guarantees should cost",
    ]
    places = [text.index(f"\n{heading}\n") for heading in headings]
    assert places == sorted(places)
    assert "Debt as contracted." in text


def test_the_last_row_adds_all_parties_to_nothing() -> None:
    risks = view().sharing.risks
    assert risks is not None
    table = borne_table(view(), risks)
    assert table.rows[-1].label == "All together"
    assert table.rows[-1].cells[1] == pytest.approx(0.0, abs=1e-9)
    assert [row.label for row in table.rows[:-1]] == [each.label for each in risks.parties]


def test_parties_for_whom_nothing_changes_are_left_out_of_what_an_instrument_moves() -> None:
    cover = view().sharing.support[1]
    shown = [row.label for row in moved_table(view(), cover).rows]
    still = [each.label for each in cover.parties if each.mean == each.stressed == 0]
    assert "Guarantor" in shown
    assert still
    assert not {*still} & {*shown}


def test_what_support_is_worth_has_default_with_it_and_without_it() -> None:
    row = worth_table(view()).rows[0]
    soft = view().sharing.support[0]
    assert row.cells[4:6] == tuple(translator("en").percent(share, 1) for share in soft.default)


def test_fees_stand_beside_those_of_the_case() -> None:
    (row,) = fee_table(view()).rows
    fee = view().sharing.support[1].fee
    assert fee is not None
    assert row.cells[3] == fee.amount
    assert row.cells[6] == fee.charged
    assert row.cells[7] == "1.00%"


@pytest.mark.parametrize(
    ("load", "said"),
    [
        (RiskLoad(), "No load for risk is added."),
        (RiskLoad("capital", 0.08), "The load is 8.00% a year of the capital behind it"),
        (RiskLoad("deviation", 0.25), "The load is 0.2500 standard deviations of the loss"),
    ],
)
def test_the_load_is_named(load: RiskLoad, said: str) -> None:
    asked = Asked(load=load)
    assert said in fee_table(SharingView(shared(TOPPED_UP, 50, asked), translator("en"))).note


def test_an_instrument_without_which_there_is_no_deal_is_named_with_the_reason() -> None:
    lost = replace(shared(BACKED, 50), untold=(Untold("soft", "Soft loan", "It did not settle."),))
    text = "\n".join(sharing_lines(lost, translator("en")))
    assert "Without Soft loan there is no deal to compare with: It did not settle." in text


def test_what_is_missing_has_a_reason() -> None:
    terms = {**TOPPED_UP["revenue_guarantees.mrg"], "floors": {"low": {"upper": 0.01}}}
    calm = {**TOPPED_UP, "revenue_guarantees.mrg": terms}
    text = "\n".join(sharing_lines(shared(calm, 50), translator("en")))
    assert "Its giver lays out nothing on average" in text


def test_a_guarantee_of_nothing_has_no_rate_and_says_why() -> None:
    terms = {**BACKED["guarantees.cover"], "until_month": 12}
    text = "\n".join(sharing_lines(shared({**BACKED, "guarantees.cover": terms}, 50), translator("en")))
    assert "Nothing is guaranteed in any period" in text


def test_debt_that_is_sized_again_is_said() -> None:
    assert (
        "Debt sized again in every scenario."
        in worth_table(SharingView(shared(BACKED, 50, resize=True), translator("en"))).note
    )


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_numbers_are_those_of_the_language(lang: str) -> None:
    assert "," in "\n".join(sharing_lines(shared(BACKED), translator(lang)))
