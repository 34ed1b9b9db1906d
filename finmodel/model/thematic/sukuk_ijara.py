"""Sukuk al-ijara: rental, advance rental, servicing, insurance, purchase undertaking and asset cover."""

from finmodel.expr.functions import highest, lowest, maximum, previous, ratio, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["asset_cover_covenant", "sukuk_ijara", "tradability"]

sukuk_ijara = Section("sukuk_ijara", "Loans")
asset_cover_covenant = Section("asset_cover_covenant", "Loans")
tradability = Section("tradability", "Loans")


@sukuk_ijara.line("Rental paid", Unit.MONEY)
def rental(m: Names) -> Node:
    """The profit rate on certificates outstanding, and late payment, once the assets are delivered."""
    return m.interest_paid


@sukuk_ijara.line("Advance rental paid", Unit.MONEY)
def advance_rental(m: Names) -> Node:
    """Under the forward lease, while assets are built: set against rental, or returned if nothing is delivered."""
    return m.interest_during_construction


@sukuk_ijara.line("Paid for assets bought back", Unit.MONEY)
def bought_back(m: Names) -> Node:
    """Under the purchase undertaking: the principal of the period."""
    return m.principal_paid


@sukuk_ijara.line("Exercise price of the purchase undertaking", Unit.MONEY)
def exercise_price(m: Names) -> Node:
    """What the company would pay to dissolve the sukuk at the end of the period: certificates and rental unpaid."""
    return m.closing + m.interest_arrears


@sukuk_ijara.line("Leased assets at cost", Unit.MONEY)
def leased_cost(m: Names) -> Node:
    """The leased share of capital expenditure so far, work in progress included."""
    return previous(m.leased_cost) + m.leased_share * m.capex_total


@sukuk_ijara.line("Project assets at cost", Unit.MONEY)
def assets_at_cost(m: Names) -> Node:
    """All that has been added to the project's assets."""
    return previous(m.assets_at_cost) + m.assets_added


@sukuk_ijara.line("Leased assets, book value", Unit.MONEY)
def leased_value(m: Names) -> Node:
    """At cost, for the part of the project's assets that is not yet depreciated."""
    return m.leased_cost * m.assets_closing / m.assets_at_cost


@sukuk_ijara.line("Certificates outstanding", Unit.MONEY)
def certificates(m: Names) -> Node:
    """At the end of the period, before anything is prepaid in it."""
    return summed(m.opening, m.drawdown, *m.own_each(account_growth="yes")) - m.principal_paid


@sukuk_ijara.line("Certificates that count for cover", Unit.MONEY)
def certificates_covered(m: Names) -> Node:
    """Less than the tolerance counts as none."""
    return m.certificates * (m.certificates > m.tolerance)


@sukuk_ijara.line("Asset cover", Unit.RATIO)
def asset_cover(m: Names) -> Node:
    """Book value of the leased assets divided by certificates outstanding; blank without certificates."""
    return ratio(m.leased_value, m.certificates_covered)


@sukuk_ijara.scalar("Lowest asset cover", Unit.RATIO, kpi="asset_cover_minimum")
def asset_cover_minimum(m: Names) -> Node:
    """The weakest period."""
    return lowest(m.asset_cover)


@sukuk_ijara.line("Sum insured", Unit.MONEY)
def sum_insured(m: Names) -> Node:
    """The stated share of what the leased assets cost."""
    return m.insured_share * m.leased_cost


@sukuk_ijara.line("Lacking after a total loss", Unit.MONEY)
def total_loss_shortfall(m: Names) -> Node:
    """What the sum insured would fall short of the exercise price by, at the end of the period."""
    return maximum(m.exercise_price - m.sum_insured, 0)


@sukuk_ijara.scalar("Most lacking after a total loss", Unit.MONEY)
def total_loss_highest(m: Names) -> Node:
    """The worst period in which the assets could be lost."""
    return highest(m.total_loss_shortfall)


@sukuk_ijara.line(
    "Contribution for insurance",
    Unit.MONEY,
    fee="senior",
    payer="company",
    payee="takaful_operator",
    scheduled_fee="yes",
)
def takaful(m: Names) -> Node:
    """Of the sum insured at the start of the period, while the lease is in service; paid as servicing agent."""
    return m.takaful_rate * previous(m.sum_insured) * m.year_fraction * m.service_flag


@sukuk_ijara.line("Supplementary rental", Unit.MONEY, payer="company", payee="trustee")
def supplementary_rental(m: Names) -> Node:
    """Equal to what ownership costs the trustee in the period."""
    return m.takaful + m.servicing_amount * m.year_fraction * m.service_flag


@sukuk_ijara.line("Servicing charges set off", Unit.MONEY, payer="trustee", payee="company")
def servicing_set_off(m: Names) -> Node:
    """Insurance and ownership costs that the company bore for the trustee: set off, so that no money moves."""
    return m.supplementary_rental


@asset_cover_covenant.line("Asset cover is too low", Unit.FLAG, lockup="flag")
def asset_cover_flag(m: Names) -> Node:
    """1 where leased assets are worth less than the certificates times the level."""
    return m.leased_value < m.minimum_asset_cover * m.certificates_covered - m.tolerance


@asset_cover_covenant.scalar("Periods of asset cover too low", Unit.COUNT, check="alert")
def asset_cover_breaches(m: Names) -> Node:
    """In all, construction included."""
    return total(m.asset_cover_flag)


@tradability.line("Backed too little to be traded", Unit.FLAG)
def untradable_flag(m: Names) -> Node:
    """1 where leased assets back a smaller share of the certificates than trading off par asks for."""
    return m.leased_value < m.tradability_share * m.certificates_covered - m.tolerance


@tradability.scalar("Periods backed too little to be traded", Unit.COUNT, check="alert")
def untradable_periods(m: Names) -> Node:
    """In all, construction included."""
    return total(m.untradable_flag)
