"""Assembly: the parts that a case asks for, put together into one graph with its inputs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from finmodel.expr.functions import at
from finmodel.expr.graph import Graph, build
from finmodel.expr.line import Shape
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Definition, Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.costs import Lifecycle, Opex
from finmodel.inputs.flatten import ByYear, flatten
from finmodel.inputs.pool import COMMON
from finmodel.inputs.table import InputTable
from finmodel.inputs.text import label_of
from finmodel.model.capex import capex, capex_totals
from finmodel.model.currency.currency_parts import currency_parts, price_links, price_sections
from finmodel.model.debt_parts import debt_parts
from finmodel.model.discounting.by_dates import by_dates
from finmodel.model.discounting.by_periods import by_periods
from finmodel.model.distribution.by_cash import by_cash
from finmodel.model.distribution.by_retained_earnings import by_retained_earnings
from finmodel.model.distribution.distributions import distributions
from finmodel.model.drawdown.debt_first import debt_first
from finmodel.model.drawdown.equity_first import equity_first
from finmodel.model.drawdown.pro_rata import pro_rata
from finmodel.model.economics_parts import economics_parts
from finmodel.model.funding import funding
from finmodel.model.grant_parts import grant_parts
from finmodel.model.green_parts import green_parts
from finmodel.model.guarantee_parts import guarantee_parts
from finmodel.model.handover_parts import handover_parts
from finmodel.model.indexation import index, no_index
from finmodel.model.innovation_parts import innovation_parts
from finmodel.model.integrity import integrity
from finmodel.model.land_parts import land_account_parts, land_parts
from finmodel.model.lifecycle import lifecycle, lifecycle_totals
from finmodel.model.measure_parts import measure_parts
from finmodel.model.mra import mra
from finmodel.model.opex import opex, opex_totals
from finmodel.model.parties import matrix
from finmodel.model.phase_parts import phase_parts
from finmodel.model.pooling_parts import pool_parts
from finmodel.model.public_parts import public_parts
from finmodel.model.ratios import ratios
from finmodel.model.reserve_interest import reserve_interest
from finmodel.model.returns import returns
from finmodel.model.revenue.collection import revenue_totals
from finmodel.model.revenue_agreements import revenue_agreement_parts
from finmodel.model.revenue_parts import revenue_parts
from finmodel.model.shareholder_loan import shareholder_loan
from finmodel.model.shareholders import by_holder
from finmodel.model.spend.even_spend import even_spend
from finmodel.model.spend.given_spend import given_spend
from finmodel.model.statements import balance_sheet, cash_flow_statement, income_statement
from finmodel.model.tax_parts import tax_parts
from finmodel.model.timing import timing
from finmodel.model.vat import vat
from finmodel.model.vat_facility import vat_facility_parts
from finmodel.model.waterfall import waterfall
from finmodel.model.working_capital import working_capital

__all__ = ["Model", "assemble", "by_year_part"]

_DRAWDOWN = {"pro_rata": pro_rata, "equity_first": equity_first, "debt_first": debt_first}
_DISTRIBUTION = {"cash": by_cash, "retained_earnings": by_retained_earnings}
_DISCOUNTING = {"dates": by_dates, "periods": by_periods}


@dataclass(frozen=True, slots=True)
class Model:
    """A case as a graph with its inputs, and the number of periods of its grid."""

    graph: Graph
    inputs: InputTable
    periods: int
    period_months: int


def assemble(case: Case) -> Model:
    """The model of a case."""
    grid = case.grid()
    flat = flatten(case, grid)
    parts = by_holder(case, [*_operating_parts(case), *_financing_parts(case)])
    extras = [*pool_parts(case), *innovation_parts(case), *economics_parts(case)]
    extras += green_parts(case, parts, operates=True)
    beside = [*land_account_parts(case), *measure_parts(case), *public_parts(case), *extras]
    parts = [by_year_part(flat.by_year), *parts, *matrix(parts), *beside, integrity.part()]
    return Model(build(parts, flat.table.variables), flat.table, grid.periods, grid.period_months)


def _operating_parts(case: Case) -> list[Part]:
    return [
        timing.part(),
        no_index.part(),
        *(index.instance(name, label=label_of(name, block)) for name, block in case.indices.items()),
        *currency_parts(case),
        *_capex_parts(case),
        *phase_parts(case),
        capex_totals.part(),
        vat.part(),
        *revenue_parts(case),
        *land_parts(case),
        *revenue_agreement_parts(case),
        *handover_parts(case),
        revenue_totals.part(),
        *(_running_cost(opex, name, item) for name, item in case.opex.items()),
        opex_totals.part(),
        *(_running_cost(lifecycle, name, item) for name, item in case.lifecycle.items()),
        lifecycle_totals.part(),
        mra.part(),
        working_capital.part(),
    ]


def _capex_parts(case: Case) -> Iterable[Part]:
    for name, item in case.capex.items():
        spend = even_spend if item.spend is None else given_spend
        yield capex.instance(
            name,
            spend,
            *price_sections(item.currency),
            label=label_of(name, item),
            roles={"supplier": item.supplier, "pool": item.tax_pool, "member": item.member or COMMON},
            links=price_links(item.index, item.currency, converted_at_close=True),
        )


def _running_cost(section: Section, name: str, item: Opex | Lifecycle) -> Part:
    return section.instance(
        name,
        *price_sections(item.currency),
        label=label_of(name, item),
        roles={"supplier": item.supplier, "member": item.member or COMMON},
        links=price_links(item.index, item.currency),
    )


def _financing_parts(case: Case) -> list[Part]:
    return [
        funding.part(_DRAWDOWN[case.funding.drawdown]),
        *vat_facility_parts(case),
        *debt_parts(case),
        *guarantee_parts(case),
        *grant_parts(case),
        *tax_parts(case),
        waterfall.part(),
        reserve_interest.part(),
        shareholder_loan.part(),
        distributions.part(_DISTRIBUTION[case.distributions.limit]),
        income_statement.part(),
        cash_flow_statement.part(),
        balance_sheet.part(),
        ratios.part(),
        returns.part(_DISCOUNTING[case.valuation.convention]),
    ]


def by_year_part(tables: Iterable[ByYear]) -> Part:
    """A line for every input that is given by year: the value of the year in which the period begins."""
    return Part("by_year", "Inputs by year", tuple(_by_year_line(table) for table in tables))


def _by_year_line(table: ByYear) -> Definition:
    def formula(m: Names) -> Node:
        return at(m[table.table], m.year_position)

    note = "The value that the table by year gives for the year in which the period begins."
    return Definition(table.name, table.label, table.unit, Shape.SERIES, formula, note)
