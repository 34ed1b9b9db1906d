"""What a word of a case that chooses a definition means to a reader, by the last part of its path and the word."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["DEFINITIONS"]

DEFINITIONS: Mapping[str, str] = {
    "drawdown pro_rata": "Pro rata: loan and sponsors' funds in the same proportion",
    "drawdown equity_first": "Sponsors' funds first, then the loan",
    "drawdown debt_first": "The loan first, then the sponsors' funds",
    "profile sculpted": "Sculpted: debt service follows the cash flow",
    "profile annuity": "Annuity: equal debt service",
    "profile equal": "Equal principal",
    "profile balloon": "Equal principal with a balloon at maturity",
    "profile given": "By a stated schedule",
    "type term_loan": "Term loan",
    "type concessional_loan": "Concessional loan",
    "type mezzanine_loan": "Mezzanine loan",
    "type vendor_loan": "Vendor loan",
    "type bond": "Bond",
    "construction_interest funded": "Paid from sources of funds",
    "construction_interest added": "Added to the loan",
    "day_count act_365": "Actual/365",
    "day_count act_360": "Actual/360",
    "day_count 30_360": "Months of 30 days / 360",
    "type cash": "Cash on the reserve account",
    "type letter_of_credit": "Letter of credit",
    "lockup_test historic": "On the months past",
    "lockup_test forward": "On the months ahead",
    "limit cash": "By cash",
    "limit retained_earnings": "By retained earnings",
    "regime sez": "Special economic zone, then the standard rate",
    "regime kz_standard": "Standard regime of Kazakhstan",
    "tax levered": "With tax after the interest shield",
    "tax unlevered": "With tax before the interest shield",
    "tax none": "Before tax",
}
"""By the last part of the path of a word and the word itself."""
