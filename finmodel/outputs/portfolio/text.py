"""A portfolio as lines of text: what ``finmodel portfolio`` tells on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from finmodel.outputs.language import Language
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
from finmodel.outputs.portfolio.view import PoolView
from finmodel.outputs.table import Row, Table
from finmodel.outputs.text_tables import table_lines
from finmodel.pooled import Breach, Pooled, PooledKpi, PooledLine, PoolSimulation
from finmodel.units import Unit

__all__ = ["breach_lines", "debt_text", "pool_kpis", "portfolio_lines", "sized_text"]

_BREACHES: Mapping[str, str] = {
    "leverage": "Debt is %(found)s of the value of assets in %(of)s, above the limit of %(limit)s.",
    "bond_coverage": "The bond is covered %(found)s in %(of)s, below the %(limit)s agreed.",
}
_SHARE_BREACH = "%(kind)s: %(of)s is %(found)s, above the limit of %(limit)s."


def portfolio_lines(pooled: Pooled, language: Language) -> list[str]:
    """Deals, key results, flows by year, what stands on the pool, concentration, limits that are not kept."""
    view = PoolView(pooled, language)
    lines = [
        f"{view.text(pooled.title)} · {language.currency(pooled.currency)} · {sized_text(view)}",
        "",
        *table_lines(view, deals_table(view)),
        "",
        *table_lines(view, pool_kpis(view, pooled.kpis)),
        *_reasons(view, pooled.kpis),
        "",
        *_by_year(view, view.say("The pool by calendar year"), pooled.lines),
    ]
    if pooled.tranches:
        table = tranche_table(view)
        lines += [*table_lines(view, table), table.note, ""]
        lines += _by_year(view, view.say("Payments to tranches"), pooled.tranche_lines)
    if pooled.bond is not None:
        lines += [
            *table_lines(view, bond_table(view)),
            "",
            *_by_year(view, view.text(pooled.bond.label), pooled.bond.lines),
        ]
    if pooled.trust is not None:
        lines += [*table_lines(view, trust_table(view)), ""]
        lines += _by_year(view, view.say("The trust by calendar year"), pooled.trust.lines)
    lines += [*table_lines(view, concentration_table(view)), "", *_breaches(view)]
    return lines if pooled.simulation is None else [*lines, "", *_simulated(view, pooled.simulation)]


def _simulated(view: PoolView, run: PoolSimulation) -> Iterator[str]:
    """What scenarios come to: how they were drawn, key results, years, structures, diversification, defaults."""
    yield view.say("%(count)s scenarios, seed %(seed)s", count=view.language.number(run.scenarios, 0), seed=run.seed)
    yield f"  {debt_text(view)}"
    if run.unsolved:
        yield f"  {view.say('In %(count)s of them a deal has no solution; they are left out.', count=run.unsolved)}"
    for factor, figures in run.moved.items():
        yield f"  {factor}: {', '.join(figures)}"
    yield ""
    tables = [kpi_table(view, run), *fan_tables(view, run)]
    tables += [tranche_risk_table(view, run)] if run.tranches else []
    tables += [share_table(view, run, "bond")] if run.bond else []
    tables += [share_table(view, run, "trust")] if run.trust else []
    for table in (*tables, *diversification_tables(view, run), default_table(view, run)):
        yield from table_lines(view, table)
        yield from ([table.note] if table.note else [])
        yield ""


def debt_text(view: PoolView) -> str:
    """Whether the debt of every deal stays as contracted in every scenario."""
    if view.pooled.frozen:
        return view.say("The debt of every deal stays as contracted (FROZEN) in every scenario.")
    return view.say("The debt of every deal is sized again (RE-SIZED) in every scenario.")


def sized_text(view: PoolView) -> str:
    """At which debt the pool is told without scenarios."""
    return view.say("the debt of every deal as sized at its financial close")


def pool_kpis(view: PoolView, kpis: Mapping[str, PooledKpi]) -> Table:
    """The key results of the pool."""
    rows = tuple(Row(view.text(kpi.label), kpi.unit, (kpi.value,)) for kpi in kpis.values())
    return Table("portfolio-kpis", view.say("Key results of the pool"), (view.say("Base case"),), rows)


def _reasons(view: PoolView, kpis: Mapping[str, PooledKpi]) -> Iterator[str]:
    for kpi in kpis.values():
        if kpi.value is None:
            yield f"  {view.text(kpi.label)}: {view.say(kpi.reason)}"


def _by_year(view: PoolView, caption: str, lines: Mapping[str, PooledLine]) -> list[str]:
    found: list[str] = []
    for table in year_tables(view, caption, lines):
        found += [*table_lines(view, table), ""]
    return found


def _breaches(view: PoolView) -> Iterator[str]:
    yield view.say("Limits")
    yield from (f"  {line}" for line in breach_lines(view))


def breach_lines(view: PoolView) -> Iterator[str]:
    """The limits that are not kept, each in a sentence; or that all are."""
    if not view.pooled.breaches:
        yield view.say("Every limit that the portfolio states is kept.")
    for breach in view.pooled.breaches:
        yield _told(view, breach)


def _told(view: PoolView, breach: Breach) -> str:
    if breach.kind in _BREACHES:
        unit = Unit.RATIO if breach.kind == "bond_coverage" else Unit.SHARE
        found, limit = (view.language.figure(value, unit) for value in (breach.found, breach.limit))
        return view.say(_BREACHES[breach.kind], found=found, of=breach.of, limit=limit)
    found, limit = (view.language.figure(value, Unit.SHARE) for value in (breach.found, breach.limit))
    of = view.one_of(breach.kind, breach.of)
    return view.say(_SHARE_BREACH, kind=view.kind(breach.kind), of=of, found=found, limit=limit)
