"""An eligible project: amounts within each other, refinancing with its date, indicators that are known."""

from pathlib import Path
from typing import Any

import pytest

from finmodel.inputs.green_projects import EligibleProject
from tests.inputs.green_heading import printed, problems


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"signed_amount": 9000}, "signed_amount: 9,000 is more than the total cost of 8,000; sign the total cost at"),
        ({"spent_from": None}, "spent_from: is missing; state from when the spending is that is refinanced"),
        ({"sdgs": [7, 18]}, "sdgs[2]: 18 is no goal; give numbers from 1 to 17"),
        ({"ghg.emissions": "solar"}, "ghg.emissions: there is no solar under emissions"),
        ({"category": "solar"}, 'category: "solar" is not known here; write one of: renewable_energy'),
        (
            {"indicators.dust.counted": None},
            "indicators.dust: states no counted; state it for an indicator of kind other",
        ),
        ({"indicators.dust.kind": None}, 'indicators.dust: "dust" is not known here; write one of: electricity_g'),
        (
            {"indicators.electricity_generated.unit": "GWh", "indicators.electricity_generated.kind": "heat_saved"},
            "indicators.electricity_generated.unit: is known of heat_saved; take it out, or write kind: other",
        ),
        ({"indicators.ghg": {"with_project": 5}}, "indicators.ghg: emissions have a block of their own; write them"),
    ],
)
def test_each_misuse_is_told_where_it_stands(changes: dict[str, Any], message: str, tmp_path: Path) -> None:
    found = problems(tmp_path, {f"projects.solar.{path}": value for path, value in changes.items()})
    assert any(said.startswith(f"green.projects.solar.{message}") for said in found), found


def test_a_project_without_a_day_of_its_own_operates_with_the_case(tmp_path: Path) -> None:
    assert problems(tmp_path, {"projects.solar.operation_from": None}) == []


def test_an_indicator_is_of_the_kind_it_states_or_of_its_own_name() -> None:
    project = EligibleProject.model_validate(printed()["projects"]["solar"])
    kinds = [project.kind_of(name) for name in project.indicators]
    assert kinds == ["electricity_generated", "capacity_installed", "other"]
