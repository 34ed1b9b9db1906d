"""Deals that cannot be: which flags of a model refuse it, where the case file says so much, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from finmodel.errors import Problem
from finmodel.inputs.document import Document
from finmodel.inputs.trouble import Path
from finmodel.results import Results

__all__ = ["REFUSALS", "Refusal", "refusals"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is said where a flag is 1; ``{name}`` stands for a line of the flag's instance or of the whole model."""

    path: Path
    """Where the case says it; ``{instance}`` stands for the instance of the flag, other words for its tags."""
    what: str
    remedy: str
    limits: Mapping[str, str] = field(default_factory=dict)
    """What ``{limit}`` stands for: the word of the least of these lines that the instance has."""


REFUSALS: Mapping[str, Refusal] = {
    "no_equity": Refusal(
        ("facilities", "{instance}", "sizing"),
        "the limits stated allow more debt than the total uses of {total_uses:,.2f}: no equity is left",
        "add a limit: sizing.gearing or sizing.amount",
    ),
    "no_cash_flow": Refusal(
        ("facilities", "{instance}", "sizing"),
        "the binding limit is {limit}: CFADS for sizing is positive in no period of service",
        "raise revenue, lower costs or lengthen tenor_months; or drop this facility",
        limits={"dscr_capacity": "DSCR", "llcr_capacity": "LLCR"},
    ),
    "grants_above_uses": Refusal(
        ("grants", "{instance}"),
        "with this grant, grants pay for more than the total uses of {total_uses:,.2f}",
        "lower it, or state its share of uses",
    ),
    "bid_above_caps": Refusal(
        ("grants", "{instance}", "bid"),
        "the bid of {asked_for:,.2f} is above the {highest_grant:,.2f} that the caps of all sources allow",
        "lower it, or raise the caps of sources",
    ),
    "late_grant": Refusal(
        ("grants", "{instance}", "milestones"),
        "of the grant, {unused_by_plan:,.2f} come when debt and equity have already paid for the uses",
        "take earlier milestones, or state a bridge loan",
    ),
    "not_refinanced": Refusal(
        ("refinancing", "{instance}", "sizing"),
        "the new loan of {commitment:,.2f}, less its fee, and cash do not reach for the {replaced_total:,.2f} that"
        " the old one takes with its break cost: the binding limit is {limit}",
        "raise that limit, choose a later month, or drop the refinancing",
        limits={"dscr_capacity": "DSCR", "balance_capacity": "the balance replaced", "amount_capacity": "the amount"},
    ),
    "fund_overdrawn": Refusal(
        ("land", "fund"),
        "the fund is to pay more than it has: at worst it lacks {fund_overdrawn:,.2f}",
        "let it pay or reinvest less or later, capture more, or state a bond or an opening balance",
    ),
    "allocated_above_proceeds": Refusal(
        ("green", "allocations"),
        "{label}: at the end of a period {overdrawn:,.2f} more is allocated than has come in",
        "allocate less or later, or state share instead of amount",
    ),
    "allocated_above_eligible": Refusal(
        ("green", "projects", "{instance}"),
        "one instrument allocates more than the {eligible_left:,.2f} that is eligible and not allocated elsewhere:"
        " {allocated_in_all:,.2f} in all",
        "allocate less, or correct signed_amount, eligible_share or allocated_elsewhere",
    ),
    "double_counting": Refusal(
        ("green", "projects", "{instance}"),
        "instruments together allocate {allocated_in_all:,.2f}, more than the {eligible_left:,.2f} that is eligible:"
        " part of it counts twice",
        "let one of them allocate no more than the others leave",
    ),
    "spent_after_issue": Refusal(
        ("green", "projects", "{spent_on}", "spent_from"),
        "the spending that is to be refinanced begins after the proceeds have come in",
        "state its first day, which lies before the issue; or take refinanced_share and spent_from out: later spending"
        " is new",
    ),
    "fees_above_cap": Refusal(
        ("guarantees", "{instance}", "fee_rate"),
        "the fees of {fees_total:,.2f} are above the {highest_amount:,.2f} that the guarantor pays at most",
        "lower fee_rate or upfront_fee_rate, end the cover sooner with until_month, or raise the highest amount",
    ),
}
"""What is said of each line tagged ``refuse``, by the word of the tag."""


class _Words(dict[str, Any]):
    """What the names in a text stand for: scalar lines, those of one instance first, its label, and the limit."""

    def __init__(self, results: Results, instance: str, label: str, limits: Mapping[str, str]) -> None:
        own = {f"{instance}.{name}": word for name, word in limits.items()}
        known = {name: results.values[name] or 0.0 for name in own if name in results.values}
        super().__init__(limit=own[min(known, key=known.__getitem__)] if known else "", label=label)
        self._results = results
        self._instance = instance

    def __missing__(self, name: str) -> float:
        own = f"{self._instance}.{name}"
        return self._results.values[own if own in self._results.values else name] or 0.0


def refusals(results: Results, document: Document, *, left_to_review: bool = False) -> Iterator[Problem]:
    """The problem with each flag that refuses the deal, placed in the case file; a deal once signed is not asked.

    ``left_to_review``: a review tells as findings what is wrong under ``green``, and refuses nothing for it.
    """
    for line in results.graph.lines.values():
        refusal = REFUSALS[line.tags["refuse"]] if "refuse" in line.tags else None
        if refusal is None or not results.values[line.name] or results.frozen:
            continue
        if left_to_review and refusal.path[0] == "green":
            continue
        path = tuple(str(step).format(**line.tags, instance=line.instance) for step in refusal.path)
        what = refusal.what.format_map(_Words(results, line.instance, line.instance_label, refusal.limits))
        yield document.problem(path, what, refusal.remedy, at_key=True)
