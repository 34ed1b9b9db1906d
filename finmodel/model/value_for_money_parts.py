"""Which sections on value for money a case is made of: flows of both sides, risks, the comparison at three rates."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part
from finmodel.inputs.case import Case
from finmodel.inputs.fiscal import state_parties
from finmodel.inputs.text import label_of
from finmodel.inputs.value_for_money import PublicRisk
from finmodel.model.value_for_money.comparison import comparison, result
from finmodel.model.value_for_money.neutrality import neutrality
from finmodel.model.value_for_money.ppp_costs import ppp_costs
from finmodel.model.value_for_money.public_costs import public_costs
from finmodel.model.value_for_money.public_risk import of_register, public_risk, public_risks, stated_outcomes
from finmodel.model.value_for_money.rate_shift import rate_shift

__all__ = ["value_for_money_parts"]


def value_for_money_parts(case: Case) -> Iterable[Part]:
    """Nothing, unless the case has the heading ``value_for_money``."""
    stated = case.value_for_money
    if stated is None:
        return
    yield public_costs(state_parties(case)).part()
    yield neutrality.part()
    for name, risk in stated.risks.items():
        yield _risk(name, risk)
    yield public_risks.part()
    yield ppp_costs.part()
    for name, steps, label in (
        ("public_comparator_lower", -1, "At the lower rate"),
        ("public_comparator", 0, "At the public sector's rate"),
        ("public_comparator_higher", 1, "At the higher rate"),
    ):
        yield comparison.instance(name, rate_shift(steps), label=label, roles={"column": name})
    yield result.part()


def _risk(name: str, risk: PublicRisk) -> Part:
    outcomes = of_register if risk.risk is not None else stated_outcomes(len(risk.impact.numbers))
    return public_risk.instance(
        name,
        outcomes,
        label=label_of(name, risk),
        roles={"scales": "revenue" if risk.base == "third_party_revenue" else "cost"},
        links={
            "risk_base": f"public_{risk.base}",
            **({"register_probability": f"{risk.risk}.probability"} if risk.risk is not None else {}),
        },
    )
