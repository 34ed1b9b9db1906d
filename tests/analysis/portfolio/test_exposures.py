"""Exposures: one payer of two cases is one exposure, and shares above their limits are told."""

from pathlib import Path

import pytest

from finmodel.analysis.portfolio.deals import deal_of
from finmodel.analysis.portfolio.exposures import concentrations, share_breaches
from finmodel.pooled import Concentration
from tests.pools import CASES, SMALL, cities, small_pool
from tests.runs import results_of


def found_of(folder: Path, text: str) -> dict[str, Concentration]:
    portfolio = small_pool(folder, text)
    results = results_of(CASES / "wifi_kiosks" / "case.yaml")
    return concentrations(portfolio, [deal_of(portfolio, name, results) for name in portfolio.deals])


def test_two_equal_deals_are_half_each_and_their_one_payer_is_the_whole(tmp_path: Path) -> None:
    found = found_of(tmp_path, SMALL)
    assert found["case"].herfindahl == pytest.approx(0.5)
    assert (found["sector"].herfindahl, found["currency"].herfindahl) == (1.0, 1.0)
    assert set(found["payer"].shares) == {"agency", "north.data_users", "south.data_users"}
    assert "guarantor" not in found


def test_a_party_of_one_case_alone_is_its_own(tmp_path: Path) -> None:
    found = found_of(tmp_path, SMALL.replace(", parties: {advertisers: agency}", ""))
    assert found["payer"].largest[1] < 0.5


@pytest.mark.parametrize("measure", ["uses", "debt", "cfads"])
def test_equal_deals_are_equal_by_every_measure(tmp_path: Path, measure: str) -> None:
    found = found_of(tmp_path, f"{SMALL}limits: {{measure: {measure}, case: 40 %}}\n")
    assert found["case"].measure == measure
    assert [(breach.of, breach.found) for breach in share_breaches(found)] == [("north", 0.5), ("south", 0.5)]


def test_shares_of_every_kind_add_to_one() -> None:
    for kind, found in cities().concentration.items():
        assert sum(found.shares.values()) == pytest.approx(1), kind
        assert found.herfindahl == pytest.approx(sum(share**2 for share in found.shares.values())), kind
