"""The lighting case, run once, and its term sheet in each language."""

from collections.abc import Callable
from pathlib import Path

import pytest

from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.view import View
from finmodel.pipeline import run_case
from finmodel.results import Results

CASE = Path(__file__).parents[3] / "cases" / "alatau_gate_lighting" / "case.yaml"


@pytest.fixture(scope="session")
def lighting() -> Results:
    """The results of the base case."""
    return run_case(CASE)


@pytest.fixture(scope="session")
def view(lighting: Results) -> View:
    """The results as an English document sees them."""
    return View(lighting, translator("en"))


@pytest.fixture(scope="session")
def seen_in(lighting: Results) -> Callable[[str], View]:
    """The results as a document in a language sees them."""
    return lambda lang: View(lighting, translator(lang))
