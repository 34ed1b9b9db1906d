"""Claims against the model: of an instrument, a project or all; a year or the lifetime; financed or whole."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finmodel.analysis.review.claim_rules import NATURES, claimed, nature, per_of, what_of, whose
from finmodel.inputs.green_allocations import Claim
from finmodel.inputs.text import Text
from tests.analysis.review.cases import found, material


def claim(value: float, indicator: str = "electricity_generated", **words: Any) -> Claim:
    return Claim.model_validate({"document": Text("Leaflet"), "indicator": indicator, "value": value, **words})


def is_(value: float, indicator: str = "electricity_generated", **words: Any) -> str:
    return nature(material(), claim(value, indicator, **words))


@pytest.mark.parametrize("of", [{}, {"instrument": "senior"}, {"project": "solar"},
                                {"instrument": "senior", "project": "solar"}])  # fmt: skip
def test_half_of_the_plant_is_financed_whoever_is_named(of: dict[str, str]) -> None:
    """250 of 500: 5 000 of 10 000 MWh a year, 100 000 of 200 000 over 20 years."""
    assert is_(5000, **of) == "agrees"
    assert is_(10000, **of) == "gross"
    assert is_(100000, **of) == "mixed"
    assert is_(7000, **of) == "disagrees"
    assert is_(100000, per="lifetime", **of) == "agrees"
    assert is_(200000, per="lifetime", **of) == "gross"
    assert is_(5000, per="lifetime", **of) == "mixed"
    assert is_(10000, share="whole_project", **of) == "agrees"
    assert is_(200000, share="whole_project", **of) == "mixed"


@pytest.mark.parametrize(
    ("value", "said"), [(4901, "agrees"), (4899, "disagrees"), (5099, "agrees"), (5101, "disagrees")]
)
def test_a_claim_within_two_percent_agrees(value: float, said: str) -> None:
    assert is_(value) == said


def test_two_loans_that_pay_for_one_project_are_added_up() -> None:
    """300 + 50 of 400 for the buses: 875 000 of 1 000 000 passengers."""
    assert is_(875000, "passengers") == "agrees"
    assert is_(125000, "passengers", instrument="city_loan") == "agrees"
    assert is_(1000000, "passengers", instrument="city_loan") == "gross"


def test_what_is_there_once_is_the_same_a_year_and_over_the_lifetime() -> None:
    assert is_(3, "capacity_installed") == "agrees"
    assert is_(3, "capacity_installed", per="lifetime") == "agrees"
    assert per_of(material(), claim(3, "capacity_installed", per="lifetime")) == "in_all"


def test_emissions_of_the_first_full_year_agree_as_well_as_the_average() -> None:
    """8 000 t at the factor of 2025, lower by 2 % a year: 7 378.9 in 2029, on average 6 131.8; half is financed."""
    assert is_(3689.5, "ghg", project="solar") == "agrees"
    assert is_(3065.9, "ghg", project="solar") == "agrees"
    assert is_(7378.9, "ghg", project="solar") == "gross"


def test_a_bus_that_is_said_to_emit_nothing_leaves_out_the_grid() -> None:
    """2 000 000 l at 2.68 kg: 5 360 t a year without the buses, of which 87.5 % are financed."""
    assert is_(4690, "ghg", project="buses") == "without_own"
    assert is_(5360, "ghg", project="buses") == "without_own"
    assert is_(5360, "ghg", project="buses", share="whole_project") == "without_own"
    assert is_(5360 * 12, "ghg", project="buses", share="whole_project", per="lifetime") == "without_own"


def test_money_that_is_claimed_as_allocated_is_compared_with_allocations() -> None:
    assert is_(600, "allocated", instrument="senior") == "agrees"
    assert is_(350, "allocated", project="buses") == "agrees"
    assert is_(700, "allocated") == "agrees"
    assert is_(650, "allocated", instrument="senior") == "disagrees"
    assert claimed(material(), claim(0, "allocated", project="water"), "a_year", whole=False) == pytest.approx(100)


def test_nothing_can_be_said_of_a_claim_that_the_model_does_not_compute() -> None:
    m = material({"green.projects.solar.indicators.capacity_installed.baseline": None})
    assert nature(m, claim(3, "capacity_installed")) == "unknown"


def test_emissions_can_be_claimed_though_no_project_states_any() -> None:
    claimed_alone = {"green.projects.solar.ghg": None, "green.projects.buses.ghg": None, "green.claims.avoided": {
        "document": "Leaflet", "indicator": "ghg", "value": 5000}}  # fmt: skip
    finding = next(one for one in found(claimed_alone) if one.code == "claim_without_model")
    assert (finding.told["what"].value, finding.told["stated"].measure) == ("GHG avoided", "t CO2e")


def test_a_claim_is_told_in_the_words_of_the_case() -> None:
    m = material()
    assert what_of(m, claim(1)) == ("Renewable electricity generated", "MWh")
    assert what_of(m, claim(1, "allocated")) == ("Allocated", "")
    assert whose(m, claim(1, instrument="senior", project="solar")) == ("Green loan", "Solar plant")
    assert whose(m, claim(1)) == ("All projects",)


def test_a_finding_tells_what_is_stated_and_what_the_model_has() -> None:
    (finding,) = found({"green.claims.solar_output.value": 10000})
    assert [finding.told[name].value for name in ("stated", "ours", "gross")] == pytest.approx([10000, 5000, 10000])
    assert finding.told["stated"].measure == "MWh"


def test_the_whole_project_may_be_shown_if_the_share_stands_beside_it() -> None:
    shown = {"document": "Leaflet", "indicator": "electricity_generated", "value": 10000, "share": "whole_project"}
    (finding,) = found({"green.claims.shown": shown})
    assert (finding.code, finding.severity) == ("whole_project_claimed", "note")
    assert finding.told["share"].value == pytest.approx(0.5)


@given(value=st.floats(0, 1e6), per=st.sampled_from(["year", "lifetime"]), whole=st.booleans())
def test_only_a_claim_near_the_models_number_agrees(value: float, per: str, whole: bool) -> None:
    share = "whole_project" if whole else "financed"
    one = claim(value, per=per, share=share)
    ours = claimed(material(), one, per_of(material(), one), whole=whole)
    said = nature(material(), one)
    assert said in NATURES
    assert ours is not None
    assert (said == "agrees") == (abs(value - ours) <= 0.02 * ours)
