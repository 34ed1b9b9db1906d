"""Runs of case files that several tests read: each is made once, whichever test asks for it first."""

from functools import cache
from pathlib import Path

from finmodel.pipeline import run_case
from finmodel.results import Results

__all__ = ["results_of"]


@cache
def results_of(path: Path, *, scenario: str | None = None, overrides: tuple[str, ...] = ()) -> Results:
    """The results of a case file, or of one of its scenarios."""
    return run_case(path, scenario=scenario, overrides=overrides)
