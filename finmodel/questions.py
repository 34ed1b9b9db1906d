"""Questions about a case that its documents do not answer: another deal, scenarios, what moves results, a review."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from finmodel.analysis.comparison.alignment import Deal
from finmodel.analysis.comparison.side_by_side import side_by_side
from finmodel.analysis.comparison.two_deals import compared
from finmodel.analysis.refusals import refusals
from finmodel.analysis.review.reviewed import review_of
from finmodel.analysis.sensitivity.study import result_problems, sensitivities
from finmodel.analysis.sensitivity.variance import Sampling
from finmodel.compared import Comparison, Debt, SideBySide
from finmodel.errors import CaseError
from finmodel.inputs.case import Case
from finmodel.inputs.flatten import flatten
from finmodel.inputs.loader import BASE
from finmodel.inputs.sensitivity_asked import Words, asked_of
from finmodel.inputs.taxonomy import taxonomies
from finmodel.pipeline import sized_case
from finmodel.results import Results
from finmodel.review import Review
from finmodel.sensitivities import Sensitivities

__all__ = ["compare_deals", "compare_scenarios", "find_sensitivities", "review_case"]


def review_case(
    path: Path,
    *,
    overrides: Sequence[str] = (),
    taxonomy_files: Sequence[str] = (),
    year: int | None = None,
) -> Review:
    """The review of what a case file says of its labelled instruments; of an annual report, for a year.

    ``taxonomy_files`` replace or join the taxonomies that come with the program: ``kz.csv`` or ``kz=decree.csv``. What
    is wrong under ``green`` is a finding, though ``run_case`` refuses some of it. Raises ``UsageError``, ``CaseError``.
    """
    known = taxonomies(taxonomy_files)
    loaded, results = sized_case(path, overrides, None, resize=False, reviewed=True)
    return review_of(loaded.case, results, known, year=year)


def compare_scenarios(
    path: Path, *, overrides: Sequence[str] = (), resize: bool = False, asked: Sequence[str] = ()
) -> SideBySide:
    """Every scenario of a case file beside its base case, at the contract's debt or with ``resize`` sized again.

    ``asked`` names key results or single lines; without it, every key result is compared. Raises ``CaseError`` with
    every problem of the file, and ``NotConvergedError`` where the base case has no solution.
    """
    loaded, results = sized_case(path, overrides, None, resize=False)
    grid = loaded.case.grid()
    years = flatten(loaded.case, grid, document=loaded.document).years
    tables = {name: flatten(variant.case, grid, years=years).table for name, variant in loaded.scenarios.items()}
    return side_by_side(
        results,
        tables,
        resize=resize or results.is_issuance,
        refused=lambda name, found: refusals(found, loaded.scenarios[name].document),
        asked=asked,
    )


def compare_deals(
    before: tuple[Path, str | None],
    after: tuple[Path, str | None],
    given: tuple[str, str],
    *,
    resize: bool = False,
    asked: Sequence[str] = (),
    seed: int = 1,
) -> Comparison:
    """Two deals, each a case file and the name of a scenario or nothing: what differs, and why results do.

    Scenarios stay at the debt that their case contracted unless ``resize``; two case files without scenarios are each
    sized at a financial close of their own. Raises ``UsageError`` and ``CaseError`` as a run of each does.
    """
    sides = (before, after)
    deals = [_deal(*side, resize=resize) for side in sides]
    if deals[0].results.is_issuance:
        debt = Debt.NOTHING
    elif before[0].resolve() == after[0].resolve():
        debt = Debt.SIZED if resize else Debt.CONTRACT
    else:
        named = any(scenario not in {None, BASE} for _, scenario in sides)
        debt = Debt.OWN_CONTRACTS if named and not resize else Debt.SIZED
    return compared(deals[0], deals[1], given, debt, asked=asked, seed=seed)


def _deal(path: Path, scenario: str | None, *, resize: bool) -> Deal:
    """A deal to be compared: its results, with the case and the document that its scenario makes."""
    loaded, results = sized_case(path, (), scenario, resize=resize)
    shown = loaded.scenarios.get(results.scenario, loaded)
    return Deal(results, shown.case, shown.document)


def find_sensitivities(
    path: Path,
    words: Words,
    *,
    overrides: Sequence[str] = (),
    resize: bool = False,
    sampling: Sampling | None = None,
) -> tuple[Results, Sensitivities]:
    """The results of a case file and their sensitivities: to what its heading states, or the command line's words.

    Debt stays as contracted or, with ``resize``, is sized again in every column; ``sampling`` asks for Sobol's indices.
    Raises ``CaseError`` with every problem of the file, and ``UsageError`` for words that ask for what is not there.
    """
    loaded, results = sized_case(path, overrides, None, resize=False)
    if not isinstance(loaded.case, Case):
        return results, Sensitivities(results.name, results.title, results.currency, not resize, False)
    wrong = result_problems(results.graph, loaded.case.sensitivity)
    problems = [loaded.document.problem(("sensitivity", *where), what, remedy) for where, what, remedy in wrong]
    if problems:
        raise CaseError(problems)
    asked = asked_of(loaded.case, words)
    return results, sensitivities(results, asked, resize=resize, sampling=sampling)
