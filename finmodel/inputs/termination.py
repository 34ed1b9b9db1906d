"""Termination: what the authority pays when the contract ends early, in each of five cases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["EquityCompensation", "Termination"]

EquityCompensation = Literal["npv_at_base_irr", "contributed_compounded", "market_value"]
"""What shareholders are paid for, by name: see the notes of ``Termination``."""

_PRACTICE = "Practice of PPP contracts: 70 to 100 % of the senior debt outstanding"


class Termination(Block):
    """The heading ``termination``; without it nothing is computed."""

    private_default: Literal["debt", "market_value", "book_value"] = word(
        "Compensation when the private partner defaults",
        default="debt",
        note="debt: a share of senior debt; market_value: what a new operator would bid; book_value: of the assets.",
    )
    private_default_debt_share: Figure = figure(
        "Share of the senior debt paid when the private partner defaults",
        Unit.SHARE,
        default={"value": 0.85, "source": _PRACTICE, "status": "unverified"},
        minimum=0,
        maximum=1,
    )
    retender_rate: Figure | None = figure(
        "Return that a new operator would ask for", Unit.RATE, default=None, minimum=0, maximum=2
    )
    rectification_cost: Figure = figure(
        "Cost of putting the service right", Unit.MONEY, series=True, default=0.0, minimum=0
    )
    breakage_share: Figure = figure(
        "Breakage cost of senior loans and hedges, share of principal", Unit.SHARE, default=0.0, minimum=0
    )
    redundancy_cost: Figure = figure("Redundancy payments", Unit.MONEY, series=True, default=0.0, minimum=0)
    subcontract_breakage_cost: Figure = figure(
        "Breakage cost of subcontracts", Unit.MONEY, series=True, default=0.0, minimum=0
    )
    insurance_proceeds: Figure = figure(
        "Insurance paid out on termination", Unit.MONEY, series=True, default=0.0, minimum=0
    )
    accounts_deducted: Figure = figure(
        "Accounts and insurance are deducted in force majeure and corruption too",
        Unit.FLAG,
        default=1,
        note="If not, whoever holds them has them on top of the compensation.",
    )
    equity_compensation: EquityCompensation = word(
        "Compensation of shareholders",
        default="npv_at_base_irr",
        note="npv_at_base_irr: distributions still to come by the base case; contributed_compounded: what was paid in, "
        "with the return, less what was paid out; market_value: distributions still to come as things stand.",
    )
    voluntary_equity_compensation: EquityCompensation | None = word(
        "Compensation of shareholders when the authority ends the contract by choice, if another", default=None
    )
    equity_rate: Figure = figure(
        "Return of shareholders for compensation",
        Unit.RATE,
        minimum=0,
        maximum=2,
        note="The base case's equity IRR as the contract states it, or the market's for market_value.",
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """A bid of a new operator without the return that it would ask for."""
        if self.private_default == "market_value" and self.retender_rate is None:
            what = "the market value is what a new operator would bid, and its return is not stated"
            yield ("private_default",), what, "state retender_rate, or take debt or book_value"
