"""A portfolio on the screen: what is blank says why, and limits that are not kept are told in sentences."""

from dataclasses import replace

from finmodel.outputs.language import translator
from finmodel.outputs.portfolio.text import portfolio_lines
from finmodel.pooled import Breach, PooledKpi
from finmodel.units import Unit
from tests.pools import cities


def test_limits_that_are_not_kept_are_told() -> None:
    pool = replace(cities(), breaches=[
        Breach("case", "wifi_kiosks", 0.6, 0.5), Breach("payer", "wifi_kiosks.advertisers", 0.6, 0.5),
        Breach("leverage", "2031", 0.6, 0.5), Breach("bond_coverage", "2031", 1.1, 1.2),
    ])  # fmt: skip
    assert portfolio_lines(pool, translator("en"))[-4:] == [
        "  Case: Kiosks with free Wi-Fi is 60.0%, above the limit of 50.0%.",
        "  Payer: Advertisers (Kiosks with free Wi-Fi) is 60.0%, above the limit of 50.0%.",
        "  Debt is 60.0% of the value of assets in 2031, above the limit of 50.0%.",
        "  The bond is covered 1.10x in 2031, below the 1.20x agreed.",
    ]


def test_a_key_result_that_is_blank_says_why() -> None:
    blank = PooledKpi("Equity IRR of the pool", None, Unit.RATE, "Flows of sponsors have no internal rate of return.")
    lines = portfolio_lines(replace(cities(), kpis={"equity_irr": blank}), translator("en"))
    assert "  Equity IRR of the pool: Flows of sponsors have no internal rate of return." in lines


def test_a_pool_on_which_nothing_stands_has_no_tables_of_it() -> None:
    lines = portfolio_lines(replace(cities(), tranches=(), bond=None, trust=None), translator("en"))
    assert not any("Tranches" in line or "trust" in line for line in lines)
