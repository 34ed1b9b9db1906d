"""What is said of milestone payments without a milestone, a moment, or a treatment of their tax."""

from pathlib import Path

import pytest

from tests.inputs.good_case import said

WORKS = "grants.works={type: milestone_payments, "
FRAME = "milestones: {frame: {amount: 5, progress: 40 %}}"


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ("taxed: exempt, milestones: {}", "milestones", "names no milestone"),
        (FRAME, "taxed", "is missing"),
        (f"taxed: lowers_cost, {FRAME}", "taxed", "lowers_cost needs the pool whose cost is lowered; state tax_pool"),
        (f"taxed: exempt, tax_pool: machinery, {FRAME}", "tax_pool", "is not read with taxed: exempt"),
        (f"taxed: lowers_cost, tax_pool: ships, {FRAME}", "tax_pool", "there is no ships under tax_pools"),
        ("taxed: exempt, milestones: {a: {amount: 5}}", "milestones.a.amount", "nothing says when it is paid"),
        (
            "taxed: exempt, milestones: {a: {amount: 5, progress: 1, date: 2027-03-01}}",
            "milestones.a.date",
            "stands beside progress; keep one of the two",
        ),
        (
            "taxed: exempt, milestones: {a: {amount: 5, date: 2028-01-01}}",
            "milestones.a.date",
            "2028-01-01 is not within planned construction",
        ),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = said(tmp_path, overrides=[f"{WORKS}{terms}}}"])
    assert f"grants.works.{place}: " in message
    assert what in message


def test_payments_by_progress_or_by_date_are_accepted(tmp_path: Path) -> None:
    dated = "roof: {amount: 5, date: 2027-12-31}"
    both = f"{WORKS}taxed: as_income, milestones: {{frame: {{amount: 5, progress: 100 %}}, {dated}}}}}"
    assert said(tmp_path, overrides=[both]) == []
