"""Risk sharing under uncertainty as tables and lines: who bears what, what support is worth, what it should cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from finmodel.inputs.text import Text, in_words
from finmodel.outputs.language import Language
from finmodel.outputs.table import Row, Table
from finmodel.outputs.text_tables import table_lines
from finmodel.results import Value
from finmodel.risk_distributions import RiskDistribution, RiskLoad, Sharing, SupportValue
from finmodel.units import Unit

__all__ = ["SharingView", "borne_table", "fee_table", "moved_table", "sharing_lines", "worth_table"]

_BORNE = (
    "Case as it stands", "Mean change", "Standard deviation", "P5", "P50", "P95", "Expected shortfall 95 %",
    "Expected loss", "Share of loss", "Share in the worst 5 %",
)  # fmt: skip
_WORTH = (
    "Expected outlay", "P95 of what is paid", "Cost to its giver", "Cost to the public side", "Default with it",
    "Default without", "Lenders’ loss with it", "Lenders’ loss without", "Default per 100", "Lenders’ loss per 100",
)  # fmt: skip
_MOVED = ("Mean", "Standard error", "Change of P5", "Per unit of outlay")
_FEES = (
    "Expected payments", "Expected repayments", "Load", "Fair fee", "A year", "Of the highest amount",
    "Fees of the case", "A year", "Fees less fair fee",
)  # fmt: skip
_HUNDRED = 100.0
_SHOWN = 0.05
"""The least amount that a table of one decimal shows."""
_LOADS: Mapping[str, str] = {
    "none": "No load for risk is added.",
    "deviation": "The load is %(number)s standard deviations of the loss.",
    "capital": "The load is %(number)s a year of the capital behind it: the expected shortfall less the expected loss.",
}


@dataclass(frozen=True, slots=True)
class SharingView:
    """What the builders of tables read: risk sharing in one language."""

    sharing: Sharing
    language: Language

    def say(self, message: str, **values: object) -> str:
        """A message of the catalogue, with values put in."""
        return self.language.gettext(message) % values if values else self.language.gettext(message)

    def named(self, label: str, name: str = "") -> str:
        """A label of the case in its translation, one of the program from the catalogue, or a name in plain words."""
        return self.language.text(label) if isinstance(label, Text) else self.say(label or in_words(name))

    def figure(self, value: Value, unit: Unit) -> str:
        """A value as a table shows it."""
        return self.language.figure(value, unit)

    def wide(self, value: Value, error: Value, unit: Unit) -> str:
        """A value with its standard error, where it has one."""
        shown = self.figure(value, unit)
        return f"{shown} ± {self.figure(error, unit)}" if value is not None and error else shown


def sharing_lines(sharing: Sharing, language: Language) -> Iterator[str]:
    """Who bears what; what each instrument of support moves; what guarantees should cost."""
    view = SharingView(sharing, language)
    if sharing.risks is not None:
        yield from _told(view, borne_table(view, sharing.risks))
        yield from _reason(view, sharing.risks.reason)
    if sharing.support:
        yield from _told(view, worth_table(view))
        for each in sharing.support:
            yield from _told(view, moved_table(view, each))
            yield from _reason(view, each.reason)
        if any(each.fee for each in sharing.support):
            yield from _told(view, fee_table(view))
            for reason in dict.fromkeys(each.fee.reason for each in sharing.support if each.fee):
                yield from _reason(view, reason)
    for untold in sharing.untold:
        yield ""
        name = view.named(untold.label, untold.name)
        yield view.say("Without %(name)s there is no deal to compare with: %(reason)s", name=name, reason=untold.reason)


def _told(view: SharingView, table: Table) -> Iterator[str]:
    yield ""
    yield from table_lines(view, table)
    if table.note:
        yield table.note


def _reason(view: SharingView, reason: str) -> Iterator[str]:
    if reason:
        yield view.say(reason)


def borne_table(view: SharingView, risks: RiskDistribution) -> Table:
    """Changes, losses and shares by party."""
    rows = []
    for each in risks.parties:
        spread = each.change
        middle = [spread.percentiles[share] for share in (5, 50, 95)]
        shares = [view.figure(share, Unit.SHARE) for share in (each.share, each.stressed_share)]
        amounts = [each.base, spread.mean, spread.deviation, *middle, each.shortfall, each.expected_loss]
        rows.append(Row(view.named(each.label, each.party), Unit.MONEY, (*amounts, *shares)))
    base = sum(each.base for each in risks.parties)
    total = (base, risks.mean_sum, "", "", "", "", risks.stressed_loss, risks.expected_loss, "", "")
    note = view.say(
        "Changes of the present value against the case as it stands; those of all parties add to zero in every "
        "scenario (furthest from it: %(sum)s). Losses, their shares and the shortfall leave out what suppliers are "
        "paid for work. The private side bears %(private)s of the expected loss. %(debt)s",
        sum=f"{risks.largest_sum:.1e}",
        private=view.figure(risks.private_share, Unit.SHARE),
        debt=_debt(view),
    )
    table = (*rows, Row(view.say("All together"), Unit.MONEY, total, "total"))
    return Table("risk-distribution", view.say("Who bears what"), tuple(map(view.say, _BORNE)), table, note)


def worth_table(view: SharingView) -> Table:
    """What each instrument costs, and what it does to default and to lenders."""
    rows = tuple(
        Row(
            view.named(each.label, each.name),
            Unit.MONEY,
            (
                each.outlay,
                (each.drawn or each.cost).percentiles[95],
                view.wide(each.cost.mean, each.cost.mean_error, Unit.MONEY),
                view.wide(each.public_cost, each.public_cost_error, Unit.MONEY),
                *(view.figure(share, Unit.SHARE) for share in each.default),
                *each.lenders_loss,
                view.figure(_hundred(each.default_per_unit), Unit.SHARE),
                _hundred(each.lenders_per_unit),
            ),
        )
        for each in view.sharing.support
    )
    note = view.say(
        "The same draws with each instrument and without it. The outlay is what a guarantee is expected to pay less "
        "what it gets back, before fees; of a loan or grant, what its giver has less. Per 100 of outlay. ± is the "
        "standard error of the paired difference. %(debt)s",
        debt=_debt(view),
    )
    return Table("support-worth", view.say("What support is worth"), tuple(map(view.say, _WORTH)), rows, note)


def moved_table(view: SharingView, worth: SupportValue) -> Table:
    """What one instrument moves by party."""
    rows = tuple(
        Row(
            view.named(each.label, each.party),
            Unit.MONEY,
            (
                each.mean,
                each.mean_error,
                each.stressed,
                view.language.number(each.per_unit, 3) if each.per_unit is not None else view.say("n/a"),
            ),
        )
        for each in worth.parties
        if max(abs(each.mean), abs(each.stressed)) >= _SHOWN
    )
    name = view.named(worth.label, worth.name)
    caption = view.say("%(name)s: present value with it less without it", name=name)
    note = view.say("Parties for whom nothing changes are left out.")
    return Table(f"worth-{worth.name}", caption, tuple(map(view.say, _MOVED)), rows, note)


def fee_table(view: SharingView) -> Table:
    """Fair fees beside those of the case."""
    rows = []
    for each in view.sharing.support:
        if (fee := each.fee) is not None:
            rates = (fee.a_year, fee.share_of_cap, fee.charged_a_year)
            a_year, of_cap, charged = (view.figure(rate, Unit.RATE) for rate in rates)
            drawn = view.wide(fee.drawn, fee.drawn_error, Unit.MONEY)
            cells = (drawn, fee.recovered, fee.load, fee.amount, a_year, of_cap, fee.charged, charged)
            rows.append(Row(view.named(each.label, each.name), Unit.MONEY, (*cells, fee.charged - fee.amount)))
    rate = next(each.fee.discount_rate for each in view.sharing.support if each.fee is not None)
    note = view.say(
        "One sum at financial close, discounted at %(rate)s. %(load)s A year: of the cover by schedule, or of the "
        "revenue that is guaranteed.",
        rate=view.figure(rate, Unit.RATE),
        load=_load(view, view.sharing.load),
    )
    return Table("fair-fees", view.say("What guarantees should cost"), tuple(map(view.say, _FEES)), tuple(rows), note)


def _load(view: SharingView, load: RiskLoad) -> str:
    if load.kind == "none":
        return view.say(_LOADS["none"])
    unit = Unit.RATE if load.kind == "capital" else Unit.NUMBER
    return view.say(_LOADS[load.kind], number=view.figure(load.number, unit))


def _debt(view: SharingView) -> str:
    return view.say("Debt as contracted.") if view.sharing.frozen else view.say("Debt sized again in every scenario.")


def _hundred(value: Value) -> Value:
    return None if value is None else value * _HUNDRED
