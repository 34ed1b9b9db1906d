"""Risks in the standard's categories and allocations; what it has no word for stands in the notes."""

from finmodel.outputs.ocds.risks import risk_allocation
from tests.outputs.ocds.deal import deal


def test_a_risk_of_one_side_has_its_allocation_and_what_the_model_finds() -> None:
    dear, _ = risk_allocation(deal())
    assert (dear["id"], dear["category"], dear["allocation"]) == ("dear", "construction", "privateParty")
    assert dear["description"] == "Dearer works. Ten per cent more"
    assert dear["notes"].startswith("Phase: whole. Probability: 30%. Loss when it happens:")
    assert "Borne by the private side as the model computes it:" in dear["notes"]
    assert dear["notes"].endswith("Mitigation: Fixed price.")


def test_a_shared_risk_is_undefined_to_the_standard_and_its_share_is_a_note() -> None:
    _, quake = risk_allocation(deal())
    assert quake["allocation"] == "undefined"
    assert quake["notes"] == "Phase: whole. Probability: 1%. Shared: 40% private."
