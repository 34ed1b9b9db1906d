"""Every word of a case that chooses a definition and reaches the reader is explained."""

import typing

from finmodel.inputs.bond_terms import FixedCoupon, FloatingCoupon, InflationLinkedCoupon, Redemption
from finmodel.inputs.bonds import IssuedBond
from finmodel.inputs.declarations import declarations
from finmodel.inputs.facilities import Repayment
from finmodel.inputs.facility import Facility
from finmodel.inputs.issuance_terms import IssuanceTerms
from finmodel.outputs.term_sheet.definitions import DEFINITIONS


def test_every_type_of_facility_and_every_profile_has_its_words() -> None:
    union, *_ = typing.get_args(Facility)
    types = {word for kind in typing.get_args(union) for word in typing.get_args(kind.model_fields["type"].annotation)}
    profiles = typing.get_args(Repayment.model_fields["profile"].annotation)
    wanted = {*(f"type {word}" for word in types), *(f"profile {word}" for word in profiles)}
    assert wanted <= set(DEFINITIONS)


def test_every_choice_of_bonds_and_of_the_issuer_has_its_words() -> None:
    blocks = (IssuanceTerms, IssuedBond, FixedCoupon, FloatingCoupon, InflationLinkedCoupon, Redemption)
    wanted = {
        f"{name} {word}" for block in blocks for name, found in declarations(block).items() for word in found.words
    }
    plain = {f"period {word}" for word in ("month", "quarter", "half_year", "year")}
    assert wanted - plain <= set(DEFINITIONS)
