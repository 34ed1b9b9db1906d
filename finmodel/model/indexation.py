"""Indexation: price indices that step once a year, and the formula a + b·CPI + c·FX + e·wage of a payment."""

from collections.abc import Container, Iterable, Sequence

from finmodel.expr.functions import equals, previous, summed, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["index", "indexed_by", "market_indexation", "no_index", "payment_indexation"]

index = Section("index", "Indexation")
no_index = Section("no_index", "Indexation")


@index.line("Index", Unit.INDEX)
def index_level(m: Names) -> Node:
    """The price level, prices at financial close being the initial level; it steps with each calendar year."""
    step = 1 + where(m.new_year_flag, m.rate, 0)
    return where(equals(m.counter, 1), m.initial_level, previous(m.index_level) * step)


@no_index.line("Not indexed", Unit.INDEX)
def unindexed(m: Names) -> Operand:
    """1 in every period."""
    return 1


@no_index.line("Nothing", Unit.MONEY)
def nothing(m: Names) -> Operand:
    """0 in every period: what stands for a tax, an interest or a link that a case does not have."""
    return 0


def payment_indexation(indices: Sequence[str], currencies: Sequence[str] = ()) -> Section:
    """The indexation of a payment by its weights: 1 + Σ weight × (index ÷ index at close − 1), the rest being fixed.

    The same as a + b·CPI + c·FX + e·wage with a = 1 − b − c − e (methods: payment mechanisms). A payment that is
    stated in another currency is multiplied by its rate of exchange besides.
    """
    section = Section("payment_indexation", "Revenue")

    @section.line("Indexation of the payment", Unit.INDEX)
    def indexation(m: Names) -> Node:
        """1 plus each index's weight times its rise since financial close; what has no weight stays fixed."""
        return _indexed(m, "", indices, currencies)

    return section


def market_indexation(weights: Iterable[str], currencies: Container[str]) -> Section:
    """The indexation of a price on the market, where a stream has one beside the price agreed."""
    indices, rates = _told_apart(weights, currencies)
    section = Section("market_indexation", "Revenue")

    @section.line("Indexation of the price on the market", Unit.INDEX)
    def market_indexation(m: Names) -> Node:
        """As the indexation of a payment, by the weights stated for the market."""
        return _indexed(m, "market_", indices, rates)

    return section


def _indexed(m: Names, of: str, indices: Sequence[str], currencies: Sequence[str]) -> Node:
    rises = (
        m[f"{of}indexation_{name}"] * (m[f"{name}.index_level"] / m[f"{name}.initial_level"] - 1) for name in indices
    )
    rates = (m[f"{of}indexation_{name}"] * (m[f"{name}.level"] - 1) for name in currencies)
    indexed = summed(m.unindexed, *rises, *rates)
    return indexed * m[f"{of}exchange"] if m.has(f"{of}exchange") else indexed


def _told_apart(weights: Iterable[str], currencies: Container[str]) -> tuple[list[str], list[str]]:
    """Indices, and currencies whose rates of exchange stand in for an index."""
    named = list(weights)
    by_rate = [name for name in named if name in currencies]
    return [name for name in named if name not in by_rate], by_rate


def indexed_by(weights: Iterable[str], currencies: Container[str]) -> Section:
    """The indexation of a payment by what its weights name: indices, or currencies with their rates of exchange."""
    return payment_indexation(*_told_apart(weights, currencies))
