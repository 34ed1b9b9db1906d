"""Terms of revenue: every stream, guarantee and share has its table; one that nobody foresaw, too."""

from finmodel.outputs.term_sheet.revenue_terms import revenue_section
from finmodel.outputs.term_sheet.view import View


def captions(view: View) -> list[str]:
    return [table.caption for table in revenue_section(view).lead]


def test_everything_that_is_paid_or_owed_has_its_terms(paid: View) -> None:
    assert captions(paid) == [
        "Adaptive signals", "Adaptive signals: rate card", "Requests: Tiers", "Lights", "Tram", "Road", "Road: Bands",
        "Minimum revenue guarantee", "Minimum revenue guarantee: Floors", "Minimum revenue guarantee: Sharing", "City",
    ]  # fmt: skip


def test_tables_have_addresses_of_their_own(paid: View) -> None:
    keys = [table.key for table in revenue_section(paid).lead]
    assert len(keys) == len(set(keys))


def test_areas_and_indicators_of_an_availability_payment_are_told(view: View) -> None:
    assert captions(view)[0] == "Availability payment"
    assert len(captions(view)) > 1
