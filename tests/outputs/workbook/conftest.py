"""The workbook of the test deal, written once: its formulas, and its cells as stored."""

from pathlib import Path

import openpyxl
import pytest

from finmodel.outputs.workbook import write_workbook
from finmodel.outputs.workbook.plan import Plan, make_plan
from tests.outputs.workbook.deal import deal
from tests.outputs.workbook.rules import Workbook, read


@pytest.fixture(scope="session")
def plan() -> Plan:
    return make_plan(deal())


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("deal") / "deal.xlsx"
    write_workbook(deal(), file)
    return file


@pytest.fixture(scope="session")
def workbook(path: Path) -> Workbook:
    return read(path)


@pytest.fixture(scope="session")
def stored(path: Path) -> openpyxl.Workbook:
    """The cells with the values stored beside their formulas."""
    return openpyxl.load_workbook(path, data_only=True)
