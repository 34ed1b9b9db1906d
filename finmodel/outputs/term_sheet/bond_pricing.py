"""Pricing of bonds: yields, costs, durations and spreads at issue, prices at other yields, and trades."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from finmodel.outputs.charts import Caption
from finmodel.outputs.payoff_chart import Axis, payoff_chart
from finmodel.outputs.plot import Series
from finmodel.outputs.table import Layout, Row, Table, in_blocks
from finmodel.outputs.term_sheet.bond_terms import bonds
from finmodel.outputs.term_sheet.document import Figure, Section
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["bond_pricing_annex"]

_MOST = 4
"""How many bonds or trades stand beside each other on an upright page."""
_AT_ISSUE = "_at_issue"
"""What the names of valuations at issue end with, after the name of the bond."""
_MEASURES = (
    "settlement_date", "clean_price", "accrued", "dirty_price", "yield_to_maturity", "effective_yield",
    "all_in_cost_rate", "effective_cost", "macaulay", "modified_duration", "convexity", "basis_point_value",
    "average_life", "benchmark_yield", "g_spread", "z_spread", "comparable_yield", "greenium",
)  # fmt: skip
"""What a valuation of a bond may have, in the order in which it is read."""
_COLOURS = ("green", "blue", "violet", "ochre", "pink", "grey")


def bond_pricing_annex(view: View) -> Section:
    """Every bond at its issue, what it is worth at other yields, and the trades that the case states."""
    at_issue, trades = _valuations(view)
    tables = [
        *_compared(view, "table-pricing", view.say("Bonds at issue"), at_issue),
        *_prices(view),
        *_compared(view, "table-trades", view.say("Trades"), trades),
    ]
    return Section(
        "annex-pricing",
        view.say("Pricing of the bonds"),
        figures=(_figure(view),),
        tables=tuple(tables),
        note=_note(view),
    )


def _note(view: View) -> str:
    said = view.say(
        "Prices per 100 of principal outstanding. All-in cost: the yield at which what the issuer pays, costs "
        "included, is worth what it nets at issue. Durations and convexity at the yield to maturity."
    )
    compared = any(view.has(f"{name}.greenium") for name in (*_valuations(view)[0], *_valuations(view)[1]))
    greenium = view.say(
        "A greenium below zero means that the label makes money cheaper than the conventional bonds named; it is no "
        "more than their comparison."
    )
    return f"{said} {greenium}" if compared else said


def _valuations(view: View) -> tuple[list[str], list[str]]:
    """The instances that value a bond at its issue, and those of trades."""
    found = [line.instance for line in view.results.graph.tagged(pricing="yield")]
    at_issue = [name for name in found if name.endswith(_AT_ISSUE)]
    return at_issue, [name for name in found if name not in at_issue]


def _compared(view: View, key: str, caption: str, names: Sequence[str]) -> Iterator[Table]:
    """A column for each valuation, a row for each measure that any of them has."""
    if not names:
        return
    rows = tuple(
        Row(view.bare_label(next(found)), Unit.MONEY, tuple(_said(view, name, key_) for name in names))
        for key_ in _MEASURES
        if (found := iter([f"{name}.{key_}" for name in names if view.has(f"{name}.{key_}")]))
        and any(view.has(f"{name}.{key_}") for name in names)
    )
    columns = tuple(view.instance(name.removesuffix(_AT_ISSUE)) for name in names)
    table = Table(key, caption, columns, rows, stub=view.say("Measure"), layout=Layout.SIDES)
    yield from in_blocks(table, _MOST)


def _said(view: View, name: str, key: str) -> str:
    line = f"{name}.{key}"
    if not view.has(line):
        return ""
    value, unit = view.value(line), view.unit(line)
    return view.language.figure(value, unit) if unit is Unit.NUMBER else view.amount(value, unit)


def _prices(view: View) -> Iterator[Table]:
    """Yield and clean price of each bond, step by step."""
    names = bonds(view)
    steps = _steps(view, names[0])
    for block in range(0, len(names), _MOST // 2):
        some = names[block : block + _MOST // 2]
        columns = tuple(
            view.say(text, bond=view.instance(name)) for name in some for text in ("%(bond)s: yield", "%(bond)s: price")
        )
        rows = tuple(
            Row(_move(view, step), Unit.NUMBER, tuple(cell for name in some for cell in _pair(view, name, step)))
            for step in steps
        )
        key = f"table-prices{f'-{block + 1}' if block else ''}"
        yield Table(key, view.say("Price at other yields"), columns, rows, stub=view.say("Yield moves by"))


def _steps(view: View, name: str) -> list[int]:
    lines = view.results.graph.tagged(price_table="price")
    return [int(line.tags["step"]) for line in lines if line.instance == f"{name}_at_other_yields"]


def _move(view: View, step: int) -> str:
    return view.say("%(points)s basis points", points=f"{step:+d}".replace("-", "\N{MINUS SIGN}")) if step else "0"


def _pair(view: View, name: str, step: int) -> tuple[str, str]:
    found = _at(view, name, step)
    return view.language.figure(found[0], Unit.RATE), view.language.figure(found[1], Unit.NUMBER)


def _at(view: View, name: str, step: int) -> tuple[float | None, float | None]:
    """The yield and the clean price of a bond at a step."""
    found = {
        kind: view.value(line.name)
        for kind in ("yield", "price")
        for line in view.results.graph.tagged(price_table=kind, step=str(step))
        if line.instance == f"{name}_at_other_yields"
    }
    return found["yield"], found["price"]


def _figure(view: View) -> Figure:
    """The change of the clean price over the moves of the yield, a line for each bond."""
    caption = Caption(
        "figure-prices",
        view.say("Change of the clean price with the yield"),
        view.say("Lines show by what share the price of each bond changes as its yield moves from that at issue."),
        "%",
    )
    names = bonds(view)
    steps = _steps(view, names[0])
    curves = [
        Series(view.instance(name), _changes(view, name, steps), colour)
        for name, colour in zip(names, _COLOURS * 9, strict=False)
    ]
    moved = [f"{step:+d}".replace("-", "\N{MINUS SIGN}") if step else "0" for step in steps]
    axis = Axis([1.0 if step == 0 else 0.0 for step in steps], moved, view.say("Basis points"), view.say("at issue"))
    picture = payoff_chart(caption, axis, curves, lambda value: view.language.number(value, 0))
    table = view.say("Price at other yields")
    return Figure(f"{caption.key}-block", caption.title, picture, "table-prices", table)


def _changes(view: View, name: str, steps: Sequence[int]) -> list[float | None]:
    """By how many percent of the price at issue the price is above or below it."""
    issued = _at(view, name, 0)[1] or 1.0
    return [((_at(view, name, step)[1] or 0.0) / issued - 1) * 100 for step in steps]
