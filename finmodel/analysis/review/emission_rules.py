"""Rules on greenhouse gases: factor, year, source, method, electricity that is not free of emissions, agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from finmodel.analysis.review.material import Material
from finmodel.analysis.review.rule import Instance, Rule
from finmodel.inputs.emissions import Activity
from finmodel.inputs.figure import Figure
from finmodel.inputs.green_projects import EligibleProject
from finmodel.inputs.impact_indicators import CATEGORIES
from finmodel.review import Told
from finmodel.units import Unit

__all__ = ["EMISSION_RULES", "factors"]

_CLIMATE = ("renewable_energy", "energy_efficiency", "clean_transport", "green_buildings")
"""Categories of which avoided emissions are a core indicator."""
_OF_THE_GRID = ("combined_margin", "consumption_factor")
_RIGHT = {"renewable_energy": "combined_margin", "energy_efficiency": "consumption_factor"}
"""Generation displaces what the grid would have run and built; what is saved is what the grid delivers on average."""
_LITTLE = 0.20
_ENERGY = {"electricity_generated": "more", "electricity_saved": "less"}
_NEAR, _CLOSE = 0.01, 0.02
_FULL = 0.8
"""A year in which less than this part of the best year's energy is produced is no full year."""


def _no_emissions(m: Material) -> Iterator[Instance]:
    for name, terms in m.projects():
        if terms.category in _CLIMATE and terms.ghg is None:
            told = {"project": m.named(name), "category": Told(CATEGORIES[terms.category])}
            yield f"green.projects.{name}.ghg", told


def _no_method(m: Material) -> Iterator[Instance]:
    for name, terms in m.projects():
        if terms.ghg is not None and terms.ghg.method is None:
            yield f"green.projects.{name}.ghg.method", {"project": m.named(name)}


def _wrong_factor(m: Material) -> Iterator[Instance]:
    for name, terms in m.projects():
        method, right = terms.ghg.method if terms.ghg else None, _RIGHT.get(terms.category)
        if right and method in _OF_THE_GRID and method != right:
            told = {"category": Told(CATEGORIES[terms.category]), "right": Told(_METHODS[right])}
            yield (
                f"green.projects.{name}.ghg.method",
                told | {"project": m.named(name), "method": Told(_METHODS[method])},
            )


_METHODS = {"combined_margin": "Combined margin", "consumption_factor": "Consumption factor"}


def factors(one: Activity) -> Iterator[tuple[str, Figure]]:
    """The figures that an emission factor is made of, each with its path below the activity."""
    if one.factor is not None:
        yield "factor", one.factor
    if one.combined_margin is not None:
        yield "combined_margin.operating", one.combined_margin.operating
        yield "combined_margin.build", one.combined_margin.build


def _of_factors(lacks: Callable[[Activity, Figure], bool]) -> Callable[[Material], Iterator[Instance]]:
    """What looks for factors of which something lacks; a factor that several projects share is told once."""

    def look(m: Material) -> Iterator[Instance]:
        seen: set[str] = set()
        for name, _ in m.projects():
            for path, one in m.sides(name):
                for below, found in factors(one):
                    where = f"{path}.{below}"
                    if where not in seen and lacks(one, found):
                        seen.add(where)
                        yield where, {"project": m.named(name), "factor": Told(found.number, Unit.NUMBER)}

    return look


def _no_decline(m: Material) -> Iterator[Instance]:
    for name, terms in m.projects():
        sides = [one for _, one in m.sides(name)]
        if sides and _method(terms) in _OF_THE_GRID and not any(one.factor_decline.number for one in sides):
            told = {"project": m.named(name), "years": Told(terms.lifetime_years.number, Unit.YEARS)}
            yield f"green.projects.{name}.ghg", told


def _no_range(m: Material) -> Iterator[Instance]:
    for name, terms in m.projects():
        sides = [one for _, one in m.sides(name)]
        if sides and _method(terms) in _OF_THE_GRID and not any(one.ranged for one in sides):
            yield f"green.projects.{name}.ghg", {"project": m.named(name)}


def _method(terms: EligibleProject) -> str | None:
    return terms.ghg.method if terms.ghg is not None else None


def _runs_vehicles(terms: EligibleProject) -> bool:
    """Whether emissions are those of running transport; what only saves electricity says so by its method."""
    return terms.category == "clean_transport" and _method(terms) != "consumption_factor"


