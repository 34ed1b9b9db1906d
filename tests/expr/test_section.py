"""Sections: definitions written once with decorators, used under their own names or for any number of instances."""

import pytest

from finmodel.expr.functions import previous
from finmodel.expr.graph import build
from finmodel.expr.line import Shape
from finmodel.expr.names import Names
from finmodel.expr.nodes import Constant, Node, Operand, Reference
from finmodel.expr.section import Definition, Part, Section, as_formula
from finmodel.units import Unit
from tests.expr.small_graphs import inputs

loan = Section("loan", "Loan")


@loan.line("Opening balance", Unit.MONEY)
def opening(m: Names) -> Node:
    """What was owed at the end of the period before."""
    return previous(m.closing)


@loan.line("Closing balance", Unit.MONEY, source="Facility agreement, clause 4")
def closing(m: Names) -> Node:
    return m.opening + m.drawn


@loan.line("Drawn", Unit.MONEY, freezable=True, payer="lender", payee="company", statement="cash")
def drawn(m: Names) -> Operand:
    return 1


@loan.scalar("Fee", Unit.MONEY)
def fee(m: Names) -> Node:
    return m.amount * m.fee_rate


@loan.solved("Amount", Unit.MONEY, guess=5)
def amount(m: Names) -> Node:
    return m.fee + m.need


extra = Section("extra", "Extra")


@extra.scalar("Need", Unit.MONEY)
def need(m: Names) -> Node:
    return m.stated_need


GIVEN = inputs(["fee_rate", "stated_need"])


def test_the_name_of_the_function_is_the_name_of_the_line_and_its_docstring_the_note() -> None:
    graph = build([loan.part(extra)], GIVEN)
    assert list(graph.lines) == ["opening", "closing", "drawn", "fee", "amount", "need"]
    line = graph.lines["opening"]
    assert (line.label, line.unit, line.shape) == ("Opening balance", Unit.MONEY, Shape.SERIES)
    assert line.note == "What was owed at the end of the period before."
    assert graph.lines["closing"].note == ""
    assert graph.lines["closing"].source == "Facility agreement, clause 4"


def test_the_decorators_say_shape_and_whether_the_line_can_be_frozen() -> None:
    graph = build([loan.part(extra)], GIVEN)
    assert graph.lines["fee"].shape is Shape.SCALAR
    assert graph.lines["amount"].shape is Shape.SCALAR
    assert graph.lines["amount"].solved
    assert graph.freezable == ("drawn", "amount")


def test_the_decorated_function_stays_a_function() -> None:
    assert drawn.__name__ == "drawn"


def test_a_first_guess_can_be_a_number_or_a_formula() -> None:
    section = Section("guesses", "Guesses")
    section.solved("By number", Unit.MONEY, guess=5)(amount)
    section.solved("By formula", Unit.MONEY, guess=lambda m: m.stated_need)(fee)
    graph = build([section.part(extra)], GIVEN)
    guess = graph.lines["amount"].guess
    assert isinstance(guess, Constant)
    assert guess.value == 5.0
    assert graph.lines["fee"].guess is not None
    assert [type(node).__name__ for node in graph.lines["fee"].guess.walk()] == ["Input"]


def test_a_section_can_take_in_the_definitions_of_others() -> None:
    graph = build([loan.part(extra)], GIVEN)
    assert graph.lines["need"].section == "loan"
    assert graph.lines["need"].title == "Loan"


def test_each_instance_has_its_own_lines_and_reads_them_first() -> None:
    parts = [loan.instance(name, extra, label=name.title()) for name in ("senior", "green")]
    graph = build(parts, GIVEN)
    assert len(graph.lines) == 12
    line = graph.lines["green.closing"]
    assert (line.instance, line.instance_label, line.full_label) == ("green", "Green", "Green: Closing balance")
    reads = [node.name for node in line.expression.walk() if isinstance(node, Reference)]
    assert reads == ["green.opening", "green.drawn"]


def test_an_instance_without_a_label_is_labelled_by_its_name() -> None:
    assert loan.instance("senior").instance_label == "senior"


def test_a_role_named_in_a_tag_is_filled_by_the_part() -> None:
    parts = [loan.instance("green", extra, roles={"lender": "bondholder"}), loan.instance("senior", extra)]
    graph = build(parts, GIVEN)
    assert graph.lines["green.drawn"].tags == {"payer": "bondholder", "payee": "company", "statement": "cash"}
    assert graph.lines["senior.drawn"].tags["payer"] == "lender"


def test_a_link_lets_a_name_stand_for_a_line_elsewhere() -> None:
    index, cost = Section("index", "Index"), Section("cost", "Cost")

    @index.line("Level", Unit.INDEX)
    def level(m: Names) -> Operand:
        return 2

    @cost.line("Indexed cost", Unit.MONEY)
    def indexed(m: Names) -> Node:
        return 10 * m.price_index

    graph = build([index.instance("cpi"), cost.instance("poles", links={"price_index": "cpi.level"})], [])
    reads = [node.name for node in graph.lines["poles.indexed"].expression.walk() if isinstance(node, Reference)]
    assert reads == ["cpi.level"]


def test_a_node_already_made_can_be_a_formula() -> None:
    node = Constant(3.0)
    definition = Definition("three", "Three", Unit.NUMBER, Shape.SCALAR, as_formula(node))
    assert build([Part("made", "Made", (definition,))], []).lines["three"].expression is node


def test_a_section_without_a_line_leaves_room_for_another_of_its_name() -> None:
    cash = Section("cash", "Cash")

    @cash.line("Drawn later", Unit.MONEY)
    def drawn(m: Names) -> Operand:
        return 2

    graph = build([loan.without("drawn").part(extra, cash)], GIVEN)
    assert graph.lines["drawn"].label == "Drawn later"
    assert "drawn" in {definition.name for definition in loan.definitions}


def test_only_lines_that_a_section_has_can_be_left_out() -> None:
    with pytest.raises(ValueError, match=r"Section 'loan' has no line intrest to leave out"):
        loan.without("opening", "intrest")
