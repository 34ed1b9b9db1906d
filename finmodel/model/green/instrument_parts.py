"""Which sections a labelled instrument is made of: its allocations, its proceeds, and the impact that it finances."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from finmodel.expr.section import Part, Section
from finmodel.inputs.emissions import Emissions
from finmodel.inputs.green import Green
from finmodel.inputs.green_projects import GHG, EligibleProject
from finmodel.inputs.text import Phrase, label_of
from finmodel.model.green.allocation import allocation, allocation_share, financed, paid_for
from finmodel.model.green.financed_impact import financed_flow, financed_in_all, financed_range
from finmodel.model.green.instrument_impact import flow_of, in_all_of, millions_of, range_of
from finmodel.model.green.issued import issued
from finmodel.model.green.look_back import look_back, look_back_limit
from finmodel.model.green.proceeds import allocated_of, drawn, in_time, proceeds
from finmodel.model.green.project_parts import financed_instance, kind_of, measure_label, of_what, ranged
from finmodel.model.tax.sez_category import THOUSANDS

__all__ = [
    "Instrument",
    "Measure",
    "allocation_parts",
    "impact_instance",
    "measure_group",
    "instrument_parts",
    "measures",
    "millions",
    "proceeds_of",
]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A labelled instrument: its name, what it is called, and the line that says what it brings."""

    name: str
    label: str
    line: str
    issued: str = ""
    """The day of its issue, by the name of the input; without one, proceeds come with the first period that has any."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One impact of one project: its own instance and the group in which instruments add it up."""

    instance: str
    group: str
    label: str
    counted: str
    """``a_year`` or ``in_all``."""
    names: Mapping[str, str]
    """The lines of the whole project that are pro-rated, by the word under which they are read."""
    has_range: bool = False


def proceeds_of(instrument: str) -> str:
    """The instance of an instrument's proceeds."""
    return f"proceeds_of_{instrument}"


def impact_instance(instrument: str, group: str) -> str:
    """The instance of what an instrument finances of one kind of impact."""
    return f"impact_of_{instrument}_{group}"


def measures(green: Green, project_name: str, emitted: Mapping[str, Emissions]) -> Iterable[Measure]:
    """What of a project can be pro-rated and added up: all but intensities and what has no baseline."""
    terms = green.projects[project_name]
    if terms.ghg is not None:
        yield _gases(project_name, ranged(emitted[terms.ghg.emissions]))
    for key, one in terms.indicators.items():
        kind = kind_of(terms, key)
        if one.baseline is None or kind.counted == "intensity":
            continue
        own = f"{project_name}_{key}"
        lines = ("impact", "a_year", "lifetime") if kind.counted == "a_year" else ("in_all",)
        names = {f"whole_{line}": f"{own}.{_LINES[line]}" for line in lines}
        yield Measure(own, measure_group(terms, key), measure_label(kind), kind.counted, names)


_PAID_BY = "%(project)s by %(instrument)s"
_GHG_AVOIDED = Phrase("%(measure)s, %(unit)s", {"measure": "GHG avoided", "unit": "t CO2e"})
_LINES = {"impact": "impact", "a_year": "impact_a_year", "lifetime": "impact_lifetime", "in_all": "impact_in_all"}


def _gases(name: str, has_range: bool) -> Measure:
    ends = {"least": "ghg_a_year_least", "most": "ghg_a_year_most"} if has_range else {"least": "ghg_a_year"}
    lines = {"impact": "ghg_avoided", "a_year": "ghg_a_year", "lifetime": "ghg_lifetime", **ends}
    names = {f"whole_{word}": f"{name}.{line}" for word, line in ({"most": "ghg_a_year"} | lines).items()}
    return Measure(f"{name}_{GHG}", GHG, _GHG_AVOIDED, "a_year", names, has_range)


def measure_group(terms: EligibleProject, key: str) -> str:
    """Under what instruments add a measure up: gases, indicators of one kind; one of its own kind by itself."""
    if key == GHG:
        return GHG
    kind = terms.kind_of(key)
    return key if kind == "other" else kind


