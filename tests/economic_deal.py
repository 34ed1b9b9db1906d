"""Results of the small deal with every kind of benefit, for tests of documents."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from finmodel.pipeline import run_case
from finmodel.results import Results
from tests.model.small_case import small
from tests.model.test_economics_parts import WHOLE

__all__ = ["appraised_deal", "deal_text"]


def deal_text() -> str:
    """The case file; JSON is YAML."""
    return json.dumps(small(WHOLE))


@cache
def appraised_deal() -> Results:
    """The results of it, computed once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deal.yaml"
        path.write_text(deal_text(), encoding="utf-8")
        return run_case(path)
