"""What a guarantee covers by the plan: by period, up to what, and at what fee; and the lines in which it pays."""

from __future__ import annotations

import numpy as np

from finmodel.analysis.fair_fee import Guaranteed
from finmodel.analysis.simulation.plan import Plan
from finmodel.engines.numpy_engine import Batch
from finmodel.expr.graph import Graph
from finmodel.inputs.support import REVENUE_GUARANTEES, Instrument
from finmodel.results import Value

__all__ = ["GRID", "discount_factors", "drawn_lines", "guaranteed", "plan_lines"]

GRID = ("years_since_close", "year_fraction")
_GUARANTEES = "guarantees"


def drawn_lines(instrument: Instrument) -> tuple[str, ...]:
    """What is paid under a guarantee, and what its giver gets back; nothing for other support."""
    if instrument.heading == REVENUE_GUARANTEES:
        return (f"{instrument.name}.received",)
    if instrument.heading == _GUARANTEES:
        return f"{instrument.name}.paid", f"{instrument.name}.claim_repaid"
    return ()


def plan_lines(graph: Graph, instrument: Instrument) -> tuple[str, ...]:
    """What says how much is guaranteed, up to what, and at what fee."""
    if instrument.heading == REVENUE_GUARANTEES:
        return f"{instrument.name}.forecast_to_settle", f"{instrument.name}.settles"
    if instrument.heading == _GUARANTEES:
        return f"{instrument.name}.cover", f"{instrument.name}.highest_amount", *_fee_lines(graph, instrument)
    return ()


def discount_factors(grid: Batch, rate: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """To financial close by period, on dates as the project's own are."""
    return np.asarray((1 + rate) ** -grid.series("years_since_close"))


def guaranteed(instrument: Instrument, plan: Plan, grid: Batch, rate: float) -> Guaranteed:
    """A guarantee in the case as it stands, whose lines by period are in ``grid``, at a discount rate."""
    if instrument.heading == REVENUE_GUARANTEES:
        forecast = grid.series(f"{instrument.name}.forecast_to_settle") * grid.series(f"{instrument.name}.settles")
        exposure, cap, flow = forecast * _guaranteed_share(instrument, plan), _cap(instrument, plan), True
    else:
        exposure, flow = grid.series(f"{instrument.name}.cover"), False
        cap = grid.value(f"{instrument.name}.highest_amount")
    fees = (grid.series(name) for name in _fee_lines(plan.graph, instrument))
    charged = sum(fees, np.zeros(plan.periods))
    return Guaranteed(rate, discount_factors(grid, rate), grid.series("year_fraction"), exposure, charged, cap, flow)


def _guaranteed_share(instrument: Instrument, plan: Plan) -> float:
    """Of the forecast: each band's width times the share paid of it."""
    bands = [name.removesuffix(".share") for name in instrument.without]
    share, upper, lower = ([_number(plan.inputs[f"{band}.{key}"]) for band in bands] for key in _BAND)
    return sum(part * (top - bottom) for part, top, bottom in zip(share, upper, lower, strict=True))


_BAND = ("share", "upper", "lower")


def _cap(instrument: Instrument, plan: Plan) -> Value:
    """The highest present value, or the highest amount in all."""
    for key in ("cap_present_value", "cap"):
        if (stated := plan.inputs.get(f"{instrument.name}.{key}")) is not None:
            return _number(stated)
    return None


def _fee_lines(graph: Graph, instrument: Instrument) -> tuple[str, ...]:
    return tuple(line.name for line in graph.tagged(guarantee="fee") if line.instance == instrument.name)


def _number(value: float | tuple[float, ...]) -> float:
    assert not isinstance(value, tuple)
    return float(value)
