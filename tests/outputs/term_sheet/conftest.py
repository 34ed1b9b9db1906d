"""The lighting case and a deal in layers, each run once, and their term sheets in each language."""

from collections.abc import Callable
from pathlib import Path

import pytest

from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Results
from tests.runs import results_of

CASE = Path(__file__).parents[3] / "cases" / "alatau_gate_lighting" / "case.yaml"
LAYERED = Path(__file__).parents[1] / "layered_case.yaml"
REVENUE = Path(__file__).parents[1] / "revenue_case.yaml"


@pytest.fixture(scope="session")
def lighting() -> Results:
    """The results of the base case."""
    return results_of(CASE)


@pytest.fixture(scope="session")
def view(lighting: Results) -> View:
    """The results as an English document sees them."""
    return View(lighting, translator("en"))


@pytest.fixture(scope="session")
def seen_in(lighting: Results) -> Callable[[str], View]:
    """The results as a document in a language sees them."""
    return lambda lang: View(lighting, translator(lang))


@pytest.fixture(scope="session")
def layers() -> Results:
    """The results of a deal in layers."""
    return results_of(LAYERED)


@pytest.fixture(scope="session")
def layered(layers: Results) -> View:
    """A deal in layers as an English document sees it."""
    return View(layers, translator("en"))


@pytest.fixture(scope="session")
def paid() -> View:
    """A deal paid in every way, as an English document sees it."""
    return View(results_of(REVENUE), translator("en"))
