"""A value that does not exist is explained by what it lacks."""

from dataclasses import replace

import pytest

from finmodel.engines.words_reasons import REASONS, blank_reason, flows_behind
from finmodel.expr import functions as f
from finmodel.expr.graph import Graph
from finmodel.expr.nodes import Node, Reference
from finmodel.results import Results
from tests.small_project import results


def with_formula(run: Results, name: str, formula: Node) -> Results:
    graph = run.graph
    line = replace(graph.lines[name], expression=formula)
    return replace(run, graph=Graph(graph.inputs, {**graph.lines, name: line}, (), ()))


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        (f.ratio(Reference("cfads"), Reference("loan.service")), "Bank loan: Debt service is 0."),
        (f.ratio(1, Reference("counter") > 9), "Period > 9 does not hold."),
        (f.lowest(Reference("dscr")), "DSCR is blank in every period."),
        (f.average(Reference("dscr")), "DSCR is blank in every period."),
        (Reference("dscr_minimum"), "DSCR is blank in every period."),
        (f.internal_rate(Reference("cfads"), Reference("period_end"), 1), "CFADS never changes sign."),
        (f.internal_rate(Reference("equity_flow"), Reference("period_end"), 1), "No rate makes Equity flow worth 0."),
        (
            f.where(Reference("last"), Reference("dscr"), 0),
            "Blank by its formula: DSCR if Last period, otherwise 0.",
        ),
    ],
    ids=str,
)
def test_the_reason_names_what_is_missing(formula: Node, reason: str) -> None:
    run = with_formula(results(), "thin_cover", formula)
    assert blank_reason(run, "thin_cover") == reason


def test_a_reason_is_translated() -> None:
    run = with_formula(results(), "thin_cover", f.lowest(Reference("dscr")))
    russian = {REASONS["all blank"]: "{name}: нет ни в одном периоде."}
    assert blank_reason(run, "thin_cover", translate=lambda t: russian.get(t, t)) == "DSCR: нет ни в одном периоде."


def test_the_flows_behind_a_rate_are_those_that_its_reason_looks_at() -> None:
    run = with_formula(results(), "thin_cover", Reference("equity_irr"))
    assert flows_behind(run.graph, "thin_cover") == flows_behind(run.graph, "equity_irr") == ("equity_flow",)
    assert flows_behind(run.graph, "dscr_minimum") == ()
