"""Records of risk sharing hold what was found and nothing else."""

from dataclasses import FrozenInstanceError

import pytest

from finmodel.risk_distributions import RiskLoad


def test_no_load_is_asked_unless_one_is() -> None:
    assert (RiskLoad().kind, RiskLoad().number) == ("none", 0.0)


def test_records_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        RiskLoad().number = 1.0  # type: ignore[misc]
