"""The files of a simulation: its records as JSON, and what every scenario came to as arrays."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from finmodel.arrays import write_arrays
from finmodel.outputs.files import replacing, write_text
from finmodel.outputs.json_results import as_json
from finmodel.outputs.simulation.records import simulation_document
from finmodel.simulated import Simulation

__all__ = ["ARRAYS", "RECORDS", "write_simulation"]

RECORDS, ARRAYS = "simulation.json", "simulation.npz"


def write_simulation(
    simulation: Simulation, values: Iterable[tuple[str, NDArray[Any]]], directory: Path
) -> tuple[Path, ...]:
    """Both files, whole or not at all; the same simulation gives the same bytes. Their paths."""
    records, arrays = directory / RECORDS, directory / ARRAYS
    with replacing(arrays) as draft, draft.open("wb") as file:
        write_arrays(file, values)
    write_text(records, as_json(simulation_document(simulation)))
    return records, arrays
