"""What a simulation assumes is told whole: kinds, parameters, figures, sources and status."""

from dataclasses import replace

from finmodel.inputs.table import Provenance
from finmodel.inputs.text import Text
from finmodel.inputs.uncertainty_distributions import StatedDistribution
from finmodel.inputs.uncertainty_stated import StatedEvent, StatedProcess, StatedRisk, StatedUncertainty, StatedVariable
from finmodel.outputs.language import translator
from finmodel.outputs.simulation.tables import SimulationView
from finmodel.outputs.uncertainty.simulation_assumptions import (
    assumption_tables,
    distribution_text,
    unverified_text,
)
from finmodel.units import Unit
from tests.uncertain_case import simulation

PERT = StatedDistribution("pert", {"low": -0.05, "mode": 0.0, "high": 0.3})
STATED = StatedUncertainty(
    0.15,
    hurdle_is_stated=True,
    variables=(
        StatedVariable("cost", Text("Cost"), ("capex.works.overrun",), "add", PERT, Unit.SHARE,
                       Provenance("Tender", "2026", "seen")),
    ),
    processes=(
        StatedProcess("rates", Text("Rates"), ("macro.base_rate",), "mean_reverting", "add", 0.02, 0.3, 0.0, 2030,
                      Unit.RATE, Provenance(status="unverified")),
    ),
    events=(
        StatedEvent("strike", Text("Strike"), ("revenue.toll.volume",), "times", 0.5, 0.1, None, 2030, 2033, 1.5,
                    Unit.NUMBER),
    ),
    risks=(StatedRisk("delay", Text("Delay"), 0.2, (("timing.delay_months", "add"),)),),
    correlations=(("cost", "rates", 0.4),),
)  # fmt: skip
VIEW = SimulationView(replace(simulation(), uncertainty=STATED), translator("en"))


def test_each_kind_has_a_table_with_status_and_source() -> None:
    tables = {table.key: table for table in assumption_tables(VIEW)}
    (cost,), (rates,) = tables["assumed-variables"].rows, tables["assumed-processes"].rows
    assert cost.cells == (
        "PERT: Lowest −5%; Likeliest 0%; Highest 30%", "Is added to capex.works.overrun", "seen", "Tender", "2026",
    )  # fmt: skip
    assert rates.cells[0] == "Mean-reverting, volatility 2% a year, speed of reversion 0.3, from 2030"
    assert "unverified" in rates.cells
    assert rates.cells[1] == "Is added to macro.base_rate"
    (strike,) = tables["assumed-events"].rows
    assert strike.cells[0].replace("\N{NO-BREAK SPACE}", " ") == (  # type: ignore[union-attr]
        "probability 10.0%, begins from 2030 to 2033, lasts 1.5 years, size 0.5"
    )
    assert tables["assumed-risks"].rows[0].cells[:2] == ("20.0%", "Is added to timing.delay_months")
    assert tables["assumed-correlations"].rows[0].label == "Cost × Rates"


def test_long_lists_are_cut() -> None:
    seen = StatedDistribution("empirical", {"values": tuple(map(float, range(20)))})
    assert distribution_text(VIEW, seen, Unit.NUMBER) == "Empirical: Values 0, 1, 2, 3, 4, 5, …"


def test_what_nobody_has_verified_is_counted() -> None:
    assert unverified_text(VIEW).endswith("2 are assumptions and 1 are unverified.")
