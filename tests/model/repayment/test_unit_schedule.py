"""Unit schedule: the balance of one unit of debt, from which every fixed profile is scaled."""

import pytest

from finmodel.model.repayment.unit_schedule import unit_schedule
from tests.oracles.sections import run_parts


def test_one_unit_is_owed_until_it_is_repaid_and_the_contract_is_that_many_units() -> None:
    found = run_parts(
        [unit_schedule.part()],
        4,
        {"close_flag": [1, 0, 0, 0], "unit_principal": [0, 0.25, 0.75, 0], "repayable": 80.0},
    )
    assert list(found.series("unit_opening")) == pytest.approx([1, 1, 0.75, 0])
    assert list(found.series("unit_closing")) == pytest.approx([1, 0.75, 0, 0])
    assert list(found.series("contract_principal")) == pytest.approx([0, 20, 60, 0])
