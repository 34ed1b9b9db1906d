"""What government and users pay, year by year, and the tariffs of users."""

from finmodel.outputs.ocds.support import charges, forecasts, public_authority, tariffs
from tests.outputs.ocds.deal import deal


def test_charges_say_whether_government_or_users_pay_and_for_which_year() -> None:
    found = {charge["id"]: charge for charge in charges(deal())}
    assert found["availability-2029"]["paidBy"] == "government"
    assert found["availability-2029"]["estimatedValue"] == {"amount": 200_000_000, "currency": "KZT"}
    assert found["water-2029"]["paidBy"] == "user"
    assert found["water-2029"]["period"] == {"startDate": "2029-01-01T00:00:00Z", "endDate": "2029-12-31T23:59:59Z"}
    assert "availability-2027" not in found


def test_years_of_revenue_are_forecasts() -> None:
    (revenue,) = forecasts(deal())
    amounts = {observation["id"]: observation["value"]["amount"] for observation in revenue["observations"]}
    assert amounts["revenue-2029"] == 400_000_000


def test_only_what_users_pay_is_a_tariff() -> None:
    (tariff,) = tariffs(deal())
    assert (tariff["id"], tariff["title"]) == ("water", "Water tariff")
    assert tariff["value"] == {"amount": 100_000_000, "currency": "KZT"}


def test_the_authority_is_whoever_pays_under_the_agreement() -> None:
    assert public_authority(deal()) == "city"
