"""The cover: what the workbook is, how to read its colours, and where everything stands."""

from __future__ import annotations

from collections.abc import Mapping

from finmodel.engines.excel_cells import quoted
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.grouping import CHECKS, PASSES, TIME
from finmodel.outputs.workbook.header import set_up_print, write_case, write_header
from finmodel.outputs.workbook.inputs_plan import BY_PERIOD, BY_POSITION, BY_YEAR, INPUTS
from finmodel.outputs.workbook.page import Page
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
    Heading,
)
from finmodel.outputs.workbook.styles import LEGEND

__all__ = ["write_cover"]

_PURPOSES: Mapping[str, str] = {
    COVER: "Purpose, colours, contents",
    SUMMARY: "Key results, sources and uses, charts",
    INPUTS: "Every single figure, its scenarios and its source; the scenario selector",
    BY_YEAR: "Figures given by calendar year",
    BY_POSITION: "Lists of figures",
    BY_PERIOD: "Figures given by period",
    CONTRACT: "Amounts as fixed at financial close",
    TIME: "Periods, dates and phases",
    PASSES: "The rounds in which debt, fees, interest and reserves are solved",
    CHECKS: "Integrity checks, alerts, and the master check",
    MAP: "Where each input stands in the case file",
    RISKS: "Who bears which risk, as computed when this was written",
    PAYOFFS: "What instruments of revenue pay by what is achieved or earned, as computed when this was written",
    SUPPORT: "The deal with and without each instrument of support, as computed when this was written",
    SCENARIOS: "Scenarios side by side, as computed when this was written",
    LOG: "Versions, hashes, conventions",
}
_HOW = (
    "Change a yellow cell on a sheet of inputs, or pick a scenario on the sheet Inputs.",
    "Every figure follows, the size of the debt included: it is solved live, in passes.",
    "The switch on the sheet Inputs holds the debt at the contract's amounts instead.",
    "There is no macro, no circular reference, nothing hidden; one formula serves a whole row.",
    "Flows are positive in calculations; statements and parties show what goes out as negative.",
)
_HOW_ISSUED = (
    "Change a yellow cell on a sheet of inputs, or pick a scenario on the sheet Inputs.",
    "Every figure follows, yields and costs included: they are solved live, in passes.",
    "There is no macro, no circular reference, nothing hidden; one formula serves a whole row.",
)
_HASHES = {"case": "Case file, SHA-256", "inputs": "Inputs, SHA-256", "version": "Version of finmodel"}
_TITLE, _SUBTITLE, _TEXT, _FACTS = 7, 8, 9, 11


def write_cover(desk: Desk) -> None:
    """Purpose, how to use it, legend and contents."""
    page = desk.page(COVER, "foundation")
    write_header(desk, page, COVER)
    write_case(desk, page)
    page.sheet.freeze_panes(5, 0)
    for column, width in ((0, 2), (1, 30), (2, 62), (3, 4), (4, 24), (5, 70)):
        page.sheet.set_column(column, column, width)
    _write_title(desk, page)
    row = _write_facts(desk, page)
    _write_contents(desk, page, _FACTS)
    row = _write_sentences(desk, page, row)
    _write_legend(desk, page, row)
    set_up_print(page, one_page=True)


def _write_title(desk: Desk, page: Page) -> None:
    results, styles = desk.plan.results, desk.styles
    page.sheet.set_row(_TITLE - 1, 36)
    page.text(_TITLE, 1, desk.translate(results.title), styles.of("cover title"))
    words = desk.translate("Live financial model, indicative and not an offer")
    page.text(_SUBTITLE, 1, words, styles.of("cover subtitle"))
    project = results.details.get("project")
    text = project.get("description") if isinstance(project, Mapping) else None
    if text:
        page.sheet.merge_range(_TEXT - 1, 1, _TEXT - 1, 5, "", styles.of("wrapped"))
        page.text(_TEXT, 1, desk.translate(text), styles.of("wrapped"))
        page.sheet.set_row(_TEXT - 1, 30)


def _write_facts(desk: Desk, page: Page) -> int:
    """What this workbook was made from; returns the row for what follows."""
    results, styles, words = desk.plan.results, desk.styles, desk.translate
    first, last = results.periods[0], results.periods[-1]
    facts = [
        (words("Amounts in"), results.currency),
        (words("Periods"), f"{len(results.periods)} × {results.period_months} {words('months')}"),
        (words("From, to"), f"{first.start.isoformat()} – {last.end.isoformat()}"),
        (words("Case"), results.name),
        *((words(_HASHES.get(name, name)), value[:32]) for name, value in sorted(results.hashes.items())),
    ]
    page.text(_FACTS, 1, words("This workbook"), styles.of("heading"))
    page.blank(_FACTS, (2,), styles.of("heading"))
    for row, (name, value) in enumerate(facts, start=_FACTS + 1):
        page.text(row, 1, name, styles.of("note"))
        page.text(row, 2, value, styles.of("plain"))
    return _FACTS + len(facts) + 2


def _write_sentences(desk: Desk, page: Page, row: int) -> int:
    page.text(row, 1, desk.translate("How to use it"), desk.styles.of("heading"))
    page.blank(row, (2,), desk.styles.of("heading"))
    how = _HOW_ISSUED if desk.plan.results.is_issuance else _HOW
    for step, sentence in enumerate(how, start=row + 1):
        page.text(step, 1, desk.translate(sentence), desk.styles.of("plain"))
    return row + len(how) + 2


def _write_legend(desk: Desk, page: Page, row: int) -> None:
    page.text(row, 1, desk.translate("Colours"), desk.styles.of("heading"))
    page.blank(row, (2,), desk.styles.of("heading"))
    for step, (kind, name, meaning) in enumerate(LEGEND, start=row + 1):
        page.text(step, 1, desk.translate(name), desk.styles.of(kind))
        page.text(step, 2, desk.translate(meaning), desk.styles.of("meaning"))


def _write_contents(desk: Desk, page: Page, row: int) -> None:
    styles = desk.styles
    page.text(row, 4, desk.translate("Contents"), styles.of("heading"))
    page.blank(row, (5,), styles.of("heading"))
    sections = {
        sheet.title: list(dict.fromkeys(
            item.text for _, item in sheet.rows if isinstance(item, Heading) and not item.level
        ))
        for sheet in desk.plan.sheets
    }  # fmt: skip
    for step, (title, name) in enumerate(desk.plan.names.items(), start=row + 1):
        target = f"internal:{quoted(name)}!A1"
        page.sheet.write_url(step - 1, 4, target, styles.of("link"), desk.translate(title))
        purpose = desk.translate(_PURPOSES[title]) if title in _PURPOSES else _listed(desk, sections.get(title, []))
        page.text(step, 5, purpose, styles.of("note"))


def _listed(desk: Desk, titles: list[str]) -> str:
    return ", ".join(desk.translate(title) for title in titles)
