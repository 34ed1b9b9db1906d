"""What stands on a pool of deals: tranches, a pooled green bond, a trust that distributes, limits of concentration."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["Limits", "PooledBond", "Source", "Tranche", "Tranching", "Trust"]

Source = Literal["debt_service", "distributions", "cfads"]
_SOURCE = (
    "debt_service: what senior lenders of the deals collect; distributions: what sponsors receive; "
    "cfads: CFADS after the deals' own debt service, whatever reserves and lock-up keep of it."
)
_SAME = 1e-9


class Tranche(Block):
    """One entry under ``tranching.tranches``; the first listed is paid first, the last has what is left over."""

    label: Text | None = word("Name shown", default=None)
    size: Figure | None = figure("Size, share of the amount issued", Unit.SHARE, default=None, minimum=0)
    amount: Figure | None = figure("Size, amount", Unit.MONEY, default=None, minimum=0)
    coupon: Figure = figure("Coupon", Unit.RATE, minimum=0, maximum=2, note="On what is owed at the start of the year.")

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """No size, or two."""
        if self.size is not None and self.amount is not None:
            yield ("amount",), "stands beside size", "keep one of the two"
        elif self.size is None and self.amount is None:
            yield ("size",), "is not stated, nor is an amount", "state size: 20 %, or amount"


class Tranching(Block):
    """The heading ``tranching``: the pool's payments, cut into tranches of different rank."""

    paid_from: Source = word("What the tranches are paid from", default="debt_service", note=_SOURCE)
    issue_year: Figure = figure(
        "Issued at the end of", Unit.CALENDAR_YEAR, minimum=1900, maximum=2200, whole=True,
        note="Payments of the years after it are collected.",
    )  # fmt: skip
    tenor_years: Figure = figure(
        "Years to legal maturity", Unit.YEARS, minimum=1, maximum=60, whole=True,
        note="What is owed at the end of the last of them is lost.",
    )  # fmt: skip
    amount: Figure | None = figure(
        "Amount issued", Unit.MONEY, default=None, minimum=0,
        note="Not stated, and paid from debt_service: the debt of the deals at the end of issue_year.",
    )  # fmt: skip
    tranches: dict[InstanceName, Tranche] = word("Tranches, the one that is paid first at the start")
    payment: Literal["sequential", "pro_rata"] = word(
        "Principal is paid", default="sequential",
        note="sequential: a tranche after the one before; pro_rata: by what is owed on each while none is in arrears.",
    )  # fmt: skip
    fee_rate: Figure = figure("Servicing fee on the amount owed", Unit.RATE, default=0.0, minimum=0)
    reserve_share: Figure = figure(
        "Reserve, share of the amount issued", Unit.SHARE, default=0.0, minimum=0,
        note="Paid in at issue beside the amount, drawn for fee and interest, filled again before principal.",
    )  # fmt: skip

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """Sizes that do not make up the whole, and shares of an amount that nobody states."""
        if len(self.tranches) < 2:
            yield ("tranches",), "names fewer than two", "cut the pool into two tranches at least"
        sizes = [tranche.size for tranche in self.tranches.values() if tranche.size is not None]
        amounts = [tranche.amount for tranche in self.tranches.values() if tranche.amount is not None]
        if sizes and amounts:
            yield ("tranches",), "some sizes are shares and some amounts", "state all of them in one way"
        elif sizes and abs(sum(size.number for size in sizes) - 1) > _SAME:
            added = 100 * sum(size.number for size in sizes)
            yield ("tranches",), f"the sizes add to {added:.6g} %", "make them add to 100 %"
        if amounts and self.amount is not None:
            yield ("amount",), "stands beside the amounts of tranches", "take one out"
        if not amounts and self.amount is None and self.paid_from != "debt_service":
            what = f"is not stated, and tranches paid from {self.paid_from} follow no debt"
            yield ("amount",), what, "state the amount issued"


class PooledBond(Block):
    """The heading ``green_bond``: one bond against the pooled cash flow."""

    label: Text | None = word("Name shown", default=None)
    amount: Figure = figure("Amount issued", Unit.MONEY, minimum=0)
    coupon: Figure = figure("Coupon", Unit.RATE, minimum=0, maximum=2)
    issue_year: Figure = figure("Issued at the end of", Unit.CALENDAR_YEAR, minimum=1900, maximum=2200, whole=True)
    tenor_years: Figure = figure("Tenor", Unit.YEARS, minimum=1, maximum=60, whole=True)
    repayment: Literal["equal", "annuity", "bullet"] = word("Principal is repaid", default="equal")
    paid_from: Source = word("What the bond is paid from", default="distributions", note=_SOURCE)
    coverage_target: Figure = figure(
        "Lowest coverage agreed", Unit.RATIO, default=1.0, minimum=0, note="Years below it are counted."
    )
    proceeds: Literal["refinancing", "new"] = word(
        "Proceeds pay for", default="refinancing",
        note="refinancing: go to the sponsors of the deals at issue; new: to what the pool has to pay in.",
    )  # fmt: skip


class Trust(Block):
    """The heading ``trust``: what an infrastructure investment trust pays out of what the pool distributes."""

    payout: Figure = figure(
        "Share of distributable cash paid out", Unit.SHARE, default=0.9, minimum=0,
        note="Trusts of this kind must usually pay out 90 %.",
    )  # fmt: skip
    expense_rate: Figure = figure("Expenses, share of what it receives", Unit.SHARE, default=0.0, minimum=0)
    leverage_limit: Figure = figure(
        "Highest debt, share of the value of assets", Unit.SHARE, default=0.49, minimum=0,
        note="While debt is above it, what would be paid out is kept.",
    )  # fmt: skip
    units: Figure | None = figure("Units", Unit.COUNT, default=None, minimum=1)


class Limits(Block):
    """The heading ``limits``: the largest share of the pool that one of a kind may be."""

    measure: Literal["uses", "debt", "cfads"] = word(
        "Exposure is measured by", default="uses",
        note="uses: total uses of funds; debt: commitments of lenders; cfads: its present value at the pool's rate.",
    )  # fmt: skip
    case: Figure | None = figure("Largest share of a case", Unit.SHARE, default=None, minimum=0)
    sector: Figure | None = figure("Largest share of a sector", Unit.SHARE, default=None, minimum=0)
    city: Figure | None = figure("Largest share of a city", Unit.SHARE, default=None, minimum=0)
    currency: Figure | None = figure("Largest share of a currency", Unit.SHARE, default=None, minimum=0)
    payer: Figure | None = figure("Largest share of one payer in revenue", Unit.SHARE, default=None, minimum=0)
    guarantor: Figure | None = figure(
        "Largest share of the debt that one guarantor covers", Unit.SHARE, default=None, minimum=0
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A limit on sectors or cities that no case names."""
        for key in ("sector", "city"):
            if getattr(self, key) is not None and not any(getattr(deal, key) for deal in case.cases.values()):
                yield (key,), f"no case states its {key}", f"state {key} under each of cases"
