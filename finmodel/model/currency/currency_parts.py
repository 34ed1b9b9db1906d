"""Which sections each currency of a case is made of, and how prices that are stated in one are converted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.model.currency.by_depreciation import by_depreciation
from finmodel.model.currency.by_rates import by_rates
from finmodel.model.currency.covered_parity import covered_parity
from finmodel.model.currency.currency import currency
from finmodel.model.currency.foreign_price import foreign_price

__all__ = ["currency_parts", "price_links", "price_sections"]

_PATHS: Mapping[str, Sequence[Section]] = {"depreciation": [by_depreciation], "given": [by_rates], "forward": []}


def currency_parts(case: Case) -> Iterable[Part]:
    """Every currency, with its path, and its forward rates where they can be told."""
    for name, stated in case.currencies.items():
        parity = [covered_parity] if stated.has_forward else []
        links = {"path_level": f"{name}.forward_level"} if stated.path == "forward" else {}
        label = stated.label or name.upper()
        yield currency.instance(name, *_PATHS[stated.path], *parity, label=label, links=links)


def price_sections(currency_name: str | None) -> Sequence[Section]:
    """What a price in a foreign currency is computed with; nothing more in the case's own."""
    return [foreign_price] if currency_name else []


def price_links(
    index_name: str | None, currency_name: str | None, *, converted_at_close: bool = False
) -> Mapping[str, str]:
    """The lines by which a price moves; ``converted_at_close`` where its cost is converted before it is indexed."""
    index = f"{index_name}.index_level" if index_name else "unindexed"
    if currency_name is None:
        return {"price_index": index}
    if converted_at_close:
        exchange = {"exchange": f"{currency_name}.level", "exchange_at_close": f"{currency_name}.spot"}
    else:
        exchange = {"exchange": f"{currency_name}.rate"}
    return {"own_price_index": index, **exchange}
