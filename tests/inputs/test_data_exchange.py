"""What a data exchange must state: how much of the forecast counts, and whether the law allows it."""

from pathlib import Path

from tests.inputs.good_case import said


def test_haircut_and_law_are_asked_for(tmp_path: Path) -> None:
    found = said(tmp_path, overrides=["revenue.data={type: data_exchange, calls: 100, price_per_call: 1}"])
    assert len(found) == 2
    assert "revenue.data.haircut: is missing" in found[0]
    assert "revenue.data.lawful: is missing" in found[1]


def test_the_law_allows_it_or_not(tmp_path: Path) -> None:
    terms = "type: data_exchange, calls: 100, price_per_call: 1, haircut: 50 %, lawful: 0.5"
    (message,) = said(tmp_path, overrides=[f"revenue.data={{{terms}}}"])
    assert "revenue.data.lawful: 0.5 is neither yes nor no" in message


def test_what_is_sold_has_a_price_and_what_is_priced_is_sold(tmp_path: Path) -> None:
    terms = "type: data_exchange, haircut: 50 %, lawful: true"
    (message,) = said(tmp_path, overrides=[f"revenue.data={{{terms}}}"])
    assert "revenue.data: it is not said what is sold; state calls with price_per_call" in message
    (message,) = said(tmp_path, overrides=[f"revenue.data={{{terms}, calls: 100}}"])
    assert "revenue.data.calls: needs price_per_call beside it; state price_per_call, or take calls out" in message
    found = said(tmp_path, overrides=[f"revenue.data={{{terms}, calls: 1, price_per_call: 1, licence_price: 1}}"])
    assert "revenue.data.licence_price: needs licences beside it" in found[0]
