"""What emits: one side or both, with quantities and factors that are not negative."""

from pathlib import Path

import pytest

from finmodel.inputs.flatten import flatten
from tests.inputs.good_case import load, said

FUEL = "emissions.fuel="
DIESEL = "{quantity: 400000, factor: 2.68}"
MARGIN = "{operating: 0.9, build: 0.7, operating_weight: 75 %}"


def test_one_side_is_enough_and_its_figures_have_names_of_their_own(tmp_path: Path) -> None:
    case = load(tmp_path, overrides=[f"{FUEL}{{without_project: {DIESEL}}}"]).case
    assert flatten(case, case.grid()).table["fuel.without_project_factor"].value == 2.68


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ("leakage: 5 %", "emissions.fuel: states nothing that emits; add without_project or with_project, or both"),
        ("without_project: {quantity: -5, factor: 2.68}", "without_project.quantity: -5 is below 0; write 0 or more"),
        (f"with_project: {DIESEL}, leakage: 120 %", "leakage: 120 % is above 100 %; write 100 % or less"),
        (
            "with_project: {energy: grid_kz, quantity: 5, factor: 0.1}",
            "factor: differs from that of energy: grid_kz (0.8 kg a kWh); take it out, or write energy: given",
        ),
        ("with_project: {quantity: 5}", "with_project.factor: is missing; state factor or combined_margin"),
        (
            f"with_project: {{quantity: 5, factor: 1, combined_margin: {MARGIN}}}",
            "with_project.combined_margin: stands beside a factor; keep one of the two",
        ),
        (
            f"with_project: {{quantity: 5, energy: grid_kz, combined_margin: {MARGIN}}}",
            "with_project.combined_margin: stands beside a factor; write energy: given",
        ),
        (
            "with_project: {quantity: 5, factor: 0.8, factor_low: 0.7}",
            "with_project.factor_high: is missing; state both ends of the range",
        ),
        (
            f"with_project: {{quantity: 5, combined_margin: {MARGIN}, factor_low: 0.7, factor_high: 0.8}}",
            "with_project.factor_low: the range from 0.7 to 0.8 does not hold the factor of 0.85; widen it, or correct",
        ),
        (
            "with_project: {quantity: 5, factor: 1, factor_decline: 2 %}",
            "factor_year: is missing; state the calendar year that the factor is of: it falls from then on",
        ),
        (
            "with_project: {quantity: 5, factor: {by_year: {2027: 1, 2028: 0.9}}, factor_decline: 2 %}",
            "factor_decline: the factor is given over time already; take it out, or write one factor and the year",
        ),
        ("with_project: {quantity: 5, factor: 1, losses: 95 %}", "losses: 95 % is above 90 %; write 90 % or less"),
    ],
)
def test_each_misuse_is_told_where_it_stands(stated: str, message: str, tmp_path: Path) -> None:
    (found,) = said(tmp_path, overrides=[f"{FUEL}{{{stated}}}"])
    assert message in found


def test_energy_that_is_named_brings_its_factor_with_its_source(tmp_path: Path) -> None:
    buses = "{without_project: {energy: diesel, quantity: 400}, with_project: {energy: grid_kz, quantity: 1300}}"
    case = load(tmp_path, overrides=[f"emissions.buses={buses}"]).case
    found = flatten(case, case.grid()).table
    assert (found["buses.without_project_factor"].value, found["buses.with_project_factor"].value) == (2.68, 0.80)
    assert found["buses.with_project_factor_decline"].value == 0.015
    assert found["buses.with_project_factor_year"].value == 2024
    assert found["buses.with_project_factor"].provenance.status == "derived"
    assert (found["buses.with_project_factor_low"].value, found["buses.with_project_factor_high"].value) == (0.7, 0.9)


def test_a_combined_margin_is_both_margins_by_their_weights(tmp_path: Path) -> None:
    case = load(tmp_path, overrides=[f"{FUEL}{{without_project: {{quantity: 5, combined_margin: {MARGIN}}}}}"]).case
    side = case.emissions["fuel"].without_project
    assert side is not None
    assert side.combined_margin is not None
    assert side.combined_margin.factor == pytest.approx(0.85)
