"""The summary: key results with live links, checks, charts."""

from __future__ import annotations

from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.header import set_up_print, write_header
from finmodel.outputs.workbook.plan import SUMMARY

__all__ = ["write_summary"]


def write_summary(desk: Desk) -> None:
    """Key results."""
    page = desk.page(SUMMARY, "presentation")
    write_header(desk, page, SUMMARY)
    here = desk.plan.names[SUMMARY]
    for number, (name, kpi) in enumerate(desk.plan.results.kpis.items()):
        page.text(8 + number, 1, name, desk.styles.of("kpi label"))
        page.formula(8 + number, 4, "=" + desk.plan.places[kpi.line].single(here), desk.styles.of("kpi", kpi.unit), kpi.value)
    set_up_print(page)
