"""The charts of a simulation: fans by period, S-curves of returns, costs by year, parties, drivers, convergence."""

from __future__ import annotations

from dataclasses import replace

from finmodel.outputs.charts import Bar, Caption, Number, stacked_chart
from finmodel.outputs.plot import Series
from finmodel.outputs.simulation.tables import SimulationView
from finmodel.outputs.table import Layout, Row, Table
from finmodel.outputs.term_sheet.document import Figure
from finmodel.outputs.term_sheet.figures import ratio_levels
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.uncertainty.change_chart import change_chart
from finmodel.outputs.uncertainty.curve_chart import Across, Line, Mark, curve_chart
from finmodel.outputs.uncertainty.fan_chart import Band, FanLines, fan_chart
from finmodel.outputs.uncertainty.interval_chart import Interval, IntervalRow, interval_chart
from finmodel.results import Value
from finmodel.simulated import DriverRanking, Fan, YearlyCost
from finmodel.units import Unit

__all__ = [
    "cost_figure", "driver_figure", "fan_figure", "fan_table", "figure_number", "party_figure", "return_figure",
    "shown_part", "year_labels",
]  # fmt: skip

_HIGHEST = 4.0
"""Ratios above this multiple of one are drawn at it, so that what matters is not squeezed into a line."""
_SHOWN = (5, 25, 50, 75, 95)
_NOTHING = 1e-6


def figure_number(view: SimulationView, unit: Unit) -> Number:
    """How an axis writes its numbers: no money is 0."""
    return lambda value: view.figure(value, unit) if value or unit is not Unit.MONEY else "0"


def shown_part(fan: Fan) -> Fan:
    """The periods from the first to the last in which there is anything."""
    rows = [*(fan.percentiles[share] for share in _SHOWN), fan.base]
    busy = [place for place, values in enumerate(zip(*rows, strict=True)) if any(map(_matters, values))]
    if not busy:
        return fan
    part = slice(busy[0], busy[-1] + 1)
    return replace(
        fan,
        ends=fan.ends[part],
        percentiles={share: values[part] for share, values in fan.percentiles.items()},
        mean=fan.mean[part],
        base=fan.base[part],
        counts=fan.counts[part],
    )


def year_labels(fan: Fan) -> list[str]:
    """The year at its first period, else nothing."""
    years = [end.year for end in fan.ends]
    return [str(year) if place == 0 or years[place - 1] != year else "" for place, year in enumerate(years)]


def fan_figure(view: SimulationView, deal: View, fan: Fan) -> Figure:
    """Bands and the median of a line by period; a cover ratio with the levels that it is held against."""
    name = view.named(fan.label)
    ratio = fan.unit is Unit.RATIO
    capped = ratio and max((value or 0.0 for value in fan.percentiles[95]), default=0.0) > _HIGHEST
    unit = name if ratio else view.language.unit_name(fan.unit, view.simulation.currency)
    if capped:
        unit = view.say(
            "%(ratio)s, no higher than %(level)s is drawn", ratio=name, level=view.figure(_HIGHEST, fan.unit)
        )
    caption = Caption(
        f"figure-fan-{fan.line}",
        view.say("%(line)s by period: how far it may come out", line=name),
        view.say("By period, bands between the 5th and 95th and the 25th and 75th percentile, with the median."),
        unit,
    )
    shown = FanLines(
        bands=(
            Band(view.say("P5 to P95: nine tenths of the scenarios"), fan.percentiles[5], fan.percentiles[95], 0.2),
            Band(view.say("P25 to P75: one half"), fan.percentiles[25], fan.percentiles[75], 0.35),
        ),
        lines=(
            Series(view.say("Case as it stands"), fan.base, "orange", "6 3"),
            Series(view.say("Median"), fan.percentiles[50], "blue"),
        ),
        levels=ratio_levels(deal) if ratio else (),
        cap=_HIGHEST if capped else None,
    )
    picture = fan_chart(caption, year_labels(fan), shown, figure_number(view, fan.unit))
    return Figure(caption.key, caption.title, picture, f"fan-{fan.line}", view.say("Percentiles by period"))


def fan_table(view: SimulationView, fan: Fan) -> Table:
    """The percentiles of a line by period, the case beside them, and in how many scenarios there is a value."""
    rows = [Row(view.percentile(share), fan.unit, tuple(fan.percentiles[share])) for share in _SHOWN]
    rows.append(Row(view.say("Case as it stands"), fan.unit, tuple(fan.base)))
    rows.append(Row(view.say("Scenarios with a value"), Unit.COUNT, tuple(map(float, fan.counts))))
    columns = tuple(view.language.day(end, short=True) for end in fan.ends)
    caption = view.say("%(line)s: percentiles by period", line=view.named(fan.label))
    return Table(f"fan-{fan.line}", caption, columns, tuple(rows), stub=view.say("Period to"), layout=Layout.PERIODS)


