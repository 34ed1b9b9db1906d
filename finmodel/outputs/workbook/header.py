"""The five frozen rows on top of every sheet: title, period end, phase, period, master check."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.engines.excel_cells import FIRST_COLUMN, SCALAR_COLUMN, Template, quoted
from finmodel.expr.line import Shape
from finmodel.outputs.workbook.checks_plan import MASTER_ROW
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.grouping import CHECKS, TIME
from finmodel.outputs.workbook.inputs_plan import SCENARIO
from finmodel.outputs.workbook.page import Page
from finmodel.units import Unit

__all__ = ["CAPTION_ROW", "master_value", "set_up_print", "write_header", "write_periods"]

CAPTION_ROW = 4
_END, _PHASE, _COUNTER, _MASTER = 2, 3, 4, 5
_PERIODS_ON_A_PAGE = 32


def write_header(desk: Desk, page: Page, title: str) -> None:
    """The title and the master check, frozen."""
    words, styles = desk.translate, desk.styles
    page.sheet.freeze_panes(_MASTER, 2)
    page.sheet.set_row(0, 22)
    page.text(1, 0, words(title), styles.of("title"))
    page.text(1, 7, words(desk.plan.results.title), styles.of("case"))
    page.text(_MASTER, 1, words("Master check"), styles.of("caption"))
    master = "=" + desk.address(CHECKS, f"$E${MASTER_ROW}")
    if title == CHECKS:
        master = f"=$E${MASTER_ROW}"
    page.formula(_MASTER, SCALAR_COLUMN, master, styles.verdict(), master_value(desk))
    bad = {"type": "cell", "criteria": "==", "value": 0, "format": _verdict_colours(desk)[0]}
    good = {"type": "cell", "criteria": "==", "value": 1, "format": _verdict_colours(desk)[1]}
    for rule in (bad, good):
        page.sheet.conditional_format(_MASTER - 1, SCALAR_COLUMN, _MASTER - 1, SCALAR_COLUMN, rule)


def _verdict_colours(desk: Desk) -> tuple[object, object]:
    return desk.styles.of("wrong"), desk.styles.of("right")


def master_value(desk: Desk) -> float:
    """1 where every integrity check holds."""
    return float(all(check.ok for check in desk.plan.results.checks.values() if check.kind == "integrity"))


def write_periods(desk: Desk, page: Page, title: str) -> None:
    """Period end, phase and number of every column, read from the sheet of time."""
    words, styles = desk.translate, desk.styles
    for row, label in ((_END, "Period end"), (_PHASE, "Phase"), (_COUNTER, "Period")):
        page.text(row, 1, words(label), styles.of("caption"))
    for column, caption in ((2, "Id"), (3, "Unit"), (4, "Constant"), (5, "Total"), (7, "Note")):
        page.text(CAPTION_ROW, column, words(caption), styles.of("caption"))
    _link(desk, page, _END, "period_end", Unit.DATE, title)
    _link(desk, page, _COUNTER, "counter", Unit.COUNT, title)
    phase = _phase(desk, title)
    if phase is not None:
        page.across(_PHASE, FIRST_COLUMN, phase, styles.of("header"), _phases(desk))


def _link(desk: Desk, page: Page, row: int, name: str, unit: Unit, title: str) -> None:
    place = desk.place(name)
    if place is None or place.shape is not Shape.SERIES:
        return
    template = Template(place.step(desk.plan.names[title], 0))
    style = desk.styles.of("header", unit)
    page.across(row, FIRST_COLUMN, template, style, desk.values[name])


def _phase(desk: Desk, title: str) -> Template | None:
    """On the sheet of time the phase in words; on others a link to it."""
    construction, operation = desk.place("construction_flag"), desk.place("operation_flag")
    if construction is None or operation is None or TIME not in desk.plan.names:
        return None
    if title != TIME:
        return Template(f"{desk.address(TIME, '')}{{1}}{_PHASE}")
    here = desk.plan.names[TIME]
    first, second = (desk.translate(word).replace('"', '""') for word in ("Construction", "Operation"))
    return Template(f'IF({construction.step(here, 0)}=1,"{first}",IF({operation.step(here, 0)}=1,"{second}",""))')


def _phases(desk: Desk) -> Sequence[str]:
    flags = zip(desk.values["construction_flag"], desk.values["operation_flag"], strict=True)
    first, second = desk.translate("Construction"), desk.translate("Operation")
    return [first if building else second if operating else "" for building, operating in flags]


def write_case(desk: Desk, page: Page) -> None:
    """On sheets without periods: the unit of amounts and the scenario in use."""
    words, styles = desk.translate, desk.styles
    page.text(_END, 1, words("Amounts in"), styles.of("caption"))
    page.text(_END, SCALAR_COLUMN, desk.plan.results.currency, styles.of("case right"))
    page.text(_PHASE, 1, words("Scenario"), styles.of("caption"))
    selector = desk.plan.places[SCENARIO]
    chosen = f"={quoted(selector.sheet)}!$F${selector.row}"
    page.formula(_PHASE, SCALAR_COLUMN, chosen, styles.of("case right"), scenario_name(desk))


def scenario_names(desk: Desk) -> list[str]:
    """The base case and the scenarios as the selector lists them; one that is called as another has its name behind."""
    names = [desk.translate(desk.plan.inputs.first)]
    for scenario in desk.plan.inputs.scenarios:
        label = desk.translate(scenario.label or scenario.name)
        taken = label.casefold() in {name.casefold() for name in names}
        names.append(f"{label} ({scenario.name})" if taken else label)
    return names


def scenario_name(desk: Desk) -> str:
    """The scenario in use."""
    return scenario_names(desk)[desk.plan.inputs.chosen]


def set_up_print(page: Page, periods: int = 0, *, one_page: bool = False) -> None:
    """Landscape, as wide as the paper, the header on every page; long grids go over several pages."""
    sheet = page.sheet
    sheet.set_landscape()
    sheet.set_paper(8 if periods else 9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(0, _MASTER - 1)
    if periods:
        sheet.repeat_columns(0, 5)
    sheet.fit_to_pages(1 + (periods - 1) // _PERIODS_ON_A_PAGE if periods else 1, int(one_page))
    sheet.set_footer("&L&8&A&R&8&P / &N")
