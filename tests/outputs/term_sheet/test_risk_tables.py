"""The risk matrix and the table of who bears what, as any document shows them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from finmodel.outputs.term_sheet.risk_tables import (
    driver_texts,
    expected_note,
    finding_sentences,
    finding_text,
    matrix_table,
    measured,
    party_name,
    sharing_table,
    words_table,
)
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Finding, SharedRisk


def risk(view: View, name: str) -> SharedRisk:
    return next(found for found in view.results.risk_sharing.risks if found.name == name)


def test_the_matrix_has_the_columns_that_a_reviewer_expects(view: View) -> None:
    table = matrix_table(view)
    assert table.columns == (
        "Category", "Intended", "Private share", "Probability", "Impact", "Expected cost",
        "Transferable or retained",
    )  # fmt: skip
    assert table.rows[0].label == "R1 Construction 15 % dearer"
    assert table.rows[0].cells[:4] == (
        "Construction", "Contractor 70%; Sponsors 30%", "100%", "25%",
    )  # fmt: skip
    assert [row.cells[-1] for row in table.rows] == [
        "Transferable", "Transferable", "Transferable", "Shared", "Transferable", "Retained", "Shared", "Shared",
    ]  # fmt: skip


def test_a_risk_that_moves_no_figure_says_that_it_is_not_computed(view: View) -> None:
    assert matrix_table(view).rows[-1].cells[4:6] == ("not computed", "")
    assert words_table(view).rows[-1].cells[-1] == "nothing"


def test_phase_description_and_mitigation_stand_beside_what_the_model_changes(view: View) -> None:
    table = words_table(view)
    assert table.columns == ("Id", "Phase", "What may happen", "Mitigation", "What the model changes")
    assert table.rows[5].cells[:2] == ("revenue", "Operation")
    assert str(table.rows[5].cells[3]).startswith("Interest on late payments")


def test_what_the_model_changes_is_said_in_words(view: View) -> None:
    assert driver_texts(view, risk(view, "completion_delay")) == [
        "Delay of completion 0\N{NO-BREAK SPACE}months → 6\N{NO-BREAK SPACE}months"
    ]
    assert driver_texts(view, risk(view, "interest_rate")) == [
        "Senior loan: Base rate +3.00%\N{NO-BREAK SPACE}a\N{NO-BREAK SPACE}year"
    ]
    assert driver_texts(view, risk(view, "tax_relief")) == ["Investment category B → A"]


def test_a_figure_by_year_that_is_multiplied_shows_its_factor(view: View) -> None:
    rates = view.results.inputs["senior.base_rate_by_year"].value
    assert isinstance(rates, tuple)
    dearer = replace(
        risk(view, "interest_rate"), drivers={"senior.base_rate_by_year": tuple(1.1 * rate for rate in rates)}
    )
    assert driver_texts(view, dearer) == ["Senior loan: Base rate × 1.10"]


def test_the_changes_of_all_parties_add_to_nothing_in_every_column(view: View) -> None:
    table = sharing_table(view)
    assert table.columns == ("Base", "R1", "R2", "R3", "R4", "R5", "R6", "R7")
    total = next(row for row in table.rows if row.label == "All together")
    assert total.cells[1:] == pytest.approx([0.0] * 7, abs=1e-6)


def test_shares_stand_with_those_who_lose_alone(view: View) -> None:
    rows = sharing_table(view).rows
    labels = [row.label for row in rows]
    shares = rows[labels.index("Share of the loss") + 1 : labels.index("Loss, total")]
    assert {row.label: row.cells[1] for row in shares}["Sponsors"] == "100%"
    assert "Contractor" not in {row.label for row in shares}


def test_guarantees_have_a_row_where_the_deal_has_one(view: View) -> None:
    sharing = view.results.risk_sharing
    assert sharing.base is not None
    assert "Drawn on guarantees" not in [label for label, _, _ in measured(sharing)]
    guaranteed = replace(sharing, base=replace(sharing.base, guarantees={"first_loss": 40.0}))
    label, _, read = measured(guaranteed)[-1]
    assert label == "Drawn on guarantees"
    assert guaranteed.base is not None
    assert read(guaranteed.base) == 40


def test_findings_are_told_risk_by_risk(view: View) -> None:
    sentences = finding_sentences(view)
    assert sentences[0] == (
        "R1 Construction 15 % dearer. Contractor: 0% of the loss, where 70% was intended. "
        "Sponsors: 100% of the loss, where 30% was intended."
    )
    assert [sentence[:2] for sentence in sentences] == ["R1", "R2", "R4", "R6", "R7"]


@pytest.mark.parametrize(
    ("finding", "sentence"),
    [
        (Finding("lenders_lose", found=12.34), "Lenders lose KZT\xa012.3\xa0million."),
        (Finding("default", found=2), "Periods in default: 2."),
        (Finding("guarantee_drawn", found=12), "Lenders draw KZT\xa012.0\xa0million on guarantees."),
        (Finding("no_return"), "The sponsors' flows have no rate of return."),
        (Finding("nobody_loses"), "Nobody loses when this happens."),
        (
            Finding("differs", "publicAuthority", 0.3, 1.0),
            "Public side: 100% of the loss, where 30% was intended.",
        ),
    ],
)
def test_each_finding_has_its_sentence(view: View, finding: Finding, sentence: str) -> None:
    assert finding_text(view, finding) == sentence


def test_parties_sides_and_the_company_have_names_in_every_language(seen_in: Callable[[str], View]) -> None:
    kazakh = seen_in("kk")
    assert [party_name(kazakh, key) for key in ("company", "publicAuthority", "contractor")] == [
        "Жобалық компания",
        "Мемлекеттік тарап",
        "Мердігер",
    ]


def test_expected_costs_of_both_sides_make_up_the_whole(view: View) -> None:
    sharing = view.results.risk_sharing
    costs = [found.effect.expected_cost for found in sharing.risks if found.effect]
    assert sharing.expected_cost == pytest.approx(sum(costs))
    assert 0 < sharing.expected_private < sharing.expected_cost
    assert expected_note(view).startswith("Expected cost of all computed risks: KZT\xa0")