def _matters(value: Value) -> bool:
    return value is not None and abs(value) > _NOTHING


def return_figure(view: SimulationView) -> Figure:
    """S-curves: the share of scenarios in which a return is no more than a level, with the hurdle."""
    found = view.simulation
    colours = ("blue", "violet", "green")
    lines, marks = [], []
    for curve, colour in zip(found.curves, colours, strict=False):
        name = view.kpi(curve.kpi)
        lines.append(Line(name, curve.levels, curve.shares, colour))
        base = found.kpi(curve.kpi).base
        if base is not None:
            told = view.say("%(result)s in the case: %(value)s", result=name, value=view.figure(base, Unit.RATE))
            marks.append(Mark(told, base, colour))
    hurdle = found.uncertainty.hurdle
    marks.append(Mark(view.say("Hurdle of equity: %(value)s", value=view.figure(hurdle, Unit.RATE)), hurdle, "orange"))
    caption = Caption(
        "figure-returns",
        view.say("Returns: share of scenarios at or below each level"),
        view.say("S-curves of the returns, with upright lines at the hurdle and at the returns of the case."),
        view.say("Share of scenarios"),
    )
    across = Across(view.say("Return a year"), lambda value: view.language.percent(value, 1), marks)
    picture = curve_chart(caption, lines, across, lambda value: view.language.percent(value, 0), ends=(0.0, 1.0))
    return Figure(caption.key, caption.title, picture, "simulation-kpis", view.say("Key results over all scenarios"))


def cost_figure(view: SimulationView, cost: YearlyCost, table: Table) -> Figure:
    """What a guarantee costs by year: expected as bars, the 95th percentile of each year as a line."""
    places = [place for place, year in enumerate(cost.years) if str(year) in table.columns]
    caption = Caption(
        f"figure-cost-{cost.name}",
        view.say("%(name)s: expected and stressed cost by year", name=view.named(cost.label)),
        view.say("Bars show what is paid in each year on average, the line the 95th percentile of the year."),
        view.language.currency(view.simulation.currency),
    )
    picture = stacked_chart(
        caption,
        list(table.columns),
        [Series(view.say("Expected"), [cost.mean[place] for place in places], "blue")],
        [Series(view.say("95th percentile of the year"), [cost.stressed[place] for place in places], "orange")],
        figure_number(view, Unit.MONEY),
    )
    return Figure(caption.key, caption.title, picture, table.key, table.caption)


def party_figure(view: SimulationView) -> Figure:
    """For each party what its present value changes by against the case: mean, and the 5th to the 95th percentile."""
    caption = Caption(
        "figure-parties",
        view.say("Who gains and who loses: present value against the case as it stands"),
        view.say("For each party, a dot at the mean change and a line from the 5th to the 95th percentile."),
    )
    rows = []
    for party in view.simulation.parties:
        spread = party.present_value
        low, high = spread.percentiles[5], spread.percentiles[95]
        if low is None or high is None or spread.mean is None:
            continue
        changes = [value - party.base for value in (low, spread.mean, high)]
        if any(abs(change) > _NOTHING * max(1.0, abs(party.base)) for change in changes):
            told = [_signed(view, change) for change in changes]
            shown = f"{told[1]} ({told[0]} … {told[2]})"
            rows.append(IntervalRow(view.named(party.label), [Interval(changes[0], changes[1], changes[2], shown)]))
    kinds = [(view.say("Mean, and from the 5th to the 95th percentile"), "blue")]
    picture = interval_chart(caption, rows, kinds, figure_number(view, Unit.MONEY))
    return Figure(caption.key, caption.title, picture, "simulation-parties", view.say("Parties"))


def _signed(view: SimulationView, change: float) -> str:
    shown = view.language.number(change, 0)
    return f"+{shown}" if change > 0 and shown != "0" else shown


def driver_figure(view: SimulationView, ranking: DriverRanking, table: Table) -> Figure:
    """The contribution of each driver to the variance of a result, signed by its direction."""
    caption = Caption(
        f"figure-drivers-{ranking.kpi}",
        view.say("%(kpi)s: contribution to variance, by what drives it", kpi=view.kpi(ranking.kpi)),
        view.say("Bars to the right: more of the driver raises the result; bars to the left: it lowers it."),
    )
    bars = [
        Bar(view.named(driver.label), driver.share, view.figure(driver.share, Unit.SHARE))
        for driver in ranking.drivers
        if driver.share is not None
    ]
    picture = change_chart(caption, bars, lambda value: view.language.percent(value, 0))
    return Figure(caption.key, caption.title, picture, table.key, table.caption)
