"""A whole review: tables that have rows, taxonomies that were used, and what cannot be reviewed."""

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.review.reviewed import review_of
from finmodel.errors import UsageError
from finmodel.model.assembly import assemble
from finmodel.model.issuance_assembly import assemble_issuance
from finmodel.review import COMPONENTS, LINKED_COMPONENTS
from tests.analysis.review.cases import changed, known_taxonomies, reviewed
from tests.analysis.review.linked_cases import ENERGY, linked_material
from tests.model.green_issuance import GREEN_ISSUE
from tests.model.small_issuance import issuance_of, small_issuance
from tests.modelled import case_of


def test_a_review_holds_every_table_that_has_rows() -> None:
    assert list(reviewed().tables) == [
        "instruments", "allocation", "unallocated", "projects", "impact", "impact_totals", "measured", "factors",
        "claims", "screening", "criteria",
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


def test_an_issuance_is_reviewed_like_a_project() -> None:
    """990 come on 15 September 2026; 400 are allocated in 2026 and in 2027, half of the cost of 1 600."""
    case = issuance_of(small_issuance(GREEN_ISSUE | {"green.projects.roofs.taxonomy": {"kz": "1.2"}}))
    results = evaluate(assemble_issuance(case), About("issue", "Issue", "KZT million"))
    review = review_of(case, results, known_taxonomies())
    waits = {record["year"]: record["unallocated"] for record in review.tables["unallocated"].records}
    assert (waits[2026], waits[2027], waits[2028]) == pytest.approx((590, 190, 190))
    shares = {record["share_of_cost"] for record in review.tables["impact"].records}
    assert shares == {0.5}
    assert review.of("fault") == []
    assert {"threshold_unverified", "never_allocated", "no_factor_year"} <= {one.code for one in review.findings}


def test_what_has_no_framework_cannot_be_reviewed() -> None:
    case = issuance_of(small_issuance({}))
    results = evaluate(assemble_issuance(case), About("plain", "Plain", "KZT million"))
    with pytest.raises(UsageError, match="plain has no heading green and nothing that is linked to targets: there is"):
        review_of(case, results, {})


def test_what_is_linked_and_not_labelled_is_reviewed_by_its_own_five_components() -> None:
    seen = linked_material()
    review = review_of(seen.case, seen.results, {})
    assert (review.label, [one.key for one in review.components]) == ("linked", list(LINKED_COMPONENTS))
    assert (list(review.tables), review.findings) == (["targets"], ())


def test_what_is_labelled_and_linked_is_reviewed_by_both() -> None:
    case = case_of(changed({"facilities.senior.type": "sustainability_linked_loan", "facilities.senior.targets": {
        "energy": {**ENERGY}}}))  # fmt: skip
    results = evaluate(assemble(case), About("both", "Both", "KZT million"))
    review = review_of(case, results, known_taxonomies())
    assert [one.key for one in review.components] == list(COMPONENTS)
    assert {"allocation", "impact", "targets"} <= {*review.tables}
    assert review.findings == ()
