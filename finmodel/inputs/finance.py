"""Finance beside the facilities: sponsors' funds, reserves, distributions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName
from finmodel.inputs.bridge import VatFacility
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.standby_facility import StandbyFacility
from finmodel.units import Unit

__all__ = ["Distributions", "Dsra", "Funding", "Mra", "Reserves", "SPONSOR"]


SPONSOR = "sponsor"
"""The party that holds what other shareholders leave, and alone undertakes to complete."""

_SAME = 1e-6


class Funding(Block):
    """The heading ``funding``."""

    drawdown: Literal["pro_rata", "equity_first", "debt_first"] = word("Order of drawdown", default="pro_rata")
    minimum_equity_share: Figure = figure(
        "Sponsors' least share of total uses", Unit.SHARE, default=0.0, minimum=0, maximum=1
    )
    opening_cash: Figure = figure("Cash at the start of operation", Unit.MONEY, default=0.0, minimum=0)
    shareholder_loan_share: Figure = figure(
        "Shareholder loan, share of sponsors' funds", Unit.SHARE, default=0.0, minimum=0
    )
    shareholder_loan_rate: Figure = figure("Shareholder loan, interest rate", Unit.RATE, default=0.0, minimum=0)
    shareholder_loan_deductible: Figure = figure("Shareholder loan interest is deductible", Unit.FLAG, default=0)
    shareholders: dict[InstanceName, Figure] = figure(
        "Share of equity and shareholder loan held by", Unit.SHARE, default={}, minimum=0,
        note="The sponsor holds the rest, and alone supports completion.",
    )  # fmt: skip
    vat_facility: VatFacility | None = word("VAT facility", default=None)
    standby_facility: StandbyFacility | None = word("Standby facility", default=None)

    @property
    def parties(self) -> tuple[str, ...]:
        """Who holds shares beside the sponsor, and who lends in between or in need."""
        lent = [terms.lender for terms in (self.vat_facility, self.standby_facility) if terms is not None]
        return (*self.shareholders, *lent)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """Shareholders who hold more than there is, or the sponsor among them."""
        held = sum(share.number for share in self.shareholders.values())
        if held > 1 + _SAME:
            yield (
                ("shareholders",),
                f"the shares add to {held * 100:.4g} %",
                "leave 100 % or less: the sponsor holds the rest",
            )
        if SPONSOR in self.shareholders:
            yield ("shareholders", SPONSOR), "the sponsor holds what the others leave", "take the sponsor out"


class Dsra(Block):
    """Debt service reserve under ``reserves``."""

    type: Literal["cash", "letter_of_credit"] = word("Provided in", default="cash")
    months: Figure = figure("DSRA, months of debt service", Unit.MONTHS, default=0, minimum=0, maximum=60, whole=True)
    initial_funding: Figure = figure("DSRA, share funded at completion", Unit.SHARE, default=1.0, minimum=0)
    letter_of_credit_fee: Figure = figure("Fee of the letter of credit", Unit.RATE, default=0.0, minimum=0)


class Mra(Block):
    """Maintenance reserve under ``reserves``."""

    funded: Figure = figure("MRA is funded", Unit.FLAG, default=1)
    months: Figure = figure("MRA, months of saving", Unit.MONTHS, default=36, minimum=1, maximum=240, whole=True)


class Reserves(Block):
    """The heading ``reserves``."""

    dsra: Dsra = word("DSRA", default=Dsra())
    mra: Mra = word("MRA", default=Mra())
    reserve_interest_taxable: Figure = figure("Interest on reserves is taxable income", Unit.FLAG, default=0)
    reserve_rate: Figure = figure("Interest on reserves", Unit.RATE, default=0.0, minimum=0)


class Distributions(Block):
    """The heading ``distributions``."""

    limit: Literal["cash", "retained_earnings"] = word("Dividends are limited by", default="cash")
    lockup_test: Literal["historic", "forward"] = word("Lock-up looks", default="historic")
    lockup_dscr: Figure = figure("Lock-up DSCR", Unit.RATIO, default=0.0, minimum=0, maximum=10)
    lockup_months: Figure = figure("Lock-up test, months", Unit.MONTHS, default=12, minimum=1, maximum=60, whole=True)
    default_dscr: Figure = figure("Default DSCR", Unit.RATIO, default=0.0, minimum=0, maximum=10)
    minimum_cash: Figure = figure("Minimum cash", Unit.MONEY, default=0.0, minimum=0)
