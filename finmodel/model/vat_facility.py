"""VAT facility: a bridge that pays VAT on construction until it is refunded; uses are net of the VAT it pays."""

from collections.abc import Iterable

from finmodel.expr.functions import highest, minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.model.bridge import bridge
from finmodel.model.timing import DAY_COUNTS
from finmodel.units import Unit

__all__ = ["vat_facility", "vat_facility_parts"]

vat_facility = Section("vat_facility", "VAT")
vat_limit = Section("vat_limit", "VAT")


@vat_facility.line("VAT bridged at most", Unit.MONEY)
def vat_bridged_at_most(m: Names) -> Node:
    """The stated share of the VAT to be refunded."""
    return m.vat_facility_share * m.vat_receivable_closing


@vat_facility.scalar("VAT facility committed", Unit.MONEY, freezable=True)
def bridge_commitment(m: Names) -> Node:
    """The most that the plan asks of it, or the stated amount where that is less."""
    return minimum(highest(m.vat_bridged_at_most), *m.own_each(limit="vat_facility"))


@vat_facility.line("VAT bridged", Unit.MONEY)
def bridged(m: Names) -> Node:
    """Up to the commitment; what is above it is paid for like any other use."""
    return minimum(m.vat_bridged_at_most, m.bridge_commitment)


@vat_facility.line("Net of VAT bridged, construction", Unit.MONEY, use="construction", financing="out")
def vat_bridged_in_construction(m: Names) -> Node:
    """Repaid less drawn: below 0 as long as the facility pays VAT that other sources need not pay."""
    return (m.bridge_repaid - m.bridge_drawn) * m.construction_flag


@vat_facility.line("Net of VAT bridged, operation", Unit.MONEY, vat="assigned")
def vat_refund_assigned(m: Names) -> Node:
    """What refunds repay after construction: it is no cash flow available for debt service."""
    return (m.bridge_repaid - m.bridge_drawn) * (1 - m.construction_flag)


@vat_limit.scalar("Limit: amount", Unit.MONEY, limit="vat_facility")
def vat_amount_allowed(m: Names) -> Node:
    """The stated amount."""
    return m.vat_facility_amount


def vat_facility_parts(case: Case) -> Iterable[Part]:
    """The VAT facility of a case, if it has one."""
    terms = case.funding.vat_facility
    if terms is not None:
        figures = ("rate", "upfront_fee_rate", "commitment_fee_rate")
        yield vat_facility.instance(
            "vat_facility",
            bridge,
            *([vat_limit] if terms.amount is not None else []),
            label="VAT facility",
            roles={"bridge_lender": terms.lender},
            links={
                "day_count": DAY_COUNTS[terms.day_count],
                **{f"bridge_{figure}": f"vat_facility_{figure}" for figure in figures},
            },
        )
