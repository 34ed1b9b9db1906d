"""The workbook of an issuance, recalculated: it pays, allocates and prices as the engine does."""

from functools import cache
from pathlib import Path

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.results import Results
from tests.model.green_issuance import PRICED_ISSUE
from tests.model.small_issuance import small_issuance_model
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.outputs.workbook.deal import with_inputs
from tests.recalculation import by_formualizer

pytestmark = pytest.mark.slow


@cache
def run() -> Results:
    about = About("issuance", "An issuance", "KZT million", kind="issuance")
    return evaluate(small_issuance_model(PRICED_ISSUE), about)


def test_the_workbook_of_an_issuance_agrees_with_the_engine(tmp_path: Path) -> None:
    assert run().values["master_check"] == 1
    cells = recalculated(run(), tmp_path, by_formualizer)
    assert disagreements(cells, run(), tolerance=1e-8, rates=False) == []


def test_with_other_inputs_it_still_does(tmp_path: Path) -> None:
    changed = with_inputs(run(), first__coupon_rate=0.15, first__principal=1200.0, placement_rate=0.02)
    assert changed.series["interest_paid"] != run().series["interest_paid"]
    cells = recalculated(changed, tmp_path, by_formualizer)
    assert disagreements(cells, changed, tolerance=1e-8, rates=False) == []


def test_certificates_that_stand_alone_agree_too(tmp_path: Path) -> None:
    lease = {
        "asset_value": {"by_year": {2026: 1500, 2028: 1050}},
        "minimum_asset_cover": 1.1,
        "tradability_share": 0.51,
    }
    model = small_issuance_model({"bonds.first.type": "sukuk_ijara", "bonds.first.lease": lease})
    found = evaluate(model, About("sukuk", "Certificates", "KZT million", kind="issuance"))
    assert found.values["first.asset_cover_breaches"] == 3
    assert disagreements(recalculated(found, tmp_path, by_formualizer), found, tolerance=1e-8, rates=False) == []
