"""Hedges: what is agreed at financial close to fix the rate of exchange or the interest rate of a facility."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["CrossCurrencySwap", "FxForward", "Hedge", "InterestRateSwap"]

_OF_EXCHANGE, _OF_INTEREST = ("fx_forward", "cross_currency_swap"), ("interest_rate_swap", "cross_currency_swap")
_WHAT = {_OF_EXCHANGE: "rate of exchange", _OF_INTEREST: "interest"}


class _Hedge(Block):
    label: Text | None = word("Name shown", default=None)
    facility: str = word("Facility that is hedged")
    counterparty: str = word("With whom", default="hedge_bank")
    share: Figure = figure("Share that is hedged", Unit.SHARE, default=1.0, minimum=0)
    credit_spread: Figure = figure("Credit charge of the bank a year", Unit.RATE, default=0.0, minimum=0)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A facility the case does not have, or of which more is hedged than there is."""
        if self.facility not in case.facilities:
            yield (("facility",), *not_there(self.facility, tuple(case.facilities), "facilities"))
            return
        loan = case.facilities[self.facility]
        if loan.interest_on == "average_balance":
            what = f"{self.facility} is charged on its average balance, and hedges are of the opening one"
            yield ("facility",), what, f"write interest_on: opening_balance under facilities.{self.facility}"
        yield from self._on_currency(case, loan.currency)
        of_facility = [hedge for hedge in case.hedges.values() if hedge.facility == self.facility]
        for kinds, what in _WHAT.items():
            together = [hedge for hedge in of_facility if hedge.type in kinds]
            shared = sum(hedge.share.number for hedge in together)
            if together and together[-1] is self and shared > 1 + 1e-9:
                said = f"{100 * shared:.4g} % of the {what} of {self.facility} is hedged"
                yield ("share",), said, "let the shares add to 100 % or less"

    def _on_currency(self, case: Any, currency: str | None) -> Iterable[Inconsistency]:  # noqa: ARG002 - for subclasses
        return ()


class _OfExchange(_Hedge):
    def _on_currency(self, case: Any, currency: str | None) -> Iterable[Inconsistency]:  # noqa: ARG002 - for subclasses
        if currency is None:
            what = f"{self.facility} is in the case's own currency"
            yield ("facility",), what, "hedge a facility that has a currency, or take the hedge out"


class FxForward(_OfExchange):
    """``type: fx_forward``: a share of every payment of debt service is bought at the forward rates of close."""

    type: Literal["fx_forward"]

    def _on_currency(self, case: Any, currency: str | None) -> Iterable[Inconsistency]:
        yield from super()._on_currency(case, currency)
        if currency in case.currencies and not case.currencies[currency].has_forward:
            what = f"the forward rates of {currency} are not known"
            yield ("facility",), what, f"state currencies.{currency}.domestic_rate and foreign_rate"


class CrossCurrencySwap(_OfExchange):
    """``type: cross_currency_swap``: the loan's payments are received, a fixed rate in the case's currency is paid."""

    type: Literal["cross_currency_swap"]
    fixed_rate: Figure = figure("Fixed rate paid", Unit.RATE, minimum=-0.05, maximum=2)
    exchange_rate: Figure | None = figure(
        "Rate at which principal is exchanged", Unit.NUMBER, default=None, minimum=1e-9,
        note="Units of the case's currency for one unit; the rate of financial close if none is stated.",
    )  # fmt: skip


class InterestRateSwap(_Hedge):
    """``type: interest_rate_swap``: the base rate is received, a fixed rate is paid, on a share of the loan."""

    type: Literal["interest_rate_swap"]
    fixed_rate: Figure = figure("Fixed rate paid in place of the base rate", Unit.RATE, minimum=-0.05, maximum=2)


Hedge = Annotated[FxForward | CrossCurrencySwap | InterestRateSwap, Field(discriminator="type")]
