"""Names: what ``m.name`` finds from inside an instance, what sums by tag gather, and what is said of a miss."""

import pytest

from finmodel.errors import GraphError
from finmodel.expr.graph import build
from finmodel.expr.line import Shape
from finmodel.expr.names import Names
from finmodel.expr.nodes import Constant, Input, Node, Reference
from finmodel.expr.section import Part
from tests.expr.small_graphs import graph, inputs, part, scalar, series


def lines_read(node: Node) -> list[str]:
    return [found.name for found in node.walk() if isinstance(found, (Reference, Input))]


def instance(name: str, *definitions: object, **more: object) -> Part:
    return Part("item", "Item", definitions, name, name.title(), **more)  # type: ignore[arg-type]


COST = series("cost", lambda m: m.price * 2, cash="capex")
TOTAL = series("total_cost", lambda m: m.sum_of(cash="capex"))


def test_a_name_is_a_line_or_an_input() -> None:
    found = graph(series("a", lambda m: m.b + m.price), series("b", lambda m: 1), given=["price"])
    kinds = [type(node).__name__ for node in found.lines["a"].expression.walk()]
    assert kinds == ["Add", "Reference", "Input"]


def test_inside_an_instance_its_own_lines_and_inputs_come_first() -> None:
    found = build([instance("poles", COST), part(TOTAL)], inputs(["poles.price", "price"]))
    assert lines_read(found.lines["poles.cost"].expression) == ["poles.price"]


def test_inside_an_instance_the_top_comes_second() -> None:
    found = build([instance("poles", COST)], inputs(["price"]))
    assert lines_read(found.lines["poles.cost"].expression) == ["price"]


def test_a_line_of_another_instance_is_found_by_its_full_name() -> None:
    other = series("other", lambda m: m["lamps.cost"])
    found = build([instance("lamps", COST), instance("poles", other)], inputs(["price"]))
    assert lines_read(found.lines["poles.other"].expression) == ["lamps.cost"]


def test_a_link_comes_before_the_instance_and_is_read_at_the_top() -> None:
    linked = instance("poles", COST, links={"price": "price"})
    found = build([linked], inputs(["poles.price", "price"]))
    assert lines_read(found.lines["poles.cost"].expression) == ["price"]


def test_sums_by_tag_gather_lines_of_all_instances_in_the_order_of_definition() -> None:
    found = build([instance("poles", COST), instance("lamps", COST), part(TOTAL)], inputs(["price"]))
    assert lines_read(found.lines["total_cost"].expression) == ["poles.cost", "lamps.cost"]


def test_every_tag_asked_for_must_match() -> None:
    lines = (
        series("a", lambda m: 1, cash="capex", payer="city"),
        series("b", lambda m: 1, cash="capex", payer="state"),
        series("c", lambda m: 1, cash="opex", payer="city"),
    )
    found = graph(*lines, series("all", lambda m: m.sum_of(cash="capex", payer="city")))
    assert lines_read(found.lines["all"].expression) == ["a"]


def test_a_sum_by_a_tag_that_nobody_has_is_zero() -> None:
    node = graph(TOTAL).lines["total_cost"].expression
    assert isinstance(node, Constant)
    assert node.value == 0.0


def test_each_lists_the_lines_so_that_a_formula_can_treat_them_one_by_one() -> None:
    seen: list[Node] = []

    def formula(m: Names) -> float:
        seen.extend(m.each(cash="capex"))
        return 1.0

    build([instance("poles", COST), instance("lamps", COST), part(series("any", formula))], inputs(["price"]))
    assert [node.name for node in seen if isinstance(node, Reference)] == ["poles.cost", "lamps.cost"]


def test_an_instance_can_sum_its_own_lines_alone() -> None:
    own = series("own_cost", lambda m: m.own_sum_of(cash="capex"))
    found = build([instance("poles", COST, own), instance("lamps", COST, own)], inputs(["price"]))
    assert lines_read(found.lines["poles.own_cost"].expression) == ["poles.cost"]


def test_a_formula_can_ask_for_which_instance_it_is_written() -> None:
    asked: list[str] = []

    def formula(m: Names) -> float:
        asked.append(m.instance_name)
        return 1.0

    build([instance("poles", series("asks", formula)), part(series("asks", formula))], [])
    assert asked == ["poles", ""]


def test_an_instance_can_treat_its_own_lines_one_by_one() -> None:
    seen: list[Node] = []

    def formula(m: Names) -> float:
        seen.extend(m.own_each(cash="capex"))
        return 1.0

    build([instance("poles", COST, series("any", formula)), instance("lamps", COST)], inputs(["price"]))
    assert [node.name for node in seen if isinstance(node, Reference)] == ["poles.cost"]


def test_at_the_top_own_lines_are_those_of_no_instance() -> None:
    own = series("own_cost", lambda m: m.own_sum_of(cash="capex"))
    found = build([instance("poles", COST), part(COST, own)], inputs(["price"]))
    assert lines_read(found.lines["own_cost"].expression) == ["cost"]


def test_a_formula_can_ask_whether_a_line_or_an_input_exists() -> None:
    answers: dict[str, bool] = {}

    def formula(m: Names) -> float:
        answers.update({name: m.has(name) for name in ("cost", "price", "linked", "grant", "poles.cost")})
        return 1.0

    asking = instance("poles", COST, series("asks", formula), links={"linked": "price"})
    build([asking], inputs(["price"]))
    assert answers == {"cost": True, "price": True, "linked": True, "grant": False, "poles.cost": True}


def problems(*definitions: object, given: list[str] | None = None) -> list[str]:
    with pytest.raises(GraphError) as raised:
        build([Part("small", "Small", definitions)], inputs(given or []))  # type: ignore[arg-type]
    return list(raised.value.problems)


def test_a_misspelt_name_is_reported_with_the_nearest_one() -> None:
    found = problems(series("revenue", lambda m: m.prise * 2), given=["price"])
    assert found == ["Line 'revenue' refers to 'prise', which does not exist. Did you mean 'price'?"]


def test_a_name_like_no_other_is_reported_without_a_guess() -> None:
    found = problems(series("revenue", lambda m: m.zzz * 2), given=["price"])
    assert found == ["Line 'revenue' refers to 'zzz', which does not exist."]


def test_inside_an_instance_the_nearest_name_is_given_as_it_would_be_written_there() -> None:
    with pytest.raises(GraphError) as raised:
        build([instance("poles", COST, series("twice", lambda m: m.costs * 2))], inputs(["price"]))
    assert raised.value.problems == (
        "Line 'poles.twice' refers to 'costs', which does not exist. Did you mean 'cost'?",
    )


def test_a_link_that_leads_nowhere_is_reported_with_both_names() -> None:
    with pytest.raises(GraphError) as raised:
        build([instance("poles", COST, links={"price": "cpi.levle"})], inputs(["cpi.level"]))
    assert raised.value.problems == (
        "Line 'poles.cost' refers to 'cpi.levle' (linked as 'price'), which does not exist. Did you mean 'cpi.level'?",
    )


def test_all_misspelt_names_are_reported_together() -> None:
    found = problems(series("a", lambda m: m.prise + m.kost), scalar("b", lambda m: m.cots), given=["price", "cost"])
    assert len(found) == 3


def test_python_itself_may_look_for_special_names() -> None:
    kept: list[Names] = []

    def formula(m: Names) -> float:
        kept.append(m)
        return 1.0

    graph(series("a", formula))
    assert not hasattr(kept[0], "__len__")
    assert graph(series("a", formula)).lines["a"].shape is Shape.SERIES
