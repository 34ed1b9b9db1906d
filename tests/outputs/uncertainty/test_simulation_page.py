"""The page of a simulation: probabilities with their errors first, every chart with its table."""

from dataclasses import replace
from pathlib import Path

from finmodel.outputs.language import translator
from finmodel.outputs.simulation.tables import SimulationView
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.uncertainty.simulation_page import simulation_page, write_simulation_page
from finmodel.outputs.uncertainty.writer import render_page
from tests.uncertain_case import UNCERTAIN, results, simulation

FOUND = simulation()
ENGLISH = translator("en")
PAGE = simulation_page(SimulationView(FOUND, ENGLISH), View(results(UNCERTAIN), ENGLISH))


def test_probabilities_come_first_each_with_its_standard_error() -> None:
    labels = [headline.label for headline in PAGE.headlines[:3]]
    assert [label.split()[0] for label in labels] == ["Default:", "Lock-up:", "Equity"]
    assert all(headline.remark.startswith("standard error") for headline in PAGE.headlines[:3])


def test_the_banner_says_debt_scenarios_seed_and_what_is_unverified() -> None:
    assert PAGE.debt == "Debt stays as contracted in every scenario"
    assert "seed 1" in PAGE.banner[0]
    assert "unverified" in PAGE.banner[-1]
    sized = replace(FOUND, frozen=False)
    page = simulation_page(SimulationView(sized, ENGLISH), View(results(UNCERTAIN), ENGLISH))
    assert page.debt == "Debt is sized again in every scenario"


def test_every_chart_leads_to_a_table_of_its_numbers() -> None:
    tables = {block.table.key for part in PAGE.parts for block in part.blocks if block.table}
    figures = [block.figure for part in PAGE.parts for block in part.blocks if block.figure]
    assert len(figures) >= 5
    assert {figure.table_key for figure in figures} <= tables


def test_the_page_is_written_the_same_every_time(tmp_path: Path) -> None:
    write_simulation_page(results(UNCERTAIN), FOUND, tmp_path / "page.html", "en")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == render_page(PAGE, ENGLISH)
