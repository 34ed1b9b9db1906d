"""Value for money: what the public sector would pay to build and run the project itself, against the PPP."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["PublicRisk", "ValueForMoney"]

_SAME = 1e-9


class PublicRisk(Block):
    """One risk under ``value_for_money.risks``: what it would cost the public sector, and what is passed on of it."""

    label: Text | None = word("Name shown", default=None)
    risk: str | None = word("The risk of the register whose probability holds", default=None)
    base: Literal["capex", "opex", "lifecycle", "third_party_revenue"] = word(
        "What the impact is a share of", default="capex"
    )
    probability: Figure | None = figure(
        "Probability of each outcome", Unit.SHARE, profile=True, default=None, minimum=0, maximum=1
    )
    impact: Figure = figure(
        "Impact of each outcome", Unit.SHARE, profile=True, minimum=-1, maximum=10,
        note="Cost that is added, or revenue that is lost, as a share of the base; below 0 where it helps.",
    )  # fmt: skip
    transferred_share: Figure = figure("Share passed on to the private partner", Unit.SHARE, minimum=0, maximum=1)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """No probability or two, outcomes that do not pair, a risk the register does not have."""
        impacts = len(self.impact.numbers)
        if self.risk is not None and self.risk not in case.risks:
            yield (("risk",), *not_there(self.risk, tuple(case.risks), "risks"))
        if self.risk is not None and self.probability is not None:
            yield ("probability",), "stands beside the probability of a risk of the register", "keep one of the two"
        elif self.risk is not None and impacts != 1:
            yield ("impact",), f"lists {impacts} outcomes for one probability", "give one impact"
        elif self.risk is None and self.probability is None:
            yield ("probability",), "is missing", "state it, or name a risk of the register"
        elif self.probability is not None:
            yield from self._outcomes(self.probability.numbers, impacts)

    def _outcomes(self, probabilities: tuple[float, ...], impacts: int) -> Iterable[Inconsistency]:
        if len(probabilities) != impacts:
            what = f"{impacts} impact{'s' * (impacts != 1)} and {len(probabilities)} probabilities are given"
            yield ("impact",), what, "give as many of one as of the other"
        if sum(probabilities) > 1 + _SAME:
            yield ("probability",), f"the outcomes add to {sum(probabilities):.4g}", "make them add to 1 or less"


class ValueForMoney(Block):
    """The heading ``value_for_money``; without it nothing is computed."""

    public_discount_rate: Figure = figure(
        "Discount rate of the public sector", Unit.RATE, minimum=-0.05, maximum=2,
        note="One rate for both sides, before tax; risk stands in the flows and not in the rate.",
    )  # fmt: skip
    discount_rate_step: Figure = figure(
        "Step of the rate, for lower and higher", Unit.RATE, default=0.02, minimum=0, maximum=0.5
    )
    public_capex_factor: Figure = figure(
        "Public cost of construction, times the private", Unit.NUMBER, default=1.0, minimum=0, maximum=10
    )
    public_opex_factor: Figure = figure(
        "Public cost of operation, times the private", Unit.NUMBER, default=1.0, minimum=0, maximum=10
    )
    public_lifecycle_factor: Figure = figure(
        "Public cost of replacement, times the private", Unit.NUMBER, default=1.0, minimum=0, maximum=10
    )
    third_party_factor: Figure = figure(
        "Third-party revenue of the public sector, times the private", Unit.NUMBER, default=1.0, minimum=0, maximum=10
    )
    residual_value: Figure = figure(
        "What the public sector has at the end, and would not under the PPP", Unit.MONEY, default=0.0, minimum=0
    )
    tax_in_neutrality: Figure = figure(
        "Tax of the company counts as competitive neutrality", Unit.FLAG, default=1,
        note="If not, the tax that the company pays lowers the cost of the PPP instead.",
    )  # fmt: skip
    neutrality_costs: Figure = figure(
        "Other costs that the public sector does not pay", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0,
        note="Land tax, insurance and the like.",
    )  # fmt: skip
    public_only_costs: Figure = figure(
        "Costs that only the public sector has", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0
    )
    procurement_cost: Figure = figure("Procurement of the PPP", Unit.MONEY, default=0.0, minimum=0)
    monitoring_cost: Figure = figure("Monitoring of the PPP", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0)
    guarantee_cost: Figure = figure(
        "Expected cost of the State's guarantees", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0
    )
    risks: dict[InstanceName, PublicRisk] = word("Risks of the public sector", default={})
