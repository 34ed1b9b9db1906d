"""The screen says what was run, with which debt, what was found and what was left out."""

from dataclasses import replace

from finmodel.outputs.language import translator
from finmodel.outputs.simulation.text import simulation_lines
from tests.analysis.simulation.test_kept import FLOORED
from tests.uncertain_case import RISKS, UNCERTAIN, simulation

FOUND = simulation({**UNCERTAIN, **RISKS}, 500)


def shown(found: object = FOUND, lang: str = "en") -> str:
    return "\n".join(simulation_lines(found, translator(lang)))  # type: ignore[arg-type]


def test_the_head_says_seed_method_and_debt() -> None:
    lines = shown().splitlines()
    assert lines[0] == "Small deal · KZT million"
    assert lines[1] == "500 scenarios, Latin hypercube, seed 1; debt as contracted"
    assert "debt sized again in every scenario" in shown(simulation(scenarios=60, resize=True))


def test_every_table_has_its_heading() -> None:
    text = shown()
    for heading in ("Key results over all scenarios", "Probabilities", "Parties", "What drives Equity IRR", "Converg"):
        assert f"\n{heading}" in text
    assert "The hurdle is the equity discount rate" in text
    assert "Lenders are never paid" in text


def test_a_guarantee_is_told_by_year() -> None:
    assert "cost by calendar year" in shown(simulation({**FLOORED, **UNCERTAIN}, 50))


def test_what_has_no_solution_is_named() -> None:
    lost = replace(FOUND, not_converged=tuple(range(1, 13)), trouble="It did not settle.")
    assert "12 scenarios have no solution and are left out of everything below: numbers 1, 2, 3" in shown(lost)
    assert "It did not settle." in shown(lost)


def test_a_scenario_and_a_stated_hurdle_are_said() -> None:
    told = shown(replace(FOUND, scenario="cheap", uncertainty=replace(FOUND.uncertainty, hurdle_is_stated=True)))
    assert "Draws start from the scenario cheap." in told
    assert "The hurdle is 1" in told


def test_it_speaks_every_language() -> None:
    assert all(shown(lang=lang) for lang in ("ru", "kk"))
