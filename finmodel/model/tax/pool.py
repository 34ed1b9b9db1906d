"""Tax pool: assets of one class depreciated together for tax; what is left at the end is written off."""

from finmodel.expr.functions import either, previous, summed, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["financing_pool", "pool"]

pool = Section("tax_pool", "Tax depreciation")
financing_pool = Section("tax_pool_financing", "Tax depreciation")


@pool.line("Additions", Unit.MONEY)
def additions(m: Names) -> Node:
    """Capital expenditure of the pool's items, less grants that lower it; or capitalised financing costs."""
    added = m.sum_of(cash="capex", pool=m.instance_name) + m.own_sum_of(addition="financing")
    return summed(added, *m.own_each(addition="grant"))


@pool.line("Balance, opening", Unit.MONEY)
def opening(m: Names) -> Node:
    """The balance at the end of the period before."""
    return previous(m.closing)


@pool.line("Tax depreciation", Unit.MONEY, tax="depreciation", of="cost")
def depreciation(m: Names) -> Node:
    """The method's charge in operation; in its last period, or on handover, all that is left, if the regime allows."""
    rest, handed_over = m.opening + m.additions, m.each(handover="flag")
    last = either(m.last_operation_flag, *handed_over) if handed_over else m.last_operation_flag
    return where(last * m.write_off_at_end, rest, m.charge * m.operation_flag)


@pool.line("Balance, closing", Unit.MONEY)
def closing(m: Names) -> Node:
    """Opening plus additions less depreciation."""
    return m.opening + m.additions - m.depreciation


@financing_pool.line("Capitalised financing costs", Unit.MONEY, addition="financing")
def financing_additions(m: Names) -> Node:
    """Interest and fees during construction, interest added to loans included."""
    return summed(m.financing_cost, *m.each(asset="without_cash"))
