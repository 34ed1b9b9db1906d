"""The sheet on risk sharing: values of the run, expected costs on live probabilities, and whether they still hold."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.engines.excel_cells import FIRST_COLUMN, column_name
from finmodel.expr.line import Shape
from finmodel.inputs.table import InputEntry
from finmodel.model.parties import COMPANY
from finmodel.outputs.term_sheet.risk_tables import (
    CATEGORIES,
    FINDINGS,
    PHASES,
    SIDES,
    allocation_of,
    kept_or_passed_on,
    measured,
)
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.header import set_up_print, write_case, write_header
from finmodel.outputs.workbook.inputs_plan import FIRST_ROW
from finmodel.outputs.workbook.page import Page
from finmodel.outputs.workbook.plan import RISKS
from finmodel.results import Finding, RiskEffect, SharedRisk
from finmodel.units import Unit

__all__ = ["write_risks"]

_LABEL, _ID, _CATEGORY, _BASE = 1, 2, 3, 4
_STATE = 4
_LIVE, _EXPORTED, _DIFFERS = 4, 5, 6
_PROBABILITY, _IMPACT, _LOSS, _EXPECTED, _PRIVATE, _KEPT, _PHASE = range(4, 11)
_WIDTHS = (2, 46, 24, 28, *(14,) * 20)
_CAPTIONS = (
    "Risk", "Id", "Category", "Probability", "Impact", "Loss, total", "Expected cost", "Private share",
    "Transferable or retained", "Phase",
)  # fmt: skip
_TOLERANCE = 1e-9
_DIGITS = 9
"""Decimals that are kept of a value: what rounding leaves of nothing is nothing."""
_STEP = 0.6180339887498949
"""The fraction by which weights go on: no two are alike, so that numbers that trade places are seen."""


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
    first, last = _write_compared(desk, page, row)
    _write_state(desk, page, first, last)
    set_up_print(page)


def _heading(desk: Desk, page: Page, row: int, text: str, columns: int) -> None:
    page.text(row, 0, desk.translate(text), desk.styles.of("heading"))
    page.blank(row, range(1, columns), desk.styles.of("heading"))


def _write_state(desk: Desk, page: Page, first: int, last: int) -> None:
    """What the figures are, from which inputs they came, and whether these are still the inputs in use."""
    words, styles, row = desk.translate, desk.styles, FIRST_ROW
    _heading(desk, page, row, "State of this sheet", 6)
    said = (
        "Values, not formulas: each risk alone on the base case, debt as contracted, computed when this was written.",
        "Probabilities are live, and so is the expected cost. All else is stale once an input differs; then run again.",
    )
    for step, sentence in enumerate(said, start=1):
        page.text(row + step, _LABEL, words(sentence), styles.of("plain"))
    page.text(row + 3, _LABEL, words("Inputs (SHA-256)"), styles.of("plain"))
    page.text(row + 3, _STATE, desk.plan.results.hashes.get("inputs", ""), styles.of("id"))
    page.text(row + 4, _LABEL, words("Inputs that differ now"), styles.of("plain"))
    cells = f"${column_name(_DIFFERS)}${first}:${column_name(_DIFFERS)}${last}"
    page.formula(row + 4, _STATE, f"=SUM({cells})", styles.of("calculation", Unit.COUNT), 0.0)
    page.text(row + 5, _LABEL, words("These figures are"), styles.of("plain"))
    current, stale = (words(word).replace('"', '""') for word in ("current", "stale"))
    state = f'=IF($E${row + 4}=0,"{current}","{stale}")'
    page.formula(row + 5, _STATE, state, styles.of("check"), words("current"))
    for word, style in (("current", "right"), ("stale", "wrong")):
        rule = {"type": "cell", "criteria": "==", "value": f'"{words(word)}"', "format": styles.of(style)}
        page.sheet.conditional_format(row + 4, _STATE, row + 4, _STATE, rule)


def _write_findings(desk: Desk, page: Page, row: int) -> int:
    """What differs from what was intended, a sentence a line; returns the row after them."""
    _heading(desk, page, row, "Findings", 6)
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
    return desk.translate(label or SIDES.get(key) or key.replace("_", " ").capitalize())


def _write_matrix(desk: Desk, page: Page, row: int) -> int:
    """The matrix; expected cost is the live probability times the loss. Returns the row after it."""
    _heading(desk, page, row, "Risk matrix", len(_CAPTIONS) + 1)
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
    """Who is to bear each risk, what it is and what is done about it; returns the row after them."""
    words, styles = desk.translate, desk.styles
    _heading(desk, page, row, "Risks and their mitigation", 11)
    for number, risk in enumerate(desk.plan.results.risk_sharing.risks, start=1):
        page.text(row + 1, _LABEL, f"R{number} {words(risk.label)}", styles.of("subheading"))
        told = (
            ("Intended", _intended(desk, risk)),
            ("What may happen", words(risk.description)),
            ("Mitigation", words(risk.mitigation)),
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
    _heading(desk, page, row, "Who bears which risk", _BASE + 1 + len(effects))
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


def _write_compared(desk: Desk, page: Page, row: int) -> tuple[int, int]:
    """Every input as it is now beside what it was; returns the first and the last row of the comparison."""
    _heading(desk, page, row, "Inputs now and when this was computed", _DIFFERS + 1)
    words, styles = desk.translate, desk.styles
    page.text(row + 1, _LABEL, words("Numbers in a row count with these weights"), styles.of("note"))
    entries = [entry for entry in desk.plan.results.inputs if entry.variable.group != "risks"]
    widest = max((desk.plan.places[e.variable.name].count for e in entries), default=1)
    for step in range(widest):
        page.number(row + 1, FIRST_COLUMN + step, _weight(step), styles.of("faint"))
    page.text(row + 2, _LABEL, words("Differences up to"), styles.of("note"))
    page.number(row + 2, _EXPORTED, _TOLERANCE, styles.of("faint", pattern="0E+00"))
    captions = {_LABEL: "Label", 2: "Id", _LIVE: "Now", _EXPORTED: "When computed", _DIFFERS: "Differs"}
    for column, caption in captions.items():
        page.text(row + 3, column, words(caption), styles.of("column"))
    first = row + 4
    for step, entry in enumerate(entries):
        _write_comparison(desk, page, first + step, entry, row + 1)
    return first, first + len(entries) - 1


def _weight(step: int) -> float:
    return 1 + (step + 1) * _STEP % 1


def _write_comparison(desk: Desk, page: Page, row: int, entry: InputEntry, weights: int) -> None:
    styles, here, name = desk.styles, desk.plan.names[RISKS], entry.variable.name
    place = desk.plan.places[name]
    page.text(row, _LABEL, desk.translate(entry.variable.label), styles.of("plain"))
    page.text(row, 2, name, styles.of("id"))
    if entry.variable.shape is Shape.SCALAR or not isinstance(entry.value, tuple):
        live, value = f"={place.single(here)}", float(entry.value) if isinstance(entry.value, (int, float)) else 0.0
    else:
        last = column_name(FIRST_COLUMN + place.count - 1)
        live = f"=SUMPRODUCT(${column_name(FIRST_COLUMN)}${weights}:${last}${weights},{place.whole(here)})"
        value = sum(_weight(step) * number for step, number in enumerate(entry.value))
    pattern = "General"
    page.formula(row, _LIVE, live, styles.of("calculation", pattern=pattern), value)
    page.number(row, _EXPORTED, value, styles.of("import", pattern=pattern))
    differs = f"=IF(ABS($E{row}-$F{row})<=$F${weights + 1}*(1+ABS($F{row})),0,1)"
    page.formula(row, _DIFFERS, differs, styles.of("calculation", Unit.COUNT), 0.0)
