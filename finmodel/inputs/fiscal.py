"""Fiscal: the budget that pays, its limits, who controls the service and bears its risks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency
from finmodel.inputs.fact import Fact
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.households import Households
from finmodel.inputs.risks import contracting_parties, parties_of
from finmodel.inputs.trouble import unknown
from finmodel.units import Unit

__all__ = ["Fiscal", "state_parties"]

Bearer = Literal["private", "public"]

_IPSAS = "IPSAS 32, service concession arrangements: grantor"
_GFS = "Statistical treatment of PPPs (ESA, GFS): construction risk, and availability or demand risk"


class Fiscal(Block):
    """The heading ``fiscal``; without it nothing is computed."""

    parties: list[str] = word(
        "Parties that are the State", default=[],
        note="If not stated: the authority, the State budget, and whoever makes a payment under a PPP.",
    )  # fmt: skip
    budget: Figure | None = figure("Budget that pays", Unit.MONEY_PER_YEAR, series=True, default=None, minimum=0.001)
    budget_growth: Figure = figure("Growth of the budget", Unit.RATE, default=0.0, minimum=-0.5, maximum=2)
    gdp: Figure | None = figure("Gross domestic product", Unit.MONEY_PER_YEAR, series=True, default=None, minimum=0.001)
    gdp_growth: Figure = figure("Growth of gross domestic product", Unit.RATE, default=0.0, minimum=-0.5, maximum=2)
    ppp_limit: Figure | None = figure(
        "Limit of PPP obligations", Unit.MONEY_PER_YEAR, series=True, default=None, minimum=0
    )
    ppp_limit_share: Figure | None = figure(
        "Limit of PPP obligations, share of the budget", Unit.SHARE, series=True, default=None, minimum=0, maximum=1
    )
    ppp_committed: Figure = figure(
        "PPP obligations accepted before", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0
    )
    affordability_limit: Figure | None = figure(
        "Highest share of the budget for PPPs", Unit.SHARE, series=True, default=None, minimum=0, maximum=1
    )
    payment_ceiling: Figure | None = figure(
        "Highest present value of what the State pays", Unit.MONEY, default=None, minimum=0
    )
    fiscal_discount_rate: Figure | None = figure(
        "Discount rate of the budget", Unit.RATE, default=None, minimum=-0.05, maximum=2
    )
    households: Households | None = word("Households", default=None)
    controls_service: bool | None = word(
        "The State controls which service is given, to whom, at what price", default=None
    )
    controls_residual: bool | None = word("The State controls what is left of the asset at the end", default=None)
    construction_risk: Bearer | None = word("Who bears the risk of construction", default=None)
    availability_risk: Bearer | None = word("Who bears the risk of availability", default=None)
    demand_risk: Bearer | None = word("Who bears the risk of demand", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Parties nobody knows, growth beside a table by year, limits without what they are a share of."""
        known = tuple(party for party in parties_of(case) if party != "company")
        for place, party in enumerate(self.parties):
            if party not in known:
                yield (("parties", place), *unknown(party, known))
        for name in ("budget", "gdp"):
            stated, growth = getattr(self, name), getattr(self, f"{name}_growth")
            if stated is not None and stated.by_year and growth.number:
                what = f"{name} is given by year, growth included"
                yield (f"{name}_growth",), what, f"take it out, or give {name} as one number"
        yield from self._limits()

    def _limits(self) -> Iterable[Inconsistency]:
        if self.ppp_limit is not None and self.ppp_limit_share is not None:
            yield ("ppp_limit_share",), "stands beside ppp_limit", "keep one of the two"
        for name in ("ppp_limit_share", "affordability_limit"):
            if getattr(self, name) is not None and self.budget is None:
                yield (name,), "is a share of a budget that is not stated", "state fiscal.budget"
        if self.payment_ceiling is not None and self.fiscal_discount_rate is None:
            yield ("payment_ceiling",), "is a present value without a rate", "state fiscal.fiscal_discount_rate"

    def classification(self, *, users_pay: bool, state_pays: bool) -> tuple[Fact, ...]:
        """Where the asset stands by accounting and by statistics, as far as the case says who controls and bears what.

        ``users_pay`` and ``state_pays`` say who pays the company, which decides the model of the liability.
        """
        return (*self._accounting(users_pay=users_pay, state_pays=state_pays), *self._statistics())

    def _accounting(self, *, users_pay: bool, state_pays: bool) -> Iterable[Fact]:
        if self.controls_service is None or self.controls_residual is None:
            return
        if not (self.controls_service and self.controls_residual):
            text = "The asset is not on the State's balance sheet: it does not control both service and residual value."
        elif state_pays and users_pay:
            text = "The asset is on the State's balance sheet, against a financial liability and a grant of right."
        elif state_pays:
            text = "The asset is on the State's balance sheet, against a financial liability."
        else:
            text = "The asset is on the State's balance sheet, against a grant of right."
        yield Fact("Accounting of the State", text, _IPSAS, status="derived")

    def _statistics(self) -> Iterable[Fact]:
        operating = (self.availability_risk, self.demand_risk)
        if self.construction_risk is None or operating == (None, None):
            return
        if self.construction_risk == "private" and "private" in operating:
            text = "Off the State's balance sheet: construction and availability or demand are private risks."
        else:
            text = "On the State's balance sheet: it bears construction, or both availability and demand."
        yield Fact("Statistics of public debt", text, _GFS, status="derived")


def state_parties(case: Any) -> tuple[str, ...]:
    """The parties that are the State, as a case states them or as they follow from who pays under a PPP.

    A grantor may be a donor, whose money is no commitment of the State: a case names those that are the State.
    """
    if case.fiscal is not None and case.fiscal.parties:
        return tuple(dict.fromkeys(case.fiscal.parties))
    return tuple(party for party in contracting_parties(case) if party != "users")
