"""Records of a simulation are found by name."""

import pytest

from tests.uncertain_case import simulation


def test_results_probabilities_and_parties_are_found_by_name() -> None:
    found = simulation()
    assert found.kpi("equity_irr").name == "equity_irr"
    assert found.chance("default").label.startswith("Default")
    assert found.party("sponsor").label == "Sponsor"
    for asked in (found.kpi, found.chance, found.party):
        with pytest.raises(KeyError):
            asked("no_such_thing")
