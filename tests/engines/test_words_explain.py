"""The audit trail of a number leads, step by step, to inputs with their sources."""

from collections.abc import Iterator

import pytest

from finmodel.engines.words_explain import Explanation, explain
from finmodel.errors import UsageError
from finmodel.results import Results
from tests.small_project import model, results, scenario


@pytest.fixture(scope="module")
def run() -> Results:
    return results()


def every(trail: Explanation) -> Iterator[Explanation]:
    yield trail
    for child in trail.children:
        yield from every(child)


def found(trail: Explanation, name: str) -> list[Explanation]:
    return [entry for entry in every(trail) if entry.name == name]


def test_a_ratio_is_explained_by_its_numerator_and_divisor(run: Results) -> None:
    trail = explain(run, "dscr", 3, 1)
    assert trail.words == "CFADS ÷ Bank loan: Debt service, blank where Bank loan: Debt service is 0"
    assert trail.figures == "350.0 ÷ 235.0"
    assert trail.value == run.series["dscr"][2]
    assert trail.note == "CFADS divided by debt service."
    assert [(child.name, child.period) for child in trail.children] == [("cfads", 3), ("loan.service", 3)]


def test_the_lowest_value_leads_to_the_period_it_comes_from(run: Results) -> None:
    trail = explain(run, "dscr_minimum", depth=2)
    assert [(child.name, child.period) for child in trail.children] == [("dscr", 3)]
    assert trail.children[0].value == trail.value


def test_a_value_where_a_flag_is_1_leads_to_that_period(run: Results) -> None:
    trail = explain(run, "last_service", depth=1)
    assert [(child.name, child.period) for child in trail.children] == [("loan.service", 4), ("last", 4)]


def test_a_sum_leads_to_the_whole_series(run: Results) -> None:
    (uses,) = explain(run, "total_uses", depth=1).children
    assert (uses.period, uses.value) == (None, None)
    assert uses.values == run.series["uses"]
    assert uses.figures == ""


def test_the_period_before_is_shown_with_its_own_value(run: Results) -> None:
    trail = explain(run, "counter", 3, 1)
    assert [(child.name, child.period, child.value) for child in trail.children] == [("counter", 2, 2.0)]


def test_nothing_stands_before_the_first_period(run: Results) -> None:
    trail = explain(run, "counter", 1, 3)
    assert trail.figures == "0 + 1"
    assert trail.children == ()


def test_a_position_leads_to_the_value_that_is_read(run: Results) -> None:
    trail = explain(run, "received", 3, 1)
    assert ("revenue", 2, 400.0) in [(child.name, child.period, child.value) for child in trail.children]


def test_inputs_end_the_trail_with_their_source(run: Results) -> None:
    (capex,) = found(explain(run, "uses", 1, 1), "capex")
    assert (capex.kind, capex.value, capex.path) == ("input", 1000.0, "capex")
    assert capex.provenance is not None
    assert (capex.provenance.source, capex.provenance.as_of, capex.provenance.status) == (
        "Tender, page 3", "2026-01", "seen",
    )  # fmt: skip
    assert capex.children == ()


def test_every_branch_ends_at_an_input_or_a_line_that_reads_nothing(run: Results) -> None:
    for entry in every(explain(run, "equity_irr", depth=30)):
        if not entry.children:
            reads_nothing = entry.name in {"first_flow", "counter"}
            assert entry.kind == "input" or entry.remark == "Explained above." or reads_nothing, entry.name


def test_a_solved_line_says_so_and_after_how_many_passes(run: Results) -> None:
    trail = explain(run, "loan.amount", depth=1)
    assert trail.kind == "solved"
    assert trail.words == "Bank loan: Gearing × Total uses"
    assert trail.remark == f"Solved: the value equals its own formula after {run.passes} passes."


def test_a_circle_through_a_solved_line_is_told_once(run: Results) -> None:
    trail = explain(run, "loan.amount", depth=20)
    again = [entry for entry in found(trail, "loan.amount") if entry is not trail]
    assert again
    assert all(entry.remark == "Explained above." and not entry.children for entry in again)


def test_a_line_held_at_the_contract_says_so_and_goes_no_deeper() -> None:
    held = explain(scenario(model(revenue=(0.0, 300.0, 300.0, 300.0))), "loan.service", 2, 3)
    assert held.kind == "held"
    assert held.remark.startswith("Held at the value agreed at financial close")
    assert held.children == ()
    assert held.figures == ""


def test_a_line_sized_again_in_a_scenario_is_not_held() -> None:
    trail = explain(scenario(model(gearing=0.6), resize=True), "loan.amount", depth=1)
    assert trail.kind == "solved"
    assert trail.figures.startswith("60.0% × ")


@pytest.mark.parametrize(("depth", "deepest"), [(0, 0), (1, 1), (3, 3)])
def test_the_depth_is_kept(run: Results, depth: int, deepest: int) -> None:
    def levels(trail: Explanation) -> int:
        return max((1 + levels(child) for child in trail.children), default=0)

    assert levels(explain(run, "equity_flow", 2, depth)) == deepest


def test_a_series_without_a_period_is_explained_as_a_whole(run: Results) -> None:
    trail = explain(run, "dscr", depth=1)
    assert trail.period is None
    assert trail.values == run.series["dscr"]
    assert trail.figures == ""


def test_a_single_value_has_no_period(run: Results) -> None:
    assert explain(run, "equity_irr", 2).period is None


def test_an_input_can_be_explained_by_itself(run: Results) -> None:
    trail = explain(run, "revenue", 2)
    assert (trail.kind, trail.value, trail.path) == ("input", 400.0, "revenue")


def test_an_unknown_line_is_met_with_the_nearest_names(run: Results) -> None:
    with pytest.raises(UsageError, match=r"no line or input 'dcsr'\. Did you mean 'dscr'"):
        explain(run, "dcsr")


@pytest.mark.parametrize("period", [0, 5, -1])
def test_a_period_outside_the_grid_is_refused(run: Results, period: int) -> None:
    with pytest.raises(UsageError, match=f"no period {period}: the case has periods 1 to 4"):
        explain(run, "dscr", period)
