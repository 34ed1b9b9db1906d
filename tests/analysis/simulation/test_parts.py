"""Parts are kept whole or not at all, each once, in order; what is half written is done again."""

from pathlib import Path

import numpy as np
import pytest

from finmodel.analysis.simulation.parts import PARTS, DiskError, Parts, PartsInFolder
from finmodel.errors import UsageError


def chunk(*values: float) -> dict[str, np.ndarray]:
    return {"kpi:x": np.array(values), "ok": np.ones(len(values), bool)}


@pytest.mark.parametrize("kind", ["memory", "folder"])
def test_chunks_are_put_in_order_and_none_is_kept_twice(kind: str, tmp_path: Path) -> None:
    parts = Parts() if kind == "memory" else PartsInFolder(tmp_path, "key", {})
    parts.add(1, chunk(3.0))
    parts.add(0, chunk(1.0, 2.0))
    parts.add(1, chunk(9.0))
    assert parts.done == {0, 1}
    assert parts.gathered("kpi:x").tolist() == [1, 2, 3]
    assert parts.names() == ("kpi:x", "ok")


def test_what_is_done_is_found_again_and_what_is_half_written_is_not(tmp_path: Path) -> None:
    first = PartsInFolder(tmp_path, "key", {"seed": 1})
    first.add(0, chunk(1.0))
    first.add(1, chunk(2.0))
    broken = tmp_path / PARTS / "000001.npz"
    broken.write_bytes(broken.read_bytes()[:-30])
    again = PartsInFolder(tmp_path, "key", {"seed": 1}, resume=True)
    assert again.done == {0}
    again.add(1, chunk(2.0))
    assert again.gathered("kpi:x").tolist() == [1, 2]


def test_a_new_run_begins_with_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    PartsInFolder(tmp_path, "key", {}).add(0, chunk(1.0))
    anew = PartsInFolder(tmp_path, "key", {})
    assert anew.done == frozenset()
    anew.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_another_simulation_is_refused(tmp_path: Path) -> None:
    PartsInFolder(tmp_path, "key", {"seed": 1})
    with pytest.raises(UsageError, match="seed 1 there, 2 here"):
        PartsInFolder(tmp_path, "other", {"seed": 2}, resume=True)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(DiskError, match="cannot be written to: not a directory"):
        PartsInFolder(tmp_path / "out", "key", {})
