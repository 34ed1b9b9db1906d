"""Tax depreciation in total."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["tax_depreciation"]

tax_depreciation = Section("tax_depreciation", "Tax depreciation")


@tax_depreciation.line("Tax depreciation, all pools", Unit.MONEY)
def tax_depreciation_total(m: Names) -> Node:
    """Every pool's charge."""
    return m.sum_of(tax="depreciation")


@tax_depreciation.line("Tax depreciation without financing costs", Unit.MONEY)
def tax_depreciation_works(m: Names) -> Node:
    """The charge on works alone: what a project without debt would deduct."""
    return m.sum_of(tax="depreciation", of="works")
