"""Both files of a simulation are written, whole."""

import json
from pathlib import Path

import numpy as np

from finmodel.outputs.simulation.files import write_simulation
from tests.uncertain_case import simulation


def test_records_and_arrays_are_written(tmp_path: Path) -> None:
    records, arrays = write_simulation(simulation(), [("kpi:x", np.array([1.0, 2.0]))], tmp_path / "out")
    assert json.loads(records.read_text(encoding="utf-8"))["case"] == "small"
    with np.load(arrays) as found:
        assert found["kpi:x"].tolist() == [1, 2]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["simulation.json", "simulation.npz"]
