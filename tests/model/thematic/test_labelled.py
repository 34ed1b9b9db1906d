"""Labelled bonds: what they bring in labelled proceeds, and what reviews cost."""

import pytest

from tests.model.small_case import sized
from tests.model.thematic.linked_deal import bullet

TERMS = {"issue_price": 0.95, "review_cost_amount": 3.0, "review_fee_amount": 0.5}


@pytest.mark.parametrize("kind", ["green_bond", "social_bond", "sustainability_bond"])
def test_labelled_proceeds_are_what_is_drawn_at_the_issue_price(kind: str) -> None:
    found = sized(bullet(kind, **TERMS))
    assert found.series("senior.labelled_proceeds").sum() == pytest.approx(95)
    assert found.value("master_check") == 1


def test_the_reviewer_is_paid_for_the_opinion_and_each_year_for_reports() -> None:
    found = sized(bullet("green_bond", **TERMS))
    assert found.series("senior.review_cost")[0] == pytest.approx(3)
    assert found.series("party_external_reviewer.net").sum() == pytest.approx(3 + 5 * 0.5)


def test_reports_of_half_years_cost_half_of_those_of_a_year() -> None:
    found = sized(bullet("green_bond", **TERMS) | {"timing.period": "half_year"})
    assert sorted(set(found.series("senior.review_fee").tolist())) == [0, 0.25]
    assert found.series("senior.review_fee").sum() == pytest.approx(5 * 0.5)


def test_a_plain_bond_has_no_labelled_proceeds() -> None:
    assert "senior.labelled_proceeds" not in sized(bullet()).lines
