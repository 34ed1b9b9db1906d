"""``.ci/packages`` installs what is missing, and only that, without asking."""

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / ".ci" / "packages"


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """A machine with a shell and apt-get, which only writes down what it is asked for, and nothing else."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "id", "env", "find", "grep"):
        (programs / name).symlink_to(str(shutil.which(name)))
    asked = programs / "apt-get"
    asked.write_text(f'#!/bin/sh\necho "$DEBIAN_FRONTEND: $*" >> {tmp_path}/asked\n')
    asked.chmod(0o755)
    sudo = programs / "sudo"
    sudo.write_text('#!/bin/sh\nexec "$@"\n')
    sudo.chmod(0o755)
    return {"PATH": str(programs), "HOME": str(tmp_path), "PYTHON": "no-python-here"}


def asked_for(environment: dict[str, str], *groups: str) -> list[str]:
    subprocess.run([SCRIPT, *groups], env=environment, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    told = Path(environment["HOME"]) / "asked"
    return told.read_text().splitlines() if told.exists() else []


def test_a_bare_machine_gets_every_program_without_a_question(bare: dict[str, str]) -> None:
    update, install = asked_for(bare, "make", "venv", "documents")
    assert update == "noninteractive: -qq update"
    assert install.startswith("noninteractive: -qq install -y --no-install-recommends make python3-venv ")
    assert {"libreoffice-calc", "chromium", "poppler-utils"} <= set(install.split())


def test_what_is_there_is_not_installed_again(bare: dict[str, str]) -> None:
    for name in ("make", "soffice", "chromium", "pdftoppm", "python3"):
        program = Path(bare["PATH"]) / name
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    assert asked_for({**bare, "PYTHON": "python3"}, "make", "venv") == []
    assert not {"libreoffice-calc", "chromium"} & set(" ".join(asked_for(bare, "documents")).split())


def test_a_machine_without_apt_is_told_what_to_install(bare: dict[str, str]) -> None:
    (Path(bare["PATH"]) / "apt-get").unlink()
    answer = subprocess.run([SCRIPT, "make"], env=bare, capture_output=True, text=True, check=False)
    assert answer.returncode == 1
    assert "Install the equivalents of make" in answer.stderr


def test_an_unknown_group_is_refused(bare: dict[str, str]) -> None:
    answer = subprocess.run([SCRIPT, "kitchen"], env=bare, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stderr) == (2, "unknown group of packages: kitchen\n")
