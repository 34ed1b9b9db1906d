"""A risk of the public sector: its expected cost, the part passed on under the PPP and the part kept."""

from finmodel.expr.functions import at, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["of_register", "public_risk", "public_risks", "stated_outcomes"]

public_risk = Section("public_risk", "Value for money")
public_risks = Section("public_risks", "Value for money")
of_register = Section("public_risk_of_register", "Value for money")


@public_risk.line("Expected cost", Unit.MONEY)
def expected_flow(m: Names) -> Node:
    """The expected share of its base: of cost that is added, or of revenue that is lost."""
    return m.risk_base * m.expected_share


@public_risk.line("Passed on", Unit.MONEY, public_risk="transferable", scales="scales")
def transferable_flow(m: Names) -> Node:
    """The part that the private partner bears under the PPP."""
    return m.expected_flow * m.transferred_share


@public_risk.line("Kept", Unit.MONEY, public_risk="retained")
def retained_flow(m: Names) -> Node:
    """The part that stays with the State on both sides of the comparison."""
    return m.expected_flow - m.transferable_flow


@of_register.scalar("Expected share of the base", Unit.SHARE)
def expected_share(m: Names) -> Node:
    """Probability of the risk in the register times impact."""
    return m.register_probability * at(m.impact, 1)


def stated_outcomes(count: int) -> Section:
    """The expected share of a risk with so many outcomes."""
    section = Section("public_risk_outcomes", "Value for money")

    @section.scalar("Expected share of the base", Unit.SHARE)
    def expected_share(m: Names) -> Node:
        """Each outcome's probability times its impact, added up."""
        return summed(*(at(m.probability, place) * at(m.impact, place) for place in range(1, count + 1)))

    return section


@public_risks.line("Transferable risk", Unit.MONEY)
def transferable_risk_flow(m: Names) -> Node:
    """What all risks passed on under the PPP would cost the public sector."""
    return m.sum_of(public_risk="transferable")


@public_risks.line("Transferable risk on costs", Unit.MONEY)
def transferable_cost_risk_flow(m: Names) -> Node:
    """The part of it that rises with the public sector's costs."""
    return m.sum_of(public_risk="transferable", scales="cost")


@public_risks.line("Retained risk", Unit.MONEY)
def retained_risk_flow(m: Names) -> Node:
    """What risks that the State keeps cost it, with or without the PPP."""
    return m.sum_of(public_risk="retained")
