"""Which tax is computed on what: as it turns out, as if there were no debt, and in each sizing case."""

import pytest

from tests.model.small_case import held, sized, small_model

TAXED = {"tax.cit_rate": 0.20, "facilities.senior.upfront_fee_rate": 0.02}


def test_the_project_s_own_return_does_not_depend_on_its_debt() -> None:
    returns = [
        sized({**TAXED, "facilities.senior.sizing": {"dscr": 1.3, "gearing": gearing}}).value("project_irr")
        for gearing in (0.1, 0.4, 0.7)
    ]
    assert returns == pytest.approx([returns[0]] * 3, rel=1e-12)


def test_dearer_debt_does_not_change_the_project_s_own_return() -> None:
    assert held(TAXED, {"facilities.senior.margin": 0.03}).value("project_irr") == pytest.approx(
        sized(TAXED).value("project_irr"), rel=1e-12
    )


@pytest.mark.parametrize("method", [{"rate": 0.25}, {"method": "straight_line", "life_years": 5}])
def test_capitalised_financing_costs_are_written_down_like_the_pool_that_takes_them(method: dict[str, object]) -> None:
    found = sized({**TAXED, "tax_pools": {"machinery": method}})
    works, financing = found.series("machinery.depreciation"), found.series("capitalised_financing.depreciation")
    cost = found.series("financing_cost").sum()
    assert financing.sum() == pytest.approx(cost)
    assert list(financing / cost) == pytest.approx(list(works / 1000))
    assert list(found.series("tax_depreciation_total")) == pytest.approx(list(works + financing))
    assert list(found.series("tax_depreciation_works")) == pytest.approx(list(works))


def test_financing_costs_without_a_pool_are_never_deducted() -> None:
    found = sized({**TAXED, "tax.financing_pool": "none"})
    assert found.series("tax_depreciation_total").sum() == pytest.approx(1000)


def test_an_item_without_a_pool_is_never_deducted() -> None:
    found = sized({**TAXED, "capex.plant.tax_pool": "none", "tax.financing_pool": "none"})
    assert found.series("tax_depreciation_total").sum() == 0


def test_items_are_depreciated_each_in_its_own_pool() -> None:
    found = sized(
        {
            "capex.computers": {"unit_cost": 100, "tax_pool": "fast"},
            "tax_pools": {"machinery": {"rate": 0.25}, "fast": {"rate": 0.40}},
        }
    )
    assert found.series("fast.depreciation")[2] == pytest.approx(40)
    assert found.series("machinery.depreciation")[2] == pytest.approx(250)


def test_every_regime_gives_one_rate_by_period() -> None:
    for regime in ({"regime": "kz_standard"}, {"regime": "sez", "category": "A"}):
        assert "tax_rate" in small_model({"tax": regime}).graph.lines