def _grid_left_out(m: Material) -> Iterator[Instance]:
    for name, terms in m.projects():
        item = m.emitted(name)
        if not _runs_vehicles(terms) or terms.ghg is None or item is None:
            continue
        running = item.with_project
        if running is None or not any(figure.number for _, figure in factors(running)) or not running.quantity.number:
            yield f"emissions.{terms.ghg.emissions}.with_project", {"project": m.named(name)}


def _saves_little(m: Material) -> Iterator[Instance]:
    for name, terms in m.projects():
        avoided, without = (m.value(f"{name}.{line}") for line in ("ghg_lifetime", "ghg_without_lifetime"))
        if _runs_vehicles(terms) and avoided is not None and without and 0 <= avoided < _LITTLE * without:
            told = {"project": m.named(name), "share": Told(avoided / without, Unit.SHARE, apart_from=0.0)}
            yield f"green.projects.{name}.ghg", told


def _no_construction(m: Material) -> Iterator[Instance]:
    for name, terms in m.projects():
        item = m.emitted(name)
        if terms.ghg is not None and item is not None and not item.construction_tonnes.provenance.stated:
            yield f"emissions.{terms.ghg.emissions}.construction_tonnes", {"project": m.named(name)}


def _construction_of_nothing(m: Material) -> Iterator[Instance]:
    """A 0 that is stated, and nothing that says why: as good as leaving it out."""
    for name, terms in m.projects():
        item = m.emitted(name)
        if terms.ghg is None or item is None or item.construction_tonnes.number:
            continue
        said = item.construction_tonnes.provenance
        if said.stated and not said.source:
            yield f"emissions.{terms.ghg.emissions}.construction_tonnes", {"project": m.named(name)}


def _energy_disagrees(m: Material) -> Iterator[Instance]:
    """Electricity of an indicator, in MWh, against the quantity that emissions are computed of, in kWh or MWh."""
    for name, terms in m.projects():
        item = m.emitted(name)
        if item is None or terms.ghg is None or terms.ghg.method not in _OF_THE_GRID:
            continue
        without, running = item.without_project, item.with_project
        used = (without.quantity.number if without else 0.0) - (running.quantity.number if running else 0.0)
        for key, one in terms.indicators.items():
            aim = _ENERGY.get(terms.kind_of(key))
            if aim is None or one.baseline is None:
                continue
            gained = (one.with_project.number - one.baseline.number) * (1 if aim == "more" else -1)
            if not any(_same(used / unit, gained) for unit in (1, 1000)):
                told = {"project": m.named(name), "gained": Told(gained, measure="MWh")}
                told["used"] = Told(used if used < 100 * abs(gained) else used / 1000, measure="MWh")
                yield f"emissions.{terms.ghg.emissions}", told


def _output_disagrees(m: Material) -> Iterator[Instance]:
    """What a plant that is the case itself is said to generate, against what the model produces and sells."""
    produced = _produced(m)
    for name, terms in m.projects():
        for key, one in terms.indicators.items():
            generates = terms.kind_of(key) == "electricity_generated" and terms.operation_from is None
            if not generates or one.baseline is None or not produced:
                continue
            best, average = max(produced), sum(produced) / len(produced)
            gained = one.with_project.number - one.baseline.number
            if not any(abs(gained - output) <= _CLOSE * output for output in (best, average)):
                told = {"gained": gained, "best": best, "average": average}
                shown = {word: Told(value, measure="MWh") for word, value in told.items()}
                yield f"green.projects.{name}.indicators.{key}", {"project": m.named(name), **shown}


def _produced(m: Material) -> list[float]:
    """Energy that the model produces in each calendar year; years in which it runs only in part are left out."""
    years: dict[int, float] = {}
    for line in m.results.graph.lines:
        if line.endswith(".energy_produced"):
            for year, energy in m.in_years(line).items():
                years[year] = years.get(year, 0.0) + energy
    best = max(years.values(), default=0.0)
    return [energy for energy in years.values() if best and energy >= _FULL * best]


def _counted_twice(m: Material) -> Iterator[Instance]:
    """One item of emissions, in full, of two projects."""
    users: dict[str, list[str]] = {}
    for name, terms in m.projects():
        if terms.ghg is not None:
            users.setdefault(terms.ghg.emissions, []).append(m.label(name))
    for item, projects in users.items():
        if len(projects) > 1:
            yield f"emissions.{item}", {"projects": Told(tuple(projects)), "item": Told(item)}


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR * max(abs(one), abs(other))


