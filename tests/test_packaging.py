"""What is installed from a wheel works far from the checkout, with its templates."""

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIGHTING = ROOT / "cases" / "alatau_gate_lighting"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program installed from the wheel alone: the libraries are those of this environment, finmodel is not."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False)
    (site,) = home.glob("lib/python*/site-packages")
    libraries = next(path for path in sys.path if path.endswith("site-packages"))
    (site / "libraries.pth").write_text(libraries)
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    return home / "bin" / "python"


def test_the_wheel_holds_code_and_templates_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "finmodel/py.typed" in names
    assert "finmodel/templates/glossary.csv" in names
    assert "finmodel/templates/cases/ppp.yaml" in names
    assert {name.partition("/")[0] for name in names if ".dist-info" not in name} == {"finmodel"}
    assert not [name for name in names if "__pycache__" in name]


def test_an_installed_program_runs_a_case_from_another_folder(program: Path, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_bytes((LIGHTING / "case.yaml").read_bytes())
    where = subprocess.run(
        [program, "-c", "import finmodel.resources as r; print(r.__file__); print(r.templates_folder())"],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    ).stdout.splitlines()  # fmt: skip
    assert all(str(program.parents[1]) in line for line in where), where
    run = subprocess.run(
        [program, "-m", "finmodel", "run", "case.yaml", "--json", "--out", "out"],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    assert json.loads(run.stdout)["checks"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "manifest.json", "model.xlsx", "results.json", "term_sheet.html",
    ]  # fmt: skip


def test_an_installed_program_makes_a_new_case(program: Path, tmp_path: Path) -> None:
    subprocess.run([program, "-m", "finmodel", "init", "bridge"], check=True, capture_output=True, cwd=tmp_path)
    assert (tmp_path / "bridge" / "case.yaml").is_file()
