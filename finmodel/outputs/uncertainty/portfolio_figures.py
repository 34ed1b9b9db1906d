"""The charts of a portfolio: cash flow by case, fans, losses of tranches, diversification, concentration."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.charts import Bar, Caption, Number, stacked_chart
from finmodel.outputs.palette import PALETTE
from finmodel.outputs.plot import Series
from finmodel.outputs.portfolio.view import PoolView
from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.document import Figure
from finmodel.outputs.uncertainty.change_chart import change_chart
from finmodel.outputs.uncertainty.fan_chart import Band, FanLines, fan_chart
from finmodel.pooled import Diversification, PoolSimulation
from finmodel.results import Value
from finmodel.units import Unit

__all__ = ["concentration_figures", "deals_figure", "diversification_figure", "pool_fan", "tranche_figure"]

_MOST = len(PALETTE) - 1
"""Deals and shares drawn one by one; the rest together."""
_HIGHEST = 4.0
_NOTHING = 1e-6


def _number(view: PoolView, unit: Unit) -> Number:
    return lambda value: view.language.figure(value, unit) if value or unit is not Unit.MONEY else "0"


def deals_figure(view: PoolView, table: str) -> Figure:
    """CFADS of the pool by calendar year, a layer for each deal; those beyond a few together."""
    deals = view.deals()
    deals.sort(key=lambda deal: -sum(abs(value or 0.0) for value in deal.lines["cfads"].values))
    shown, rest = (deals, []) if len(deals) <= _MOST else (deals[: _MOST - 1], deals[_MOST - 1 :])
    rows = [(view.text(deal.label), [value or 0.0 for value in deal.lines["cfads"].values]) for deal in shown]
    if rest:
        together = [sum(deal.lines["cfads"].values[i] or 0.0 for deal in rest) for i in range(len(view.pooled.years))]
        rows.append((view.say("others together (%(count)s)", count=len(rest)), together))
    busy = [i for i in range(len(view.pooled.years)) if any(abs(values[i]) > _NOTHING for _, values in rows)] or [0]
    part = slice(busy[0], busy[-1] + 1)
    caption = Caption(
        "figure-deals",
        view.say("Cash flow available for debt service, by case"),
        view.say("Bars of each calendar year, in which every case has a layer; what is negative stands below zero."),
        view.language.currency(view.pooled.currency),
    )
    stacks = [Series(label, values[part], colour.name) for (label, values), colour in zip(rows, PALETTE, strict=False)]
    axis = [str(year) for year in view.pooled.years[part]]
    picture = stacked_chart(caption, axis, stacks, [], _number(view, Unit.MONEY))
    return Figure(caption.key, caption.title, picture, table, view.say("The pool by calendar year"))


def pool_fan(view: PoolView, run: PoolSimulation, name: str, table: str) -> Figure:
    """What the pool has of a line by year: bands between percentiles, median and the base case."""
    found, base = run.lines[name], view.pooled.lines.get(name)
    levels = found.levels
    busy = [i for i in range(len(view.pooled.years)) if any(_matters(values[i]) for values in levels.values())] or [0]
    part = slice(busy[0], busy[-1] + 1)
    label = view.text(found.label)
    caption = Caption(
        f"figure-fan-{name}",
        view.say("%(line)s by calendar year: how far it may come out", line=label),
        view.say("By year, bands between the 5th and 95th and the 25th and 75th percentile, with the median."),
        view.language.unit_name(found.unit, view.pooled.currency) if found.unit.is_money else label,
    )
    wide = view.say("P5 to P95: nine tenths of the scenarios")
    bands = [Band(wide, levels["p5"][part], levels["p95"][part], 0.2)]
    if {"p25", "p75"} <= set(levels):
        bands.append(Band(view.say("P25 to P75: one half"), levels["p25"][part], levels["p75"][part], 0.35))
    lines = [Series(view.say("Median"), levels["p50"][part], "blue")]
    if base is not None:
        lines.insert(0, Series(view.say("Base case"), base.values[part], "orange", "6 3"))
    capped = found.unit is Unit.RATIO and any((value or 0.0) > _HIGHEST for value in levels["p95"])
    if capped:
        told = view.language.figure(_HIGHEST, found.unit)
        unit = view.say("%(ratio)s, no higher than %(level)s is drawn", ratio=label, level=told)
        caption = Caption(caption.key, caption.title, caption.description, unit)
    axis = [str(year) for year in view.pooled.years[part]]
    shown = FanLines(bands, lines, cap=_HIGHEST if capped else None)
    picture = fan_chart(caption, axis, shown, _number(view, found.unit))
    return Figure(caption.key, caption.title, picture, table, view.say("The pool by calendar year over all scenarios"))


def _matters(value: Value) -> bool:
    return value is not None and abs(value) > _NOTHING


def tranche_figure(view: PoolView, run: PoolSimulation, table: Table) -> Figure:
    """The expected loss of each tranche, as a share of its size."""
    labels = {tranche.name: view.text(tranche.label) for tranche in view.pooled.tranches}
    caption = Caption(
        "figure-losses",
        view.say("Expected loss of each tranche, share of its size"),
        view.say("A bar for each tranche, from the one that is paid first to the one that loses first."),
    )
    bars = [
        Bar(labels[risk.name], risk.expected_loss, view.language.figure(risk.expected_loss, Unit.RATE))
        for risk in run.tranches
    ]
    picture = change_chart(caption, bars, lambda value: view.language.percent(value, 1), "orange")
    return Figure(caption.key, caption.title, picture, table.key, table.caption)


def diversification_figure(view: PoolView, found: Diversification, table: Table) -> Figure:
    """How far the pool varies: its deals added up, as one, as drawn, and if they had nothing to do with each other."""
    caption = Caption(
        f"figure-{table.key}",
        view.say("%(measure)s: standard deviation", measure=view.text(found.measure)),
        view.say("Bars for the deals alone added up, and for the pool: as one, as drawn, and if independent."),
        view.language.currency(view.pooled.currency),
    )
    rows = (
        (view.say("Deals alone, added up"), found.deviation_alone),
        (view.say("The pool, if deals moved as one"), found.as_one.deviation),
        (view.say("The pool"), found.pool.deviation),
        (view.say("The pool, if deals had nothing to do with each other"), found.independent.deviation),
    )
    bars = [Bar(label, value, view.language.figure(value, Unit.MONEY)) for label, value in rows]
    picture = change_chart(caption, bars, _number(view, Unit.MONEY), "blue")
    return Figure(caption.key, caption.title, picture, table.key, table.caption)


def concentration_figures(view: PoolView, table: Table) -> Iterator[Figure]:
    """For each kind of which there is more than one, the shares of the largest, with the limit where one is agreed."""
    for kind, found in view.pooled.concentration.items():
        if len(found.shares) < 2:
            continue
        title = view.say("%(kind)s: %(measure)s", kind=view.kind(kind), measure=view.measure(found.measure))
        if found.limit is not None:
            limit = view.language.figure(found.limit, Unit.SHARE)
            title = view.say("%(chart)s; limit %(limit)s", chart=title, limit=limit)
        caption = Caption(f"figure-concentration-{kind}", title, view.say("A bar for each, the largest first."))
        bars = [
            Bar(view.one_of(kind, name), share, view.language.figure(share, Unit.SHARE))
            for name, share in list(found.shares.items())[:_MOST]
        ]
        picture = change_chart(caption, bars, lambda value: view.language.percent(value, 0), "blue")
        yield Figure(caption.key, caption.title, picture, table.key, table.caption)
