"""The terms of an issuance as a whole: its periods."""

from pathlib import Path

from tests.inputs.good_issuance import edited_issuance, issuance_said


def test_periods_beyond_reason_are_refused(tmp_path: Path) -> None:
    text = edited_issuance("  period: half_year", "  period: month\n  months: 1200")
    assert issuance_said(tmp_path, text) == []
    text = edited_issuance("maturity_date: 2029", "maturity_date: 2126").replace("period: half_year", "period: month")
    (line,) = issuance_said(tmp_path, text)
    assert line.endswith("the grid has 1201 periods; take longer periods: 1200 at most")
