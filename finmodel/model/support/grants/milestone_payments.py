"""Milestone payments: sums paid as milestones of construction are certified; what the works leave is the company's."""

from collections.abc import Sequence

from finmodel.expr.functions import maximum, minimum, month, previous, summed, total, year
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.support.grants.account import account
from finmodel.units import Unit

__all__ = ["by_date", "by_progress", "milestone", "milestone_account", "paid_as_certified", "taxed_as_income"]

milestone = Section("milestone", "Grants")
by_progress = Section("milestone_by_progress", "Grants")
by_date = Section("milestone_by_date", "Grants")
taxed_as_income = Section("milestones_taxed", "Grants")
_kept = Section("milestones_kept", "Grants")


@by_progress.line("Still to be done for the milestone", Unit.MONEY)
def to_do_by_progress(m: Names) -> Node:
    """Its share of the planned cost of all works, less what is done."""
    return m.progress * m.works_planned - m.works_done


@by_date.line("Months of planned construction done", Unit.MONTHS)
def months_done(m: Names) -> Node:
    """A delay stretches them evenly, as it does the work."""
    return minimum(m.months_elapsed * m.construction_months / m.completion_month, m.construction_months)


@by_date.line("Still to be done for the milestone", Unit.MONTHS)
def to_do_by_date(m: Names) -> Node:
    """Months of planned construction up to the end of the month in which its day lies, less those done."""
    months = 12 * (year(m.date) - year(m.start)) + month(m.date) - month(m.start) + 1
    return months - m.months_done


@milestone.line("Milestone reached", Unit.FLAG)
def reached(m: Names) -> Node:
    """1 from the period in which nothing is left to be done for it."""
    return m.to_do <= m.tolerance


@milestone.line("Certified so far", Unit.MONEY, certified="payments")
def certified(m: Names) -> Node:
    """Its amount, once it is reached."""
    return m.amount * m.reached


def paid_as_certified(milestones: Sequence[str], works: Sequence[str]) -> Section:
    """Payments for these milestones; progress is of these items of capital expenditure."""
    section = Section("milestone_payments", "Grants")

    @section.scalar("Planned cost of all works", Unit.MONEY)
    def works_planned(m: Names) -> Node:
        """At prices of financial close, before contingency and VAT."""
        return summed(*(m[f"{name}.base_cost"] for name in works))

    @section.line("Planned cost of what is done", Unit.MONEY)
    def works_done(m: Names) -> Node:
        """The share of each item that is done, at its planned cost."""
        return summed(*(m[f"{name}.base_cost"] * m[f"{name}.spent"] for name in works))

    @section.scalar("All milestones", Unit.MONEY, limit="grant")
    def amounts(m: Names) -> Node:
        """What is paid for all of them together."""
        return summed(*(m[f"{name}.amount"] for name in milestones))

    @section.line("Share certified so far", Unit.SHARE)
    def share_certified(m: Names) -> Node:
        """What has been certified, of all amounts."""
        return m.sum_of(certified=m.instance_name) / m.amounts

    @section.line("Milestone payment", Unit.MONEY, grant="received", financing="in", payer="grantor", payee="company")
    def received(m: Names) -> Node:
        """What was agreed, for the share certified in the period, as far as it is really paid."""
        return m.available * (m.share_certified - previous(m.share_certified))

    return section


@_kept.line("Payments left to the company", Unit.MONEY, available="in", asset="granted", grant="used", pool="pool")
def kept(m: Names) -> Node:
    """When construction is completed, what has been received and not been used is the company's cash."""
    return m.completion_flag * maximum(m.received_so_far - m.used_so_far, 0)


@_kept.line("Milestone account, closing", Unit.MONEY, balance="asset", reserve="balance")
def account_closing(m: Names) -> Node:
    """Opening plus received less used and kept, with what a bridge loan lends and takes."""
    moved = m.account_opening + m.received - m.used - m.kept
    return summed(moved, *m.own_each(bridge="net"))


@_kept.scalar("Payments not used by plan", Unit.MONEY, freezable=True)
def unused_by_plan(m: Names) -> Node:
    """What would be left if everything went as it is expected at financial close."""
    return total(m.kept)


milestone_account = (account.without("returned", "account_closing", "unused_by_plan"), _kept)
"""The account of a grant, but that what construction does not use stays with the company."""


@taxed_as_income.line(
    "Tax on milestone payments", Unit.MONEY, use="construction", financing="out", tax="apart", payer="company",
    payee="state_budget",
)  # fmt: skip
def milestone_tax(m: Names) -> Node:
    """Taxed as income when received, apart from other profit and losses, and paid from the funds of construction."""
    return m.received * m.tax_rate


@taxed_as_income.line("Payments that lower no cost", Unit.MONEY, asset="granted")
def taxed_away(m: Names) -> Node:
    """Assets cost less by what is left of payments after tax."""
    return -m.milestone_tax
