"""Tables of a portfolio: deals, years, key results, tranches, bond, trust and concentration; nothing is computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from finmodel.outputs.portfolio.view import PoolView
from finmodel.outputs.table import Layout, Row, Table, in_blocks, trimmed
from finmodel.pooled import PooledLine
from finmodel.units import Unit

__all__ = ["bond_table", "concentration_table", "deals_table", "tranche_table", "trust_table", "year_tables"]

_YEARS = 10
"""Columns of years side by side."""
_OF_DEALS = ("total_uses", "total_debt", "capital_need", "cfads_value", "dscr_minimum", "equity_irr")


def deals_table(view: PoolView) -> Table:
    """A row for each deal alone: its share, what it needs, owes and earns."""
    deals = view.deals()
    columns = [view.say("Share of the pool in it"), *(view.text(deals[0].kpis[name].label) for name in _OF_DEALS)]
    rows = []
    for deal in deals:
        cells = [view.language.figure(deal.share, Unit.SHARE)]
        cells += [view.language.figure(deal.kpis[name].value, deal.kpis[name].unit) for name in _OF_DEALS]
        rows.append(Row(view.text(deal.label), Unit.MONEY, tuple(cells)))
    return Table("portfolio-deals", view.say("Deals, for the share of the pool"), tuple(columns), tuple(rows), stub="")


def year_tables(view: PoolView, caption: str, lines: Mapping[str, PooledLine]) -> list[Table]:
    """Lines by calendar year, in blocks of years, without the years at either end in which nothing happens."""
    rows = tuple(Row(view.text(line.label), line.unit, line.values) for line in lines.values())
    columns = tuple(map(str, view.pooled.years))
    table = Table("portfolio-years", caption, columns, rows, stub=view.say("Calendar year"), layout=Layout.YEARS)
    return in_blocks(trimmed(table), _YEARS)


def tranche_table(view: PoolView) -> Table:
    """A row for each tranche: where it stands, what covers it, what it earns and loses in the base case."""
    shown: Sequence[tuple[str, Unit, str]] = (
        (view.say("Size"), Unit.MONEY, "size"),
        (view.say("Coupon"), Unit.RATE, "coupon"),
        (view.say("Attachment"), Unit.SHARE, "attachment"),
        (view.say("Detachment"), Unit.SHARE, "detachment"),
        (view.say("Coverage"), Unit.RATIO, "coverage"),
        (view.say("Interest coverage"), Unit.RATIO, "interest_coverage"),
        (view.say("Average life"), Unit.YEARS, "average_life"),
        (view.say("Rate of return"), Unit.RATE, "internal_rate"),
        (view.say("Loss"), Unit.SHARE, "loss"),
    )
    rows = [
        Row(
            view.text(tranche.label),
            Unit.MONEY,
            tuple(view.language.figure(getattr(tranche, name), unit) for _, unit, name in shown),
        )
        for tranche in view.pooled.tranches
    ]
    columns = tuple(label for label, _, _ in shown)
    note = view.say(
        "Attachment and detachment: the share of the pool that must be lost before a tranche loses anything, and "
        "before it is lost whole. Coverage: what the pool pays after the fee, at the coupons of the tranche and those "
        "before it, over their size. The rate of return of the last tranche includes what is left over."
    )
    return Table("portfolio-tranches", view.say("Tranches, in the base case"), columns, tuple(rows), note)


def bond_table(view: PoolView) -> Table:
    """What is agreed of the pooled bond and how it is covered."""
    bond = view.pooled.bond
    assert bond is not None
    rows = (
        Row(view.say("Amount"), Unit.MONEY, (bond.amount,)),
        Row(view.say("Coupon"), Unit.RATE, (bond.coupon,)),
        Row(view.say("Lowest coverage of a year"), Unit.RATIO, (bond.coverage_lowest,)),
        Row(view.say("Average coverage"), Unit.RATIO, (bond.coverage_average,)),
        Row(view.say("Coverage over its life, at its coupon"), Unit.RATIO, (bond.life_coverage,)),
        Row(view.say("Coverage agreed"), Unit.RATIO, (bond.target,)),
        Row(view.say("Years below it"), Unit.COUNT, (float(bond.years_below),)),
        Row(view.say("Loss"), Unit.SHARE, (bond.loss,)),
    )
    return Table("portfolio-bond", view.text(bond.label), (view.say("Base case"),), rows)


def trust_table(view: PoolView) -> Table:
    """What a trust pays out, and its debt against its limit."""
    trust = view.pooled.trust
    assert trust is not None
    rows = (
        Row(view.say("Paid out, present value"), Unit.MONEY, (trust.paid_value,)),
        Row(view.say("Lowest distribution coverage"), Unit.RATIO, (trust.coverage_lowest,)),
        Row(view.say("Highest debt, share of the value of assets"), Unit.SHARE, (trust.leverage_highest,)),
        Row(view.say("Limit of debt"), Unit.SHARE, (trust.limit,)),
    )
    return Table("portfolio-trust", view.say("Infrastructure investment trust"), (view.say("Base case"),), rows)


def concentration_table(view: PoolView) -> Table:
    """A row for each kind: what it is measured by, its index, the largest one, and the limit."""
    columns = (
        view.say("Measured by"), view.say("Herfindahl index"), view.say("As many equal ones"), view.say("Largest"),
        view.say("Share"), view.say("Limit"),
    )  # fmt: skip
    rows = []
    for kind, found in view.pooled.concentration.items():
        name, share = found.largest
        figure = view.language.figure
        limit = view.say("none agreed") if found.limit is None else figure(found.limit, Unit.SHARE)
        cells = (
            view.measure(found.measure), figure(found.herfindahl, Unit.QUANTITY),
            figure(found.effective, Unit.QUANTITY), view.one_of(kind, name), figure(share, Unit.SHARE), limit,
        )  # fmt: skip
        rows.append(Row(view.kind(kind), Unit.SHARE, cells))
    return Table("portfolio-concentration", view.say("Concentration"), columns, tuple(rows))
