"""The case: one deal in one file, every heading that it may have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import model_validator

from finmodel.inputs.block import Block, Inconsistency, InstanceName
from finmodel.inputs.carbon_prices import CarbonPrice
from finmodel.inputs.case_trial import with_figure
from finmodel.inputs.concessionality import Concessionality, needs_measures
from finmodel.inputs.costs import Capex, Index, Lifecycle, Opex, Vat, WorkingCapital
from finmodel.inputs.currencies import Currency
from finmodel.inputs.economics import Economics
from finmodel.inputs.emissions import Emissions
from finmodel.inputs.facility import Facility
from finmodel.inputs.figure import Figure, word
from finmodel.inputs.finance import Distributions, Funding, Reserves
from finmodel.inputs.fiscal import Fiscal
from finmodel.inputs.grants import Grant
from finmodel.inputs.green import Green
from finmodel.inputs.guarantees import Guarantee, pair_problems
from finmodel.inputs.hedges import Hedge
from finmodel.inputs.innovation_procurement import InnovationProcurement
from finmodel.inputs.land import Land
from finmodel.inputs.least_present_value import LeastPresentValue, handover_name_problems
from finmodel.inputs.names import instance_names
from finmodel.inputs.party_names import party_name_problems
from finmodel.inputs.phases import Phase
from finmodel.inputs.pool import Pool, member_problems
from finmodel.inputs.project import Project, Valuation
from finmodel.inputs.refinancing import Refinancing
from finmodel.inputs.revenue import Stream
from finmodel.inputs.revenue_guarantee import RevenueGuarantee
from finmodel.inputs.revenue_share import RevenueShare
from finmodel.inputs.risks import Risk
from finmodel.inputs.scenarios import Scenario
from finmodel.inputs.sensitivity import Sensitivity
from finmodel.inputs.tax import Tax, TaxPool
from finmodel.inputs.taxonomy_evidence import TaxonomyEvidence
from finmodel.inputs.term_sheet import TermSheet
from finmodel.inputs.termination import Termination
from finmodel.inputs.timing import Timing
from finmodel.inputs.uncertainty import Uncertainty
from finmodel.inputs.value_for_money import ValueForMoney
from finmodel.inputs.viability_gap import with_the_gap_sought
from finmodel.timeline import Grid

__all__ = ["Case"]


class Case(Block):
    """A whole case file."""

    project: Project = word("Project")
    timing: Timing = word("Timing")
    valuation: Valuation = word("Valuation", default=Valuation())
    indices: dict[InstanceName, Index] = word("Indices", default={})
    currencies: dict[InstanceName, Currency] = word("Currencies", default={})
    vat: Vat = word("VAT", default=Vat())
    capex: dict[InstanceName, Capex] = word("Capital expenditure")
    opex: dict[InstanceName, Opex] = word("Operating expenditure", default={})
    lifecycle: dict[InstanceName, Lifecycle] = word("Lifecycle replacement", default={})
    phases: dict[InstanceName, Phase] = word("Phases after completion", default={})
    working_capital: WorkingCapital = word("Working capital", default=WorkingCapital())
    revenue: dict[InstanceName, Stream] = word("Revenue")
    revenue_guarantees: dict[InstanceName, RevenueGuarantee] = word("Revenue guarantees", default={})
    revenue_shares: dict[InstanceName, RevenueShare] = word("Shares of revenue", default={})
    least_present_value: dict[InstanceName, LeastPresentValue] = word("Least present value of revenue", default={})
    land: Land | None = word("Land value capture", default=None)
    pool: Pool | None = word("Pool", default=None)
    funding: Funding = word("Funding", default=Funding())
    facilities: dict[InstanceName, Facility] = word("Facilities")
    grants: dict[InstanceName, Grant] = word("Grants", default={})
    guarantees: dict[InstanceName, Guarantee] = word("Guarantees and insurance", default={})
    concessionality: Concessionality | None = word("Concessionality", default=None)
    hedges: dict[InstanceName, Hedge] = word("Hedges", default={})
    refinancing: dict[InstanceName, Refinancing] = word("Refinancing", default={})
    reserves: Reserves = word("Reserves", default=Reserves())
    distributions: Distributions = word("Distributions", default=Distributions())
    tax_pools: dict[InstanceName, TaxPool] = word("Tax pools", default={"machinery": TaxPool()})
    tax: Tax = word("Tax")
    termination: Termination | None = word("Termination", default=None)
    fiscal: Fiscal | None = word("Fiscal commitments", default=None)
    value_for_money: ValueForMoney | None = word("Value for money", default=None)
    innovation_procurement: dict[InstanceName, InnovationProcurement] = word("Procurement of innovation", default={})
    carbon_prices: dict[InstanceName, CarbonPrice] = word("Carbon prices", default={})
    emissions: dict[InstanceName, Emissions] = word("Emissions", default={})
    economics: Economics | None = word("Economic appraisal", default=None)
    green: Green | None = word("Green and social framework, projects, allocation, impact", default=None)
    taxonomy: dict[InstanceName, TaxonomyEvidence] = word("Evidence for taxonomies", default={})
    scenarios: dict[InstanceName, Scenario] = word("Scenarios", default={})
    risks: dict[InstanceName, Risk] = word("Risks", default={})
    sensitivity: Sensitivity = word("Sensitivity", default=Sensitivity())
    uncertainty: Uncertainty | None = word("Uncertainty", default=None)
    term_sheet: TermSheet = word("Words for the term sheet", default=TermSheet())

    @model_validator(mode="before")
    @classmethod
    def _measures_what_is_concessional(cls, data: Any) -> Any:
        """A case with a concessional loan is measured, by the usual rates where it states none."""
        return data | {"concessionality": {}} if needs_measures(data) else with_the_gap_sought(data)

    def unpriced(self) -> list[str]:
        """The concessional loans that state no market price, so that their subsidy cannot be measured."""
        return [name for name, loan in self.facilities.items() if loan.measured and loan.market_rate is None]

    def grid(self) -> Grid:
        """The periods of the model."""
        days = self.working_capital
        paid = (*self.revenue.values(), *self.revenue_guarantees.values(), *self.revenue_shares.values())
        longest = max((terms.periods_to_payment for terms in paid), default=0.0)
        return self.timing.grid(max(days.receivable_days.number, days.payable_days.number), longest)

    def needed_grid(self) -> Grid:
        """The periods of the model without spare ones: those that the deal itself takes."""
        timing = with_figure(self.timing, ("spare_months",), Figure(0.0))
        needed: Case = self.model_copy(update={"timing": timing})
        return needed.grid()

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """Headings that must say something, and at most one facility that pays the remainder."""
        for heading in ("capex", "revenue", "facilities"):
            if not getattr(self, heading):
                yield (heading,), "is empty", "add at least one entry"
        remainders = [name for name, loan in self.facilities.items() if loan.sizing.remainder]
        for name in remainders[1:]:
            what = f"{remainders[0]} pays the remainder already"
            yield ("facilities", name, "sizing", "remainder"), what, "leave remainder: true with one facility"
        for name in list(self.refinancing)[1:]:
            yield ("refinancing", name), "is a second refinancing", "keep one: a deal is refinanced once"
        yield from pair_problems(self)
        yield from handover_name_problems(self, instance_names(self))
        yield from party_name_problems(self)
        yield from member_problems(self)

    def ranks(self) -> list[int]:
        """The ranks of the facilities, the one that is paid first at the start."""
        standby = self.funding.standby_facility
        return sorted({*(loan.rank for loan in self.facilities.values()), *((standby.rank,) if standby else ())})

    def sizing_order(self) -> list[str]:
        """The facilities in the order in which they are sized: by rank, then as listed, the remainder last."""
        loans = self.facilities
        return sorted(loans, key=lambda name: (loans[name].sizing.remainder, loans[name].rank))

    def replaced(self) -> dict[str, str]:
        """The facilities that are refinanced, each with the name of its new loan."""
        return {stated.facility: name for name, stated in self.refinancing.items()}

    def guaranteed(self, facility: str) -> bool:
        """Whether any guarantee covers a facility."""
        return any(facility in guarantee.covers for guarantee in self.guarantees.values())
