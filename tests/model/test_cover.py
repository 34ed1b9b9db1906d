"""Cover of a facility's rank: what counts as its debt service, and for how long."""

import pytest

from tests.model.prepayment.deals import EQUAL, JUNIOR
from tests.model.small_case import sized


def test_debt_service_is_that_of_the_rank_and_better_ones_with_senior_fees() -> None:
    fee = {**EQUAL, "facilities.senior.agency_fee_amount": 3.0}
    found = sized({**fee, "facilities.second": {**JUNIOR, "covenants": {}}, "facilities.senior.covenants": {}})
    assert found.series("senior.cover_service")[2] == pytest.approx(163)
    assert found.series("second.cover_service")[2] == pytest.approx(163 + 32)


def test_it_ends_with_the_loan() -> None:
    short = {"facilities.senior.covenants": {}, "facilities.senior.tenor_months": 72}
    found = sized({**EQUAL, **short})
    assert found.series("senior.cover_service")[5] > 0
    assert list(found.series("senior.cover_service")[6:9]) == [0, 0, 0]
    assert found.series("senior.cover_cfads_cumulative")[-1] == pytest.approx(4 * 250)
