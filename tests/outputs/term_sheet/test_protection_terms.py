"""Covenants stand beside the results they are held against; what protects lenders is listed in its order."""

from dataclasses import replace

import pytest

from finmodel.outputs.term_sheet.document import Section
from finmodel.outputs.term_sheet.protection_terms import covenant_table, protection_sections
from finmodel.outputs.term_sheet.view import View
from finmodel.pipeline import run_case
from finmodel.results import Results
from tests.outputs.term_sheet.conftest import CASE


def sections(view: View) -> dict[str, Section]:
    return {section.key: section for section in protection_sections(view)}


def test_the_sections_stand_in_the_order_of_a_term_sheet(view: View) -> None:
    assert list(sections(view)) == [
        "credit_support",
        "accounts",
        "security",
        "covenants",
        "undertakings",
        "conditions",
        "representations",
        "default",
    ]


def test_every_covenant_shows_level_and_result_and_whether_it_holds(view: View) -> None:
    rows = {row.label: row.cells for row in covenant_table(view).rows}
    lowest = view.language.figure(view.results.values["dscr_minimum"], view.unit("dscr_minimum"))
    assert rows["Lock-up: DSCR not below"][:2] == ("1.15x", lowest)
    assert rows["Gearing not above"] == ("70.0%", "70.0%", "", "yes")
    assert {cells[-1] for cells in rows.values()} == {"yes"}


@pytest.fixture(scope="module")
def weak() -> Results:
    return run_case(CASE, overrides=["revenue.street_lighting.amount=2600"], scenario="high_inflation")


def test_a_covenant_that_is_missed_is_shown_as_missed(weak: Results, view: View) -> None:
    values = [None if value is None else value * 0.8 for value in weak.series["dscr"]]
    poor = replace(weak, series={**weak.series, "dscr": tuple(values)})
    rows = {row.label: row.cells for row in covenant_table(View(poor, view.language)).rows}
    assert rows["Sizing: DSCR not below"][-1] == "no"


def test_a_covenant_that_the_case_does_not_set_is_not_shown(view: View) -> None:
    labels = [row.label for row in covenant_table(view).rows]
    assert "Sizing: LLCR not below" not in labels


def test_payments_are_listed_in_their_order(view: View) -> None:
    (order,) = (term for term in sections(view)["accounts"].terms if term.ordered)
    places = [
        next(place for place, text in enumerate(order.texts) if text.startswith(words))
        for words in ("Operating costs", "Interest", "Principal", "Debt service reserve", "Lock-up", "Dividends")
    ]
    assert places == sorted(places)


def test_security_is_listed_as_the_case_words_it(view: View) -> None:
    (security,) = sections(view)["security"].terms
    assert security.texts[0] == "Pledge of the shares of the borrower"
    assert len(security.texts) == 4


def test_charts_stand_with_the_sections_they_belong_to(view: View) -> None:
    found = sections(view)
    assert [figure.key for figure in found["covenants"].figures] == ["figure-cover-block"]
    assert [figure.key for figure in found["accounts"].figures] == ["figure-bridge-block"]


def test_a_facility_with_covenants_of_its_own_has_them_beside_the_deal_s(layered: View) -> None:
    section = next(section for section in protection_sections(layered) if section.key == "covenants")
    deal, own = section.tables
    assert [row.label for row in deal.rows] == ["Default: DSCR not below", "Lock-up: DSCR not below"]
    rows = {row.label: row.cells for row in own.rows}
    assert rows["Lock-up DSCR of the facility"] == ("1.20x", "", "", "1.10x")
    assert rows["Equity cures, at most"] == ("2", "", "", "")
    assert rows["Default test of the facility, months"][3] == ""


def with_cover_of_one_where(view: View, *, repaid: bool) -> View:
    """The same deal, its cover 1.00 in a period in which principal is due, or in which interest alone is."""
    (loan,), results = view.facilities, view.results
    place = next(i for i, ratio in enumerate(results.series["dscr"]) if ratio is not None)
    name = f"{loan}.scheduled_principal"
    cover, principal = list(results.series["dscr"]), list(results.series[name])
    cover[place], principal[place] = 1.0, 100.0 if repaid else 0.0
    series = {**results.series, "dscr": tuple(cover), name: tuple(principal)}
    return View(replace(results, series=series), view.language)


def test_cover_below_the_level_of_sizing_is_explained_where_interest_alone_is_due(paid: View) -> None:
    assert "interest alone" in covenant_table(with_cover_of_one_where(paid, repaid=False)).note
    assert covenant_table(with_cover_of_one_where(paid, repaid=True)).note == ""
    assert covenant_table(paid).note == ""
