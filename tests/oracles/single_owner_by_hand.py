"""What Single Owner does, in forty lines of plain Python: the conventions a case of ours has to state to agree."""

from __future__ import annotations

from collections.abc import Sequence

import numpy_financial

from tests.oracles.single_owner import Found, SingleOwner

__all__ = ["by_hand"]


def by_hand(deal: SingleOwner) -> Found:
    """Debt, reserve, tax and equity flows of a deal by year, year 0 being financial close."""
    years = range(1, deal.years + 1)
    cash = [0.0, *(earned - spent for earned, spent in zip(deal.revenue, deal.opex, strict=True))]
    debt = _sculpted_debt(deal, cash) if deal.dscr else _share_of_uses(deal)
    balance, interest, principal = [debt], [0.0], [0.0]
    for year in years:
        interest.append(balance[-1] * deal.rate)
        due = cash[year] / deal.dscr if deal.dscr else _payment(deal, debt, year)
        principal.append(due - interest[-1] if year <= deal.tenor else 0.0)
        balance.append(balance[-1] - principal[-1])
    interest = [amount if year <= deal.tenor else 0.0 for year, amount in enumerate(interest)]
    service = [i + p for i, p in zip(interest, principal, strict=True)]
    reserve = [deal.reserve_months / 12 * following for following in (*service[1:], 0.0)]
    earned = [0.0, *(deal.reserve_rate * opening for opening in reserve[:-1])]
    written_off = [0.0, *(deal.capex / deal.depreciation_years if y <= deal.depreciation_years else 0.0 for y in years)]
    # A loss gives a negative tax, which Single Owner pays out in the same year instead of carrying it forward.
    tax = [deal.tax_rate * (cash[y] + earned[y] - interest[y] - written_off[y]) for y in range(deal.years + 1)]
    uses = deal.capex + deal.closing_cost + deal.fee * debt + reserve[0] - deal.grant
    flow = [debt - uses]
    flow += [cash[y] - service[y] + earned[y] - (reserve[y] - reserve[y - 1]) - tax[y] for y in years]
    return Found(
        debt=debt,
        uses=uses,
        equity=uses - debt,
        irr=float(numpy_financial.irr(flow)),
        npv=float(numpy_financial.npv(deal.discount_rate, flow)),
        balance=tuple(balance),
        interest=tuple(interest),
        principal=tuple(principal),
        dscr=tuple(c / s if s else 0.0 for c, s in zip(cash, service, strict=True)),
        reserve=tuple(reserve),
        tax=tuple(tax),
        equity_flow=tuple(flow),
    )


def _sculpted_debt(deal: SingleOwner, cash: Sequence[float]) -> float:
    """What the cash before tax, divided by the cover, is worth at the loan rate; nothing caps it."""
    return sum(cash[year] / deal.dscr / (1 + deal.rate) ** year for year in range(1, deal.tenor + 1))


def _payment(deal: SingleOwner, debt: float, year: int) -> float:
    """Interest only in the moratorium; then level, or equal principal with interest on what is left."""
    repayments, repaid = deal.tenor - deal.moratorium, year - 1 - deal.moratorium
    if repaid < 0:
        return debt * deal.rate
    if year > deal.tenor:
        return 0.0
    if deal.equal_principal:
        return debt / repayments * (1 + deal.rate * (repayments - repaid))
    return float(-numpy_financial.pmt(deal.rate, repayments, debt))


def _share_of_uses(deal: SingleOwner) -> float:
    """The share of all uses after the grant, the first reserve being one of them (without a fee)."""
    first_service = _payment(deal, 1.0, 1)
    fixed = deal.capex + deal.closing_cost - deal.grant
    return deal.debt_share * fixed / (1 - deal.debt_share * deal.reserve_months / 12 * first_service)
