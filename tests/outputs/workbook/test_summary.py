"""The summary: every figure is a link to the line it is, sources and uses add up, the scenario is named."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.outputs.language import as_date
from finmodel.outputs.workbook import write_workbook
from finmodel.outputs.workbook.plan import Plan
from tests.model.green_issuance import GREEN_ISSUE
from tests.model.small_issuance import small_issuance_model
from tests.outputs.workbook.deal import deal
from tests.outputs.workbook.rules import Workbook


def rows(book: openpyxl.Workbook, label: int, value: int) -> dict[object, object]:
    sheet = book["Summary"]
    return {sheet.cell(n, label).value: sheet.cell(n, value).value for n in range(7, 30) if sheet.cell(n, label).value}


def test_key_results_are_links(workbook: Workbook, plan: Plan) -> None:
    place = plan.places["dscr_minimum"]
    assert rows(workbook.book, 2, 5)["Lowest DSCR"] == f"='Ratios and returns'!$E${place.row}"


def test_key_results_store_their_values(stored: openpyxl.Workbook) -> None:
    found = rows(stored, 2, 5)
    for kpi in deal().kpis.values():
        assert found[deal().graph.lines[kpi.line].label] == pytest.approx(kpi.value)


def test_sources_and_uses_are_sums_of_their_lines(workbook: Workbook, stored: openpyxl.Workbook, plan: Plan) -> None:
    row = plan.places["drawn"].row
    assert rows(workbook.book, 7, 8)["Drawn"] == f"=SUM('Senior loan'!$J{row}:$O{row})"
    assert rows(stored, 7, 8)["Total sources"] == pytest.approx(deal().values["debt"])


def test_the_weakest_period_is_named(stored: openpyxl.Workbook) -> None:
    lowest = deal().series["dscr"].index(deal().values["dscr_minimum"])
    end = rows(stored, 11, 14)["Period of the lowest DSCR ends"]
    assert isinstance(end, datetime)
    assert end.date() == as_date(deal().series["period_end"][lowest] or 0.0)


def test_checks_and_alerts_are_counted(stored: openpyxl.Workbook) -> None:
    found = rows(stored, 11, 14)
    assert (found["Integrity checks that fail"], found["Alerts"]) == (0, 0)


def test_an_issuance_shows_its_dates_and_where_proceeds_go(tmp_path: Path) -> None:
    about = About("issuance", "An issuance", "KZT million", kind="issuance")
    results = evaluate(small_issuance_model(GREEN_ISSUE), about)
    write_workbook(results, tmp_path / "model.xlsx")
    book = openpyxl.load_workbook(tmp_path / "model.xlsx", data_only=True)
    amounts, dates = rows(book, 7, 8), rows(book, 11, 14)
    assert amounts["Total sources"] == pytest.approx(amounts["Total uses"])
    assert amounts["Paid to what is financed"] == pytest.approx(300 + 800)
    assert dates["Issue"] == datetime(2026, 9, 15)  # noqa: DTZ001 - a day
    assert dates["Last redemption"] == datetime(2029, 9, 15)  # noqa: DTZ001 - a day
    assert "Financial close" not in dates
