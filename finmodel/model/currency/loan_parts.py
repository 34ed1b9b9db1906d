"""What a facility is made of besides, where it is lent in a foreign currency, and what its lines read there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from finmodel.expr.section import Section
from finmodel.inputs.facilities import Loan
from finmodel.model.currency.cost_of_loan import cost_of_loan
from finmodel.model.currency.foreign_loan import foreign_loan

__all__ = ["foreign_links", "foreign_sections"]


def foreign_sections(loan: Loan) -> Sequence[Section]:
    """Its own money, revaluation, and what it costs in the case's currency; nothing for a loan in that currency."""
    return [foreign_loan, cost_of_loan] if loan.currency else []


def foreign_links(name: str, loan: Loan) -> Mapping[str, str]:
    """What stands for the commitment, for what the profile repays, and for the rates of exchange."""
    if loan.currency is None:
        repaid = {} if loan.grows else {"repayable": f"{name}.commitment"}
        return {"own_commitment": f"{name}.commitment", **repaid}
    repaid = {"repayable": f"{name}.own_commitment", "commitment_share": f"{name}.drawdown_level"}
    return {
        "currency_level": f"{loan.currency}.level",
        "currency_growth": f"{loan.currency}.growth",
        "exchange": f"{loan.currency}.rate",
        "exchange_at_close": f"{loan.currency}.spot",
        **({} if loan.grows else repaid),
    }
