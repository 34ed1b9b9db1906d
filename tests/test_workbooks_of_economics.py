"""The workbook of an appraised deal, recalculated: every benefit, prices of carbon, conversion and internal rate."""

from pathlib import Path

import pytest

from tests.economic_deal import appraised_deal
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.recalculation import by_libreoffice

pytestmark = pytest.mark.slow


def test_the_workbook_appraises_as_the_engine_does(tmp_path: Path) -> None:
    assert appraised_deal().values["master_check"] == 1
    cells = recalculated(appraised_deal(), tmp_path, by_libreoffice)
    assert disagreements(cells, appraised_deal(), tolerance=1e-8, rates=True) == []
