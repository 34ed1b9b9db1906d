"""Equal principal: the same repayment in every period after grace."""

import pytest

from tests.model.small_case import sized

EQUAL = {"facilities.senior.sizing": {"amount": 600.0}, "facilities.senior.repayment": {"profile": "equal"}}


def test_every_repayment_is_the_same_and_the_last_one_ends_the_debt() -> None:
    found = sized(EQUAL)
    assert list(found.series("senior.scheduled_principal")) == pytest.approx([0, 0, *[100] * 6, 0, 0, 0])
    assert list(found.series("senior.scheduled_closing")[7:]) == pytest.approx([0] * 4, abs=1e-9)


def test_half_years_after_a_year_of_grace_repay_a_tenth_each() -> None:
    found = sized({**EQUAL, "timing.period": "half_year", "facilities.senior.grace_months": 12})
    assert list(found.series("senior.scheduled_principal")[4:16]) == pytest.approx([0, 0, *[60] * 10])
