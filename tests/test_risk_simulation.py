"""A case file becomes who bears what, written the same byte for byte however it is computed."""

from pathlib import Path

import pytest

from finmodel.analysis.paired_runs import Asked
from finmodel.analysis.simulation import plan
from finmodel.analysis.simulation.simulating import Wanted
from finmodel.errors import UsageError
from finmodel.risk_simulation import share_uncertain_risks
from tests.shared_case import TOPPED_UP
from tests.uncertain_case import case_file


@pytest.mark.slow
def test_one_job_and_two_write_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "CHUNK", 32)
    case = case_file(tmp_path, TOPPED_UP)
    written = [
        share_uncertain_risks(case, Wanted(40, seed=7), Asked(), tmp_path / str(jobs), jobs=jobs)[1] for jobs in (1, 2)
    ]
    assert written[0].read_bytes() == written[1].read_bytes()
    assert written[0].name == "risk_sharing.json"


def test_a_case_without_support_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="has no support to measure"):
        share_uncertain_risks(case_file(tmp_path), Wanted(10), Asked(), tmp_path)
    found, _ = share_uncertain_risks(case_file(tmp_path), Wanted(10), Asked(support=False), tmp_path)
    assert found.support == ()
