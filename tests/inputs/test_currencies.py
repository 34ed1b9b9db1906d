"""Currencies in a case file: what each path of a rate needs, and names that nobody knows."""

from pathlib import Path

import pytest

from tests.inputs.good_case import edited, load, said

USD = "indices:\n  cpi:"


def with_usd(stated: str, more: str = "") -> str:
    return edited(USD, f"currencies:\n  usd: {{spot: 500, {stated}}}\n{more}{USD}")


@pytest.mark.parametrize(
    "stated",
    [
        "depreciation: 5 %",
        "path: given, rates: {by_year: {2027: 510, 2029: 560}}",
        "path: forward, domestic_rate: 15 %, foreign_rate: 5 %",
        "depreciation: 5 %, domestic_rate: 15 %, foreign_rate: 5 %",
    ],
)
def test_every_path_says_what_it_needs_and_no_more(stated: str, tmp_path: Path) -> None:
    assert said(tmp_path, with_usd(stated)) == []


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ("path: given", "path: given needs rates; state rates"),
        ("path: forward", "path: forward needs domestic_rate and foreign_rate; state both"),
        ("depreciation: 5 %, foreign_rate: 5 %", "covered parity needs both interest rates; state domestic_rate too"),
    ],
)
def test_a_path_without_its_figures_is_refused(stated: str, message: str, tmp_path: Path) -> None:
    assert [line.endswith(message) for line in said(tmp_path, with_usd(stated))] == [True]


def test_forward_rates_are_known_where_both_interest_rates_are(tmp_path: Path) -> None:
    stated = "depreciation: 5 %, domestic_rate: 15 %, foreign_rate: 5 %"
    assert load(tmp_path, with_usd(stated)).case.currencies["usd"].has_forward
    assert not load(tmp_path, with_usd("depreciation: 5 %")).case.currencies["usd"].has_forward


def test_a_rate_of_nothing_is_refused(tmp_path: Path) -> None:
    assert len(said(tmp_path, edited(USD, f"currencies:\n  usd: {{spot: 0, depreciation: 5 %}}\n{USD}"))) == 1


def test_a_payment_may_follow_a_currency_by_a_weight(tmp_path: Path) -> None:
    text = with_usd("depreciation: 5 %").replace("indexation: {cpi: 0.7}", "indexation: {cpi: 0.3, usd: 0.4}")
    assert said(tmp_path, text) == []
