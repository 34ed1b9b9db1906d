"""Risk sharing as tables and sentences: the matrix a reviewer expects, and who bears what as the model computes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from finmodel.model.parties import COMPANY
from finmodel.outputs.table import Cell, Layout, Row, Table
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Finding, Measures, RiskEffect, RiskSharing, SharedRisk
from finmodel.units import Unit

__all__ = [
    "CATEGORIES",
    "FINDINGS",
    "PHASES",
    "SIDES",
    "allocation_of",
    "driver_texts",
    "expected_note",
    "finding_sentences",
    "finding_text",
    "kept_or_passed_on",
    "matrix_table",
    "measured",
    "number_of",
    "party_name",
    "sharing_table",
    "words_table",
]

SIDES = {"publicAuthority": "Public side", "privateParty": "Private side"}
ALLOCATIONS = {
    "publicAuthority": "Public side",
    "privateParty": "Private side",
    "shared": "Shared",
    "undefined": "Undefined",
}
PHASES = {"construction": "Construction", "operation": "Operation", "whole": "Whole life"}
CATEGORIES = {
    "landAvailability": "Land availability",
    "environmental": "Environment",
    "design": "Design",
    "construction": "Construction",
    "completion": "Completion",
    "revenue": "Revenue",
    "inflationAndFx": "Inflation and exchange rate",
    "availabilityAndQuality": "Availability and quality",
    "otherRevenue": "Other revenue",
    "financeAvailability": "Availability of finance",
    "refinancing": "Refinancing",
    "changeInLaw": "Change in law",
    "forceMajeure": "Force majeure",
    "earlyTermination": "Early termination",
    "compliance": "Compliance",
}
FINDINGS = {
    "differs": "%(party)s: %(found)s of the loss, where %(intended)s was intended.",
    "lenders_lose": "Lenders lose %(amount)s.",
    "default": "Periods in default: %(count)s.",
    "lockup": "Periods in lock-up: %(count)s.",
    "guarantee_drawn": "Lenders draw %(amount)s on guarantees.",
    "no_return": "The sponsors' flows have no rate of return.",
    "sponsors_gain": "%(party)s: a gain of %(amount)s, for the contract pays more than this costs.",
    "nobody_loses": "Nobody loses when this happens.",
}
_MATRIX = (
    "Category", "Intended", "Private share", "Probability", "Impact", "Expected cost",
    "Transferable or retained",
)  # fmt: skip
_WORDS = ("Id", "Phase", "What may happen", "Mitigation", "What the model changes")
Measured = tuple[str, Unit, Callable[[Measures], float | None]]

MEASURES: tuple[Measured, ...] = (
    ("Lowest DSCR", Unit.RATIO, lambda m: m.dscr_minimum),
    ("Lowest LLCR", Unit.RATIO, lambda m: m.llcr_minimum),
    ("Equity IRR", Unit.RATE, lambda m: m.equity_irr),
    ("Periods in default", Unit.COUNT, lambda m: float(m.default_periods)),
    ("Periods in lock-up", Unit.COUNT, lambda m: float(m.lockup_periods)),
    ("Highest arrears to lenders", Unit.MONEY, lambda m: m.arrears_highest),
    ("Support drawn beyond the commitment", Unit.MONEY, lambda m: m.sponsor_support),
)
GUARANTEE_DRAWN: Measured = ("Drawn on guarantees", Unit.MONEY, lambda m: m.guarantee_drawn)
_KEPT = {"passed on": "Transferable", "kept": "Retained", "both": "Shared"}
_ALL = 1 - 1e-9


def number_of(view: View, risk: SharedRisk) -> str:
    """The short name of a risk in tables: R1, R2 and so on, in the order of the case."""
    return f"R{view.results.risk_sharing.risks.index(risk) + 1}"


def party_name(view: View, key: str) -> str:
    """A party as documents call it; the company and the two sides by what they are."""
    if key in SIDES:
        return view.say(SIDES[key])
    return view.say("Project company") if key == COMPANY else view.party(key)


def matrix_table(view: View) -> Table:
    """The risk allocation matrix: one row a risk, with the columns that a reviewer of a PPP expects."""
    rows = tuple(_matrix_row(view, risk) for risk in view.results.risk_sharing.risks)
    columns = tuple(map(view.say, _MATRIX))
    note = view.say(
        "Impact is the loss as a share of total uses; expected cost is probability × loss, a present value in "
        "%(currency)s at the project's discount rate.",
        currency=view.language.currency(view.results.currency),
    )
    return Table(
        "table-risk-matrix", view.say("Risk matrix"), columns, rows, note, view.say("Risk"), layout=Layout.WORDS
    )


def _matrix_row(view: View, risk: SharedRisk) -> Row:
    effect, private = risk.effect, risk.intended_private
    share = view.language.percent
    cells: tuple[Cell, ...] = (
        view.language.text(risk.category) or view.say(CATEGORIES[risk.id]),
        _intended(view, risk),
        "" if private is None else share(private, 0),
        share(risk.probability, 0),
        share(effect.impact, 1) if effect else view.say("not computed"),
        view.language.figure(effect.expected_cost, Unit.MONEY) if effect else "",
        view.say(kept_or_passed_on(risk)),
    )
    return Row(f"{number_of(view, risk)} {view.language.text(risk.label)}", Unit.MONEY, cells)


def _intended(view: View, risk: SharedRisk) -> str:
    words, shares = allocation_of(risk)
    if words:
        return view.say(words)
    return "; ".join(f"{party_name(view, key)} {view.language.percent(share, 0)}" for key, share in shares.items())


def allocation_of(risk: SharedRisk) -> tuple[str, Mapping[str, float]]:
    """Who is to bear a risk: one message where one side bears it or nothing is said, else shares by party or side."""
    whole_side = risk.allocation != "shared" and set(risk.intended) <= set(SIDES)
    return (ALLOCATIONS[risk.allocation], {}) if whole_side or not risk.intended else ("", risk.intended)


def kept_or_passed_on(risk: SharedRisk) -> str:
    """The word for what the public side intends with a risk; none if that is undefined."""
    private = risk.intended_private
    if private is None:
        return ""
    return _KEPT["passed on"] if private > _ALL else _KEPT["kept"] if private < 1 - _ALL else _KEPT["both"]


def words_table(view: View) -> Table:
    """What each risk is, what is done about it, and which figures the model changes for it."""
    rows = tuple(
        Row(
            number_of(view, risk),
            Unit.MONEY,
            (
                risk.id,
                view.say(PHASES[risk.phase]),
                view.language.text(risk.description),
                view.language.text(risk.mitigation),
                "; ".join(driver_texts(view, risk)) or view.say("nothing"),
            ),
        )
        for risk in view.results.risk_sharing.risks
    )
    columns = tuple(map(view.say, _WORDS))
    caption = view.say("Risks and their mitigation")
    return Table("table-risk-words", caption, columns, rows, stub=view.say("Risk"), layout=Layout.WORDS)


def driver_texts(view: View, risk: SharedRisk) -> list[str]:
    """Which figures a risk moves, each from what to what, or by what."""
    return [_driver(view, name, after) for name, after in risk.drivers.items()]


def _driver(view: View, name: str, after: float | tuple[float, ...]) -> str:
    entry = view.results.inputs[name]
    instance = name.rpartition(".")[0]
    label = view.input_label(entry.variable)
    label = f"{view.instance(instance)}: {label}" if instance else label
    before, unit = entry.value, entry.variable.unit
    if not isinstance(before, tuple) or not isinstance(after, tuple):
        if entry.choices and isinstance(before, float) and isinstance(after, float):
            return f"{label} {entry.choices[int(before) - 1]} → {entry.choices[int(after) - 1]}"
        return f"{label} {' → '.join(_one(view, number, unit, view.money(name)) for number in (before, after))}"
    steps = {round(new - old, 9) for old, new in zip(before, after, strict=True)}
    factors = {round(new / old, 9) for old, new in zip(before, after, strict=True) if old}
    if len(steps) == 1:
        step = steps.pop()
        return f"{label} {'+' if step > 0 else ''}{view.amount(step, unit, view.money(name))}"
    if len(factors) == 1:
        return f"{label} × {view.language.number(factors.pop(), 2)}"
    return label


def _one(view: View, value: float | tuple[float, ...], unit: Unit, money: str) -> str:
    return "; ".join(view.amount(number, unit, money) for number in (value if isinstance(value, tuple) else (value,)))


def sharing_table(view: View) -> Table:
    """By party, the change in present value and the share of the loss; below, how the deal stands with each risk."""
    sharing = view.results.risk_sharing
    computed = [(risk, risk.effect) for risk in sharing.risks if risk.effect is not None]
    effects = [effect for _, effect in computed]
    rows = [
        _heading(view.say("Change in present value")),
        *(_changes(view, party, effects) for party in _moved(sharing.parties, effects)),
        Row(view.say("All together"), Unit.MONEY, ("", *(sum(e.parties.values()) for e in effects)), "total"),
        _heading(view.say("Share of the loss")),
        *(_shares(view, party, effects) for party in sharing.parties if any(party in e.shares for e in effects)),
        Row(view.say("Loss, total"), Unit.MONEY, ("", *(effect.loss for effect in effects)), "total"),
        Row(view.say("Lenders' loss"), Unit.MONEY, ("", *(effect.lenders_loss for effect in effects))),
        _heading(view.say("The deal when it happens")),
        *(_measured(view, label, unit, read, effects) for label, unit, read in measured(sharing)),
    ]
    columns = (view.say("Base"), *(number_of(view, risk) for risk, _ in computed))
    note = view.say(
        "Each risk alone, debt as contracted. Suppliers' receipts for work and interest on accounts are shown, but are "
        "neither loss nor gain: shares of the loss leave them out. Amounts in %(currency)s.",
        currency=view.language.currency(view.results.currency),
    )
    return Table("table-risk-sharing", view.say("Who bears which risk"), columns, tuple(rows), note, view.say("Party"))


def _heading(text: str) -> Row:
    return Row(text, Unit.MONEY, (), "heading")


def _moved(parties: Sequence[str], effects: Sequence[RiskEffect]) -> list[str]:
    """The parties for whom any risk changes anything that shows."""
    return [party for party in parties if any(round(effect.parties[party], 1) for effect in effects)]


def _changes(view: View, party: str, effects: Sequence[RiskEffect]) -> Row:
    return Row(party_name(view, party), Unit.MONEY, ("", *(effect.parties[party] for effect in effects)))


def _shares(view: View, party: str, effects: Sequence[RiskEffect]) -> Row:
    shares = (effect.shares.get(party) for effect in effects)
    cells = ("" if share is None else view.language.percent(share, 0) for share in shares)
    return Row(party_name(view, party), Unit.SHARE, ("", *cells))


def measured(sharing: RiskSharing) -> tuple[Measured, ...]:
    """What is said of the deal when a risk happens; of guarantees only where there is one."""
    guaranteed = sharing.base is not None and sharing.base.guarantees
    return (*MEASURES, GUARANTEE_DRAWN) if guaranteed else MEASURES


def _measured(
    view: View, label: str, unit: Unit, read: Callable[[Measures], float | None], effects: Sequence[RiskEffect]
) -> Row:
    base = view.results.risk_sharing.base
    measures = [*([base] if base else []), *(effect.measures for effect in effects)]
    return Row(view.say(label), unit, tuple(map(read, measures)))


def finding_sentences(view: View) -> list[str]:
    """What the tables show, risk by risk, in words; nothing for a risk that is borne as intended."""
    return [
        f"{number_of(view, risk)} {view.language.text(risk.label)}. "
        + " ".join(finding_text(view, finding) for finding in risk.findings)
        for risk in view.results.risk_sharing.risks
        if risk.findings
    ]


def finding_text(view: View, finding: Finding) -> str:
    """One finding as a sentence."""
    return view.say(
        FINDINGS[finding.kind],
        party=party_name(view, finding.party) if finding.party else "",
        found=view.language.percent(finding.found, 0),
        intended=view.language.percent(finding.intended, 0),
        amount=view.amount(finding.found, Unit.MONEY),
        count=view.language.number(finding.found, 0),
    )


def expected_note(view: View) -> str:
    """What all risks together are expected to cost, and how much of that falls on each side as the deal stands."""
    sharing = view.results.risk_sharing
    return view.say(
        "Expected cost of all computed risks: %(whole)s, of which %(private)s falls on the private side and "
        "%(public)s on the public side.",
        whole=view.amount(sharing.expected_cost, Unit.MONEY),
        private=view.amount(sharing.expected_private, Unit.MONEY),
        public=view.amount(sharing.expected_cost - sharing.expected_private, Unit.MONEY),
    )
