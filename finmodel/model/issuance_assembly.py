"""Assembly of an issuance: its bonds, the issuer's account, cover and checks, put together into one graph."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.graph import build
from finmodel.expr.section import Part, Section
from finmodel.inputs.flatten import flatten
from finmodel.inputs.issuance import Issuance
from finmodel.inputs.text import label_of
from finmodel.model.assembly import Model, by_year_part
from finmodel.model.bond_parts import at_issue, bond_parts
from finmodel.model.economics.carbon_price import carbon_price
from finmodel.model.green_parts import green_parts
from finmodel.model.issuance.account import account
from finmodel.model.issuance.climate_value import climate_present_value, climate_value, social_discounting
from finmodel.model.issuance.cover import cover, cover_limit, debt_limit, service_by_day, service_limit
from finmodel.model.issuance.issuance_integrity import issuance_integrity
from finmodel.model.issuance.labelled_spending import labelled_spending
from finmodel.model.issuance.price_yield import price_yield
from finmodel.model.issuance.pricing_totals import pricing_totals
from finmodel.model.issuance.spending_at_once import spending_at_once
from finmodel.model.issuance.timeline import issue_time, timeline
from finmodel.model.parties import matrix
from finmodel.model.tax.sez_category import THOUSANDS

__all__ = ["assemble_issuance"]

_SOURCES = {
    "project": "project_revenue",
    "municipal": "local_budget",
    "portfolio": "portfolio",
    "corporate": "issuer_operations",
}
"""Who serves the bonds, as a party, by the kind of issuer."""

_LIMITS = {
    "highest_service_to_revenue": service_limit,
    "highest_debt_to_revenue": debt_limit,
    "lowest_cover": cover_limit,
}


_PRICED = ("yield_to_maturity", "years_to_payment", "payment", "accrued")
"""What prices at other yields read of the valuation of a bond at issue."""


def assemble_issuance(case: Issuance) -> Model:
    """The model of an issuance."""
    grid = case.grid()
    flat = flatten(case, grid)
    parts = [timeline.part(issue_time), *bond_parts(case), _account(case), *_prices(case), *_cover(case)]
    beside = [*green_parts(case, parts, operates=False), *_climate(case)]
    parts = [by_year_part(flat.by_year), *parts, *matrix(parts), *beside, issuance_integrity.part()]
    return Model(build(parts, flat.table.variables), flat.table, grid.periods, grid.period_months)


def _prices(case: Issuance) -> Iterable[Part]:
    """What every bond is worth at other yields, and the means of all bonds."""
    for name, terms in case.bonds.items():
        links = {line: f"{at_issue(name)}.{line}" for line in _PRICED}
        compounding = "coupons_a_year" if terms.compounding_a_year is None else "compounding_a_year"
        links["compounding"] = f"{name}.{compounding}"
        yield price_yield.instance(f"{name}_at_other_yields", label=label_of(name, terms), links=links)
    yield pricing_totals({name: at_issue(name) for name in case.bonds}).part()


def _account(case: Issuance) -> Part:
    roles = {
        "account_bank": case.issuance.account_bank,
        "projects": case.issuance.payee,
        "source_of_service": _SOURCES[case.issuance.issuer],
    }
    return account.part(_spending(case), roles=roles)


def _spending(case: Issuance) -> Section:
    """Without allocations nothing says when proceeds are spent: they are paid out at once."""
    return labelled_spending if case.green is not None and case.green.allocations else spending_at_once


def _climate(case: Issuance) -> Iterable[Part]:
    """Every price of carbon, with what the emissions avoided are worth at it."""
    sections = [climate_value]
    if case.issuance.social_discount_rate is not None and case.carbon_prices:
        yield social_discounting.part()
        sections.append(climate_present_value)
    for name, stated in case.carbon_prices.items():
        links = {"exchange": f"{stated.currency}.spot"} if stated.currency else {}
        price = carbon_price(stated.points, THOUSANDS[case.project.money])
        yield price.instance(name, *sections, label=label_of(name, stated), links=links)


def _cover(case: Issuance) -> Iterable[Part]:
    """What the issuer earns and owes, and the limits that are stated."""
    if case.issuer is not None:
        yield cover.part(
            service_by_day(list(case.bonds)),
            *(_LIMITS[name] for name in _LIMITS if getattr(case.issuer, name) is not None),
        )
