"""The command line as a user meets it: words in, and an exit code with what stands on both outputs."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from finmodel.cli.app import main

LIGHTING = Path(__file__).parents[2] / "cases" / "alatau_gate_lighting"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command ended with."""

    code: int
    out: str
    err: str


Finmodel = Callable[..., Answer]


@pytest.fixture
def lighting() -> str:
    """The sample case."""
    return str(LIGHTING)


@pytest.fixture
def finmodel(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Finmodel:
    """The program, called in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FINMODEL_DEBUG", raising=False)

    def call(*words: str | Path) -> Answer:
        monkeypatch.setattr(sys, "argv", ["finmodel", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return Answer(int(ended.value.code or 0), captured.out, captured.err)

    return call
