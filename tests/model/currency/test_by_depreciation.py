"""Path by depreciation: compounded over the years of each period."""

import pytest

from finmodel.model.currency.by_depreciation import by_depreciation
from tests.oracles.sections import run_parts


def test_quarters_compound_to_the_rate_of_the_year() -> None:
    found = run_parts(
        [by_depreciation.part()], 4, {"close_flag": [1, 0, 0, 0], "depreciation": 0.12, "year_fraction": 0.25}
    )
    assert found.series("path_level")[-1] == pytest.approx(1.12)