def allocation_parts(green: Green) -> Iterable[Part]:
    """Every allocation stated, each by itself."""
    for name, one in green.allocations.items():
        named = label_of(one.project, green.projects[one.project])
        yield allocation.instance(
            name,
            *([] if one.share is None else [allocation_share]),
            label=Phrase("%(project)s, %(year)s", {"project": named, "year": f"{one.year.number:.0f}"}),
            roles={"instrument": one.instrument, "project": one.project},
            links={"proceeds_total": f"{proceeds_of(one.instrument)}.proceeds_total"},
        )


def instrument_parts(
    green: Green, instrument: Instrument, emitted: Mapping[str, Emissions], millions: float
) -> Iterable[Part]:
    """Proceeds of one instrument, what it pays for, and what it finances of each kind of impact."""
    name = instrument.name
    timed = [] if green.management.allocation_months is None else [in_time]
    in_millions = millions_of(millions, at_a_rate=green.reporting.exchange_rate is not None)
    sections = (allocated_of(name), issued if instrument.issued else drawn, *timed, in_millions)
    links = {"instrument_proceeds": instrument.line}
    links |= {"issued_on": instrument.issued, "matures_on": f"{name}.maturity_date"} if instrument.issued else {}
    label = Phrase("Proceeds of %(instrument)s", {"instrument": instrument.label})
    yield proceeds.instance(proceeds_of(name), *sections, label=label, links=links)
    financed_measures: dict[str, list[Measure]] = {}
    for payer, project_name in green.pairs:
        if payer == name:
            found = list(measures(green, project_name, emitted))
            yield from _financed(green, instrument, project_name, found)
            for measure in found:
                financed_measures.setdefault(measure.group, []).append(measure)
    for group, together in financed_measures.items():
        yield _impact(instrument, group, together)


def _financed(green: Green, instrument: Instrument, name: str, found: Sequence[Measure]) -> Iterable[Part]:
    """What an instrument pays for one project: the money, then each impact by its share of the cost."""
    terms, own = green.projects[name], financed_instance(instrument.name, name)
    label = Phrase(_PAID_BY, {"project": label_of(name, terms), "instrument": instrument.label})
    links = {key: f"{name}.{key}" for key in ("total_cost", "refinanced_share", "spent_from")}
    links["proceeds_from"] = f"{proceeds_of(instrument.name)}.proceeds_from"
    sections: list[Section] = [paid_for(instrument.name, name)]
    if terms.spent_from is not None:
        sections += [look_back, *([] if green.management.look_back_months is None else [look_back_limit])]
    yield financed.instance(
        own, *sections, label=label, roles={"instrument": instrument.name, "project": name}, links=links
    )
    share = {key: f"{own}.{key}" for key in ("share_so_far", "share_of_cost")}
    for measure in found:
        section = financed_flow if measure.counted == "a_year" else financed_in_all
        yield section.instance(
            f"{own}_{measure.instance.removeprefix(f'{name}_')}",
            *([financed_range] if measure.group == GHG else []),
            label=of_what(label, measure.label),
            roles={"instrument": instrument.name, "kind": measure.group},
            links={**measure.names, **share},
        )


def _impact(instrument: Instrument, group: str, found: Sequence[Measure]) -> Part:
    tags = {"by": instrument.name, "kind": group}
    instance, label = impact_instance(instrument.name, group), of_what(instrument.label, found[0].label)
    links = {"allocated_millions": f"{proceeds_of(instrument.name)}.allocated_millions"}
    if found[0].counted == "in_all":
        return in_all_of(tags).instance(instance, label=label, links=links)
    has_range = [range_of(tags)] if any(measure.has_range for measure in found) else []
    return flow_of(tags).instance(instance, *has_range, label=label, links=links)


def millions(money: str) -> float:
    """How many millions of the currency one unit of a case's money is."""
    return 1000.0 ** (THOUSANDS[money] - 2)
