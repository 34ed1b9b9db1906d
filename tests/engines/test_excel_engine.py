"""Formulas as text: no needless brackets, conditions bare, edges decided, nothing that an auditor would strike out."""

from collections.abc import Callable

import pytest

from finmodel.engines.excel_cells import Place
from finmodel.engines.excel_engine import ExcelEngine
from finmodel.errors import UnsupportedNodeError
from finmodel.expr import nodes
from finmodel.expr.functions import (
    absolute,
    at,
    average,
    both,
    earlier,
    either,
    equals,
    filled,
    first_where,
    following,
    internal_rate,
    lowest,
    maximum,
    minimum,
    month_end,
    negated,
    previous,
    ratio,
    sum_product,
    total,
    where,
)
from finmodel.expr.line import Line, Shape
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.units import Unit
from tests.expr.small_graphs import graph, scalar, series

SHAPES = {"rate": Shape.SCALAR, "flow": Shape.SERIES, "flag": Shape.SERIES, "table": Shape.TABLE, "guess": Shape.SCALAR}


def formula(made: Callable[[Names], Operand], *, single: bool = False, guesses: tuple[str, ...] = ("guess",)) -> str:
    """The formula in the first period; inputs stand on rows 7 to 11 of Inputs, lines on this sheet."""
    line = scalar("x", made) if single else series("x", made)
    found = graph(
        series("cost", lambda m: m.flow), series("cover", lambda m: ratio(m.flow, m.cost)), line, given=SHAPES
    )
    places = {name: Place("Inputs", 7 + n, shape, 3) for n, (name, shape) in enumerate(SHAPES.items())}
    places |= {name: Place("Here", 20 + n, x.shape, 3) for n, (name, x) in enumerate(found.lines.items())}
    places |= {f"x~{kind}1": Place("Here", row, Shape.SCALAR) for kind, row in (("from", 23), ("near", 24))}
    engine = ExcelEngine(places, blank={"cover"}, guesses=guesses, least="rate")
    return engine.template(found.lines["x"]).at(9)


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (lambda m: m.flow + m.rate * m.cost, "=Inputs!J8+Inputs!$E$7*J20"),
        (lambda m: (m.flow + m.rate) * m.cost, "=(Inputs!J8+Inputs!$E$7)*J20"),
        (lambda m: m.flow - m.cost - m.rate, "=Inputs!J8-J20-Inputs!$E$7"),
        (lambda m: m.flow - (m.cost - m.rate), "=Inputs!J8-(J20-Inputs!$E$7)"),
        (lambda m: m.cost * 12 / 365, "=J20*12/365"),
        (lambda m: -m.cost * m.rate, "=(-J20)*Inputs!$E$7"),
        (lambda m: -(m.cost * m.rate), "=-J20*Inputs!$E$7"),
        (lambda m: -(m.cost + m.rate), "=-(J20+Inputs!$E$7)"),
        (lambda m: m.flow - -m.cost, "=Inputs!J8-(-J20)"),
    ],
)
def test_brackets_stand_only_where_the_order_needs_them(made: Callable[[Names], Operand], text: str) -> None:
    assert formula(made) == text


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (lambda m: m.cost < m.rate, "=IF(J20<Inputs!$E$7,1,0)"),
        (lambda m: where(m.cost < m.rate, 1, 2), "=IF(J20<Inputs!$E$7,1,2)"),
        (lambda m: where(m.flag, m.cost, 0), "=IF(Inputs!J9,J20,0)"),
        (lambda m: where(both(m.flag, m.cost >= 0), 1, 2), "=IF(AND(Inputs!J9<>0,J20>=0),1,2)"),
        (lambda m: either(m.flag, equals(m.cost, 4)), "=IF(OR(Inputs!J9<>0,J20=4),1,0)"),
        (lambda m: negated(m.flag), "=IF(Inputs!J9=0,1,0)"),
        (lambda m: where(negated(m.cost > 0), 1, 2), "=IF(NOT(J20>0),1,2)"),
        (lambda m: (m.cost > 0) * m.flow, "=IF(J20>0,1,0)*Inputs!J8"),
    ],
)
def test_a_comparison_is_bare_as_a_condition_and_1_or_0_as_a_value(made: Callable[[Names], Operand], text: str) -> None:
    assert formula(made) == text


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (lambda m: m.flow / m.cost, "=IF(J20=0,0,Inputs!J8/J20)"),
        (lambda m: m.flow / (1 + m.rate), "=IF(1+Inputs!$E$7=0,0,Inputs!J8/(1+Inputs!$E$7))"),
        (lambda m: ratio(m.flow, m.cost), '=IF(J20=0,"",Inputs!J8/J20)'),
        (lambda m: filled(m.cover, 0), '=IF(J21="",0,J21)'),
        (lambda m: (1 + m.rate) ** -m.cost, "=IF(1+Inputs!$E$7>0,(1+Inputs!$E$7)^(-J20),0)"),
        (lambda m: month_end(m.cost, m.rate), "=EOMONTH(J20,Inputs!$E$7)"),
        (lambda m: absolute(m.cost - m.flow), "=ABS(J20-Inputs!J8)"),
        (lambda m: minimum(m.cost, 0), "=MIN(J20,0)"),
        (lambda m: maximum(previous(m.cost), 0), "=MAX(N(I20),0)"),
        (lambda m: previous(m.x) + m.cost, "=I22+J20"),
        (lambda m: following(m.x) + m.cost, "=K22+J20"),
        (
            lambda m: at(m.table, m.cost),
            "=INDEX(Inputs!$I10:$M10,1,MEDIAN(1,J20+1,COLUMNS(Inputs!$I10:$M10)))",
        ),
        (
            lambda m: earlier(m.cost, m.rate),
            "=INDEX($I20:I20,1,MAX(1,COLUMNS($I20:I20)-MAX(1,INT(Inputs!$E$7))+1))",
        ),
        (lambda m: earlier(m.cost, 2), "=INDEX($I20:I20,1,MAX(1,COLUMNS($I20:I20)-2+1))"),
    ],
)
def test_every_edge_is_decided_in_the_formula(made: Callable[[Names], Operand], text: str) -> None:
    assert formula(made) == text


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (lambda m: total(m.cost), "=SUM($J20:$L20)"),
        (lambda m: sum_product(m.cost, m.flag), "=SUMPRODUCT($J20:$L20,Inputs!$J9:$L9)"),
        (lambda m: lowest(m.cost), "=MIN($J20:$L20)"),
        (lambda m: lowest(m.cover), '=IF(COUNT($J21:$L21)=0,"",MIN($J21:$L21))'),
        (lambda m: average(m.cover), '=IF(COUNT($J21:$L21)=0,"",AVERAGE($J21:$L21))'),
        (lambda m: first_where(m.flag), "=IFERROR(MATCH(1,Inputs!$J9:$L9,0),0)"),
    ],
)
def test_a_reduction_reads_the_periods_alone(made: Callable[[Names], Operand], text: str) -> None:
    assert formula(made, single=True) == text


