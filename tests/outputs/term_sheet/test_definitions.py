"""Every word of a case that chooses a definition and reaches the reader is explained."""

import typing

from finmodel.inputs.facilities import Repayment
from finmodel.inputs.facility import Facility
from finmodel.outputs.term_sheet.definitions import DEFINITIONS


def test_every_type_of_facility_and_every_profile_has_its_words() -> None:
    union, *_ = typing.get_args(Facility)
    types = {word for kind in typing.get_args(union) for word in typing.get_args(kind.model_fields["type"].annotation)}
    profiles = typing.get_args(Repayment.model_fields["profile"].annotation)
    wanted = {*(f"type {word}" for word in types), *(f"profile {word}" for word in profiles)}
    assert wanted <= set(DEFINITIONS)
