"""``finmodel doctor`` tells what is there and what is not."""

import json
import platform

import pytest

from finmodel import __version__
from tests.cli.conftest import Finmodel


def test_versions_and_programs_are_told(finmodel: Finmodel) -> None:
    found = json.loads(finmodel("doctor", "--json").out)
    assert (found["finmodel"], found["python"]) == (__version__, platform.python_version())
    assert found["templates"].endswith("templates")


def test_what_is_missing_is_said_with_what_it_is_for(finmodel: Finmodel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    out = finmodel("doctor").out
    assert "LibreOffice  not found (recalculates workbooks in the tests)" in out
    assert "DejaVu Sans  not found" in out
