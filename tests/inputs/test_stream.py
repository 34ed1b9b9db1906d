"""What every stream of revenue states: weights of indices that the case has and that add to 1 at most."""

from pathlib import Path

from tests.inputs.good_case import said


def test_an_index_that_the_case_does_not_have_is_named(tmp_path: Path) -> None:
    (message,) = said(tmp_path, overrides=["revenue.lighting.indexation={wages: 50 %}"])
    assert "there is no wages under indices" in message


def test_weights_that_add_to_more_than_one_are_refused(tmp_path: Path) -> None:
    more = ["indices.wages={rate: 5 %}", "revenue.lighting.indexation={cpi: 70 %, wages: 40 %}"]
    (message,) = said(tmp_path, overrides=more)
    assert "the weights add to 1.1; make them add to 1 or less" in message


def test_a_currency_that_the_case_does_not_have_is_named(tmp_path: Path) -> None:
    (message,) = said(tmp_path, overrides=["revenue.advertising.currency=eur"])
    assert "eur" in message
