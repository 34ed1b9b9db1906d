"""A whole review: tables that have rows, taxonomies that were used, and what cannot be reviewed."""

import pytest

from finmodel.errors import UsageError
from tests.analysis.review.cases import reviewed


def test_a_review_holds_every_table_that_has_rows() -> None:
    assert list(reviewed().tables) == [
        "instruments", "allocation", "unallocated", "impact", "measured", "factors", "claims", "screening", "criteria",
    ]  # fmt: skip
    assert "claims" not in reviewed({"green.claims": {}}).tables


def test_taxonomies_that_projects_name_are_told_with_what_is_unverified() -> None:
    (authority,) = reviewed().taxonomies
    assert (authority.name, authority.file, authority.rows, authority.unverified) == (
        "authority",
        "authority.csv",
        4,
        0,
    )
    both = reviewed({"green.projects.solar.taxonomy": {"kz": "1.2", "mars": "1"}}).taxonomies
    assert [(one.name, one.unverified) for one in both] == [("kz", 25), ("authority", 0)]


def test_an_annual_report_is_of_a_year_of_the_model() -> None:
    assert reviewed(year=2029).year == 2029
    with pytest.raises(UsageError, match="2050 is outside the model of compliant; give a year from 2027 to 2037"):
        reviewed(year=2050)
