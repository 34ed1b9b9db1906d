"""Shareholders: what each party that holds a share pays in and receives, and its own return."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from finmodel.expr.functions import absolute, first_where, internal_rate, ratio, sum_product, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Definition, Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.finance import SPONSOR
from finmodel.inputs.text import in_words
from finmodel.units import Unit

__all__ = ["by_holder", "shareholder"]

shareholder = Section("shareholder", "Shareholders")


@shareholder.line("Paid in by the shareholder", Unit.MONEY, holding="paid_in", payer="holder", payee="company")
def holder_paid_in(m: Names) -> Node:
    """Its share of equity and shareholder loan; the support of completion is the sponsor's alone."""
    return summed(m.share_held * (m.equity_invested - m.sponsor_support), *m.own_each(holder="support"))


@shareholder.line("Paid out to the shareholder", Unit.MONEY, payer="company", payee="holder")
def holder_received(m: Names) -> Node:
    """Its share of shareholder loan service, dividends and share capital returned; support buys no further share."""
    return m.share_held * m.equity_received


@shareholder.line("Shareholder's cash flow", Unit.MONEY)
def holder_cash_flow(m: Names) -> Node:
    """Paid out less paid in."""
    return m.holder_received - m.holder_paid_in


@shareholder.line("First shareholder's flow", Unit.FLAG)
def holder_flow_flag(m: Names) -> Node:
    """1 where the cash flow is not 0 within the tolerance."""
    return absolute(m.holder_cash_flow) > m.tolerance


@shareholder.scalar("Equity IRR", Unit.RATE, kpi="irr_of_holder")
def holder_irr(m: Names) -> Node:
    """The shareholder's own: equity and shareholder loan together; annual effective, on dates."""
    return internal_rate(m.holder_cash_flow, m.period_end, first_where(m.holder_flow_flag))


@shareholder.scalar("Shareholder's NPV", Unit.MONEY)
def holder_npv(m: Names) -> Node:
    """At the sponsors' discount rate, at financial close."""
    return sum_product(m.holder_cash_flow, m.equity_discount_factor)


@shareholder.scalar("Shareholder's multiple", Unit.RATIO)
def holder_multiple(m: Names) -> Node:
    """All that is paid out divided by all that is paid in."""
    paid_in = total(m.holder_paid_in)
    return ratio(total(m.holder_received), paid_in * (paid_in > m.tolerance))


def _sponsor(others: Iterable[str]) -> Section:
    """What the sponsor holds and does alone."""
    section = Section("sponsor", "Shareholders")
    figures = [f"shareholders_{name}" for name in others]

    @section.scalar("Share held", Unit.SHARE)
    def share_held(m: Names) -> Node:
        """What the other shareholders leave."""
        return summed(1, *(-m[figure] for figure in figures))

    @section.line("Support of completion", Unit.MONEY, holder="support")
    def completion_support(m: Names) -> Node:
        """Equity that pays for uses beyond commitments."""
        return m.sponsor_support

    return section


def by_holder(case: Case, parts: Iterable[Part]) -> list[Part]:
    """The parts with every flow of equity paid and received by each shareholder, where a case has several.

    The lines of all shareholders together then pay nobody; each shareholder's own lines do.
    """
    others = case.funding.shareholders
    if not others:
        return list(parts)
    holders = [_holder(name, links={"share_held": f"shareholders_{name}"}) for name in others]
    return [*map(_in_total, parts), _holder(SPONSOR, _sponsor(others)), *holders]


def _holder(name: str, *also: Section, links: Mapping[str, str] | None = None) -> Part:
    roles = {"holder": name, "irr_of_holder": f"equity_irr_{name}"}
    label = in_words(name)
    return shareholder.instance(f"shareholder_{name}", *also, label=label, roles=roles, links=links)


def _in_total(part: Part) -> Part:
    return replace(part, definitions=tuple(map(_paid_by_nobody, part.definitions)))


def _paid_by_nobody(definition: Definition) -> Definition:
    if "equity" not in definition.tags:
        return definition
    kept = {key: value for key, value in definition.tags.items() if key not in ("payer", "payee")}
    return replace(definition, tags=kept)
