"""Viability gap of a case: what must be stated of it, its parties, and that targets alone let it be sought."""

from pathlib import Path

import pytest

from finmodel.inputs.risks import parties_of, public_parties
from tests.inputs.good_case import load, said

SOURCES = "sources: {state: {cap: 20 %, grantor: ministry}, city: {cap: 20 %}}"
GAP = "grants.gap={type: viability_gap, "


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        (SOURCES, "bid", "no size is stated; state bid, or granted_share and targets under concessionality"),
        (f"bid: 5, granted_share: 1, {SOURCES}", "granted_share", "stands beside bid; keep one of the two"),
        ("bid: 5, sources: {}", "sources", "names no source; name one or more, each with its cap"),
        ("bid: 5, sources: {a: {cap: 80 %}, b: {cap: 30 %}}", "sources", "the caps add to 1.1 of project cost"),
        (f"bid: 5, drawn: on_milestone, {SOURCES}", "drawn", "needs the share that each pays"),
        (f"bid: 5, tax_pool: ships, {SOURCES}", "tax_pool", "there is no ships under tax_pools"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = said(tmp_path, overrides=[f"{GAP}{terms}}}"])
    assert f"grants.gap.{place}: " in message
    assert what in message


def test_a_deal_has_one_viability_gap(tmp_path: Path) -> None:
    second = f"grants.other={{type: viability_gap, bid: 5, {SOURCES}}}"
    (message,) = said(tmp_path, overrides=[f"{GAP}bid: 5, {SOURCES}}}", second])
    assert message.endswith("gap fills the viability gap already; add the source to grants.gap.sources")


def test_its_sources_are_of_the_public_side(tmp_path: Path) -> None:
    case = load(tmp_path, overrides=[f"{GAP}bid: 5, {SOURCES}}}"]).case
    assert {"ministry", "authority"} <= set(public_parties(case))
    assert "ministry" in parties_of(case)
    assert case.concessionality is None


def test_targets_alone_make_its_share_the_lever_unless_another_is_named(tmp_path: Path) -> None:
    gap, targets = f"{GAP}granted_share: 100 %, {SOURCES}}}", "concessionality.targets={equity_irr: 20 %}"
    sought = load(tmp_path, overrides=[gap, targets]).case.concessionality
    assert sought is not None
    assert sought.lever is not None
    assert (sought.lever.figure, sought.lever.without) == ("grants.gap.granted_share", 0)
    lever = "concessionality.lever={figure: revenue.lighting.amount, without: 100, most: 3000}"
    other = load(tmp_path, overrides=[gap, targets, lever]).case.concessionality
    assert other is not None
    assert other.lever is not None
    assert other.lever.figure == "revenue.lighting.amount"
    bid = load(tmp_path, overrides=[f"{GAP}bid: 5, {SOURCES}}}", targets]).case.concessionality
    assert bid is not None
    assert bid.lever is None
