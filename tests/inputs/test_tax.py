"""Tax: regimes by name, pools of assets."""

from pathlib import Path

from finmodel.inputs.tax import KzStandard, Sez
from tests.inputs.good_case import load, said


def test_the_regime_selects_the_rules(tmp_path: Path) -> None:
    assert isinstance(load(tmp_path).case.tax, Sez)
    assert isinstance(load(tmp_path, overrides=["tax={regime: kz_standard}"]).case.tax, KzStandard)


def test_corporate_income_tax_is_a_fifth_unless_stated(tmp_path: Path) -> None:
    assert load(tmp_path).case.tax.cit_rate.number == 0.2


def test_years_of_relief_are_a_list_by_category(tmp_path: Path) -> None:
    tax = load(tmp_path).case.tax
    assert isinstance(tax, Sez)
    assert (tax.category.chosen, tax.relief_years_by_category.numbers) == ("A", (7.0, 15.0, 25.0))


def test_keys_of_one_regime_are_unknown_to_the_other(tmp_path: Path) -> None:
    (message,) = said(tmp_path, overrides=["tax={regime: kz_standard, category: A}"])
    assert "tax.category: is not a key of tax" in message


def test_financing_costs_need_a_pool_that_exists(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=["tax.financing_pool=none"]) == []
    assert len(said(tmp_path, overrides=["tax.financing_pool=nowhere"])) == 1