def test_an_internal_rate_takes_the_found_rate_nearest_to_the_first_guess() -> None:
    assert formula(lambda m: internal_rate(m.cost, m.flow, m.rate), single=True) == (
        '=IF(COUNT($E$24:$E$24)=0,IF(AND(MIN($J20:$L20)<0,ABS(SUM($J20:$L20))<Inputs!$E$7),0,""),'
        "INDEX($E$23:$E$23,MATCH(MIN($E$24:$E$24),$E$24:$E$24,0)))"
    )


def test_a_search_begins_at_the_first_flow_that_is_not_0() -> None:
    rate = internal_rate(nodes.Reference("flows"), nodes.Reference("dates"), nodes.Reference("first"))
    line = Line("irr", "IRR", Unit.RATE, Shape.SCALAR, rate)
    places = {name: Place("Here", row, Shape.SERIES, 3) for name, row in (("flows", 10), ("dates", 11))}
    rows = (("first", 12), ("guess", 13), ("least", 14), ("irr", 15), ("irr~from1", 16), ("irr~near1", 17))
    places |= {name: Place("Here", row, Shape.SCALAR) for name, row in rows}
    engine = ExcelEngine(places, guesses=("guess",), least="least")
    assert engine.search_rows(line) == ("irr~from1", "irr~near1")
    search, distance = engine.searches(line).values()
    assert search.at(4) == (
        '=IFERROR(XIRR(INDEX($J10:$L10,1,MAX(1,$E$12)):$L10,INDEX($J11:$L11,1,MAX(1,$E$12)):$L11,$E$13),"")'
    )
    assert distance.at(4) == '=IF(AND(ABS(N($E$16))>$E$14,N($E$16)>-1),ABS(LN((1+$E$16)/(1+$E$13))),"")'


def test_a_line_that_is_no_internal_rate_needs_no_search() -> None:
    line = Line("x", "X", Unit.MONEY, Shape.SCALAR, nodes.Constant(1.0))
    assert ExcelEngine({}).search_rows(line) == ()
    assert ExcelEngine({}).searches(line) == {}


def test_a_node_that_excel_does_not_know_is_an_error_and_never_a_guess() -> None:
    class Foreign(Node):
        pass

    with pytest.raises(UnsupportedNodeError, match="Excel engine has no translation for the node Foreign"):
        ExcelEngine({}).visit(Foreign())