EMISSION_RULES = (
    Rule(
        "no_emissions", "evidence", "reporting", "No greenhouse gases reported",
        "%(project)s states nothing on emissions avoided, a core indicator of its category, %(category)s.",
        "State ghg, with an item under emissions.",
        _no_emissions,
    ),
    Rule(
        "no_ghg_method", "evidence", "reporting", "No method for greenhouse gases",
        "%(project)s does not say by which method emissions are computed.",
        "State ghg.method.",
        _no_method,
    ),
    Rule(
        "wrong_factor", "fault", "reporting", "The wrong kind of grid factor",
        "%(project)s, %(category)s, computes emissions by: %(method)s. That category asks for: %(right)s.",
        "Take the combined margin for generation, the consumption factor for savings.",
        _wrong_factor,
    ),
    Rule(
        "no_factor_year", "evidence", "reporting", "No factor year",
        "The emission factor of %(factor)s kg a unit, for %(project)s, names no year.",
        "State factor_year, the calendar year that the factor is of, or as_of.",
        _of_factors(lambda one, figure: one.factor_year is None and not figure.provenance.as_of),
    ),
    Rule(
        "no_factor_source", "evidence", "reporting", "No source of the factor",
        "The emission factor of %(factor)s kg a unit, for %(project)s, names no source.",
        "State source, and status: seen once it has been read there.",
        _of_factors(lambda _, figure: not figure.provenance.source),
    ),
    Rule(
        "factor_unverified", "evidence", "reporting", "An emission factor that is not verified",
        "The emission factor of %(factor)s kg a unit, for %(project)s, has not been verified in its source.",
        "Read it there, and state status: seen; or derive it, and show how.",
        _of_factors(lambda _, figure: bool(figure.provenance.source) and figure.provenance.status == "unverified"),
    ),
    Rule(
        "no_decline", "note", "reporting", "A grid that never grows cleaner",
        "%(project)s computes emissions for %(years)s at the grid factor of today.",
        "State factor_decline, or say why the factor is held.",
        _no_decline,
    ),
    Rule(
        "no_range", "note", "reporting", "A grid factor without a range",
        "%(project)s takes one grid factor; published factors of a grid differ.",
        "State factor_low and factor_high, so that impact is shown as a range.",
        _no_range,
    ),
    Rule(
        "grid_left_out", "fault", "reporting", "Transport that is said to emit nothing",
        "%(project)s counts nothing as emitted by running it. Electric vehicles emit what their grid emits.",
        "State with_project: fuel, or electricity with charging and grid losses, and its factor.",
        _grid_left_out,
    ),
    Rule(
        "saves_little", "note", "reporting", "Little is avoided on this grid",
        "%(project)s avoids %(share)s of what is emitted without it, on the grid factor stated: its benefit is mostly"
        " local air, and a grid that grows cleaner.",
        "Report local pollutants beside, and claim no more.",
        _saves_little,
    ),
    Rule(
        "no_construction", "note", "reporting", "Construction left out",
        "%(project)s states nothing on what its construction emits.",
        "State construction_tonnes; 0 with a source that shows it.",
        _no_construction,
    ),
    Rule(
        "construction_of_nothing", "note", "reporting", "Construction that is said to emit nothing",
        "%(project)s states 0 t for what its construction emits, and no source shows it.",
        "State what building it and its materials emit, or the source of the 0.",
        _construction_of_nothing,
    ),
    Rule(
        "emissions_counted_twice", "fault", "reporting", "Emissions counted twice",
        "%(projects)s each report all that %(item)s avoids.",
        "Give each project an item of its own, with its part of the quantity.",
        _counted_twice,
    ),
    Rule(
        "energy_disagrees", "fault", "reporting", "Energy that disagrees",
        "%(project)s reports %(gained)s a year as its indicator; its emissions are computed of %(used)s.",
        "State the same energy in both.",
        _energy_disagrees,
    ),
    Rule(
        "output_disagrees", "fault", "reporting", "Generation that disagrees with the model",
        "%(project)s reports %(gained)s a year; the model's plant produces %(best)s in its best year, %(average)s on"
        " average.",
        "Report what the model sells, of one year or on average.",
        _output_disagrees,
    ),
)  # fmt: skip
