"""What an issuance may state of its issuer: revenue is needed, limits are not."""

from pathlib import Path

from tests.inputs.good_issuance import GOOD_ISSUANCE, issuance_said


def test_an_issuer_states_its_revenue(tmp_path: Path) -> None:
    (line,) = issuance_said(tmp_path, GOOD_ISSUANCE + "issuer: {spending: 5}\n")
    assert "issuer.revenue" in line


def test_revenue_alone_is_enough(tmp_path: Path) -> None:
    assert issuance_said(tmp_path, GOOD_ISSUANCE + "issuer: {revenue: {by_year: {2026: 10, 2027: 11}}}\n") == []
