"""A study of a whole case: the same numbers as single runs give, answers that hold when they are tried."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finmodel.analysis.sensitivity.sobol_points import sobol_points
from finmodel.analysis.sensitivity.study import result_problems
from finmodel.analysis.sensitivity.variance import Sampling
from finmodel.errors import CaseError, UsageError
from finmodel.inputs.sensitivity import Sensitivity
from finmodel.inputs.sensitivity_asked import Words
from finmodel.questions import find_sensitivities
from finmodel.sensitivities import Bar, BreakEven
from tests.cli.conftest import LIGHTING
from tests.model.small_case import small
from tests.runs import results_of

CASE = LIGHTING / "case.yaml"
COST = "capex.luminaires.overrun"
PAYMENT = "revenue.street_lighting.amount"


def bars(words: Words, *, resize: bool = False) -> dict[str, Bar]:
    _, found = find_sensitivities(CASE, words, resize=resize)
    assert found.frozen is not resize
    return {bar.move: bar for bar in found.tornadoes[0].bars}


def answer(question: str, *, resize: bool = False) -> BreakEven:
    _, found = find_sensitivities(CASE, Words(["equity_irr"], break_even=[question]), resize=resize)
    (asked,) = found.break_even
    return asked


def test_ends_are_those_of_scenarios_at_the_debt_as_contracted() -> None:
    words = Words(["equity_irr"], [f"{COST}=-10 %..10 %", "facilities.senior.base_rate+=-1 %..1 %"])
    found = bars(words)
    for change, move in ({COST: 0.1}, COST), ({"facilities.senior.base_rate": {"add": 0.01}}, words.moves[1]):
        scenario = f"scenarios.tried={json.dumps({'set': change})}"
        run = results_of(CASE, scenario="tried", overrides=(scenario,))
        assert found[move.partition("+")[0]].high == pytest.approx(run.kpis["equity_irr"].value, abs=1e-9)


def test_ends_are_those_of_runs_that_size_the_debt_again() -> None:
    found = bars(Words(["equity_irr"], [f"{COST}=-10 %..10 %"]), resize=True)
    for end, level in ("low", "-10 %"), ("high", "10 %"):
        run = results_of(CASE, overrides=(f"{COST}={level}",))
        assert getattr(found[COST], end) == pytest.approx(run.kpis["equity_irr"].value, abs=1e-9)


def test_a_price_that_breaks_even_does_so_when_it_is_tried() -> None:
    (crossing,) = answer(f"{PAYMENT} equity_irr=25 %", resize=True).crossings
    price = crossing.figures[PAYMENT]
    assert price != pytest.approx(3400)
    run = results_of(CASE, overrides=(f"{PAYMENT}={price!r}",))
    assert run.kpis["equity_irr"].value == pytest.approx(0.25, abs=1e-9)


def test_a_delay_leads_to_default_in_the_month_that_is_named_and_not_before() -> None:
    asked = answer("delay default")
    (crossing, *_) = asked.crossings
    assert (asked.answer, asked.move.whole, crossing.holds) == ("found", True, "above")
    for months, defaults in (crossing.level, True), (crossing.before, False):
        scenario = f"scenarios.tried={json.dumps({'set': {'timing.delay_months': months}})}"
        run = results_of(CASE, scenario="tried", overrides=(scenario,))
        assert (run.values["default_periods"] or 0) > 0 or not defaults
        assert defaults or run.values["default_periods"] == 0


def deal(folder: Path, sensitivity: dict[str, object]) -> Path:
    path = folder / "deal.yaml"
    path.write_text(json.dumps(small({"sensitivity": sensitivity})), encoding="utf-8")
    return path


MOVES = {"payment": {"figures": ["revenue.payment.amount"], "times": [0.8, 1.2]},
         "cost": {"figures": ["capex.*.overrun"], "add": [-0.1, 0.1]}}  # fmt: skip


def test_all_that_the_heading_states_is_found_in_one_study(tmp_path: Path) -> None:
    stated = {
        "kpis": ["equity_irr", "dscr_minimum"],
        "moves": MOVES,
        "steps": 3,
        "two_way": [{"rows": "cost", "columns": "payment", "kpi": "llcr_minimum", "steps": 3}],
        "break_even": [{"kpi": "dscr_minimum", "below": 1.1, "move": "payment"}],
    }
    _, found = find_sensitivities(deal(tmp_path, stated), Words(), sampling=Sampling(64, 1, sobol_points))
    assert [kpi.name for kpi in found.kpis] == ["equity_irr", "dscr_minimum", "llcr_minimum"]
    assert [each.kpi for each in found.tornadoes] == [each.kpi for each in found.spiders]
    assert [len(curve.levels) for curve in found.spiders[0].curves] == [3, 3]
    assert found.two_way[0].values[1][1] == found.kpi("llcr_minimum").base
    assert found.break_even[0].answer == "found"
    assert found.sobol is not None
    assert [each.kpi for each in found.sobol.kpis] == ["equity_irr", "dscr_minimum"]
    assert (found.derived, found.sobol.runs) == (False, 4 * 64)


def test_thirty_moves_are_one_run_of_sixty_one_columns_and_the_steps(tmp_path: Path) -> None:
    moves = {f"m{n}": {"figures": ["capex.plant.overrun"], "add": [-0.01 * n, 0.01 * n]} for n in range(1, 31)}
    _, found = find_sensitivities(deal(tmp_path, {"moves": moves, "steps": 3}), Words(["equity_irr"]))
    assert found.runs == 61 + 3 * 30


def test_a_result_that_is_not_there_is_a_problem_of_the_case_where_it_is_stated(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"sensitivity\.kpis\[1\]: There is no result 'equity_ir'; did you mean"):
        find_sensitivities(deal(tmp_path, {"kpis": ["equity_ir"], "moves": MOVES}), Words())
    with pytest.raises(UsageError, match="There is no result 'equity_ir': did you mean equity_irr"):
        find_sensitivities(deal(tmp_path, {"moves": MOVES}), Words(["equity_ir"]))


def test_what_is_asked_of_a_result_is_in_its_unit() -> None:
    graph = results_of(CASE).graph
    terms = Sensitivity.model_validate(
        {"break_even": [{"kpi": "equity_irr", "equals": "high", "move": "a"}, {"kpi": "dscr", "below": 1, "move": "a"}],
         "two_way": [{"rows": "a", "columns": "b", "kpi": "irr"}]}
    )  # fmt: skip
    assert [(path, what) for path, what, _ in result_problems(graph, terms)] == [
        (("two_way", 0, "kpi"), "There is no result 'irr'"),
        (("break_even", 0, "equals"), '"high" is text where a number is wanted'),
        (("break_even", 1, "kpi"), "dscr has a value in every period"),
    ]


def test_the_case_itself_is_a_column_so_that_what_moves_nothing_changes_nothing() -> None:
    _, found = find_sensitivities(CASE, Words(["senior_debt"], [f"{COST}=0..10 %"]))
    (bar,) = found.tornadoes[0].bars
    assert (bar.low_change, bar.high_change, bar.swing) == (0, 0, 0)
