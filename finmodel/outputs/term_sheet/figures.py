"""The charts of the term sheet, each laid out from lines of the model."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from markupsafe import Markup

from finmodel.expr.line import Line
from finmodel.outputs.charts import Bar, Caption, Cover, Number, bridge_chart, cover_chart, ranked_bars, stacked_chart
from finmodel.outputs.plot import Level, Series
from finmodel.outputs.table import Gather, by_year, years
from finmodel.outputs.term_sheet.document import Figure
from finmodel.outputs.term_sheet.payments import payments
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = [
    "balance_figure",
    "cash_flow_figure",
    "cover_figure",
    "sources_uses",
    "sources_uses_figure",
    "spend_figure",
    "weakest",
    "year_bridge",
]

_SAME = 1e-6
"""Ratios closer than this are the same: the first of them is named."""
_LOAN_COLOURS = ("blue", "violet", "ochre", "pink", "green", "grey")


def spend_figure(view: View) -> Figure:
    """What construction takes in each period and so far: the S-curve."""
    building = [i for i, flag in enumerate(view.series("construction_flag")) if flag]
    spent = [view.series("uses")[i] or 0.0 for i in building]
    caption = Caption(
        "figure-spend",
        view.say("Uses of funds during construction"),
        view.say("Bars show the uses of each period of construction, the line their running total."),
        view.language.currency(view.results.currency),
    )
    ends = [view.language.day(view.periods[i].end, short=True) for i in building]
    picture = stacked_chart(
        caption,
        ends,
        [Series(view.say("In the period"), spent, "blue")],
        [Series(view.say("So far"), list(accumulate(spent)), "orange")],
        _amounts(view),
    )
    return _figure(view, caption, picture, "table-construction", "Construction by period")


def balance_figure(view: View) -> Figure:
    """The balance of every facility at the end of each period, with the debt service reserve."""
    caption = Caption(
        "figure-balance",
        view.say("Debt outstanding and debt service reserve"),
        view.say("Bars show the debt at the end of each period, the line the debt service reserve account."),
        view.language.currency(view.results.currency),
    )
    debt = [
        Series(view.instance(line.instance) if line.instance else view.line_label(line), view.series(line.name), colour)
        for line, colour in zip(_owed(view), _LOAN_COLOURS * 9, strict=False)
    ]
    reserve = [
        Series(view.say("Debt service reserve account (DSRA)"), view.series(line.name), "orange")
        for line in view.results.graph.tagged(chart="dsra")
    ]
    picture = stacked_chart(caption, view.year_axis, debt, reserve, _amounts(view))
    return _figure(view, caption, picture, "table-debt", "Debt schedule")


def _owed(view: View) -> list[Line]:
    """The balances of loans that are ever drawn."""
    return [line for line in view.results.graph.tagged(chart="debt") if any(view.series(line.name))]


def weakest(view: View, ratio: str) -> tuple[float, str] | None:
    """The lowest value of a ratio and the day on which its period ends."""
    found = [(v, i) for i, v in enumerate(view.series(ratio)) if v is not None]
    if not found:
        return None
    lowest = min(value for value, _ in found)
    value, position = next((v, i) for v, i in found if v <= lowest + _SAME)
    return value, view.language.day(view.periods[position].end)


def cover_figure(view: View) -> Figure:
    """CFADS against debt service, and DSCR against its levels with the weakest period named."""
    caption = Caption(
        "figure-cover",
        view.say("Cash flow available for debt service against debt service"),
        view.say("Above, CFADS as bars and debt service as a line. Below, the DSCR with its levels and lowest value."),
        view.language.currency(view.results.currency),
    )
    ratio, unit = _drawn(view, "dscr")
    cover = Cover(
        available=Series(view.say("CFADS"), view.series("cfads"), "blue"),
        due=Series(_due_label(view), _in_service(view), "orange"),
        ratio=Series(view.say("DSCR"), ratio, "violet"),
        levels=ratio_levels(view),
        weakest=_weakest_mark(view, ratio),
        all_ranks=_all_ranks(view),
    )
    picture = cover_chart(
        caption,
        view.year_axis,
        cover,
        number=_amounts(view),
        times=lambda value: view.language.figure(value, Unit.RATIO),
        ratio_unit=unit,
    )
    return _figure(view, caption, picture, "table-cover", "Cover of debt service by period")


def _due_label(view: View) -> str:
    return view.say("Senior debt service") if len(view.tiers) > 1 else view.say("Debt service")


def _all_ranks(view: View) -> tuple[Series, Series] | None:
    """Debt service of every rank and its ratio, as dashed lines, where there are junior lenders."""
    if not view.has("total_dscr"):
        return None
    due = [v or None for v in view.series("all_debt_service")]
    return (
        Series(view.say("Debt service of all ranks"), due, "orange", "6 3"),
        Series(view.label("total_dscr"), _drawn(view, "total_dscr")[0], "violet", "6 3"),
    )


_HIGHEST = 4.0
"""In a deal with several facilities, ratios above this multiple of one are not drawn: loans that outlive the others
have cover that would squeeze all that matters into a line."""


def _drawn(view: View, name: str) -> tuple[tuple[float | None, ...], str]:
    """The values of a ratio that the chart draws, and what stands above its panel."""
    values = view.series(name)
    if len(view.facilities) == 1 or max((v or 0.0 for v in values), default=0.0) <= _HIGHEST:
        return values, view.say("DSCR")
    top = view.language.figure(_HIGHEST, Unit.RATIO)
    drawn = tuple(None if v is None or v > _HIGHEST else v for v in values)
    return drawn, view.say("DSCR, as far as it is below %(level)s", level=top)


def _in_service(view: View) -> list[float | None]:
    flags = view.series("service_flag")
    return [v if flag else None for v, flag in zip(view.series("scheduled_debt_service"), flags, strict=True)]


def _weakest_mark(view: View, ratio: Sequence[float | None]) -> tuple[int, str] | None:
    found = weakest(view, "dscr")
    if found is None or found[0] not in ratio:
        return None
    value, day = found
    words = view.say("Lowest: %(value)s, period to %(day)s", value=view.language.figure(value, Unit.RATIO), day=day)
    return list(ratio).index(value), words


_LEVELS = (
    ("Sizing %(level)s", "sizing_dscr", "green", "8 4"),
    ("Lock-up %(level)s", "lockup_dscr", "ochre", "2 4"),
    ("Default %(level)s", "default_dscr", "pink", ""),
)
"""The levels of the DSCR: label, input, colour, dash."""


def ratio_levels(view: View) -> tuple[Level, ...]:
    """The levels that the DSCR is held against, as far as the case states them."""
    found = []
    for label, name, colour, dash in _LEVELS:
        value = view.level(name)
        if value and (len(view.facilities) == 1 or name != "sizing_dscr"):
            words = view.say(label, level=view.language.figure(value, Unit.RATIO))
            found.append(Level(words, value, colour, dash))
    return tuple(found)


def sources_uses(view: View) -> tuple[list[tuple[str, float]], list[tuple[str, float]]]:
    """Sources and uses of funds by line, summed over construction, largest first."""
    graph = view.results.graph
    uses = [
        *(name for name in ("construction_cost", "opening_cash_funded") if view.has(name)),
        *(line.name for tag in ("financing", "construction") for line in graph.tagged(use=tag)),
    ]
    sources = [line.name for line in graph.tagged(chart="source")]
    return _summed(view, sources), _summed(view, uses)


def _summed(view: View, names: Sequence[str]) -> list[tuple[str, float]]:
    sums = [(_source_label(view, name), sum(v or 0.0 for v in view.series(name))) for name in names]
    return sorted((pair for pair in sums if round(pair[1], 6) != 0), key=lambda pair: -pair[1])


def _source_label(view: View, name: str) -> str:
    """A loan or a grant is a source by its name; everything else by the label of its line."""
    line = view.results.graph.lines[name]
    named = line.tags.get("chart") == "source" and line.instance
    return view.instance(line.instance) if named else view.line_label(line)


def sources_uses_figure(view: View) -> Figure:
    """Sources and uses as two groups of bars on one scale."""
    caption = Caption(
        "figure-sources-uses",
        view.say("Sources and uses, largest first"),
        view.say("Two groups of bars: where the funds come from and what they pay for, largest first."),
    )
    sources, uses = sources_uses(view)
    whole = view.value("total_uses") or 1.0
    groups = [(view.say("Sources"), "blue", sources), (view.say("Uses"), "grey", uses)]
    picture = ranked_bars(
        caption, [(heading, colour, [_bar(view, *pair, whole) for pair in pairs]) for heading, colour, pairs in groups]
    )
    return _figure(view, caption, picture, "table-sources-uses", "Sources and uses of funds")


def _bar(view: View, label: str, value: float, whole: float) -> Bar:
    share = view.language.percent(value / whole, 1)
    return Bar(label, value, f"{view.language.figure(value, Unit.MONEY)} · {share}")


_SIGNED = (
    ("Revenue", ("revenue_received",), 1, "blue"),
    ("Operating expenditure", ("opex_paid",), -1, "ochre"),
    ("Lifecycle replacement", ("lifecycle_total",), -1, "green"),
    ("Corporate income tax", ("tax_paid",), -1, "grey"),
    ("Debt service", ("debt_service_paid", "scheduled_fees"), -1, "orange"),
    (
        "Paid after senior debt: junior debt, claims, prepayment",
        ("junior", "after_debt", "before_distribution"),
        -1,
        "pink",
    ),
)
"""The layers of the cash-flow chart: label, lines or the tags of lines, sign, colour."""


def cash_flow_figure(view: View) -> Figure:
    """Money in above the axis, money out below it, in every year of operation, with distributions as a line."""
    caption = Caption(
        "figure-cash-flow",
        view.say("Cash flow in operation by year"),
        view.say("Receipts stand above the axis and payments below it; the line shows distributions to the sponsors."),
        view.language.currency(view.results.currency),
    )
    first = next((i for i, value in enumerate(_yearly(view, ("revenue_received",), 1)) if value), 0)
    found = ((label, _lines_of(view, given), sign, colour) for label, given, sign, colour in _SIGNED)
    layers = [
        Series(view.say(label), _yearly(view, names, sign)[first:], colour)
        for label, names, sign, colour in found
        if any(any(view.series(name)) for name in names)
    ]
    paid = Series(view.say("Distributions"), _yearly(view, ("distributions_paid",), 1)[first:], "violet")
    picture = stacked_chart(caption, view.year_columns[first:], layers, [paid], _amounts(view))
    return _figure(view, caption, picture, "table-waterfall", "Cash-flow waterfall by year")


def _lines_of(view: View, given: Sequence[str]) -> list[str]:
    """Lines by their names, and lines that are paid under a tag."""
    return [name for word in given for name in (word, *(x.name for x in view.results.graph.tagged(**{word: "paid"})))]


def _yearly(view: View, names: Sequence[str], sign: int) -> list[float]:
    rows = [by_year(view.series(name), view.periods, Gather.SUM) for name in names]
    return [sign * sum(value or 0.0 for value in column) for column in zip(*rows, strict=True)]


def year_bridge(view: View) -> tuple[Figure, ...]:
    """From revenue to distributions in the first year that is wholly in debt service; nothing if there is none."""
    in_service = view.series("service_flag")
    whole = [year for year, places in years(view.periods).items() if all(in_service[i] for i in places)]
    if not whole:
        return ()
    year = whole[1] if len(whole) > 1 else whole[0]
    places = years(view.periods)[year]
    caption = Caption(
        "figure-bridge",
        view.say("From revenue to distributions in %(year)s", year=year),
        view.say("A bridge from revenue received over costs, tax, reserves and debt service to distributions."),
    )
    *paid, distributed = payments(view)
    steps = [(step.label, _over(view, step.line.name, places) * step.sign, step.total) for step in paid]
    steps += [
        (view.say("Cash, opening"), view.series("cash_opening")[places[0]] or 0.0, False),
        (view.say("Cash, closing"), -(view.series("cash_closing")[places[-1]] or 0.0), False),
        (view.say("Distributions"), _over(view, distributed.line.name, places), True),
    ]
    bars = [
        Bar(label, value, view.language.figure(value, Unit.MONEY), total)
        for label, value, total in steps
        if total or round(value, 6) != 0
    ]
    return (_figure(view, caption, bridge_chart(caption, bars), "table-waterfall", "Cash-flow waterfall by year"),)


def _over(view: View, name: str, places: Sequence[int]) -> float:
    return sum(view.series(name)[i] or 0.0 for i in places)


def _amounts(view: View) -> Number:
    return lambda value: view.language.number(value, 0)


def _figure(view: View, caption: Caption, picture: Markup, table: str, title: str) -> Figure:
    return Figure(f"{caption.key}-block", caption.title, picture, table, view.say(title))
