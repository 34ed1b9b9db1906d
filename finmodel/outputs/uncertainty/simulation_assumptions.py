"""What a simulation assumes: distributions, processes, risks and correlations, each with its source and status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from finmodel.inputs.table import Provenance
from finmodel.inputs.uncertainty_distributions import StatedDistribution
from finmodel.inputs.uncertainty_stated import StatedEvent, StatedProcess, StatedVariable
from finmodel.outputs.simulation.tables import SimulationView
from finmodel.outputs.table import Layout, Row, Table, with_content
from finmodel.units import Unit

__all__ = ["assumption_tables", "distribution_text", "unverified_text"]

_DISTRIBUTIONS: Mapping[str, str] = {
    "normal": "Normal",
    "lognormal": "Lognormal",
    "triangular": "Triangular",
    "pert": "PERT",
    "uniform": "Uniform",
    "discrete": "Discrete",
    "empirical": "Empirical",
}
_PARAMETERS: Mapping[str, str] = {
    "low": "Lowest",
    "mode": "Likeliest",
    "high": "Highest",
    "mean": "Mean",
    "deviation": "Standard deviation",
    "values": "Values",
    "probabilities": "Probabilities",
}
_WAYS: Mapping[str, str] = {"times": "Multiplies", "add": "Is added to", "value": "Replaces"}
_PROCESSES: Mapping[str, str] = {
    "geometric_brownian": "Geometric Brownian motion",
    "mean_reverting": "Mean-reverting",
}
_SHOWN = 6
"""Values of a list that are told one by one."""
_DIGITS = 4


def assumption_tables(view: SimulationView) -> Iterator[Table]:
    """A table for each kind of assumption that the case states."""
    stated = view.simulation.uncertainty
    columns = ("Distribution", "Figures", "Status", "Source, note", "As of")
    rows = tuple(_variable(view, variable) for variable in stated.variables)
    yield _table(view, "assumed-variables", "Variables: one draw in each scenario", columns, rows)
    columns = ("Process", "Figures", "Status", "Source, note", "As of")
    rows = tuple(_process(view, process) for process in stated.processes)
    yield _table(view, "assumed-processes", "Processes: drawn anew for every year or period", columns, rows)
    columns = ("Event", "Figures", "Status", "Source, note", "As of")
    rows = tuple(_event(view, event) for event in stated.events)
    yield _table(view, "assumed-events", "Events: each at a time that is drawn, or never", columns, rows)
    columns = ("Probability", "What happens", "Status", "Source, note", "As of")
    rows = tuple(
        Row(
            view.named(risk.label),
            Unit.SHARE,
            (
                view.figure(risk.probability, Unit.SHARE),
                "; ".join(_change(view, way, path) for path, way in risk.changes),
                *_known(view, risk.provenance),
            ),
        )
        for risk in stated.risks
    )
    yield _table(view, "assumed-risks", "Risks: each happens or does not", columns, rows)
    names = {each.name: view.named(each.label) for each in stated.variables}
    names |= {each.name: view.named(each.label) for each in stated.processes}
    rows = tuple(
        Row(f"{names.get(first, first)} \N{MULTIPLICATION SIGN} {names.get(second, second)}", Unit.NUMBER,
            (view.language.number(rank, 2),))
        for first, second, rank in stated.correlations
    )  # fmt: skip
    yield _table(view, "assumed-correlations", "Correlations of ranks", ("Rank correlation",), rows)


def _table(view: SimulationView, key: str, caption: str, columns: tuple[str, ...], rows: tuple[Row, ...]) -> Table:
    return with_content(Table(key, view.say(caption), tuple(map(view.say, columns)), rows, layout=Layout.WORDS))


_CAPTIONS = (
    "Variables: one draw in each scenario", "Processes: drawn anew for every year or period",
    "Events: each at a time that is drawn, or never", "Event",
    "Risks: each happens or does not", "Correlations of ranks", "Rank correlation", "Distribution", "Process",
    "Probability", "Figures", "What happens", "Status", "Source, note", "As of",
)  # fmt: skip


def _variable(view: SimulationView, variable: StatedVariable) -> Row:
    told = distribution_text(view, variable.distribution, variable.unit)
    figures = "; ".join(_change(view, variable.way, path) for path in variable.figures)
    return Row(view.named(variable.label), variable.unit, (told, figures, *_known(view, variable.provenance)))


def _process(view: SimulationView, process: StatedProcess) -> Row:
    told = [view.say(_PROCESSES[process.type])]
    told.append(view.say("volatility %(value)s a year", value=_value(view, process.volatility, process.unit)))
    if process.reversion:
        told.append(view.say("speed of reversion %(value)s", value=_value(view, process.reversion, Unit.NUMBER)))
    if process.drift:
        told.append(view.say("drift %(value)s a year", value=_value(view, process.drift, Unit.SHARE)))
    if process.first_year is not None:
        told.append(view.say("from %(year)s", year=process.first_year))
    figures = "; ".join(_change(view, process.way, path) for path in process.figures)
    cells = (", ".join(told), figures, *_known(view, process.provenance))
    return Row(view.named(process.label), process.unit, cells)


def _event(view: SimulationView, event: StatedEvent) -> Row:
    if event.probability is not None:
        told = [view.say("probability %(value)s", value=view.figure(event.probability, Unit.SHARE))]
    else:
        told = [view.say("hazard %(value)s a year", value=_value(view, event.hazard or 0.0, Unit.SHARE))]
    told.append(view.say("begins from %(first)s to %(last)s", first=event.first_year, last=event.last_year))
    lasts = event.lasts
    told.append(
        view.say("for good")
        if lasts is None
        else view.say("lasts %(time)s", time=view.language.quantity(lasts, Unit.YEARS, view.simulation.currency))
    )
    told.append(view.say("size %(value)s", value=_value(view, event.size, event.unit)))
    figures = "; ".join(_change(view, event.way, path) for path in event.figures)
    return Row(view.named(event.label), event.unit, (", ".join(told), figures, *_known(view, event.provenance)))


def distribution_text(view: SimulationView, distribution: StatedDistribution, unit: Unit) -> str:
    """The kind of a distribution and its parameters, of long lists the first few."""
    told = []
    for name, value in distribution.parameters.items():
        shown = Unit.SHARE if name == "probabilities" else unit
        values = value if isinstance(value, tuple) else (value,)
        more = ", …" if len(values) > _SHOWN else ""
        listed = ", ".join(_value(view, each, shown) for each in values[:_SHOWN]) + more
        told.append(f"{view.say(_PARAMETERS[name])} {listed}")
    return f"{view.say(_DISTRIBUTIONS[distribution.type])}: {'; '.join(told)}"


def _value(view: SimulationView, value: float, unit: Unit) -> str:
    """A parameter with as many digits as it needs."""
    scale = 100 if unit.format.percent else 1
    plain = float(f"{value * scale:.{_DIGITS}g}")
    decimals = len(f"{plain:.{_DIGITS}f}".rstrip("0").partition(".")[2])
    return view.language.percent(plain / scale, decimals) if scale > 1 else view.language.number(plain, decimals)


def _change(view: SimulationView, way: str, path: str) -> str:
    return f"{view.say(_WAYS[way])} {path}"


def _known(view: SimulationView, given: Provenance) -> tuple[str, str, str]:
    source = ". ".join(text.rstrip(".") for text in (given.source, given.note) if text)
    return view.say(given.status) if given.stated else view.say("default"), source, given.as_of


def unverified_text(view: SimulationView) -> str:
    """How many assumptions nobody has verified, and how many are assumed; nothing where there are none."""
    stated = view.simulation.uncertainty
    every: Iterable[Provenance] = [
        each.provenance for group in (stated.variables, stated.processes, stated.events, stated.risks) for each in group
    ]
    statuses = [given.status for given in every]
    return view.say(
        "Of %(count)s statements of uncertainty, %(seen)s were seen in a source, %(derived)s are derived from sources, "
        "%(assumption)s are assumptions and %(unverified)s are unverified.",
        count=len(statuses),
        **{status: statuses.count(status) for status in ("seen", "derived", "assumption", "unverified")},
    )
