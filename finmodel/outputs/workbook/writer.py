"""Writes the workbook of a case: every line a live formula, every formula with the value the engine found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from finmodel.outputs.workbook.calculations import write_calculations
from finmodel.outputs.workbook.checks import write_checks
from finmodel.outputs.workbook.cover import write_cover
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.grouping import CHECKS
from finmodel.outputs.workbook.input_pages import write_inputs
from finmodel.outputs.workbook.inputs_plan import BY_PERIOD, BY_POSITION, BY_YEAR, INPUTS
from finmodel.outputs.workbook.payoff_page import write_payoffs
from finmodel.outputs.workbook.plan import (
    CONTRACT,
    COVER,
    LOG,
    MAP,
    PAYOFFS,
    RISKS,
    SCENARIOS,
    SUMMARY,
    SUPPORT,
    make_plan,
    with_analysis,
)  # fmt: skip
from finmodel.outputs.workbook.registers import define_names, write_log, write_map
from finmodel.outputs.workbook.risk_page import write_risks
from finmodel.outputs.workbook.scenario_page import write_scenarios
from finmodel.outputs.workbook.stocks import stocks
from finmodel.outputs.workbook.styles import FONT, Styles
from finmodel.outputs.workbook.summary import write_summary
from finmodel.outputs.workbook.support_page import write_support
from finmodel.outputs.workbook.table_pages import write_contract, write_input_rows
from finmodel.outputs.workbook.values import row_values
from finmodel.results import Results, Value

__all__ = ["Draft", "write_workbook"]

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed stamp, so that the same case gives the same file
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LATER = {COVER, PAYOFFS, RISKS, SUPPORT, SCENARIOS, CHECKS, MAP, LOG}
"""Sheets that wait for analysis: the cover, which lists all, those of its tables, and what comes after them."""

Cell = Value | str


class Draft:
    """A workbook begun before analysis has ended: all of it is written but the cover and the sheets of analysis.

    ``translate`` gives the words of another language. ``cached`` is what to store beside each formula: its value,
    unless a test plants another to see whether the workbook is recalculated.
    """

    def __init__(
        self,
        results: Results,
        translate: Callable[[str], str] = str,
        cached: Callable[[Cell], Cell] = lambda value: value,
    ) -> None:
        plan = make_plan(results, translate)
        self._file = BytesIO()
        book = xlsxwriter.Workbook(self._file, {**_OPTIONS, **_look()})
        book.set_properties({"title": results.title, "created": _MADE, "comments": translate("Live financial model")})
        for name, value in sorted(results.hashes.items()):
            book.set_custom_property(name, value)
        self._desk = Desk(book, plan, row_values(plan), Styles(book), translate, cached, stocks(plan.lines))
        self._desk.reserve(COVER, "foundation")
        _write_sheets(self._desk, [title for title in plan.names if title not in _LATER])

    def completed(self, results: Results) -> bytes:
        """The workbook of these results: those of the draft, with what analysis added. Asked for once."""
        desk = replace(self._desk, plan=with_analysis(self._desk.plan, results, self._desk.translate))
        _write_sheets(desk, [title for title in desk.plan.names if title in _LATER])
        define_names(desk)
        desk.book.close()
        return self._file.getvalue()


def write_workbook(
    results: Results,
    path: str | PathLike[str],
    *,
    translate: Callable[[str], str] = str,
    cached: Callable[[Cell], Cell] = lambda value: value,
    draft: Draft | None = None,
) -> None:
    """The workbook of a case, written to ``path``; the same results give the same bytes.

    ``translate`` and ``cached`` are those of a ``Draft``; a ``draft`` given is one of the same results before they
    were analysed.
    """
    Path(path).write_bytes((draft or Draft(results, translate, cached)).completed(results))


def _look() -> dict[str, object]:
    """The font of all cells; made anew for each workbook, since XlsxWriter takes it apart."""
    return {"default_format_properties": {"font_name": FONT, "font_size": 9}}


def _write_sheets(desk: Desk, titles: Iterable[str]) -> None:
    special: dict[str, Callable[[Desk], Any]] = {
        COVER: write_cover, SUMMARY: write_summary, INPUTS: write_inputs, CONTRACT: write_contract,
        PAYOFFS: write_payoffs, RISKS: write_risks, SUPPORT: write_support, SCENARIOS: write_scenarios,
        CHECKS: write_checks, MAP: write_map,
        LOG: write_log,
    }  # fmt: skip
    lines = {sheet.title: sheet for sheet in desk.plan.sheets}
    for title in titles:
        if title in special:
            special[title](desk)
        elif title in {BY_YEAR, BY_POSITION, BY_PERIOD}:
            write_input_rows(desk, title)
        else:
            write_calculations(desk, lines[title])
