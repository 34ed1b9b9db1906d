"""Figures: what a case file may write for a number, and what is made of it."""

import pickle
from datetime import date
from typing import Literal

import pytest
from pydantic import ValidationError

from finmodel.inputs.block import Block
from finmodel.inputs.figure import UNKNOWN, Figure, FigureSpec, UnknownNumberError, figure, figure_spec, word
from finmodel.inputs.table import Provenance
from finmodel.units import Unit

AMOUNT = FigureSpec("Amount", Unit.MONEY)
SERIES = FigureSpec("Amount", Unit.MONEY, series=True)
PROFILE = FigureSpec("Profile", Unit.SHARE, profile=True)
RATE = FigureSpec("Rate", Unit.RATE)
CHOICE = FigureSpec("Category", Unit.COUNT, choices=("A", "B", "C"))


class Loan(Block):
    """A block for these tests."""

    amount: Figure = figure("Amount", Unit.MONEY, minimum=0)
    fee: Figure = figure("Fee", Unit.SHARE, default=0.01)
    cap: Figure | None = figure("Cap", Unit.MONEY, default=None)
    weights: dict[str, Figure] = figure("Weight", Unit.SHARE, default={})
    kind: Literal["fixed", "floating"] = word("Kind", default="fixed")


def read(spec: FigureSpec, raw: object) -> Figure:
    """The figure, which must be without trouble."""
    found, troubles = spec.read(raw)
    assert troubles == []
    return found


def said(spec: FigureSpec, raw: object) -> list[str]:
    """What is wrong with a figure."""
    return [f"{'.'.join(map(str, trouble.path))}: {trouble.what}" for trouble in spec.read(raw)[1]]


def test_a_plain_number_is_an_assumption_stated_by_the_case() -> None:
    assert read(AMOUNT, 12) == Figure(12.0, provenance=Provenance(status="assumption", stated=True))


def test_a_figure_with_a_source_but_no_status_is_unverified() -> None:
    found = read(AMOUNT, {"value": 3, "source": "Offer", "as_of": "2026-Q4", "note": "Without VAT"})
    assert found.provenance == Provenance("Offer", "2026-Q4", "unverified", "Without VAT")


def test_years_are_put_in_order_and_the_first_is_the_figure_s_number() -> None:
    found = read(SERIES, {"by_year": {"2030": 5, 2027: 8}})
    assert found.by_year == ((2027, 8.0), (2030, 5.0))
    assert (found.number, found.numbers) == (8.0, (8.0, 5.0))


def test_a_list_is_one_number_per_period_with_or_without_the_word() -> None:
    assert read(SERIES, [1, 2]) == read(SERIES, {"by_period": [1, 2]}) == read(SERIES, {"value": [1, 2]})
    assert read(SERIES, [1, 2]).value == (1.0, 2.0)


def test_a_lone_number_is_a_profile_of_one() -> None:
    assert read(PROFILE, "100 %").value == (1.0,)
    assert read(PROFILE, [0.4, "60 %"]).numbers == (0.4, 0.6)


def test_a_choice_is_the_position_of_its_word() -> None:
    assert read(CHOICE, "B") == Figure(2.0, chosen="B")
    assert read(CHOICE, {"value": "C", "note": "Large"}).number == 3.0


def test_a_day_is_kept_as_its_serial_number_and_given_back_as_a_day() -> None:
    found = read(FigureSpec("Close", Unit.DATE), "2027-01-01")
    assert (found.number, found.day) == (46388.0, date(2027, 1, 1))


def test_a_percentage_stays_within_100_percent_unless_it_is_declared_otherwise() -> None:
    assert said(RATE, 12) == [": 12 is 1,200 %"]
    assert said(RATE, "150 %") == [": 150 % is above 100 %"]
    assert said(RATE, "-150 %") == [": -150 % is below -100 %"]
    assert read(FigureSpec("Overrun", Unit.SHARE, maximum=3), 2.5).number == 2.5


def test_every_trouble_of_a_figure_is_said_at_once() -> None:
    raw = {"by_year": {"27": 1, "2028": "x"}, "sorce": "Offer", "status": "sure"}
    assert sorted(said(SERIES, raw)) == [
        'by_year.2028: "x" is text where a number is wanted',
        "by_year.27: 27 is not a calendar year",
        "sorce: is not a key of a figure",
        'status: "sure" is not known here',
    ]


def test_a_misspelt_number_is_not_also_missing() -> None:
    assert said(AMOUNT, {"valu": 3}) == ["valu: is not a key of a figure"]
    assert said(AMOUNT, {"note": "to be agreed"}) == [": gives no number"]


def test_a_number_that_cannot_be_read_is_unknown_and_not_zero() -> None:
    for found in (AMOUNT.read("x")[0], CHOICE.read("D")[0], SERIES.read([1, "x"])[0]):
        assert not found.known
        with pytest.raises(UnknownNumberError):
            _ = found.numbers


def test_a_figure_made_by_a_program_keeps_its_bounds() -> None:
    spec = FigureSpec("Gearing", Unit.SHARE, minimum=0, maximum=1)
    assert said(spec, Figure(1.2)) == [": 120 % is above 100 %"]
    assert said(spec, Figure(UNKNOWN)) == []
    assert said(FigureSpec("Months", Unit.MONTHS, whole=True), Figure(UNKNOWN)) == []


def test_defaults_are_figures_that_the_case_does_not_state() -> None:
    loan = Loan.model_validate({"amount": 5})
    assert (loan.fee.number, loan.fee.provenance.stated) == (0.01, False)
    assert (loan.cap, loan.weights, loan.kind) == (None, {}, "fixed")


def test_an_optional_figure_and_named_figures_are_read_like_any_other() -> None:
    loan = Loan.model_validate({"amount": 5, "cap": {"value": 9}, "weights": {"cpi": "70 %"}})
    assert loan.cap is not None
    assert (loan.cap.number, loan.weights["cpi"].number) == (9.0, 0.7)


def test_a_default_that_breaks_its_own_rules_is_the_programmer_s_error() -> None:
    with pytest.raises(ValueError, match="breaks its own rules"):
        figure("Share", Unit.SHARE, default=12)


def test_a_figure_without_a_declaration_is_the_programmer_s_error() -> None:
    class Bare(Block):
        amount: Figure

    with pytest.raises(TypeError, match=r"figure\(label, unit\)"):
        Bare.model_rebuild()


def test_a_field_tells_what_its_figure_must_be() -> None:
    assert figure_spec(Loan.model_fields["amount"]) == FigureSpec("Amount", Unit.MONEY, minimum=0)
    assert figure_spec(Loan.model_fields["weights"]) == FigureSpec("Weight", Unit.SHARE)
    assert figure_spec(Loan.model_fields["kind"]) is None


def test_a_block_of_figures_is_frozen_and_travels_between_processes() -> None:
    loan = Loan.model_validate({"amount": 5})
    assert pickle.loads(pickle.dumps(loan)) == loan  # noqa: S301 - our own bytes
    with pytest.raises(ValidationError):
        loan.kind = "floating"
