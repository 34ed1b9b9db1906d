"""Damaged case files, up to two thousand, all the way: each gives results, or an error with a place and a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from finmodel.errors import FinmodelError
from finmodel.outputs.json_results import results_json
from finmodel.pipeline import run_case
from tests.inputs.test_fuzzed_files import FILES, mutated
from tests.sizes import drawn

pytestmark = pytest.mark.slow

INTERNAL = 1
"""The exit code of an error that a user should never meet."""


def exit_code(path: Path) -> int:
    """How a run of a case file would end; whatever is no error of finmodel's own escapes."""
    try:
        return 0 if results_json(run_case(path)) else INTERNAL
    except FinmodelError as error:
        return error.exit_code


def test_no_damaged_file_ends_in_a_traceback_or_an_internal_error(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    ends: dict[int, list[int]] = {}
    for number in range(drawn(FILES)):
        path.write_bytes(mutated(number))
        ends.setdefault(exit_code(path), []).append(number)
    assert INTERNAL not in ends
    assert len(ends[0]) > drawn(FILES) / 20
    assert len(ends[3]) > drawn(FILES) / 2
