"""Covenants in a case file: levels, months and cures."""

from tests.model.small_case import small_case


def test_covenants_look_back_a_year_unless_they_say_otherwise() -> None:
    found = small_case({"facilities.senior.covenants": {"lockup_dscr": 1.15, "default_dscr": 1.05}})
    covenants = found.facilities["senior"].covenants
    assert covenants is not None
    assert (covenants.lockup_test, covenants.lockup_months.number, covenants.default_months.number) == (
        "historic", 12, 12,
    )  # fmt: skip
    assert covenants.cure is None


def test_one_cure_in_succession_is_usual() -> None:
    found = small_case({"facilities.senior.covenants": {"default_dscr": 1.05, "cure": {"most_cures": 3}}})
    covenants = found.facilities["senior"].covenants
    assert covenants is not None
    assert covenants.cure is not None
    assert covenants.cure.most_in_succession.number == 1
