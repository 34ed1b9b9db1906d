"""Which sections emissions are made of: each side by itself, and what is avoided between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from finmodel.expr.section import Part
from finmodel.inputs.emissions import Activity, Emissions
from finmodel.inputs.text import Phrase, label_of
from finmodel.model.economics.emissions import (
    activity,
    combined_margin,
    emission_rate,
    emissions,
    factor_of_its_year,
    factor_of_the_first_year,
    factor_range,
)

__all__ = ["emission_parts", "emission_rate_parts"]

_SIDES = (("without", "%(item)s, without the project"), ("with", "%(item)s, with the project"))
_FIGURES = ("quantity", "factor_decline", "losses")
_MARGIN = ("combined_margin_operating", "combined_margin_build", "combined_margin_operating_weight")


def emission_parts(stated: Mapping[str, Emissions]) -> Iterable[Part]:
    """Each side that is stated, as ``<name>_without`` and ``<name>_with``, and the difference, as the case serves."""
    for name, item in stated.items():
        links = {}
        for side, one in _sides(item).items():
            links[f"emitted_{side}"] = f"{name}_{side}.emitted" if one else "nothing"
            if one:
                yield _activity(name, item, side, one, in_service=True)
        yield emissions.instance(name, label=label_of(name, item), links=links)


def emission_rate_parts(stated: Mapping[str, Emissions]) -> Iterable[Part]:
    """The sides alone, by year of full service: where every project has years of service of its own."""
    for name, item in stated.items():
        for side, one in _sides(item).items():
            if one:
                yield _activity(name, item, side, one, in_service=False)


def _sides(item: Emissions) -> Mapping[str, Activity | None]:
    return {"without": item.without_project, "with": item.with_project}


def _activity(name: str, item: Emissions, side: str, one: Activity, *, in_service: bool) -> Part:
    own = f"{name}.{side}_project"
    links = {key: f"{own}_{key}" for key in _FIGURES}
    sections = [activity] if in_service else []
    if one.factor_year is None:
        sections.append(factor_of_the_first_year)
        links["years_of_decline"] = f"{name}_{side}.years_since_start"
    else:
        sections.append(factor_of_its_year)
        links |= {"years_of_decline": f"{name}_{side}.years_since_factor", "factor_year": f"{own}_factor_year"}
    if one.combined_margin is not None:
        sections.append(combined_margin)
        links |= {key: f"{own}_{key}" for key in _MARGIN} | {"factor": f"{name}_{side}.margin_of_the_grid"}
    else:
        links["factor"] = f"{own}_factor"
    if one.ranged:
        sections.append(factor_range)
        links |= {key: f"{own}_{key}" for key in ("factor_low", "factor_high")}
    label = Phrase(dict(_SIDES)[side], {"item": label_of(name, item)})
    return emission_rate.instance(f"{name}_{side}", *sections, label=label, links=links)
