"""Every error ends in one message and its exit code, and never in a traceback."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from finmodel import __version__
from finmodel.cli.app import main
from finmodel.errors import MissingExtraError, NotConvergedError
from tests.cli.conftest import LIGHTING, Finmodel

PROGRAM = [sys.executable, "-m", "finmodel"]


def test_the_version_is_told(finmodel: Finmodel) -> None:
    assert finmodel("--version").out == f"finmodel {__version__}\n"


@pytest.mark.parametrize("verb", ["init", "check", "run", "explain", "export", "schema", "glossary", "doctor"])
def test_every_verb_has_help(finmodel: Finmodel, verb: str) -> None:
    answer = finmodel(verb, "--help")
    assert answer.code == 0
    assert f"Usage: finmodel {verb}" in answer.out
    assert f"  {verb} " in finmodel("--help").out


@pytest.mark.parametrize(
    "words", [["runn"], ["run"], ["run", "case.yaml", "--lang", "fr"], ["run", "case.yaml", "--mc"]]
)
def test_wrong_usage_ends_with_2(finmodel: Finmodel, words: list[str]) -> None:
    answer = finmodel(*words)
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (NotConvergedError("senior.commitment did not settle."), 6, "senior.commitment did not settle."),
        (MissingExtraError("Install finmodel[pdf]."), 5, "Install finmodel[pdf]."),
        (ZeroDivisionError("division by zero"), 1, "Internal error: ZeroDivisionError: division by zero"),
        (KeyboardInterrupt(), 130, ""),
    ],
    ids=["not converged", "extra missing", "internal", "interrupted"],
)
def test_errors_end_with_their_code(
    finmodel: Finmodel, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, message: str, lighting: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("finmodel.pipeline.run_and_write", fail)
    answer = finmodel("run", lighting)
    assert answer.code == code
    assert answer.err.startswith(message)
    assert "Traceback" not in answer.err


def test_debugging_shows_where_an_error_comes_from(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINMODEL_DEBUG", "1")
    monkeypatch.setattr(sys, "argv", ["finmodel", "run", "no_such_case.yaml"])
    with pytest.raises(Exception, match="There is no case no_such_case"):
        main()


def test_help_and_version_load_none_of_the_heavy_libraries() -> None:
    heavy = "'numpy', 'pandas', 'scipy', 'pydantic', 'jinja2', 'babel', 'xlsxwriter', 'openpyxl', 'yaml', 'rich'"
    code = f"import sys; import finmodel.cli.app; print([name for name in ({heavy},) if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout == "[]\n"


def test_a_run_loads_neither_pandas_nor_scipy() -> None:
    code = "import sys; import finmodel.pipeline; print([name for name in ('pandas', 'scipy') if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout == "[]\n"


def test_a_reader_that_stops_reading_is_no_error(tmp_path: Path) -> None:
    program = subprocess.Popen([*PROGRAM, "glossary"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path)
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.readline()
    program.stdout.close()
    errors = program.stderr.read()
    program.stderr.close()
    assert (program.wait(timeout=60), errors) == (0, b"")


def test_an_output_that_cannot_show_a_letter_is_no_error(tmp_path: Path) -> None:
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}
    answer = subprocess.run([*PROGRAM, "glossary", "IRR"], capture_output=True, env=plain, cwd=tmp_path, check=True)
    assert b"internal rate of return" in answer.stdout


def test_an_interrupt_ends_with_130(tmp_path: Path) -> None:
    waiting = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)  # where it is ignored\n"
        "import sys, time; import finmodel.pipeline as p; sys.argv = ['finmodel', 'run', sys.argv[1]]\n"
        "def wait(*_, **__): print('ready', flush=True); time.sleep(60)\n"
        "p.run_and_write = wait\n"
        "from finmodel.cli.app import main; main()"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", waiting, str(LIGHTING)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    )
    assert program.stdout is not None
    assert program.stdout.readline() == b"ready\n"
    time.sleep(0.05)
    os.kill(program.pid, signal.SIGINT)
    _, errors = program.communicate(timeout=60)
    assert program.returncode == 130
    assert b"Traceback" not in errors
