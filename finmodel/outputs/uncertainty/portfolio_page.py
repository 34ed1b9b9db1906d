"""The page of a portfolio: the pool by calendar year, what stands on it, what it hangs on, and how it may end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from finmodel.outputs.language import translator
from finmodel.outputs.portfolio.simulation_tables import (
    default_table,
    diversification_tables,
    fan_tables,
    kpi_table,
    share_table,
    tranche_risk_table,
)
from finmodel.outputs.portfolio.tables import (
    bond_table,
    concentration_table,
    deals_table,
    tranche_table,
    trust_table,
    year_tables,
)
from finmodel.outputs.portfolio.text import breach_lines, debt_text, pool_kpis, sized_text
from finmodel.outputs.portfolio.view import PoolView
from finmodel.outputs.table import Layout, Table
from finmodel.outputs.term_sheet.document import Figure, Headline, Term
from finmodel.outputs.uncertainty.page import Page, Part, blocks_of
from finmodel.outputs.uncertainty.portfolio_figures import (
    concentration_figures,
    deals_figure,
    diversification_figure,
    pool_fan,
    tranche_figure,
)
from finmodel.outputs.uncertainty.writer import write_page
from finmodel.pooled import Pooled, PoolSimulation

__all__ = ["portfolio_page", "write_portfolio_page"]

_HEADLINES = ("total_uses", "highest_debt", "equity_irr", "dscr_minimum", "capital_need", "capital_saved")
_FANNED = ("cfads", "distributions", "dscr")


def write_portfolio_page(pooled: Pooled, path: Path, lang: str) -> None:
    """The page in ``en``, ``ru`` or ``kk``; ``UsageError`` for another language or a bad place."""
    language = translator(lang)
    write_page(portfolio_page(PoolView(pooled, language)), path, language)


def portfolio_page(view: PoolView) -> Page:
    """The page before it is laid out."""
    pooled, run = view.pooled, view.pooled.simulation
    said = [view.text(text) for text in (pooled.description, pooled.honest_note) if text]
    if run is not None:
        count = view.language.number(run.scenarios, 0)
        said.insert(0, view.say("%(count)s scenarios, seed %(seed)s", count=count, seed=run.seed))
        if run.unsolved:
            said.insert(
                1, view.say("In %(count)s of them a deal has no solution; they are left out.", count=run.unsolved)
            )
    debt = debt_text(view) if run is not None else sized_text(view)
    return Page(
        kind=view.say("Portfolio"),
        title=view.text(pooled.title),
        facts=tuple(_facts(view)),
        debt=f"{debt[:1].upper()}{debt[1:]}",
        banner=tuple(said),
        headlines=tuple(_headlines(view)),
        parts=tuple(part for part in _parts(view, run) if part.blocks or part.terms),
        colophon=(
            view.say(
                "Computed by finmodel %(version)s from the case %(case)s.",
                version=pooled.hashes.get("version", ""),
                case=pooled.name,
            ),
        ),
    )


def _facts(view: PoolView) -> Iterator[Term]:
    pooled = view.pooled
    yield Term(view.say("Deals"), (str(len(pooled.deals)),))
    yield Term(view.say("Amounts in"), (view.language.currency(pooled.currency),))
    yield Term(view.say("Calendar years"), (f"{pooled.years[0]}\N{EN DASH}{pooled.years[-1]}",))


def _headlines(view: PoolView) -> Iterator[Headline]:
    for name in _HEADLINES:
        if name in view.pooled.kpis:
            kpi = view.pooled.kpis[name]
            remark = view.say(kpi.reason) if kpi.reason else view.say("in the case as it stands")
            yield Headline(view.text(kpi.label), view.language.figure(kpi.value, kpi.unit), remark)


def _parts(view: PoolView, run: PoolSimulation | None) -> Iterator[Part]:
    pooled = view.pooled
    years = year_tables(view, view.say("The pool by calendar year"), pooled.lines)
    yield Part(
        "part-pool", view.say("The pool"),
        blocks=blocks_of(deals_figure(view, years[0].key), *years, deals_table(view), pool_kpis(view, pooled.kpis)),
    )  # fmt: skip
    if run is not None:
        yield from _simulated(view, run)
    if pooled.tranches:
        paid = _keyed(year_tables(view, view.say("Payments to tranches"), pooled.tranche_lines), "tranches")
        yield Part("part-tranches", view.say("Tranches"), blocks=blocks_of(tranche_table(view), *paid))
    if pooled.bond is not None:
        label = view.text(pooled.bond.label)
        paid = _keyed(year_tables(view, view.say("%(bond)s by calendar year", bond=label), pooled.bond.lines), "bond")
        yield Part("part-bond", view.say("Pooled bond"), blocks=blocks_of(bond_table(view), *paid))
    if pooled.trust is not None:
        paid = _keyed(year_tables(view, view.say("The trust by calendar year"), pooled.trust.lines), "trust")
        yield Part("part-trust", view.say("Trust"), blocks=blocks_of(trust_table(view), *paid))
    limits = (Term(view.say("Limits"), tuple(breach_lines(view))),)
    table = concentration_table(view)
    yield Part(
        "part-concentration", view.say("What the pool hangs on"), terms=limits,
        blocks=blocks_of(*concentration_figures(view, table), replace(table, layout=Layout.WORDS)),
    )  # fmt: skip


def _keyed(tables: list[Table], of: str) -> list[Table]:
    """Tables of years with addresses of their own."""
    return [replace(table, key=f"{table.key}-{of}") for table in tables]


def _simulated(view: PoolView, run: PoolSimulation) -> Iterator[Part]:
    fans = fan_tables(view, run)
    figures = [pool_fan(view, run, name, fans[0].key) for name in _FANNED if name in run.lines]
    yield Part(
        "part-fans", view.say("How the pool may come out"), blocks=blocks_of(kpi_table(view, run), *figures, *fans)
    )
    if run.tranches:
        table = tranche_risk_table(view, run)
        yield Part("part-losses", view.say("Losses"), blocks=blocks_of(tranche_figure(view, run, table), table))
    shares = [share_table(view, run, of) for of, found in (("bond", run.bond), ("trust", run.trust)) if found]
    yield Part("part-structures", view.say("Bond and trust over all scenarios"), blocks=blocks_of(*shares))
    blocks: list[Figure | Table] = []
    for place, (found, made) in enumerate(zip(run.diversification, diversification_tables(view, run), strict=True)):
        table = replace(made, key=f"{made.key}-{place}" if place else made.key)
        blocks += [diversification_figure(view, found, table), table]
    yield Part("part-diversification", view.say("What pooling takes away of the risk"), blocks=blocks_of(*blocks))
    yield Part("part-defaults", view.say("Deals in default"), blocks=blocks_of(default_table(view, run)))
