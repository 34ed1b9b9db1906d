"""Tables of evidence: measured against expected, factors with their sources, and claims against the model."""

import pytest

from finmodel.review import Cell
from tests.analysis.green.reported import record, table


def test_a_result_stands_beside_what_was_expected() -> None:
    found = record("measured")
    assert [found[key] for key in ("measured", "expected", "achieved", "measured_financed")] == pytest.approx(
        [760, 800, 0.95, 380]
    )
    assert (found["year"], found["verified"]) == (2029, "Yes")


def test_a_factor_is_told_with_its_range_year_and_source() -> None:

    found = record("factors")
    assert [found[key] for key in ("factor", "low", "high", "decline")] == pytest.approx([0.8, 0.7, 0.9, 0])
    assert (found["side"], found["status"]) == ("Without the project", "assumption")


@pytest.mark.parametrize(
    ("claimed", "modelled", "over"),
    [
        ({"share": "Share financed", "per": "A year", "project": "Solar"}, 400, 1.0),
        ({"share": "Whole project", "per": "Over the lifetime"}, 16000, 0.0),
        ({"indicator": "Allocated"}, 600, 0.1),
        ({"indicator": "Renewable electricity generated, MWh"}, 500, 0.0),
    ],
)
def test_a_claim_is_compared_with_the_same_of_the_model(claimed: dict[str, Cell], modelled: float, over: float) -> None:
    found = record("claims", claimed)
    assert [found["modelled"], found["difference"]] == pytest.approx([modelled, over])


def test_a_claim_of_what_no_project_has_is_not_compared() -> None:
    claims = {"a": {"document": "Deck", "instrument": "senior", "indicator": "ghg", "value": 5, "project": "solar"}}
    nothing = {"green.claims": claims, "green.allocations": {}}
    (found,) = table("claims", nothing)
    assert (found["modelled"], found["difference"]) == (None, None)
