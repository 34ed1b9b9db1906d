"""Terms of revenue: every stream, guarantee and share that the case states, with bands, rate cards and payoffs."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.document import Section
from finmodel.outputs.term_sheet.payoff_figures import payoff_figures, payoff_tables
from finmodel.outputs.term_sheet.rate_card import rate_card
from finmodel.outputs.term_sheet.stated_terms import Group, entries_under, groups_of, item_tables, own_terms
from finmodel.outputs.term_sheet.view import View

__all__ = ["HEADINGS", "LAND", "land_sections", "revenue_section"]

HEADINGS = ("revenue", "revenue_guarantees", "revenue_shares", "least_present_value")
"""The headings of a case under which it says what it is paid and what it owes of that."""

LAND = ("uplift", "tax_increment", "development_rights", "betterment_levy", "joint_development")
"""The instruments under ``land``, which pay the fund, or the public side, and not the company."""


def revenue_section(view: View) -> Section:
    """What the company is paid for, by whom and on which terms."""
    tables = [table for heading in HEADINGS for table in _under(view, heading)]
    return Section(
        "revenue",
        view.say("Revenue and payments"),
        lead=tuple(tables),
        figures=payoff_figures(view),
        tables=payoff_tables(view),
    )


def land_sections(view: View) -> list[Section]:
    """What is captured of the rise of land, and the fund that has it; none where a case captures nothing."""
    tables = [table for kind in LAND for table in _under(view, f"land.{kind}")]
    tables += own_terms(view, "land", "fund") if tables and "fund" in entries_under(view, "land") else ()
    return [Section("land", view.say("Land value capture"), lead=tuple(tables))] if tables else []


def _under(view: View, heading: str) -> list[Table]:
    return [table for name in entries_under(view, heading) for table in _tables(view, heading, name)]


def _tables(view: View, heading: str, name: str) -> Iterator[Table]:
    yield from own_terms(view, heading, name)
    for group in groups_of(view, heading, name):
        yield from _of_group(view, group)


def _of_group(view: View, group: Group) -> list[Table]:
    return rate_card(view, group) if group.key == "outcomes" else item_tables(view, group)
