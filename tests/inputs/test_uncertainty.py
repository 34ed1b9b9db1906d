"""The heading ``uncertainty`` is read in the words of a deal team, and everything wrong with it is said at once."""

from __future__ import annotations

from typing import Any

import pytest

from finmodel.inputs.case import Case
from finmodel.inputs.document import Document
from finmodel.inputs.validation import validated
from tests.model.small_case import small, small_case

VARIABLES: dict[str, Any] = {
    "cost": {
        "figures": ["capex.*.overrun"],
        "way": "add",
        "distribution": {"type": "pert", "low": "-5 %", "mode": 0, "high": "25 %"},
        "source": "Ours",
        "status": "assumption",
    },
    "staff": {
        "figures": ["opex.staff.unit_cost"],
        "way": "times",
        "distribution": {"type": "lognormal", "mean": 1, "deviation": 0.1},
    },
}
PROCESSES: dict[str, Any] = {
    "demand": {"figures": ["revenue.payment.amount"], "type": "geometric_brownian", "volatility": "15 %"},
    "prices": {"figures": ["indices.cpi.rate"], "type": "mean_reverting", "volatility": "1 %", "reversion": 0.5},
}
STATED: dict[str, Any] = {
    "hurdle": {"value": "12 %", "status": "assumption"},
    "variables": VARIABLES,
    "processes": PROCESSES,
    "correlations": [{"between": ["cost", "staff"], "rank": 0.4}, {"between": ["demand", "prices"], "rank": "30 %"}],
}
AROUND: dict[str, Any] = {
    "revenue.payment.amount": {"by_year": {2027: 300}},
    "indices": {"cpi": {"rate": {"by_year": {2027: "5 %"}}}},
    "risks": {
        "late": {"id": "completion", "probability": "20 %", "set": {"timing.delay_months": {"add": 6}}},
        "war": {"id": "forceMajeure", "probability": "1 %"},
    },
}


def said(stated: dict[str, Any], **changes: Any) -> list[str]:
    data = small({**AROUND, "uncertainty": {**STATED, **stated}, **changes})
    _, problems = validated(Case, Document("case", data))
    return [f"{problem.key.removeprefix('uncertainty.')}: {problem.what}; {problem.remedy}" for problem in problems]


def changed(heading: str, name: str, **terms: Any) -> dict[str, Any]:
    stated = {key: value for key, value in {**STATED[heading][name], **terms}.items() if value is not None}
    return {heading: {**STATED[heading], name: stated}}


def test_a_heading_in_order_has_no_problem_and_a_case_need_not_have_one() -> None:
    assert said({}) == []
    assert said({"risks": ["late"]}) == []


@pytest.mark.parametrize(
    ("stated", "problem"),
    [
        ({"hurdle": "much"}, 'hurdle: "much" is text where a number is wanted'),
        ({"risks": "some"}, "risks: is neither all nor a list; write risks: all, or risks: [late, war]"),
        ({"risks": ["lat"]}, "risks[1]: there is no lat under risks; did you mean late?"),
        ({"risks": ["war"]}, "risks[1]: war moves no figure; add set: to it"),
        ({"risks": ["late", "late"]}, "risks[2]: late stands there already"),
        (changed("variables", "cost", figures=[]), "variables.cost.figures: is empty"),
        (changed("variables", "cost", figures=["capex.*.cost"]), "variables.cost.figures[1]: capex.*.cost fits no"),
        (
            changed("variables", "staff", figures=["opex.staff.unit_csot"]),
            "variables.staff.figures[1]: opex.staff.unit_csot is no figure of the case that can be moved; did you mean",
        ),
        (
            changed("variables", "staff", figures=["valuation.equity_discount_rate"]),
            "variables.staff.figures[1]: valuation says how the deal is measured",
        ),
        (
            changed("variables", "cost", figures=["capex.*.overrun", "capex.*.unit_cost"]),
            "variables.cost.figures: are in % and money per unit",
        ),
        (changed("variables", "cost", way="times"), "variables.cost.figures: are all 0, and nothing times a factor"),
        (
            changed("variables", "cost", distribution={"type": "uniform", "low": 1, "high": 0}),
            "variables.cost.distribution.high: 0 is not above low, which is 1",
        ),
        (changed("variables", "cost", status="sure"), 'variables.cost.status: "sure" is not known here'),
        (
            changed("variables", "cost", source=None, status="seen"),
            "variables.cost.status: is seen, but no source says where",
        ),
        (
            changed("processes", "demand", figures=["opex.staff.overrun"]),
            "processes.demand.figures: opex.staff.overrun is one number and cannot vary over time; move it by a var",
        ),
        (changed("processes", "demand", volatility=0), "processes.demand.volatility: 0 is not above 0"),
        (changed("processes", "demand", reversion=1), "processes.demand.reversion: is no parameter of geometric"),
        (changed("processes", "demand", first_year=2090), "processes.demand.first_year: 2090 is not among the years"),
        (changed("processes", "prices", reversion=None), "processes.prices: is mean_reverting and lacks reversion"),
        (changed("processes", "prices", drift=0.01), "processes.prices.drift: is no parameter of mean_reverting"),
        (
            changed("processes", "prices", figures=["indices.cpi.rate", "revenue.payment.amount"]),
            "processes.prices.figures: are in different units",
        ),
        ({"correlations": [{"between": ["cost"], "rank": 0}]}, "correlations[1].between: does not name two"),
        (
            {"correlations": [{"between": ["cost", "stuff"], "rank": 0}]},
            "correlations[1].between[2]: there is no stuff under variables and processes; did you mean staff?",
        ),
        (
            {"correlations": [{"between": ["cost", "demand"], "rank": 0}]},
            "correlations[1].between: joins a variable, drawn once, with a process",
        ),
        (
            {"correlations": [*STATED["correlations"], {"between": ["staff", "cost"], "rank": 0.1}]},
            "correlations[3].between: staff and cost are joined already",
        ),
        ({"correlations": [{"between": ["cost", "staff"], "rank": 1}]}, "correlations[1].rank: 1 is not below 1"),
    ],
)
def test_every_mistake_is_said_with_what_to_do(stated: dict[str, Any], problem: str) -> None:
    found = said(stated)
    assert any(text.startswith(problem) for text in found), found


