"""Tables of a simulation: key results, probabilities, costs by year, losses by party, drivers, convergence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from finmodel.inputs.text import Text
from finmodel.outputs.language import Language
from finmodel.outputs.table import Layout, Row, Table, trimmed
from finmodel.results import Value
from finmodel.simulated import Simulation, YearlyCost
from finmodel.units import Unit

__all__ = [
    "SimulationView", "beyond_table", "chance_table", "convergence_table", "cost_table", "driver_tables", "kpi_table",
    "party_table",
]  # fmt: skip

_SHOWN = (5, 25, 50, 75, 95)
_NOTHING = 1e-9
"""A standard deviation as small as that, as a share of the mean, is what rounding leaves."""
_KINDS: Mapping[str, str] = {"variable": "Variable", "process": "Process over time", "risk": "Risk", "event": "Event"}
_CONVERGING: Mapping[str, str] = {
    "equity_irr.mean": "Equity IRR, mean",
    "equity_irr.p5": "Equity IRR, 5th percentile",
    "equity_irr.p50": "Equity IRR, median",
    "dscr_minimum.p5": "Minimum DSCR, 5th percentile",
    "dscr_minimum.p50": "Minimum DSCR, median",
    "default": "Probability of default",
    "lock_up": "Probability of lock-up",
    "below_hurdle": "Probability of a return below the hurdle",
}
_UNITS: Mapping[str, Unit] = {"equity_irr": Unit.RATE, "dscr_minimum": Unit.RATIO}


@dataclass(frozen=True, slots=True)
class SimulationView:
    """What the builders of tables read: one simulation in one language."""

    simulation: Simulation
    language: Language

    def say(self, message: str, **values: object) -> str:
        """A message of the catalogue, with values put in."""
        return self.language.gettext(message) % values if values else self.language.gettext(message)

    def named(self, label: str) -> str:
        """A label of the case in its translation, or one of the program from the catalogue."""
        return self.language.text(label) if isinstance(label, Text) else self.language.gettext(label)

    def kpi(self, name: str) -> str:
        """What a key result is called."""
        kpi = self.simulation.kpi(name)
        return f"{self.named(kpi.of)}: {self.named(kpi.label)}" if kpi.of else self.named(kpi.label)

    def figure(self, value: Value, unit: Unit) -> str:
        """A value as a table shows it."""
        return self.language.figure(value, unit)

    def percentile(self, share: int) -> str:
        """The head of a column of percentiles."""
        return f"P{share}"

    def wide(self, value: Value, error: Value, unit: Unit) -> str:
        """A value with its standard error, where it has one."""
        shown = self.figure(value, unit)
        return shown if value is None or error is None else f"{shown} ± {self.figure(error, unit)}"


def kpi_table(view: SimulationView) -> Table:
    """Key results: in the case as it stands, and how they are spread."""
    rows = []
    for kpi in view.simulation.kpis:
        spread = kpi.spread
        if spread.deviation and spread.deviation > _NOTHING * abs(spread.mean or 0.0):
            cells = [kpi.base, spread.mean, spread.deviation, *(spread.percentiles[share] for share in _SHOWN)]
            shown = (view.figure(cell, kpi.unit) for cell in cells)
            rows.append(Row(view.kpi(kpi.name), kpi.unit, (*shown, str(spread.blanks or ""))))
    heads = ["Case as it stands", "Mean", "Standard deviation"]
    columns = (*map(view.say, heads), *map(view.percentile, _SHOWN), view.say("Without a value"))
    return Table("simulation-kpis", view.say("Key results over all scenarios"), columns, tuple(rows))


def chance_table(view: SimulationView) -> Table:
    """Probabilities with their standard errors."""
    rows = tuple(
        Row(
            view.say(chance.label),
            Unit.SHARE,
            (
                view.figure(chance.value, Unit.SHARE),
                view.figure(chance.error, Unit.SHARE),
                view.language.number(chance.count, 0),
                view.say("yes") if chance.certain else view.say("no"),
            ),
        )
        for chance in view.simulation.chances
    )
    heads = ("Probability", "Standard error", "Scenarios", "In the case as it stands")
    return Table("simulation-chances", view.say("Probabilities"), tuple(map(view.say, heads)), rows)


def cost_table(view: SimulationView, cost: YearlyCost) -> Table:
    """What a guarantee costs by year: expected, and the 95th percentile of each year."""
    rows = (
        Row(view.say("Expected"), Unit.MONEY, tuple(cost.mean)),
        Row(view.say("95th percentile of the year"), Unit.MONEY, tuple(cost.stressed)),
        Row(view.say("Probability that anything is paid"), Unit.SHARE, tuple(cost.chance)),
    )
    worth = cost.present_value
    note = view.say(
        "Present value: %(mean)s expected, standard error %(error)s; 95th percentile %(high)s. (%(rate)s)",
        rate=view.named(cost.discount),
        mean=view.figure(worth.mean, Unit.MONEY),
        error=view.figure(worth.mean_error, Unit.MONEY),
        high=view.figure(worth.percentiles[95], Unit.MONEY),
    )
    caption = view.say("%(name)s: cost by calendar year", name=view.named(cost.label))
    table = Table(f"cost-{cost.name}", caption, tuple(map(str, cost.years)), rows, note, layout=Layout.YEARS)
    return trimmed(table)


def party_table(view: SimulationView) -> Table:
    """Losses by party against the case as it stands."""
    rows = tuple(
        Row(
            view.named(party.label),
            Unit.MONEY,
            (
                party.base,
                party.present_value.mean,
                party.expected_loss,
                party.value_at_risk,
                party.conditional_value_at_risk,
                view.figure(party.chance_of_loss, Unit.SHARE),
            ),
        )
        for party in view.simulation.parties
    )
    heads = (
        "Case as it stands", "Mean", "Expected loss", "Value at risk 95 %", "Conditional value at risk 95 %",
        "Probability of a loss",
    )  # fmt: skip
    note = view.say(
        "A loss is the present value in the case as it stands less that in the scenario; gains are negative. The value "
        "at risk is exceeded in 5 % of scenarios; the conditional one is the mean of the worst 5 %."
    )
    return Table("simulation-parties", view.say("Parties"), tuple(map(view.say, heads)), rows, note)


def driver_tables(view: SimulationView) -> list[Table]:
    """For each result that is explained, its drivers, the strongest first."""
    return [_drivers(view, place) for place in range(len(view.simulation.rankings))]


def _drivers(view: SimulationView, place: int) -> Table:
    ranking = view.simulation.rankings[place]
    rows = tuple(
        Row(
            view.named(driver.label),
            Unit.SHARE,
            (
                view.say(_KINDS[driver.kind]),
                view.figure(driver.rank_correlation, Unit.NUMBER),
                view.figure(driver.regression, Unit.NUMBER),
                view.figure(driver.share, Unit.SHARE),
            ),
        )
        for driver in ranking.drivers
    )
    heads = ("Kind", "Rank correlation", "Regression of ranks", "Contribution to variance")
    caption = view.say("What drives %(kpi)s", kpi=view.kpi(ranking.kpi))
    note = view.say("The regression explains %(share)s.", share=view.figure(ranking.explained, Unit.SHARE))
    return Table(f"drivers-{ranking.kpi}", caption, tuple(map(view.say, heads)), rows, note)


def convergence_table(view: SimulationView) -> Table:
    """Estimates by number of scenarios."""
    found = view.simulation.convergence
    rows = []
    for name, label in _CONVERGING.items():
        if name in found.estimates:
            unit = _UNITS.get(name.partition(".")[0], Unit.SHARE)
            pairs = zip(found.estimates[name], found.errors[name], strict=True)
            rows.append(Row(view.say(label), unit, tuple(view.wide(value, error, unit) for value, error in pairs)))
    columns = tuple(view.language.number(count, 0) for count in found.counts)
    caption = view.say("Convergence: estimates from the first scenarios, ± standard error")
    return Table("simulation-convergence", caption, columns, tuple(rows))


def beyond_table(view: SimulationView) -> Table:
    """Values that were held at the bounds of their figures."""
    rows: Sequence[Row] = [
        Row(each.figure, Unit.COUNT, (float(each.held), float(each.drawn))) for each in view.simulation.beyond
    ]
    columns = (view.say("Held at a bound"), view.say("Drawn"))
    return Table("simulation-beyond", view.say("Values drawn beyond the bounds of a figure"), columns, tuple(rows))
