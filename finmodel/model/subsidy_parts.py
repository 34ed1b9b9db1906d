"""Which sections an operating subsidy is made of, by its mode, its caps and when it is paid."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Section
from finmodel.inputs.case import Case
from finmodel.inputs.operating_subsidy import OperatingSubsidy
from finmodel.model.revenue.operating_subsidy import (
    cap_by_year,
    cap_in_total,
    fixed_subsidy,
    subsidy_per_unit,
)
from finmodel.model.revenue.settlement import late_receipts, settled, settling
from finmodel.model.revenue.subsidy_for_gap import costs_covered, required_given, subsidy_for_gap

__all__ = ["subsidy_sections"]


def subsidy_sections(case: Case, stream: OperatingSubsidy) -> Iterable[Section]:
    """The sections beside the one that every operating subsidy has."""
    yield settling(yearly=stream.settlement == "year")
    yield from _of_mode(case, stream)
    if stream.cap is not None:
        yield cap_by_year
    if stream.total_cap is not None:
        yield cap_in_total
    if stream.lag_periods is not None:
        yield late_receipts


def _of_mode(case: Case, stream: OperatingSubsidy) -> Iterable[Section]:
    if stream.mode == "fixed":
        yield fixed_subsidy
    elif stream.mode == "per_unit":
        assert stream.stream is not None
        yield subsidy_per_unit(stream.stream)
    else:
        yield settled(stream.streams)
        yield required_given if stream.required else costs_covered(stream.costs or (*case.opex, *case.lifecycle))
        yield subsidy_for_gap
