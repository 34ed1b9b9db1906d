"""Which sections an eligible project is made of: its operation, what it receives, its gases and its indicators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from finmodel.expr.section import Part
from finmodel.inputs.emissions import Activity, Emissions
from finmodel.inputs.green import Green
from finmodel.inputs.green_projects import EligibleProject
from finmodel.inputs.impact_indicators import INDICATORS, IndicatorKind
from finmodel.inputs.text import Phrase, label_of
from finmodel.model.green.case_operation import case_operation
from finmodel.model.green.gases import gases, gases_range
from finmodel.model.green.indicator import against_baseline, flow, in_all, indicator
from finmodel.model.green.lifetime import lifetime
from finmodel.model.green.own_operation import own_operation
from finmodel.model.green.project import project, received

__all__ = ["financed_instance", "kind_of", "measure_label", "of_what", "project_parts", "ranged"]

_COUNTED = {"a_year": [flow], "in_all": [in_all], "intensity": []}
_OF_THE_PROJECT = ("serving_years", "last_operation", "first_operation", "years_after_model", "counted_years")


def financed_instance(instrument: str, project_name: str) -> str:
    """The instance of what an instrument pays for a project."""
    return f"financed_{project_name}_by_{instrument}"


def project_parts(green: Green, name: str, emitted: Mapping[str, Emissions]) -> Iterable[Part]:
    """One project and its indicators."""
    terms = green.projects[name]
    operation = case_operation if terms.operation_from is None else own_operation
    payers = [financed_instance(instrument, of) for instrument, of in green.pairs if of == name]
    sections = [operation, lifetime, received(name, payers)]
    links: Mapping[str, str] = {}
    if terms.ghg is not None:
        item = emitted[terms.ghg.emissions]
        sections += [gases, *([gases_range] if ranged(item) else [])]
        links = _gas_links(terms.ghg.emissions, item)
    yield project.instance(name, *sections, label=label_of(name, terms), links=links)
    for key in terms.indicators:
        yield _indicator(name, key, terms)


def kind_of(terms: EligibleProject, key: str) -> IndicatorKind:
    """What is known of an indicator, with the words that one of its own kind states."""
    known, own = INDICATORS[terms.kind_of(key)], terms.indicators[key]
    return replace(
        known,
        label=own.label or known.label,
        unit=own.unit or known.unit,
        better=own.better or known.better,
        counted=own.counted or known.counted,
    )


def ranged(item: Emissions) -> bool:
    """Whether a factor of either side is given with a range."""
    return any(side is not None and side.ranged for side in _sides(item).values())


def measure_label(kind: IndicatorKind) -> Phrase:
    """What a measure is called, with its unit."""
    return Phrase("%(measure)s, %(unit)s", {"measure": kind.label, "unit": kind.unit})


def of_what(whose: str, what: str) -> Phrase:
    """What is of whom: a project or an instrument, and one of its measures."""
    return Phrase("%(of)s: %(what)s", {"of": whose, "what": what})


def _sides(item: Emissions) -> Mapping[str, Activity | None]:
    return {"without": item.without_project, "with": item.with_project}


def _gas_links(name: str, item: Emissions) -> Mapping[str, str]:
    links = {key: f"{name}.{key}" for key in ("leakage", "construction_tonnes")}
    for side, one in _sides(item).items():
        links[f"rate_{side}"] = f"{name}_{side}.rate" if one else "nothing_emitted"
        links[f"decline_{side}"] = f"{name}.{side}_project_factor_decline" if one else "no_decline"
        for end in ("low", "high"):
            has_range = one is not None and one.ranged
            links[f"{end}_{side}"] = f"{name}_{side}.{end}_times" if has_range else "as_stated"
    return links


def _indicator(name: str, key: str, terms: EligibleProject) -> Part:
    kind, instance = kind_of(terms, key), f"{name}_{key}"
    levels = [f"{instance}.level_with", f"{instance}.level_without"]
    greater, smaller = levels if kind.better == "more" else reversed(levels)
    links = {word: f"{name}.{word}" for word in _OF_THE_PROJECT}
    sections = []
    if terms.indicators[key].baseline is not None:
        links |= {"greater": greater, "smaller": smaller}
        sections = [against_baseline, *_COUNTED[kind.counted]]
    label = of_what(label_of(name, terms), measure_label(kind))
    return indicator.instance(instance, *sections, label=label, links=links)