def test_a_process_may_move_one_number_that_could_be_given_by_year() -> None:
    assert said({}, **{"revenue.payment.amount": 300}) == []


def test_figures_of_a_process_are_by_year_or_by_period_alike() -> None:
    periods = [300.0] * small_case().grid().periods
    both = changed("processes", "demand", figures=["revenue.payment.amount", "opex.staff.quantity"])
    found = said(both, **{"revenue.payment.amount": {"by_period": periods}})
    assert any(text.startswith("processes.demand.figures: are given by year and by period") for text in found)


def test_processes_that_begin_in_different_years_do_not_go_together() -> None:
    problem = "correlations[2].between: are not drawn at the same times; join processes of the same first_year"
    assert said(changed("processes", "demand", first_year=2030))[0].startswith(problem)


def test_a_figure_is_moved_by_one_of_them_only() -> None:
    both = {"variables": {**VARIABLES, "more": {**VARIABLES["staff"], "figures": ["opex.*.unit_cost"]}}}
    problem = "variables.more.figures: moves opex.staff.unit_cost, which staff moves too; leave each figure to one"
    assert said(both)[0].startswith(problem)


def test_a_name_is_that_of_one_of_them_only() -> None:
    assert said({"processes": {**PROCESSES, "staff": PROCESSES["demand"]}})[0].startswith("processes.staff: is the na")


def test_correlations_that_contradict_each_other_are_refused_with_the_nearest_that_hold() -> None:
    third = {**VARIABLES["staff"], "figures": ["revenue.payment.point_price"]}
    variables = {**VARIABLES, "other": {**third, "figures": ["facilities.senior.margin"], "way": "add"}}
    pairs = [("cost", "staff", 0.9), ("staff", "other", 0.9), ("cost", "other", -0.9)]
    ranks = [{"between": [one, two], "rank": rank} for one, two, rank in pairs]
    (found,) = said({"variables": variables, "correlations": ranks})
    assert found.startswith("correlations: cannot all hold together (cost, staff, other); the nearest that can: ")
    assert "staff and cost 0." in found


def test_nothing_uncertain_is_a_mistake_where_there_is_no_risk_either() -> None:
    empty: dict[str, Any] = {"variables": {}, "processes": {}, "correlations": []}
    assert said(empty) == []
    assert said(empty, risks={})[0].startswith("uncertainty: names nothing that is uncertain")


STRIKE: dict[str, Any] = {
    "figures": ["revenue.payment.amount"], "way": "times", "size": "40 %", "probability": "25 %", "from_year": 2030,
    "until_year": 2033, "lasts": 1.5,
}  # fmt: skip


def strike(**terms: Any) -> dict[str, Any]:
    return {"events": {"strike": {key: value for key, value in {**STRIKE, **terms}.items() if value is not None}}}


def test_an_event_in_order_has_no_problem() -> None:
    assert said(strike()) == []
    assert said(strike(probability=None, hazard="3 %", from_year=None, until_year=None, lasts=None)) == []


@pytest.mark.parametrize(
    ("stated", "problem"),
    [
        (strike(figures=["opex.staff.overrun"]), "events.strike.figures: opex.staff.overrun is one number"),
        (strike(hazard="3 %"), "events.strike: states probability and hazard; state one"),
        (strike(probability=None), "events.strike: states neither probability nor hazard; state one"),
        (strike(probability="120 %"), "events.strike.probability: 1.2 is not below 1"),
        (strike(probability=None, hazard=0), "events.strike.hazard: 0 is not above 0"),
        (strike(size="much"), 'events.strike.size: "much" is text'),
        (strike(lasts=0), "events.strike.lasts: 0 is not above 0"),
        (strike(from_year=1999), "events.strike.from_year: 1999 is not among the years 2027 to"),
        (strike(from_year=2033, until_year=2030), "events.strike.until_year: 2033 is after 2030; swap them"),
        ({"events": {"cost": STRIKE}}, "events.cost: is the name of a variable, a process or a risk too"),
        ({"events": {"late": STRIKE}}, "events.late: is the name of a variable, a process or a risk too"),
        (
            strike(figures=["revenue.payment.amount", "indices.cpi.rate"], way="add", size=1),
            "events.strike.figures: are in % a year and money a year, and no one amount fits them all",
        ),
    ],
)
def test_what_is_wrong_with_an_event_is_said(stated: dict[str, Any], problem: str) -> None:
    assert any(found.startswith(problem) for found in said(stated)), said(stated)
