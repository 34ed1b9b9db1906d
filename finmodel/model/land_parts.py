"""Which sections land value capture is made of: its instruments, what all capture, and the fund with its bond."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part
from finmodel.inputs.case import Case
from finmodel.inputs.grant_terms import ConstructionGrant
from finmodel.inputs.land import Land
from finmodel.inputs.land_fund import LandFund
from finmodel.inputs.pool import COMMON
from finmodel.inputs.text import label_of
from finmodel.model.land.betterment_levy import betterment_levy, by_instalments
from finmodel.model.land.captures import captures, uplift_captured
from finmodel.model.land.development_rights import development_rights
from finmodel.model.land.fund import fund, fund_balance, paid_for_the_project, passed_on
from finmodel.model.land.fund_bond import fund_bond
from finmodel.model.land.joint_development import joint_development
from finmodel.model.land.market import land_market
from finmodel.model.land.phase import after_completion, by_calendar
from finmodel.model.land.tax_increment import increment_bond, tax_increment
from finmodel.model.land.uplift import uplift, uplift_band

__all__ = ["land_account_parts", "land_parts"]


def land_parts(case: Case) -> Iterable[Part]:
    """Nothing, unless the case has the heading ``land``."""
    land = case.land
    if land is None:
        return
    yield from _uplift(land)
    yield from _tax_increment(land, "relief_flag" if case.tax.regime == "sez" else "nothing")
    yield from _agreed(land)
    if land.fund is not None:
        yield from _passed_on(case, land.fund)


def land_account_parts(case: Case) -> Iterable[Part]:
    """What all instruments capture, and the account of the fund: beside the deal, and read after it."""
    land = case.land
    if land is None:
        return
    yield captures.part(*([uplift_captured] if land.uplift else []))
    if land.fund is not None:
        yield _fund(case, land.fund)


def _uplift(land: Land) -> Iterable[Part]:
    for name, terms in land.uplift.items():
        yield uplift.instance(name, land_market, label=label_of(name, terms))
        links = {
            "land_level": f"{name}.market_level",
            "anticipated_before": f"{name}.anticipated",
            "displaced_share": f"{name}.displacement",
        }
        for key, band in terms.bands.items():
            profile = band.phase_after_completion
            reached = by_calendar if profile is None else after_completion(len(profile.numbers))
            label = label_of(key, band)
            yield uplift_band.instance(f"{name}_{key}", reached, label=label, roles={"instrument": name}, links=links)


def _tax_increment(land: Land, relief: str) -> Iterable[Part]:
    for name, terms in land.tax_increment.items():
        bond = [] if terms.bond_rate is None else [increment_bond]
        yield tax_increment.instance(name, *bond, label=label_of(name, terms), links={"zone_relief": relief})


def _agreed(land: Land) -> Iterable[Part]:
    """What is agreed with owners and developers: rights sold, levies, plots developed together."""
    for name, rights in land.development_rights.items():
        yield development_rights.instance(name, label=label_of(name, rights))
    for name, levy in land.betterment_levy.items():
        later = levy.instalment_years is not None
        links = {"levy_due": f"{name}.instalment" if later else f"{name}.levy"}
        sections = [land_market, *([by_instalments] if later else [])]
        yield betterment_levy.instance(name, *sections, label=label_of(name, levy), links=links)
    for name, plot in land.joint_development.items():
        yield joint_development.instance(name, land_market, label=label_of(name, plot))


def _passed_on(case: Case, terms: LandFund) -> Iterable[Part]:
    for name in terms.takes_in:
        yield passed_on.instance(
            f"{name}_to_fund",
            label=label_of(name, case.revenue[name]),
            roles={"holder": terms.holder, "member": case.revenue[name].member or COMMON},
            links={
                "passed_share": f"fund_takes_in_{name}",
                "stream_revenue": f"{name}.revenue",
                "stream_receivable": f"{name}.receivable",
                "stream_received": f"{name}.received",
            },
        )


def _fund(case: Case, terms: LandFund) -> Part:
    paid = terms.paid_instances(case)
    received = [f"{instance}.received" for instance in paid]
    returned = [f"{instance}.returned" for instance, name in paid.items() if _comes_back(case, name)]
    bond = [] if terms.bond is None else [fund_bond]
    return fund.part(paid_for_the_project(received, returned), *bond, fund_balance)


def _comes_back(case: Case, name: str) -> bool:
    """Whether what is not used of it is returned: a grant on milestones is held in an account until it is."""
    grant = case.grants.get(name)
    return isinstance(grant, ConstructionGrant) and grant.drawn == "on_milestone"
