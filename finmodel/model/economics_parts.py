"""Which sections the economic appraisal of a case is made of, and the emissions and carbon prices it may share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from finmodel.expr.section import Part, Section
from finmodel.inputs.benefits import Benefit, EmissionsAvoided
from finmodel.inputs.case import Case
from finmodel.inputs.economics import COST_HEADINGS, Conversion, Economics
from finmodel.inputs.text import in_words, label_of
from finmodel.model.economics.accidents import accidents
from finmodel.model.economics.appraisal import appraisal, economic_flows, economic_result
from finmodel.model.economics.benefit import benefit
from finmodel.model.economics.carbon_price import carbon_price
from finmodel.model.economics.constant_prices import constant_prices
from finmodel.model.economics.consumer_surplus import consumer_surplus
from finmodel.model.economics.conversion import by_shares, conversion
from finmodel.model.economics.cost_savings import cost_savings
from finmodel.model.economics.emissions_avoided import emissions_avoided
from finmodel.model.economics.given_factor import given_factor
from finmodel.model.economics.local_air import local_air
from finmodel.model.economics.other_benefit import other_benefit
from finmodel.model.economics.rate_by_dates import rate_by_dates
from finmodel.model.economics.rate_by_periods import rate_by_periods
from finmodel.model.economics.service import service
from finmodel.model.economics.time_saved import time_saved
from finmodel.model.economics.transfer import transfer
from finmodel.model.economics.transfers import transfers
from finmodel.model.economics.who_benefits import who_benefits
from finmodel.model.emission_parts import emission_parts
from finmodel.model.tax.sez_category import THOUSANDS

__all__ = ["economics_parts"]

_BENEFITS: Mapping[str, Section] = {
    "time_saved": time_saved,
    "accidents": accidents,
    "emissions": emissions_avoided,
    "local_air": local_air,
    "cost_savings": cost_savings,
    "consumer_surplus": consumer_surplus,
    "other": other_benefit,
}
_INTERNAL_RATE = {"dates": rate_by_dates, "periods": rate_by_periods}
_RATES = (
    ("appraisal_lower", "lower_social_rate", "At the lower rate"),
    ("appraisal", "social_discount_rate", "At the social discount rate"),
    ("appraisal_higher", "higher_social_rate", "At the higher rate"),
)
_TRANSFERS = (
    ("economic_payments", "Payments to parties to the deal", "transferred_costs"),
    ("economic_guarantors", "Payments of guarantors of revenue", "transferred_revenue"),
    ("economic_tax", "Tax", "tax_paid"),
    ("economic_vat", "VAT, net", "transferred_vat"),
    ("economic_grants", "Grants", "transferred_grants"),
)
_OWNER, _OWNER_LABEL = "owner_of_assets", "Owner of assets"
"""To whom the residual value falls."""


def economics_parts(case: Case) -> Iterable[Part]:
    """Emissions and carbon prices wherever a case states them; the appraisal under the heading ``economics``."""
    if case.emissions or case.economics:
        yield service.part()
    yield from _carbon_prices(case)
    yield from emission_parts(case.emissions)
    stated = case.economics
    if stated is None:
        return
    level = f"{stated.price_index}.index_level" if stated.price_index else "unindexed"
    yield constant_prices.part(links={"deflator": level})
    yield from _costs(case, stated.conversion)
    yield from _revenue(case, stated.conversion)
    yield from _transfers(case)
    for name, one in stated.benefits.items():
        roles = {"beneficiary": one.beneficiary}
        yield benefit.instance(name, _BENEFITS[one.type], label=label_of(name, one), roles=roles, links=_links(one))
    yield economic_flows.part()
    for name, rate, label in _RATES:
        yield appraisal.instance(name, label=label, roles={"column": name}, links={"column_rate": rate})
    yield economic_result.part(_INTERNAL_RATE[case.valuation.convention])
    for group in _groups(case, stated):
        label = _OWNER_LABEL if group == _OWNER else in_words(group)
        yield who_benefits.instance(f"benefits_of_{group}", label=label)


def _carbon_prices(case: Case) -> Iterable[Part]:
    thousands = THOUSANDS[case.project.money]
    for name, stated in case.carbon_prices.items():
        links = {"exchange": f"{stated.currency}.spot"} if stated.currency else {}
        yield carbon_price(stated.points, thousands).instance(name, label=label_of(name, stated), links=links)


def _costs(case: Case, stated: Conversion) -> Iterable[Part]:
    for heading in COST_HEADINGS:
        for name, item in getattr(case, heading).items():
            if name in stated.factors:
                factor, links = given_factor, {"stated_factor": f"conversion_factors_{name}"}
            else:
                found = [key for key, shares in stated.shares.items() if name in shares]
                factor, links = by_shares, {key.removesuffix("s"): f"conversion_{key}_{name}" for key in found}
            yield _converted(name, label_of(name, item), f"{name}.cost", factor, heading, side="cost", links=links)


def _revenue(case: Case, stated: Conversion) -> Iterable[Part]:
    """What is paid for the service: a transfer, unless a factor says that it is a benefit by itself."""
    for name, item in case.revenue.items():
        label, flow = label_of(name, item), f"{name}.revenue"
        if name not in stated.factors:
            yield _converted(name, label, flow, transfer, "revenue")
        else:
            links, sides = {"stated_factor": f"conversion_factors_{name}"}, {"side": "benefit", "group": item.payer}
            yield _converted(name, label, flow, given_factor, "revenue", links=links, **sides)


def _transfers(case: Case) -> Iterable[Part]:
    """What is beside the items of the case: other costs, payments between parties, taxes and grants."""
    costs = [f"{name}.cost" for heading in COST_HEADINGS for name in getattr(case, heading)]
    yield transfers(costs, [f"{name}.revenue" for name in case.revenue]).part()
    yield _converted("economic_other", "Other costs", "other_costs", by_shares, "other", side="cost")
    for name, label, flow in _TRANSFERS:
        yield _converted(name, label, flow, transfer, "transfers")


def _converted(
    name: str,
    label: str,
    flow: str,
    factor: Section,
    heading: str,
    *,
    side: str = "transfer",
    group: str = "none",
    links: Mapping[str, str] | None = None,
) -> Part:
    roles = {"side": side, "beneficiary": group, "heading": heading}
    return conversion.instance(name, factor, label=label, roles=roles, links={"financial_flow": flow, **(links or {})})


def _links(stated: Benefit) -> Mapping[str, str]:
    if not isinstance(stated, EmissionsAvoided):
        return {}
    return {
        "tonnes_avoided": f"{stated.avoided}.avoided",
        "tonnes_of_construction": f"{stated.avoided}.construction_emissions",
        "tonne_price": f"{stated.carbon_price}.price",
    }


def _groups(case: Case, stated: Economics) -> Iterable[str]:
    """Who benefits, in the order of the benefits; the owner last, for the residual value."""
    paying = (item.payer for name, item in case.revenue.items() if name in stated.conversion.factors)
    return dict.fromkeys((*(one.beneficiary for one in stated.benefits.values()), *paying, _OWNER))
