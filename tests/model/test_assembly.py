"""Assembly: the sections that a case asks for, and no others, in one graph with its inputs."""

import pytest

from finmodel.expr.line import Shape
from finmodel.inputs.names import RESERVED
from tests.model.small_case import sized, small_model


def test_the_same_case_is_assembled_the_same_twice() -> None:
    first, second = small_model(), small_model()
    assert list(first.graph.lines) == list(second.graph.lines)
    assert first.inputs.values == second.inputs.values


def test_the_model_knows_its_periods() -> None:
    model = small_model({"timing.period": "quarter"})
    assert (model.periods, model.period_months) == (41, 3)


def test_an_item_is_named_as_in_the_case_and_shown_by_its_label() -> None:
    model = small_model({"capex.street_lamps": {"unit_cost": 1.0}, "capex.plant.label": "Power plant"})
    assert model.graph.lines["street_lamps.cost"].instance_label == "Street lamps"
    assert model.graph.lines["plant.cost"].full_label == "Power plant: Cost"


def test_a_figure_by_year_becomes_a_line_that_reads_its_table() -> None:
    model = small_model({"opex.staff.unit_cost": {"by_year": {2027: 50, 2031: 60}}})
    assert model.graph.inputs["staff.unit_cost_by_year"].shape is Shape.TABLE
    assert model.graph.lines["staff.unit_cost"].shape is Shape.SERIES


def test_an_index_links_a_cost_to_its_price_level() -> None:
    found = sized({"indices": {"cpi": {"rate": 0.1}, "wage": {"rate": 0.2}}, "opex.staff.index": "wage"})
    assert found.series("staff.cost")[2] == pytest.approx(50 * 1.44)


def test_the_orders_of_drawdown_limits_and_conventions_are_chosen_by_name() -> None:
    def notes(changes: dict[str, object], line: str) -> str:
        return small_model(changes).graph.lines[line].note

    assert notes({}, "debt_need") != notes({"funding.drawdown": "debt_first"}, "debt_need")
    assert notes({}, "dividends") != notes({"distributions": {"limit": "retained_earnings"}}, "dividends")
    assert notes({}, "years_since_close") != notes({"valuation": {"convention": "periods"}}, "years_since_close")


def test_every_cash_line_has_a_payer_and_a_payee_and_one_of_them_is_the_company() -> None:
    for line in small_model().graph.lines.values():
        pair = {line.tags.get("payer"), line.tags.get("payee")}
        assert pair == {None} or ("company" in pair and None not in pair and len(pair) == 2), line.name


def test_no_name_in_a_case_can_be_that_of_an_instance_which_the_model_makes_itself() -> None:
    downside = {"dscr": 1.3, "downside": {"dscr": 1.1}}
    model = small_model({"facilities.senior.sizing": downside, "indices": {"cpi": {"rate": 0.05}}})
    made = {line.instance for line in model.graph.lines.values() if not line.instance.startswith("party_")}
    assert made - {"", "plant", "staff", "payment", "senior", "machinery", "cpi"} <= RESERVED
