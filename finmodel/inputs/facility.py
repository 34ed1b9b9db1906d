"""The kinds of facility that a case may have, told apart by ``type``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from finmodel.inputs.facilities import ConcessionalLoan, MezzanineLoan, TermLoan, VendorLoan
from finmodel.inputs.sukuk import SukukIjara
from finmodel.inputs.thematic_facilities import (
    Bond,
    GreenBond,
    SocialBond,
    SustainabilityBond,
    SustainabilityLinkedBond,
    SustainabilityLinkedLoan,
)

__all__ = ["Facility"]

Facility = Annotated[
    TermLoan
    | ConcessionalLoan
    | MezzanineLoan
    | VendorLoan
    | Bond
    | GreenBond
    | SocialBond
    | SustainabilityBond
    | SustainabilityLinkedBond
    | SustainabilityLinkedLoan
    | SukukIjara,
    Field(discriminator="type"),
]
