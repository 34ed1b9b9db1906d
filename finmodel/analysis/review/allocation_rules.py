"""Rules on the use and management of proceeds: too much, twice, too old, too late, nowhere kept, not yet made."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.analysis.review.material import Material
from finmodel.analysis.review.rule import Instance, Rule
from finmodel.review import Told
from finmodel.units import Unit

__all__ = ["ALLOCATION_RULES"]

_NOTHING = 1e-6


def _over_allocation(m: Material) -> Iterator[Instance]:
    for name in m.instruments:
        excess = m.of_proceeds(name, "overdrawn") or 0.0
        if m.of_proceeds(name, "above_proceeds"):
            told = {"instrument": m.instrument_named(name), "excess": m.money(excess, apart_from=0.0)}
            told["proceeds"] = m.money(m.of_proceeds(name, "proceeds_total") or 0.0)
            yield "green.allocations", told


def _beyond_eligible(m: Material) -> Iterator[Instance]:
    for name, _ in m.projects():
        if m.value(f"{name}.above_eligible"):
            yield f"green.projects.{name}", _against_eligible(m, name)


def _double_counting(m: Material) -> Iterator[Instance]:
    for name, terms in m.projects():
        if m.value(f"{name}.counted_twice"):
            payers = tuple(m.instrument_label(one.instrument) for one in m.pairs if one.project == name)
            elsewhere = m.money(terms.allocated_elsewhere.number)
            told = _against_eligible(m, name) | {"instruments": Told(payers), "elsewhere": elsewhere}
            yield f"green.projects.{name}", told


def _against_eligible(m: Material, name: str) -> dict[str, Told]:
    allocated, left = (m.value(f"{name}.{line}") or 0.0 for line in ("allocated_in_all", "eligible_left"))
    amounts = {"allocated": allocated, "eligible": left, "excess": allocated - left}
    beside = {"allocated": left, "eligible": allocated, "excess": 0.0}
    told = {key: m.money(value, apart_from=beside[key]) for key, value in amounts.items()}
    return {"project": m.named(name), **told}


def _look_back_exceeded(m: Material) -> Iterator[Instance]:
    limit = m.green.management.look_back_months
    for paid in m.pairs:
        if limit is not None and _refinances(m, paid.project) and m.value(f"{paid.instance}.look_back_exceeded"):
            told = {"project": m.named(paid.project), "instrument": m.instrument_named(paid.instrument)}
            months = m.value(f"{paid.instance}.months_looked_back") or 0.0
            told["months"] = Told(months, Unit.MONTHS, apart_from=limit.number)
            yield f"green.projects.{paid.project}.spent_from", told | {"limit": Told(limit.number, Unit.MONTHS)}


def _spent_after_issue(m: Material) -> Iterator[Instance]:
    for paid in m.pairs:
        if m.value(f"{paid.instance}.spent_after_issue"):
            told = {"project": m.named(paid.project), "instrument": m.instrument_named(paid.instrument)}
            told["spent"] = Told(m.figure(f"{paid.project}.spent_from"), Unit.DATE)
            told["issued"] = Told(m.of_proceeds(paid.instrument, "proceeds_from") or 0.0, Unit.DATE)
            yield f"green.projects.{paid.project}.spent_from", told


def _no_look_back(m: Material) -> Iterator[Instance]:
    refinanced = tuple(m.label(name) for name, _ in m.projects() if _refinances(m, name))
    if m.green.management.look_back_months is None and refinanced:
        yield "green.management.look_back_months", {"projects": Told(refinanced)}


def _refinances(m: Material, project: str) -> bool:
    return m.green.projects[project].refinanced_share.number > 0


def _late(m: Material) -> Iterator[Instance]:
    for name in m.instruments:
        late, by = m.of_proceeds(name, "late") or 0.0, m.of_proceeds(name, "allocate_by")
        if late > _NOTHING and by is not None:
            told = {
                "instrument": m.instrument_named(name),
                "late": m.money(late, apart_from=0.0),
                "day": Told(by, Unit.DATE),
            }
            yield "green.management.allocation_months", told


def _waits_after_maturity(m: Material) -> Iterator[Instance]:
    for name in m.instruments:
        waits = m.of_proceeds(name, "matured_unallocated") or 0.0
        if waits > _NOTHING:
            told = {"instrument": m.instrument_named(name), "waits": m.money(waits, apart_from=0.0)}
            yield f"bonds.{name}.maturity_date", told | {"day": Told(m.figure(f"{name}.maturity_date"), Unit.DATE)}


def _not_placed(m: Material) -> Iterator[Instance]:
    if m.green.management.placements:
        return
    for name in m.instruments:
        waiting = _waiting(m, name)
        if waiting:
            year, most = max(waiting.items(), key=lambda item: item[1])
            told = {"instrument": m.instrument_named(name), "most": m.money(most, apart_from=0.0)}
            yield "green.management.placements", told | {"year": Told(float(year), Unit.CALENDAR_YEAR)}


def _waiting(m: Material, instrument: str) -> dict[int, float]:
    found = m.at_year_ends(f"proceeds_of_{instrument}.unallocated")
    return {year: value for year, value in found.items() if value > _NOTHING}


def _never_allocated(m: Material) -> Iterator[Instance]:
    for name in m.instruments:
        share = m.of_proceeds(name, "allocated_share")
        if share is not None and share < 1 - _NOTHING:
            told = {"instrument": m.instrument_named(name), "share": Told(1 - share, Unit.SHARE, apart_from=0.0)}
            yield "green.allocations", told


def _planned_not_made(m: Material) -> Iterator[Instance]:
    for name, one in m.green.allocations.items():
        if m.year is not None and one.state == "planned" and one.year.number <= m.year:
            told = {"project": m.named(one.project), "year": Told(one.year.number, Unit.CALENDAR_YEAR)}
            yield f"green.allocations.{name}.state", told


def _no_money(m: Material) -> Iterator[Instance]:
    paid = {one.project for one in m.pairs}
    for name, _ in m.projects():
        if name not in paid:
            yield f"green.projects.{name}", {"project": m.named(name)}


def _cost_disagrees(m: Material) -> Iterator[Instance]:
    """A project without an operation of its own is the case itself: its cost is what the model has to fund."""
    uses = m.value("total_uses")
    for name, terms in m.projects():
        if terms.operation_from is None and uses and terms.total_cost.number > uses * 1.01:
            told = {"project": m.named(name), "cost": m.money(terms.total_cost.number), "uses": m.money(uses)}
            yield f"green.projects.{name}.total_cost", told


ALLOCATION_RULES = (
    Rule(
        "over_allocation", "fault", "management", "Over-allocation",
        "At the end of a period %(excess)s more is allocated than %(instrument)s has brought; it brings %(proceeds)s in"
        " all.",
        "Allocate less, or later.",
        _over_allocation,
    ),
    Rule(
        "allocated_beyond_eligible_cost", "fault", "use_of_proceeds", "Allocation beyond the eligible cost",
        "To %(project)s %(allocated)s are allocated; %(eligible)s of its cost are eligible and not allocated elsewhere:"
        " %(excess)s too much.",
        "Allocate less, or show the eligible cost that is missing.",
        _beyond_eligible,
    ),
    Rule(
        "double_counting", "fault", "use_of_proceeds", "Double counting",
        "%(instruments)s together allocate %(allocated)s to %(project)s, of which %(eligible)s are eligible;"
        " instruments outside the case have %(elsewhere)s. So %(excess)s of its cost count twice.",
        "Let each instrument allocate no more than the others leave.",
        _double_counting,
    ),
    Rule(
        "look_back_exceeded", "fault", "use_of_proceeds", "Look-back exceeded",
        "%(instrument)s refinances spending on %(project)s that began %(months)s before the issue; the framework looks"
        " back %(limit)s.",
        "Leave the older spending out of what is refinanced.",
        _look_back_exceeded,
    ),
    Rule(
        "spent_after_issue", "fault", "use_of_proceeds", "Refinancing of what is spent after the issue",
        "%(project)s: what %(instrument)s is said to refinance is spent from %(spent)s on; its proceeds come from"
        " %(issued)s.",
        "State the first day of earlier spending; or count it as new: take out refinanced_share and spent_from.",
        _spent_after_issue,
    ),
    Rule(
        "look_back_not_stated", "evidence", "use_of_proceeds", "Refinancing without a look-back",
        "%(projects)s: earlier spending is refinanced, but the framework does not say how old it may be.",
        "State management.look_back_months, as the framework has it.",
        _no_look_back,
    ),
    Rule(
        "not_allocated_in_time", "fault", "management", "Not allocated in time",
        "Of %(instrument)s, %(late)s still wait at the end of the year in which all should be allocated, by %(day)s.",
        "Bring allocations forward, or correct the time that the framework allows.",
        _late,
    ),
    Rule(
        "waits_after_maturity", "fault", "management", "Money of a bond that has matured",
        "%(instrument)s matures on %(day)s, and %(waits)s of what it brought still wait, while other bonds are owed.",
        "Allocate it before, or say that it redeems the bond.",
        _waits_after_maturity,
    ),
    Rule(
        "no_placement", "evidence", "management", "No placement of what waits",
        "Of %(instrument)s up to %(most)s wait at the end of a year (%(year)s), and nothing says where they are held.",
        "State management.placements.",
        _not_placed,
    ),
    Rule(
        "never_allocated", "note", "management", "Proceeds without a project",
        "%(share)s of the proceeds of %(instrument)s are allocated to no project.",
        "Name the projects, or say that they are still to be chosen.",
        _never_allocated,
    ),
    Rule(
        "planned_not_made", "evidence", "management", "An allocation of the past that is only planned",
        "The allocation to %(project)s in %(year)s is planned, though that year is reported on.",
        "State whether it was made: state: made.",
        _planned_not_made,
    ),
    Rule(
        "project_without_money", "note", "use_of_proceeds", "A project without an allocation",
        "%(project)s is listed as eligible, and no instrument allocates anything to it.",
        "Allocate to it, or say that it is held in reserve.",
        _no_money,
    ),
    Rule(
        "cost_disagrees", "fault", "use_of_proceeds", "Cost that disagrees with the model",
        "The cost of %(project)s is stated as %(cost)s; the model funds %(uses)s in all.",
        "State the cost that the deal has: impact is pro-rated by it.",
        _cost_disagrees,
    ),
)  # fmt: skip
