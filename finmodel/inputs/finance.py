"""Finance beside the facilities: sponsors' funds, reserves, distributions."""

from __future__ import annotations

from typing import Literal

from finmodel.inputs.block import Block
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["Distributions", "Dsra", "Funding", "Mra", "Reserves"]


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
