"""The internal rates and present values of whole cases against pyxirr, on the same dated flows."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
import pyxirr

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.inputs.loader import load_case
from finmodel.model.assembly import assemble

CASES = Path(__file__).parents[2] / "cases"
FILES = (
    "alatau_gate_lighting/case.yaml",
    "sam_single_owner/a.yaml",
    "sam_single_owner/b.yaml",
    "sam_single_owner/c.yaml",
)
RATES = {
    "project_irr_pre_tax": "project_cash_flow_pre_tax",
    "project_irr": "project_cash_flow",
    "equity_irr": "equity_cash_flow",
}
PERIODIC = {"project_irr_periodic": "project_cash_flow", "equity_irr_periodic": "equity_cash_flow"}
VALUES = {
    "project_npv": ("project_cash_flow", "project_discount_rate"),
    "equity_npv": ("equity_cash_flow", "equity_discount_rate"),
}


@cache
def found(file: str) -> tuple[Batch, dict[str, float | tuple[float, ...]], int]:
    model = assemble(load_case(CASES / file).case)
    values = dict(model.inputs.values)
    return NumpyEngine(model.graph, model.periods).run(values), values, model.period_months


def days(batch: Batch) -> list[date]:
    return [date(1899, 12, 30) + timedelta(serial) for serial in batch.series("period_end")]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("rate", RATES)
def test_every_internal_rate_on_dates_is_pyxirrs(rate: str, file: str) -> None:
    batch, _, _ = found(file)
    assert batch.value(rate) == pytest.approx(pyxirr.xirr(days(batch), batch.series(RATES[rate])), abs=1e-9)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("rate", PERIODIC)
def test_every_periodic_rate_is_pyxirrs_made_annual(rate: str, file: str) -> None:
    batch, _, months = found(file)
    periodic = pyxirr.irr(batch.series(PERIODIC[rate]))
    assert periodic is not None
    assert batch.value(rate) == pytest.approx((1 + periodic) ** (12 / months) - 1, abs=1e-9)


@pytest.mark.parametrize("name", VALUES)
def test_present_values_on_dates_are_pyxirrs(name: str) -> None:
    batch, inputs, _ = found("alatau_gate_lighting/case.yaml")
    flow, rate = VALUES[name]
    start, discount = inputs["start"], inputs[rate]
    assert isinstance(start, float)
    assert isinstance(discount, float)
    dates = [date(1899, 12, 30) + timedelta(start), *days(batch)]
    assert batch.value(name) == pytest.approx(pyxirr.xnpv(discount, dates, [0.0, *batch.series(flow)]), abs=1e-6)


@pytest.mark.parametrize("name", VALUES)
@pytest.mark.parametrize("file", FILES[1:])
def test_present_values_by_periods_are_pyxirrs(file: str, name: str) -> None:
    batch, inputs, _ = found(file)
    flow, rate = VALUES[name]
    discount = inputs[rate]
    assert isinstance(discount, float)
    assert batch.value(name) == pytest.approx(pyxirr.npv(discount, batch.series(flow)), abs=1e-9)
