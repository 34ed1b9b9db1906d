"""The Dask cluster: a worker killed in the middle changes no bit, and what cannot work is told before it begins."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from finmodel.analysis.portfolio.cluster import check_cluster, run_cluster
from finmodel.errors import MissingExtraError, UsageError

ROOT = Path(__file__).parents[3]


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("finmodel.analysis.portfolio.cluster.find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"pip install finmodel\[cluster\]"):
        check_cluster()


def test_an_address_that_is_none_is_told() -> None:
    with pytest.raises(UsageError, match="No Dask scheduler answers at nowhere://x"):
        next(run_cluster("nowhere://x")({}, [("a", 0)]))


@pytest.mark.slow
def test_the_demonstration_kills_a_worker_and_ends_with_the_same_bits() -> None:
    done = subprocess.run(
        [".ci/cluster-demo", sys.executable, "9000"],
        cwd=ROOT, capture_output=True, text=True, timeout=240, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "One of the workers is killed in the middle." in done.stdout
    assert done.stdout.count("the same, bit for bit, on the cluster and here.") == 2
