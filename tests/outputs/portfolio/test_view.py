"""Names in a portfolio, in the language of the document."""

from finmodel.outputs.language import translator
from finmodel.outputs.portfolio.view import PoolView
from tests.pools import cities


def test_cases_have_their_labels_parties_of_one_case_name_it_and_others_are_put_in_words() -> None:
    view = PoolView(cities(), translator("ru"))
    assert view.one_of("case", "wifi_kiosks") == "Киоски с бесплатным Wi-Fi"
    assert view.one_of("payer", "wifi_kiosks.data_users").endswith("(Киоски с бесплатным Wi-Fi)")
    assert view.one_of("currency", "KZT") == "KZT"
    assert PoolView(cities(), translator("en")).one_of("city", "astana_city") == "Astana city"
