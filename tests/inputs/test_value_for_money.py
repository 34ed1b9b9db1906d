"""Value for money: a rate must be stated, and each risk says how likely, how large and who bears it."""

from pathlib import Path

import pytest

from tests.inputs.good_case import load, said

RATE = "value_for_money={public_discount_rate: 10 %}"
RISK = "value_for_money.risks.overrun="


def problems(tmp_path: Path, risk: str) -> list[str]:
    register = "risks={late: {id: completion, probability: 20 %}}"
    return said(tmp_path, overrides=[RATE, register, f"{RISK}{{transferred_share: 80 %, {risk}}}"])


def test_the_public_rate_must_be_stated_and_everything_else_is_as_the_private_partner_has_it(tmp_path: Path) -> None:
    assert len(said(tmp_path, overrides=["value_for_money={}"])) == 1
    found = load(tmp_path, overrides=[RATE]).case.value_for_money
    assert found is not None
    assert (found.public_capex_factor.number, found.discount_rate_step.number) == (1.0, 0.02)
    assert found.tax_in_neutrality.number == 1


@pytest.mark.parametrize(
    "risk",
    ["probability: 20 %, impact: 10 %", "probability: [20 %, 5 %], impact: [10 %, 40 %]", "risk: late, impact: 10 %"],
)
def test_a_risk_is_stated_with_its_outcomes_or_taken_from_the_register(risk: str, tmp_path: Path) -> None:
    assert problems(tmp_path, risk) == []


@pytest.mark.parametrize(
    ("risk", "message"),
    [
        ("impact: 10 %", "probability: is missing; state it, or name a risk of the register"),
        ("risk: early, impact: 10 %", "risk: there is no early under risks"),
        ("risk: late, probability: 10 %, impact: 10 %", "stands beside the probability of a risk of the register"),
        ("risk: late, impact: [10 %, 20 %]", "lists 2 outcomes for one probability; give one impact"),
        ("probability: 10 %, impact: [10 %, 20 %]", "2 impacts and 1 probabilities are given"),
        ("probability: [60 %, 60 %], impact: [10 %, 20 %]", "the outcomes add to 1.2; make them add to 1 or less"),
    ],
)
def test_a_risk_that_cannot_be_counted_is_refused(risk: str, message: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, risk)
    assert message in found
