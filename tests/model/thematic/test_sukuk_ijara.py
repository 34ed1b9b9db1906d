"""Sukuk al-ijara by hand: the flows of a bond; asset cover, insurance, set-off and the undertaking beside them."""

import pytest

from tests.model.small_case import sized
from tests.model.thematic.linked_deal import bullet

SAME = ("equity_irr", "dscr_minimum", "total_uses", "senior.commitment", "senior.cost_rate")
LEASE = {"leased_share": 0.5, "takaful_rate": 0.004, "insured_share": 1.2, "servicing_amount": 3.0}


def test_without_insurance_it_has_the_cash_flows_of_a_bond() -> None:
    sukuk, bond = sized(bullet("sukuk_ijara")), sized(bullet("bond"))
    for name in SAME:
        assert sukuk.value(name) == pytest.approx(bond.value(name), rel=1e-12), name
    assert sukuk.series("senior.rental") + sukuk.series("senior.bought_back") == pytest.approx(
        bond.series("senior.interest_paid") + bond.series("senior.principal_paid")
    )


def test_while_assets_are_built_rental_is_paid_in_advance() -> None:
    terms = {**bullet("sukuk_ijara"), "timing.construction_months": 24}
    found = sized(terms)
    drawn_in_2027 = found.series("senior.drawdown")[0]
    assert 45 < drawn_in_2027 < 55
    assert list(found.series("senior.advance_rental")[:3]) == pytest.approx([0, 0.15 * drawn_in_2027, 0])
    assert list(found.series("senior.rental")[:4]) == pytest.approx([0, 0, 15, 15])


def test_asset_cover_is_the_book_value_of_what_is_leased_to_the_certificates() -> None:
    """1 000 are built in 2027 and written off over eight years; half is leased, 100 of certificates are owed."""
    found = sized(bullet("sukuk_ijara", **LEASE))
    assert list(found.series("senior.leased_value")[:3]) == pytest.approx([500, 437.5, 375])
    assert list(found.series("senior.asset_cover")[:3]) == pytest.approx([5, 4.375, 3.75])
    assert found.value("senior.asset_cover_minimum") == pytest.approx(2.5)


def test_insurance_is_paid_on_the_sum_insured_while_the_lease_is_in_service() -> None:
    found = sized(bullet("sukuk_ijara", **LEASE))
    assert list(found.series("senior.takaful")[:7]) == pytest.approx([0, 2.4, 2.4, 2.4, 2.4, 2.4, 0])
    assert found.series("party_takaful_operator.net").sum() == pytest.approx(12)
    assert found.value("master_check") == 1


def test_supplementary_rental_sets_off_what_ownership_costs_the_trustee() -> None:
    found = sized(bullet("sukuk_ijara", **LEASE))
    assert found.series("senior.supplementary_rental")[1] == pytest.approx(2.4 + 3)
    assert found.series("party_trustee.received")[1] == pytest.approx(5.4)
    assert found.series("party_trustee.net") == pytest.approx(0)


def test_the_undertaking_is_exercised_at_the_certificates_and_rental_unpaid() -> None:
    found = sized(bullet("sukuk_ijara"))
    assert list(found.series("senior.exercise_price")[:6]) == pytest.approx([100, 100, 100, 100, 100, 0])


def test_a_total_loss_lacks_what_the_sum_insured_does_not_reach_for() -> None:
    found = sized(bullet("sukuk_ijara", leased_share=0.08))
    assert list(found.series("senior.total_loss_shortfall")[:6]) == pytest.approx([20] * 5 + [0])


def test_low_asset_cover_locks_distributions_up() -> None:
    """The covenant of 3.2 fails from 2030 on (312.5 to 100), until the certificates are paid at the end of 2032."""
    free = sized(bullet("sukuk_ijara", **LEASE))
    found = sized(bullet("sukuk_ijara", **LEASE, minimum_asset_cover=3.2))
    assert list(found.series("senior.asset_cover_flag")[:6]) == [0, 0, 0, 1, 1, 0]
    assert list(found.series("distributions_paid")[3:5]) == pytest.approx([0, 0])
    assert free.series("distributions_paid")[3] > 100
    assert found.value("senior.asset_cover_breaches") == 2
    assert found.value("master_check") == 1


def test_periods_are_counted_in_which_too_little_is_tangible_to_be_traded() -> None:
    found = sized(bullet("sukuk_ijara", leased_share=0.06, tradability_share=0.51))
    assert list(found.series("senior.untradable_flag")[:6]) == [0, 0, 1, 1, 1, 0]
    assert found.value("senior.untradable_periods") == 3


@pytest.mark.parametrize(("theme", "there"), [("green", True), ("none", False)])
def test_its_proceeds_are_labelled_unless_it_has_no_theme(theme: str, there: bool) -> None:
    assert ("senior.labelled_proceeds" in sized(bullet("sukuk_ijara", theme=theme)).lines) is there
