"""A simulation as lines of text: what ``finmodel simulate`` tells on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from finmodel.outputs.language import Language
from finmodel.outputs.simulation.tables import (
    SimulationView,
    beyond_table,
    chance_table,
    convergence_table,
    cost_table,
    driver_tables,
    kpi_table,
    party_table,
)
from finmodel.outputs.table import Table, in_blocks
from finmodel.outputs.text_tables import table_lines
from finmodel.simulated import Simulation
from finmodel.units import Unit

__all__ = ["hurdle_texts", "lenders_text", "run_texts", "simulation_lines"]

_METHODS: Mapping[str, str] = {
    "latin_hypercube": "Latin hypercube",
    "random": "random draws",
    "sobol": "Sobol points",
}
_YEARS = 10
_SHOWN_NUMBERS = 10


def simulation_lines(simulation: Simulation, language: Language) -> Iterator[str]:
    """What was run, key results, probabilities, costs of guarantees, parties, lenders, drivers, convergence."""
    view = SimulationView(simulation, language)
    yield f"{language.text(simulation.title)} · {language.currency(simulation.currency)}"
    yield from run_texts(view)
    yield from _table(view, kpi_table(view))
    yield from _table(view, chance_table(view))
    yield from hurdle_texts(view)
    for cost in simulation.costs:
        yield ""
        for block in in_blocks(cost_table(view, cost), _YEARS):
            yield from table_lines(view, block)
            if block.note:
                yield block.note
    yield from _table(view, party_table(view))
    yield lenders_text(view)
    for table in driver_tables(view):
        yield from _table(view, table)
    yield from _table(view, convergence_table(view))
    if simulation.beyond:
        yield from _table(view, beyond_table(view))


def _table(view: SimulationView, table: Table) -> Iterator[str]:
    yield ""
    yield from table_lines(view, table)
    if table.note:
        yield table.note


def run_texts(view: SimulationView) -> Iterator[str]:
    """What was run: how many scenarios, how drawn, at which debt, and which of them are left out."""
    found = view.simulation
    debt = view.say("debt as contracted") if found.frozen else view.say("debt sized again in every scenario")
    count = view.language.number(found.scenarios, 0)
    yield view.say(
        "%(count)s scenarios, %(method)s, seed %(seed)s; %(debt)s",
        count=count,
        method=view.say(_METHODS[found.method]),
        seed=found.seed,
        debt=debt,
    )
    if found.scenario != "base":
        yield view.say("Draws start from the scenario %(scenario)s.", scenario=found.scenario)
    yield from _left_out(view)


def _left_out(view: SimulationView) -> Iterator[str]:
    found = view.simulation
    if found.not_converged:
        numbers = ", ".join(map(str, found.not_converged[:_SHOWN_NUMBERS]))
        more = ", …" if len(found.not_converged) > _SHOWN_NUMBERS else ""
        yield view.say(
            "%(count)s scenarios have no solution and are left out of everything below: numbers %(numbers)s.",
            count=view.language.number(len(found.not_converged), 0),
            numbers=numbers + more,
        )
        yield f"  {found.trouble}"


def hurdle_texts(view: SimulationView) -> Iterator[str]:
    """What a return is held against, and how many scenarios have none."""
    stated = view.simulation.uncertainty
    hurdle = view.figure(stated.hurdle, Unit.RATE)
    if stated.hurdle_is_stated:
        yield view.say("The hurdle is %(hurdle)s.", hurdle=hurdle)
    else:
        yield view.say("The hurdle is the equity discount rate, %(hurdle)s.", hurdle=hurdle)
    blanks = view.simulation.chance("below_hurdle").blanks
    if blanks:
        count = view.language.number(blanks, 0)
        yield view.say("%(count)s scenarios have no equity IRR and count as below the hurdle.", count=count)


def lenders_text(view: SimulationView) -> str:
    """What lenders lose on average, how often, and how much then."""
    lost = view.simulation.lenders
    if not lost.chance:
        return view.say("No lender loses in any scenario.")
    return view.say(
        "Lenders are never paid %(mean)s on average, in present value (standard error %(error)s): %(share)s of all "
        "loans. In %(chance)s of scenarios they lose anything, and then %(when)s.",
        mean=view.figure(lost.expected, Unit.MONEY),
        error=view.figure(lost.error, Unit.MONEY),
        share=view.figure(lost.share_of_debt, Unit.SHARE),
        chance=view.figure(lost.chance, Unit.SHARE),
        when=view.figure(lost.when_lost, Unit.MONEY),
    )
