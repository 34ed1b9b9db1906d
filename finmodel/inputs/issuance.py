"""The issuance: bonds of one issuer against eligible projects in one file, every heading that it may have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from finmodel.inputs.block import Block, Inconsistency, InstanceName
from finmodel.inputs.bonds import IssuedBond
from finmodel.inputs.carbon_prices import CarbonPrice
from finmodel.inputs.currencies import Currency
from finmodel.inputs.curves import Curve
from finmodel.inputs.emissions import Emissions
from finmodel.inputs.figure import word
from finmodel.inputs.green import Green
from finmodel.inputs.issuance_term_sheet import IssuanceTermSheet
from finmodel.inputs.issuance_terms import IssuanceTerms
from finmodel.inputs.issuer import Issuer
from finmodel.inputs.party_names import party_name_problems
from finmodel.inputs.project import Project
from finmodel.inputs.scenarios import Scenario
from finmodel.inputs.taxonomy_evidence import TaxonomyEvidence
from finmodel.timeline import Grid

__all__ = ["ISSUANCE_HEADING", "Issuance"]

ISSUANCE_HEADING = "bonds"
"""The heading that makes a file an issuance, and no project case."""


class Issuance(Block):
    """A whole file of an issuance."""

    project: Project = word("Project")
    issuance: IssuanceTerms = word("Issuance")
    curves: dict[InstanceName, Curve] = word("Curves of yields, rates and prices", default={})
    bonds: dict[InstanceName, IssuedBond] = word("Bonds")
    issuer: Issuer | None = word("Issuer's revenue, debt and limits", default=None)
    currencies: dict[InstanceName, Currency] = word("Currencies", default={})
    carbon_prices: dict[InstanceName, CarbonPrice] = word("Carbon prices", default={})
    emissions: dict[InstanceName, Emissions] = word("Emissions", default={})
    green: Green | None = word("Green and social framework, projects, allocation, impact", default=None)
    taxonomy: dict[InstanceName, TaxonomyEvidence] = word("Evidence for taxonomies", default={})
    scenarios: dict[InstanceName, Scenario] = word("Scenarios", default={})
    term_sheet: IssuanceTermSheet = word("Words for the term sheet", default=IssuanceTermSheet())

    def grid(self) -> Grid:
        """The periods of the model: as long as the last bond runs, or longer where that is stated."""
        last = max((bond.last_month(self.issuance.issue_date) for bond in self.bonds.values()), default=0.0)
        return self.issuance.grid(last)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """No bond at all; prices of carbon where nothing that is avoided is known."""
        if not self.bonds:
            yield ("bonds",), "is empty", "add at least one bond"
        avoided = self.green is not None and any(one.ghg is not None for one in self.green.projects.values())
        if self.carbon_prices and not avoided:
            yield ("carbon_prices",), "values nothing: no project states ghg", "state ghg of a project under green"
        yield from party_name_problems(self)
