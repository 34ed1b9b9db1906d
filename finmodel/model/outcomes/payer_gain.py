"""Gain of the payer: what outcomes save its budget, less what it pays for them."""

from finmodel.expr.functions import sum_product, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["outcome_saving", "payer_gain"]

payer_gain = Section("payer_gain", "Revenue")
outcome_saving = Section("outcome_saving", "Revenue")


@outcome_saving.line("Saved by the payer", Unit.MONEY, saved_by="stream")
def saved(m: Names) -> Node:
    """What a unit a year saves the payer's budget, indexed, for all that is attributed in the period."""
    return m.achieved_units * m.saving * m.saving_price


@payer_gain.line("Saved by the payer", Unit.MONEY)
def payer_saving(m: Names) -> Node:
    """All outcomes together; the payer's own money, which never passes through the company."""
    return m.sum_of(saved_by=m.instance_name)


@payer_gain.line("Gain of the payer", Unit.MONEY)
def payer_gains(m: Names) -> Node:
    """What it saves less what it owes for outcomes, with what a cap on the return gives back."""
    return summed(m.payer_saving - m.revenue, *m.own_each(returned="payer"))


@payer_gain.scalar("Saved by the payer in total", Unit.MONEY)
def saving_total(m: Names) -> Node:
    """Over the contract, in nominal money."""
    return total(m.payer_saving)


@payer_gain.line("Discount factor of the payer", Unit.INDEX)
def payer_discount_factor(m: Names) -> Node:
    """To financial close, at the payer's rate; at the project's where the case states none."""
    return (1 + m.rate_of_payer) ** -m.years_since_close


@payer_gain.scalar("Gain of the payer, present value", Unit.MONEY)
def payer_gain_value(m: Names) -> Node:
    """At financial close; below 0 where outcomes cost the payer more than they save it."""
    return sum_product(m.payer_gains, m.payer_discount_factor)
