"""The page of a simulation: how likely the deal is to fail or disappoint, how far results may lie, and who pays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from finmodel.outputs.language import translator
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
from finmodel.outputs.simulation.text import hurdle_texts, lenders_text, run_texts
from finmodel.outputs.term_sheet.cover import cover_page
from finmodel.outputs.term_sheet.document import Headline, Term
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.uncertainty.page import Block, Page, Part, blocks_of
from finmodel.outputs.uncertainty.simulation_assumptions import assumption_tables, unverified_text
from finmodel.outputs.uncertainty.simulation_figures import (
    cost_figure,
    driver_figure,
    fan_figure,
    fan_table,
    party_figure,
    return_figure,
    shown_part,
)
from finmodel.outputs.uncertainty.writer import write_page
from finmodel.results import Results
from finmodel.simulated import Simulation
from finmodel.units import Unit

__all__ = ["simulation_page", "write_simulation_page"]

_CHANCES = ("default", "lock_up", "below_hurdle")
_MIDDLE = ("equity_irr", "dscr_minimum")


def write_simulation_page(results: Results, found: Simulation, path: Path, lang: str) -> None:
    """The page in ``en``, ``ru`` or ``kk``; ``UsageError`` for another language or a bad place."""
    language = translator(lang)
    write_page(simulation_page(SimulationView(found, language), View(results, language)), path, language)


def simulation_page(view: SimulationView, deal: View) -> Page:
    """The page before it is laid out; ``deal`` is the case as it stands."""
    cover, found = cover_page(deal), view.simulation
    return Page(
        kind=view.say("Simulation"),
        title=cover.title,
        facts=(*cover.facts[:-1], *_facts(view)),
        debt=view.say("Debt stays as contracted in every scenario")
        if found.frozen
        else view.say("Debt is sized again in every scenario"),
        banner=(*run_texts(view), unverified_text(view)),
        headlines=tuple(_headlines(view)),
        parts=tuple(part for part in _parts(view, deal) if part.blocks),
        colophon=cover.colophon,
    )


def _facts(view: SimulationView) -> Iterator[Term]:
    found = view.simulation
    yield Term(view.say("Scenarios"), (view.language.number(found.scenarios, 0),))
    yield Term(view.say("Seed"), (str(found.seed),))


def _headlines(view: SimulationView) -> Iterator[Headline]:
    """The probabilities that a committee asks for first, then the return and the weakest cover."""
    for name in _CHANCES:
        chance = view.simulation.chance(name)
        error = view.say("standard error %(error)s", error=view.figure(chance.error, Unit.SHARE))
        yield Headline(view.say(chance.label), view.figure(chance.value, Unit.SHARE), error)
    for kpi in view.simulation.kpis:
        if kpi.name in _MIDDLE:
            spread = kpi.spread
            low, high = (view.figure(spread.percentiles[share], kpi.unit) for share in (5, 95))
            told = view.say("P5 %(low)s, P95 %(high)s", low=low, high=high)
            label = view.say("%(result)s, median", result=view.named(kpi.label))
            yield Headline(label, view.figure(spread.percentiles[50], kpi.unit), told)
    lenders = view.simulation.lenders
    loss = view.figure(lenders.share_of_debt, Unit.SHARE)
    yield Headline(view.say("Expected loss of lenders"), loss, view.say("of all loans"))


def _parts(view: SimulationView, deal: View) -> Iterator[Part]:
    found = view.simulation
    yield Part(
        "part-chances",
        view.say("Probabilities and returns"),
        tuple(hurdle_texts(view)),
        blocks=blocks_of(chance_table(view), return_figure(view), kpi_table(view)),
    )
    fans: list[Block] = []
    for fan in map(shown_part, found.fans):
        fans.extend(blocks_of(fan_figure(view, deal, fan), fan_table(view, fan)))
    yield Part("part-fans", view.say("Cash flow and cover by period"), blocks=tuple(fans))
    costs: list[Block] = []
    for cost in found.costs:
        table = cost_table(view, cost)
        costs.extend(blocks_of(cost_figure(view, cost, table), table))
    yield Part("part-costs", view.say("What guarantees cost by year"), blocks=tuple(costs))
    yield Part(
        "part-parties",
        view.say("Who gains and who loses"),
        (
            view.say("What one party gains another loses: the mean changes of all parties add up to zero."),
            lenders_text(view),
        ),
        blocks=blocks_of(party_figure(view), party_table(view)),
    )
    drivers: list[Block] = []
    for ranking, table in zip(found.rankings, driver_tables(view), strict=True):
        drivers.extend(blocks_of(driver_figure(view, ranking, table), table))
    yield Part("part-drivers", view.say("What drives the results"), blocks=tuple(drivers))
    yield Part("part-convergence", view.say("Convergence"), blocks=blocks_of(convergence_table(view)))
    tables = [*assumption_tables(view), *((beyond_table(view),) if found.beyond else ())]
    yield Part("part-assumptions", view.say("What is assumed"), (unverified_text(view),), blocks=blocks_of(*tables))
