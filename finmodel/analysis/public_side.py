"""The public side of a case put together: its tables of record, what risks add to them, and what is known in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from finmodel.analysis.by_year import yearly_tables
from finmodel.analysis.comparator import comparison_table
from finmodel.analysis.contingent import contingent_rows
from finmodel.analysis.economic_appraisal import appraisal_tables
from finmodel.analysis.pool_tables import pool_tables
from finmodel.inputs.case import Case
from finmodel.inputs.fact import Fact
from finmodel.inputs.fiscal import state_parties
from finmodel.inputs.vehicle import vehicle_facts
from finmodel.results import RecordTable, Results

__all__ = ["facts_of", "record_tables", "with_contingent"]


def record_tables(results: Results) -> Mapping[str, RecordTable]:
    """The tables that a case asks for: by year, by member and date of a pool, by rate."""
    compared = comparison_table(results)
    rated = {compared.key: compared} if compared else {}
    return {**yearly_tables(results), **pool_tables(results), **rated, **appraisal_tables(results)}


def with_contingent(
    case: Case, results: Results, shocks: Mapping[str, Mapping[str, float | tuple[float, ...]]]
) -> Results:
    """The results with what risks make the State pay, where the case states its fiscal commitments."""
    if "fiscal" not in results.tables:
        return results
    fiscal = results.tables["fiscal"]
    rows = (*fiscal.rows, *contingent_rows(results, case.risks, shocks))
    return replace(results, tables={**results.tables, "fiscal": replace(fiscal, rows=rows)})


def facts_of(case: Case) -> Mapping[str, tuple[Fact, ...]]:
    """What is known in words of the company's home, and of where the asset stands in public accounts."""
    found = {"vehicle": vehicle_facts(case)}
    if case.fiscal is not None:
        payers = {stream.payer for stream in case.revenue.values()}
        state_pays = bool(payers & {*state_parties(case)})
        found["classification"] = case.fiscal.classification(users_pay="users" in payers, state_pays=state_pays)
    return {name: facts for name, facts in found.items() if facts}
