"""How large each facility is, every limit on it, and the limit that binds: the least of them."""

from __future__ import annotations

from collections.abc import Mapping

from finmodel.engines.numpy_engine import Batch
from finmodel.expr.graph import Graph
from finmodel.results import FacilitySize

__all__ = ["facility_sizes"]

_SUFFIX = "_capacity"


def facility_sizes(graph: Graph, batch: Batch, scenario: int = 0) -> Mapping[str, FacilitySize]:
    """Every facility with limits, in the order of the model, from a scenario of the run in which debt was sized."""
    found: dict[str, dict[str, float]] = {}
    lines: dict[str, dict[str, str]] = {}
    labels: dict[str, str] = {}
    for line in graph.tagged(limit="facility"):
        limit = line.name.rpartition(".")[2].removesuffix(_SUFFIX)
        found.setdefault(line.instance, {})[limit] = batch.value(line.name, scenario)
        lines.setdefault(line.instance, {})[limit] = line.name
        labels[line.instance] = line.instance_label
    return {
        name: FacilitySize(
            labels[name], batch.value(f"{name}.commitment", scenario), limits, _binding(limits), lines[name]
        )
        for name, limits in found.items()
    }


def _binding(limits: Mapping[str, float]) -> str:
    """The least limit; of several that are equal, the one a case states before total uses, which all cases have."""
    least = min(limits.values())
    near = [name for name, value in limits.items() if value <= least + 1e-9 * max(abs(least), 1.0)]
    return near[-1]
