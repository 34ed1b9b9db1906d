"""Grants of every kind: sources pay for uses and nothing leaks, by plan and when delay, cost or grantor surprise."""

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.model.assembly import Model
from tests.model.layered_cases import layered_cases
from tests.model.small_case import small
from tests.model.supported_cases import supported
from tests.model.test_whole_cases import assert_changes_nothing, assert_no_gap_but_blanks, assert_parties_add_to_zero
from tests.modelled import model_of
from tests.sizes import drawn

BRIDGE = {"rate": 0.12, "upfront_fee_rate": 0.01, "commitment_fee_rate": 0.005}
CONVENTIONS: dict[str, dict[str, Any]] = {
    "first": {"amount": 250.0, "drawn": "first"},
    "pro rata": {"share": 0.3, "drawn": "pro_rata", "tax_pool": "machinery"},
    "on milestone": {"capex_share": 0.3, "drawn": "on_milestone", "milestones": [0.4, 0.3, 0.2, 0.1]},
    "on milestone, bridged": {"share": 0.3, "drawn": "on_milestone", "milestones": [0.0, 0.0, 1.0], "bridge": BRIDGE},
    "reimbursed": {"amount": 250.0, "drawn": "reimbursement", "reimbursement_months": 9, "bridge": BRIDGE},
}
OTHERS: dict[str, dict[str, Any]] = {
    "viability gap": {
        "type": "viability_gap", "bid": 260.0, "sources": {"state": {"cap": 0.1}, "town": {"cap": 0.2}},
        "drawn": "reimbursement", "reimbursement_months": 9, "bridge": BRIDGE, "tax_pool": "machinery",
    },
    "milestone payments": {
        "type": "milestone_payments", "taxed": "as_income",
        "milestones": {"frame": {"amount": 200.0, "progress": 0.4}, "roof": {"amount": 60.0, "date": "2028-05-20"}},
    },
    "milestone payments, bridged": {
        "type": "milestone_payments", "taxed": "lowers_cost", "tax_pool": "machinery", "bridge": BRIDGE,
        "milestones": {"all": {"amount": 250.0, "progress": 1.0}},
    },
}  # fmt: skip
SHOCKS: dict[str, list[float]] = {
    "delay_months": [0, 6, 11, 0, 0, 12],
    "plant.overrun": [0, 0, 0.3, -0.4, 0, -0.1],
    "city.paid_share": [1, 1, 1, 1, 0.5, 0],
}
"""Six futures: as planned, late, late and dearer, cheaper, with half of the grant, late and with nothing of it."""
NOTHING = 1e-6


def deal(**terms: Any) -> Model:
    """Half-years, fees, reserves, VAT and its facility, a standby facility, and a grant of the city."""
    return model_of(
        small(
            {
                "timing.period": "half_year",
                "facilities.senior.upfront_fee_rate": 0.01,
                "facilities.senior.commitment_fee_rate": 0.005,
                "funding": {
                    "vat_facility": {"rate": 0.14},
                    "standby_facility": {"amount": 80.0, "base_rate": 0.13, "repayment_months": 30, "rank": 2},
                    "shareholders": {"technology_partner": 0.2},
                },
                "reserves": {"dsra": {"months": 6}, "reserve_rate": 0.03},
                "vat": {"vat_rate": 0.12, "vat_refund_months": 9},
                "tax.cit_rate": 0.2,
                "grants": {"city": terms if "type" in terms else {"type": "capital_grant", **terms}},
            }
        )
    )


def futures(model: Model, shocks: dict[str, list[float]]) -> tuple[Batch, Batch, Batch]:
    """The deal by plan; each future with the financing of the plan; each future financed anew."""
    engine, inputs = NumpyEngine(model.graph, model.periods), model.inputs.values
    count = len(next(iter(shocks.values())))
    shocked = {**inputs, **{name: np.array(values, float) for name, values in shocks.items()}}
    base = engine.run(inputs)
    contract = {name: base.lines[name] for name in model.graph.freezable}
    return base, engine.run(shocked, frozen=contract, scenarios=count), engine.run(shocked, scenarios=count)


def assert_sound(model: Model, found: Batch) -> None:
    """Sources pay for uses, every check holds, no grant is used beyond what is received or lent against."""
    line = found.lines
    assert_no_gap_but_blanks(model, found)
    assert_parties_add_to_zero(model, found)
    paid = ("debt_drawdown", "shareholder_loan_drawdown", "equity_drawdown")
    granted = [of.name for tag in ("grant", "standby") for of in model.graph.tagged(funds=tag)]
    assert np.abs(sum(line[name] for name in (*paid, *granted)) - line["uses"]).max() < NOTHING
    failing = [of.name for of in model.graph.tagged(check="integrity") if np.abs(line[of.name]).max() > 1e-5]
    assert failing == []
    for of in model.graph.tagged(reserve="balance"):
        assert line[of.name].min() >= -NOTHING, of.name
    for grant in (of.instance for of in model.graph.tagged(grant="used")):
        assert_grant_is_sound(line, grant)


def assert_grant_is_sound(line: Any, grant: str) -> None:
    used, received = line[f"{grant}.used_so_far"], line[f"{grant}.received_so_far"]
    assert line[f"{grant}.used"].min() >= -NOTHING
    assert (received <= line[f"{grant}.available"] + NOTHING).all()
    lent = line.get(f"{grant}.bridge_closing", 0.0)
    assert (used <= received + lent + NOTHING).all()


@pytest.mark.parametrize("convention", [*CONVENTIONS, *OTHERS])
def test_sources_are_uses_and_nothing_leaks_whatever_happens(convention: str) -> None:
    model = deal(**(CONVENTIONS | OTHERS)[convention])
    base, held, anew = futures(model, SHOCKS)
    for found in (base, held, anew):
        assert_sound(model, found)
    assert base.value("support_total") == pytest.approx(0, abs=NOTHING)
    assert base.value("grants_not_used") == pytest.approx(0, abs=NOTHING)


@pytest.mark.parametrize("convention", [*CONVENTIONS, *OTHERS])
def test_tranches_grants_and_equity_add_to_total_uses(convention: str) -> None:
    base, *_ = futures(deal(**(CONVENTIONS | OTHERS)[convention]), {"delay_months": [0]})
    added = base.value("senior.commitment") + base.value("grant_total") + base.value("sponsor_commitment")
    assert added == pytest.approx(base.value("total_uses"))


@pytest.mark.slow
@settings(
    max_examples=drawn(60),
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(supported(layered_cases()), st.lists(st.integers(0, 9), min_size=3, max_size=3))
def test_any_case_with_any_support_holds_together(data: dict[str, Any], delays: list[int]) -> None:
    model = model_of(data)
    timing = data["timing"]
    room = timing["spare_months"] if timing["delay_extends_concession"] else timing["operation_months"] // 3
    months = [timing["delay_months"], *(timing["delay_months"] + min(delay, room) for delay in delays)]
    item = next(iter(data["capex"]))
    shocks = {"delay_months": months, f"{item}.overrun": [data["capex"][item]["overrun"], 0.4, -0.5, 0.1]}
    base, held, anew = futures(model, shocks)
    for found in (base, held, anew):
        assert_sound(model, found)
    assert_changes_nothing(base, held)
