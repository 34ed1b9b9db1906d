"""A formula in words reads as an analyst would say it, and says where it is blank or 0."""

import string

import pytest

from finmodel.engines.words_engine import PHRASES, WordsEngine
from finmodel.errors import UnsupportedNodeError
from finmodel.expr import functions as f
from finmodel.expr.graph import Graph, build
from finmodel.expr.line import Shape, Variable
from finmodel.expr.nodes import NODES, Input, Node
from finmodel.units import Unit
from tests.small_project import model

A, B, C = Input("a"), Input("b"), Input("c")
S, T, FLAG = Input("s"), Input("t"), Input("flag")


@pytest.fixture(scope="module")
def graph() -> Graph:
    scalars = [Variable(name, name.upper(), Unit.NUMBER) for name in "abc"]
    series = [Variable(name, name.upper(), Unit.MONEY, Shape.SERIES) for name in "st"]
    return build([], [*scalars, *series, Variable("flag", "Flag", Unit.FLAG, Shape.SERIES)])


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        (A + B - C, "A + B − C"),
        (A - (B - C), "A − (B − C)"),
        (A - (B + C), "A − (B + C)"),
        (A + (B + C), "A + B + C"),
        ((A + B) * C, "(A + B) × C"),
        (A * B * C, "A × B × C"),
        (-A, "−A"),
        (-(A + B), "−(A + B)"),
        (A * -B, "A × −B"),
        (A * -2, "A × (−2)"),
        (A / 12, "A ÷ 12"),
        (A / (B * C), "A ÷ (B × C), 0 where (B × C) is 0"),
        (A / B, "A ÷ B, 0 where B is 0"),
        (C * (A / B), "C × (A ÷ B, 0 where B is 0)"),
        (f.ratio(A, B), "A ÷ B, blank where B is 0"),
        (A**B, "A to the power of B"),
        (A < B, "A < B"),
        (A <= B, "A ≤ B"),
        (A > B, "A > B"),
        (A >= B, "A ≥ B"),
        (f.equals(A, 3), "A = 3"),
        (f.both(A > 1, B > 2, C), "A > 1 and B > 2 and C"),
        (f.either(A, f.both(B, C)), "A or B and C"),
        (f.both(f.either(A, B), C), "(A or B) and C"),
        (f.negated(A), "not (A)"),
        (f.where(A > 1, B, C), "B if A > 1, otherwise C"),
        (f.where(A > 1, B, 0) + C, "(B if A > 1, otherwise 0) + C"),
        (f.where(A > 1, f.where(B > 1, A, B), 0), "(A if B > 1, otherwise B) if A > 1, otherwise 0"),
        (f.minimum(A, B + 1, C), "the smallest of (A; B + 1; C)"),
        (f.maximum(A, 0), "the largest of (A; 0)"),
        (f.absolute(A - B), "the size of (A − B)"),
        (f.floor(A / 6), "(A ÷ 6) rounded down"),
        (-f.floor(-A / 6), "−((−A ÷ 6) rounded down)"),
        (f.filled(A, 0), "A, or 0 where that is blank"),
        (f.previous(S) + T, "S of the period before + T"),
        (f.following(S), "S of the period after"),
        (f.at(S, A - 1), "S at position (A − 1)"),
        (f.earlier(S, A), "S of (A) periods before"),
        (f.total(S) / 2, "(the sum of S over all periods) ÷ 2"),
        (f.lowest(S), "the lowest S of all periods"),
        (f.highest(S), "the highest S of all periods"),
        (f.average(S), "the average of S over all periods"),
        (f.sum_product(S, T), "the sum of S × T over all periods"),
        (f.value_where(S, FLAG), "the sum of S over the periods with Flag"),
        (f.first_where(FLAG), "the first period with Flag"),
        (f.internal_rate(S, T, A), "the annual rate at which S (dated by T) are together worth 0"),
        (f.month_end(A, B), "the end of the month (B) months after (A)"),
        (f.year(A), "the year of (A)"),
        (f.month(A), "the month of (A)"),
        (f.day(A), "the day of (A)"),
        (1_000_000 * A + 0.125 * B, "1,000,000 × A + 0.125 × B"),
    ],
    ids=str,
)
def test_a_formula_is_said(graph: Graph, formula: Node, words: str) -> None:
    assert WordsEngine(graph).visit(formula).text == words


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.__name__)
def test_every_node_has_words(node: type[Node]) -> None:
    assert WordsEngine.knows(node)


def test_an_unknown_node_is_an_error(graph: Graph) -> None:
    class Novel(Node):
        pass

    with pytest.raises(UnsupportedNodeError, match="words engine has no translation for the node Novel"):
        WordsEngine(graph).visit(Novel())


def test_lines_and_inputs_of_an_instance_bear_its_label() -> None:
    words = WordsEngine(model().graph)
    assert words.label("loan.amount") == "Bank loan: Amount"
    assert words.label("loan.fee") == "Bank loan: Upfront fee"
    assert words.label("cfads") == "CFADS"


def test_labels_and_phrases_are_translated_and_places_kept() -> None:
    translated = {"CFADS": "ДПОД", PHRASES["Ratio"]: "{fraction} (пусто, если {divisor} = 0)", "Bank loan": "Кредит"}
    words = WordsEngine(model().graph, translate=lambda text: translated.get(text, text))
    line = model().graph.lines["dscr"]
    assert words.formula(line) == "ДПОД ÷ Кредит: Debt service (пусто, если Кредит: Debt service = 0)"


def test_a_label_with_braces_is_no_place(graph: Graph) -> None:
    odd = build([], [Variable("a", "{b}", Unit.NUMBER), Variable("b", "{0}", Unit.NUMBER)])
    assert WordsEngine(odd).visit(f.ratio(A, B)).text == "{b} ÷ {0}, blank where {0} is 0"


def test_every_phrase_has_only_places_that_its_node_fills() -> None:
    for key, phrase in PHRASES.items():
        places = {name for _, name, _, _ in string.Formatter().parse(phrase) if name}
        assert places, key
