"""Which sections a pool is made of: each member, what is common to them, the pool, and each date of capital need."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part
from finmodel.inputs.case import Case
from finmodel.inputs.pool import COMMON, Pool
from finmodel.inputs.text import label_of
from finmodel.model.pooling.member import PREFIX, member, member_flows
from finmodel.model.pooling.pool import pool
from finmodel.model.pooling.pool_date import member_by_date, pool_date
from finmodel.model.pooling.unassigned import unassigned_flows

__all__ = ["pool_parts"]


def pool_parts(case: Case) -> Iterable[Part]:
    """Nothing, unless the case has the heading ``pool``."""
    if case.pool is None:
        return
    labels = {name: label_of(name, terms) for name, terms in case.pool.members.items()}
    for name, label in labels.items():
        yield member_flows.instance(PREFIX + name, member, label=label, roles={"member_irr": f"irr_{name}"})
    yield unassigned_flows.instance(PREFIX + COMMON, member.without("member_irr"), label="Common to all members")
    yield pool.part()
    yield from _dates(case.pool, labels)


def _dates(terms: Pool, labels: dict[str, str]) -> Iterable[Part]:
    for key, date in terms.dates.items():
        title = label_of(key, date)
        roles = {word: f"pool_{word}_{key}" for word in ("invested", "shortfall", "need")}
        yield pool_date.instance(key, label=title, roles=roles)
        for name, label in labels.items():
            links = {
                "by_flag": f"{key}.by_flag",
                "of_investment": f"{PREFIX}{name}.member_investment",
                "of_net": f"{PREFIX}{name}.member_net",
            }
            yield member_by_date.instance(f"{key}_{name}", label=f"{label}, {title}", links=links)
