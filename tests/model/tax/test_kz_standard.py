"""Kazakhstan, standard: one rate in every period."""

import pytest

from tests.model.small_case import sized


def test_the_rate_is_the_standard_one_throughout() -> None:
    assert set(sized({"tax.cit_rate": 0.20}).series("tax_rate")) == {0.20}


def test_tax_is_a_fifth_of_profit_after_losses() -> None:
    """Without debt: 250 a year less 250, 187.5 and 140.6 of wear: 0, 62.5 and 109.4 of profit."""
    found = sized({"tax.cit_rate": 0.20})
    assert list(found.series("tax_unlevered.tax")[2:5]) == pytest.approx([0, 12.5, (250 - 140.625) * 0.2])
