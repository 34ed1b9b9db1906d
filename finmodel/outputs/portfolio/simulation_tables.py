"""Tables of a pool over many scenarios: percentiles, losses of tranches, diversification, defaults."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.outputs.portfolio.view import PoolView
from finmodel.outputs.table import Layout, Row, Table, in_blocks, trimmed
from finmodel.pooled import Diversification, Percentiles, PoolSimulation, SpreadOf
from finmodel.results import Value
from finmodel.units import Unit

__all__ = [
    "default_table", "diversification_tables", "fan_tables", "kpi_table", "share_table", "tranche_risk_table",
]  # fmt: skip

_YEARS = 10
_FANNED = ("cfads", "debt_service", "distributions", "dscr")
_BOND = {
    "expected_loss": "Expected loss of the bond",
    "loss_probability": "Probability that the bond loses anything",
    "below_probability": "Probability of coverage below the one agreed in any year",
}
_TRUST = {
    "coverage_mean": "Distributable over planned, mean",
    "coverage_p5": "Distributable over planned, as low in a twentieth of scenarios",
    "below_plan_probability": "Probability of less than planned in any year",
    "limit_probability": "Probability of debt above the limit in any year",
}
_RATIOS = ("coverage_mean", "coverage_p5")


def _levels(found: Percentiles) -> tuple[str, ...]:
    return tuple(level.upper() for level in found.levels)


def kpi_table(view: PoolView, run: PoolSimulation) -> Table:
    """Mean with its standard error and percentiles of every key result."""
    first = next(iter(run.kpis.values()))
    columns = (view.say("Base case"), view.say("Mean"), view.say("Standard error"), *_levels(first))
    figure = view.language.figure
    rows = []
    for name, found in run.kpis.items():
        base = view.pooled.kpis[name].value
        values: Sequence[Value] = (base, found.mean[0], found.standard_error[0], *(x[0] for x in found.levels.values()))
        rows.append(Row(view.text(found.label), found.unit, tuple(figure(value, found.unit) for value in values)))
    return Table("portfolio-kpis-simulated", view.say("Key results over all scenarios"), columns, tuple(rows))


def fan_tables(view: PoolView, run: PoolSimulation) -> list[Table]:
    """By year, P5, median and P95 of what the pool earns, owes and distributes."""
    rows = [
        Row(f"{view.text(run.lines[name].label)}, {told}", run.lines[name].unit, values)
        for name in _FANNED
        for told, values in _fan(view, run.lines[name])
    ]
    columns = tuple(map(str, view.pooled.years))
    caption = view.say("The pool by calendar year over all scenarios")
    table = Table("portfolio-fan", caption, columns, tuple(rows), stub=view.say("Calendar year"), layout=Layout.YEARS)
    return in_blocks(trimmed(table), _YEARS)


def _fan(view: PoolView, found: Percentiles) -> list[tuple[str, tuple[Value, ...]]]:
    shown = [(level.upper(), found.levels[level]) for level in ("p5", "p50", "p95")]
    return [*shown[:2], (view.say("mean"), found.mean), shown[2]]


def tranche_risk_table(view: PoolView, run: PoolSimulation) -> Table:
    """What each tranche loses: expected, how likely, how much when it does; and how it is covered."""
    labels = {tranche.name: tranche for tranche in view.pooled.tranches}
    figure = view.language.figure
    columns = (
        view.say("Attachment"), view.say("Detachment"), view.say("Expected loss"), view.say("Standard error"),
        view.say("Probability of a loss"), view.say("Loss, P95"), view.say("Loss when there is one"),
        view.say("Coverage, P5"), view.say("Coverage, P50"),
    )  # fmt: skip
    rows = []
    for risk in run.tranches:
        tranche = labels[risk.name]
        shares = (
            tranche.attachment, tranche.detachment, risk.expected_loss, risk.standard_error, risk.loss_probability,
            risk.loss_p95, risk.loss_given_loss,
        )  # fmt: skip
        cells = [figure(value, Unit.RATE) for value in shares]
        cells += [figure(risk.coverage.levels[level][0], Unit.RATIO) for level in ("p5", "p50")]
        rows.append(Row(view.text(tranche.label), Unit.SHARE, tuple(cells)))
    note = view.say(
        "A loss is what is owed at legal maturity, discounted at the coupon of the tranche, as a share of its size."
    )
    return Table(
        "portfolio-tranche-risk", view.say("Losses of tranches over all scenarios"), columns, tuple(rows), note
    )


def share_table(view: PoolView, run: PoolSimulation, of: str) -> Table:
    """The bond (``bond``) or the trust (``trust``) over all scenarios, a row for each number."""
    labels, values = (_BOND, run.bond) if of == "bond" else (_TRUST, run.trust)
    rows = [
        Row(view.say(label), Unit.RATIO if name in _RATIOS else Unit.SHARE, (values[name],))
        for name, label in labels.items()
        if name in values
    ]
    caption = view.say("The bond over all scenarios") if of == "bond" else view.say("The trust over all scenarios")
    return Table(f"portfolio-{of}-simulated", caption, (view.say("All scenarios"),), tuple(rows))


def diversification_tables(view: PoolView, run: PoolSimulation) -> list[Table]:
    """For each measure: every deal alone, their sum, and the pool as drawn, if independent and if as one."""
    return [_diversification(view, found) for found in run.diversification]


def _diversification(view: PoolView, found: Diversification) -> Table:
    deals = {deal.name: view.text(deal.label) for deal in view.pooled.deals}
    rows = [_spread(deals[name], spread) for name, spread in found.alone.items()]
    added = (None, found.deviation_alone, found.value_at_risk_alone, None)
    rows.append(Row(view.say("Deals alone, added up"), Unit.MONEY, added, "total"))
    rows.append(_spread(view.say("The pool"), found.pool))
    rows.append(_spread(view.say("The pool, if deals had nothing to do with each other"), found.independent))
    rows.append(_spread(view.say("The pool, if deals moved as one"), found.as_one))
    ratio, at_risk = (view.language.figure(x, Unit.SHARE) for x in (found.deviation_ratio, found.value_at_risk_ratio))
    note = view.say(
        "The pool's standard deviation is %(deviation)s of the deals' added up, its value at risk %(at_risk)s. Value "
        "at risk and expected shortfall are at 95 %%, below the mean.",
        deviation=ratio,
        at_risk=at_risk,
    )
    caption = f"{view.say('Diversification')}: {view.text(found.measure)}"
    columns = (
        view.say("Mean"), view.say("Standard deviation"), view.say("Value at risk"), view.say("Expected shortfall"),
    )  # fmt: skip
    return Table("portfolio-diversification", caption, columns, tuple(rows), note)


def _spread(label: str, found: SpreadOf) -> Row:
    return Row(label, Unit.MONEY, (found.mean, found.deviation, found.value_at_risk, found.shortfall))


def default_table(view: PoolView, run: PoolSimulation) -> Table:
    """How likely each deal is to be in default at any time."""
    rows = tuple(
        Row(view.text(deal.label), Unit.SHARE, (run.default_probability[deal.name],)) for deal in view.pooled.deals
    )
    return Table(
        "portfolio-defaults", view.say("Probability of default at any time"), (view.say("All scenarios"),), rows
    )
