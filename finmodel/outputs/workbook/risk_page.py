"""The sheet on risk sharing: values of the run, expected costs on live probabilities, and whether they still hold."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.engines.excel_cells import column_name
from finmodel.inputs.text import in_words
from finmodel.model.parties import COMPANY
from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.risk_tables import (
    CATEGORIES,
    FINDINGS,
    PHASES,
    SIDES,
    allocation_of,
    driver_texts,
    kept_or_passed_on,
    measured,
)
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.header import set_up_print, write_case, write_header
from finmodel.outputs.workbook.inputs_plan import FIRST_ROW
from finmodel.outputs.workbook.page import Page
from finmodel.outputs.workbook.plan import RISKS
from finmodel.outputs.workbook.staleness import write_comparison, write_heading, write_state
from finmodel.results import Finding, RiskEffect, SharedRisk
from finmodel.units import Unit

__all__ = ["write_risks"]

_LABEL, _ID, _CATEGORY, _BASE = 1, 2, 3, 4
_PROBABILITY, _IMPACT, _LOSS, _EXPECTED, _PRIVATE, _KEPT, _PHASE = range(4, 11)
_WIDTHS = (2, 46, 24, 28, *(14,) * 20)
_CAPTIONS = (
    "Risk", "Id", "Category", "Probability", "Impact", "Loss, total", "Expected cost", "Private share",
    "Transferable or retained", "Phase",
)  # fmt: skip
_STATE = (
    "Values, not formulas: each risk alone on the base case, debt as contracted, computed when this was written.",
    "Probabilities are live, and so is the expected cost. All else is stale once an input differs; then run again.",
)
_DIGITS = 9
"""Decimals that are kept of a value: what rounding leaves of nothing is nothing."""


def write_risks(desk: Desk) -> None:
    """Who bears which risk, as computed when the workbook was written."""
    page = desk.page(RISKS, "presentation")
    write_header(desk, page, RISKS)
    write_case(desk, page)
    for column, width in enumerate(_WIDTHS):
        page.sheet.set_column(column, column, width)
    row = _write_findings(desk, page, FIRST_ROW + 7)
    row = _write_matrix(desk, page, row)
    row = _write_words(desk, page, row)
    row = _write_sharing(desk, page, row)
    compared = write_comparison(desk, page, RISKS, row)
    write_state(desk, page, _STATE, compared)
    set_up_print(page)


def _write_findings(desk: Desk, page: Page, row: int) -> int:
    """What differs from what was intended, a sentence a line; returns the row after them."""
    write_heading(desk, page, row, "Findings", 6)
    risks = desk.plan.results.risk_sharing.risks
    for number, risk in enumerate(risks, start=1):
        for finding in risk.findings:
            row += 1
            page.text(row, _LABEL, f"R{number} {_said(desk, finding)}", desk.styles.of("plain"))
    return row + 2


def _said(desk: Desk, finding: Finding) -> str:
    return desk.translate(FINDINGS[finding.kind]) % {
        "party": _party(desk, finding.party),
        "found": f"{finding.found:.0%}",
        "intended": f"{finding.intended:.0%}",
        "amount": f"{desk.plan.results.currency} {finding.found:,.1f}",
        "count": f"{finding.found:.0f}",
    }


def _party(desk: Desk, key: str) -> str:
    if key == COMPANY:
        return desk.translate("Project company")
    named = desk.plan.results.details.get("parties")
    label = named.get(key) if isinstance(named, dict) else None
    return desk.translate(label or SIDES.get(key) or in_words(key))


def _write_matrix(desk: Desk, page: Page, row: int) -> int:
    """The matrix; expected cost is the live probability times the loss. Returns the row after it."""
    write_heading(desk, page, row, "Risk matrix", len(_CAPTIONS) + 1)
    for column, caption in enumerate(_CAPTIONS, start=_LABEL):
        page.text(row + 1, column, desk.translate(caption), desk.styles.of("column"))
    page.sheet.set_row(row, 25)
    risks = desk.plan.results.risk_sharing.risks
    for number, risk in enumerate(risks, start=1):
        _write_risk(desk, page, row + 1 + number, f"R{number}", risk)
    first, last = row + 2, row + 1 + len(risks)
    total = last + 1
    expected = f"${column_name(_EXPECTED)}${first}:${column_name(_EXPECTED)}${last}"
    page.text(total, _LABEL, desk.translate("All together"), desk.styles.of("fact total"))
    page.blank(total, range(_ID, _EXPECTED), desk.styles.of("fact total"))
    cost = desk.plan.results.risk_sharing.expected_cost
    page.formula(total, _EXPECTED, f"=SUM({expected})", desk.styles.of("fact total", Unit.MONEY), cost)
    return total + 2


def _write_risk(desk: Desk, page: Page, row: int, number: str, risk: SharedRisk) -> None:
    words, styles, here = desk.translate, desk.styles, desk.plan.names[RISKS]
    page.text(row, _LABEL, f"{number} {words(risk.label)}", styles.of("plain"))
    page.text(row, _ID, risk.id, styles.of("plain"))
    page.text(row, _CATEGORY, words(risk.category or CATEGORIES[risk.id]), styles.of("plain"))
    chance = "=" + desk.plan.places[f"{risk.name}.probability"].single(here)
    page.formula(row, _PROBABILITY, chance, styles.of("calculation", Unit.SHARE), risk.probability)
    if risk.effect is not None:
        page.number(row, _IMPACT, risk.effect.impact, styles.of("import", Unit.SHARE))
        page.number(row, _LOSS, risk.effect.loss, styles.of("import", Unit.MONEY))
        cost = f"=$E${row}*$G${row}"
        page.formula(row, _EXPECTED, cost, styles.of("calculation", Unit.MONEY), risk.effect.expected_cost)
    else:
        page.text(row, _IMPACT, words("not computed"), styles.of("note"))
    if risk.intended_private is not None:
        page.number(row, _PRIVATE, risk.intended_private, styles.of("plain", Unit.SHARE))
    page.text(row, _KEPT, words(kept_or_passed_on(risk)), styles.of("plain"))
    page.text(row, _PHASE, words(PHASES[risk.phase]), styles.of("plain"))


def _write_words(desk: Desk, page: Page, row: int) -> int:
    """Who is to bear each risk, what it is, what is done about it and what it moves; returns the row after them."""
    words, styles = desk.translate, desk.styles
    view = View(desk.plan.results, translator("en"))
    write_heading(desk, page, row, "Risks and their mitigation", 11)
    for number, risk in enumerate(desk.plan.results.risk_sharing.risks, start=1):
        page.text(row + 1, _LABEL, f"R{number} {words(risk.label)}", styles.of("subheading"))
        told = (
            ("Intended", _intended(desk, risk)),
            ("What may happen", words(risk.description)),
            ("Mitigation", words(risk.mitigation)),
            ("What the model changes", "; ".join(driver_texts(view, risk)) or words("nothing")),
        )
        for caption, text in told:
            row += 1
            page.text(row, _ID, words(caption), styles.of("id"))
            page.text(row, _CATEGORY, text, styles.of("plain"))
    return row + 2


def _intended(desk: Desk, risk: SharedRisk) -> str:
    said, shares = allocation_of(risk)
    return desk.translate(said) if said else "; ".join(f"{_party(desk, k)} {v:.0%}" for k, v in shares.items())


def _write_sharing(desk: Desk, page: Page, row: int) -> int:
    """Changes by party with their live sum, shares of the loss, and how the deal stands; returns the row after."""
    sharing, styles, words = desk.plan.results.risk_sharing, desk.styles, desk.translate
    numbered = {f"R{n}": risk.effect for n, risk in enumerate(sharing.risks, start=1) if risk.effect is not None}
    effects = list(numbered.values())
    write_heading(desk, page, row, "Who bears which risk", _BASE + 1 + len(effects))
    page.text(row + 1, _LABEL, words("Party"), styles.of("column"))
    page.blank(row + 1, (_ID, _CATEGORY), styles.of("column"))
    for column, caption in enumerate((words("Base"), *numbered), start=_BASE):
        page.text(row + 1, column, caption, styles.of("heading right"))
    first = row + 3
    page.text(row + 2, _LABEL, words("Change in present value"), styles.of("subheading"))
    for step, party in enumerate(sharing.parties):
        _write_row(desk, page, first + step, _party(desk, party), Unit.MONEY, [e.parties[party] for e in effects])
    last = first + len(sharing.parties) - 1
    page.text(last + 1, _LABEL, words("All together"), styles.of("fact total"))
    page.blank(last + 1, (_ID, _CATEGORY, _BASE), styles.of("fact total"))
    for step in range(len(effects)):
        name = column_name(_BASE + 1 + step)
        added = f"=ROUND(SUM({name}${first}:{name}${last}),4)"
        page.formula(last + 1, _BASE + 1 + step, added, styles.of("fact total", Unit.MONEY), 0.0)
    row = _write_shares(desk, page, last + 2, effects)
    return _write_measures(desk, page, row, effects) + 1


def _write_row(desk: Desk, page: Page, row: int, label: str, unit: Unit, values: Sequence[float | None]) -> None:
    """A label and a number for each risk; a value that does not exist leaves its cell empty."""
    page.text(row, _LABEL, label, desk.styles.of("plain"))
    for step, value in enumerate(values):
        if value is not None:
            page.number(row, _BASE + 1 + step, round(value, _DIGITS) + 0.0, desk.styles.of("import", unit))


def _write_shares(desk: Desk, page: Page, row: int, effects: Sequence[RiskEffect]) -> int:
    page.text(row, _LABEL, desk.translate("Share of the loss"), desk.styles.of("subheading"))
    for party in desk.plan.results.risk_sharing.parties:
        if any(party in effect.shares for effect in effects):
            row += 1
            _write_row(desk, page, row, _party(desk, party), Unit.SHARE, [e.shares.get(party) for e in effects])
    money = (("Loss, total", [e.loss for e in effects]), ("Lenders' loss", [e.lenders_loss for e in effects]))
    for label, values in money:
        row += 1
        _write_row(desk, page, row, desk.translate(label), Unit.MONEY, values)
    return row + 1


def _write_measures(desk: Desk, page: Page, row: int, effects: Sequence[RiskEffect]) -> int:
    page.text(row, _LABEL, desk.translate("The deal when it happens"), desk.styles.of("subheading"))
    base = desk.plan.results.risk_sharing.base
    for label, unit, read in measured(desk.plan.results.risk_sharing):
        row += 1
        _write_row(desk, page, row, desk.translate(label), unit, [read(effect.measures) for effect in effects])
        value = read(base) if base else None
        if value is not None:
            page.number(row, _BASE, value, desk.styles.of("import", unit))
    return row + 1
