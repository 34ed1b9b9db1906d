"""Loading a portfolio: its own file and every case that it names, with the problems of all of them at once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import fmean
from typing import Any

from finmodel.errors import CaseError, Problem, UsageError
from finmodel.inputs.case import Case
from finmodel.inputs.document import dotted
from finmodel.inputs.loader import LoadedCase, load_case_as, load_deal
from finmodel.inputs.portfolio import Member, Portfolio
from finmodel.inputs.sensitivity_moves import found_figures, unmovable
from finmodel.inputs.text import in_words

__all__ = ["PORTFOLIO_FILE", "LoadedPortfolio", "load_portfolio"]

PORTFOLIO_FILE = "portfolio.yaml"
_SCALES = {"one": 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_OF_A_CHANGE = "--set"
_ISSUANCE = ("is an issuance of bonds, and a portfolio pools projects", "name the case of a project")
_EXPECTED = "expected.yaml"
"""What is expected of a case: no case itself."""


@dataclass(frozen=True, slots=True)
class LoadedPortfolio:
    """A portfolio with the case of every deal in it, by name."""

    portfolio: Portfolio
    path: Path
    """Its file; the folder, where there is none."""
    deals: Mapping[str, LoadedCase[Case]]
    sha256: str = ""
    """Of the file's bytes; empty where there is none."""
    loaded: LoadedCase[Portfolio] | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """What the portfolio is called: its folder."""
        return (self.path.parent if self.path.is_file() else self.path).resolve().name

    @property
    def hashes(self) -> dict[str, str]:
        """SHA-256 of the portfolio's file, where there is one, and of the file of every case."""
        own = {"portfolio": self.sha256} if self.sha256 else {}
        return own | {name: deal.sha256 for name, deal in self.deals.items()}

    def scale(self, name: str) -> float:
        """How many units of the pool's scale one unit of a deal's scale is: 1000 for billions in millions."""
        return _SCALES[self.deals[name].case.project.money] / _SCALES[self.portfolio.portfolio.money]

    def problem(self, path: tuple[str | int, ...], what: str, remedy: str) -> Problem:
        """A problem with what stands at a path of the portfolio file; without one, with the folder."""
        if self.loaded is None:
            return Problem(str(self.path), 1, 1, dotted(path), what, remedy)
        return self.loaded.document.problem(path, what, remedy)


def load_portfolio(given: str | Path) -> LoadedPortfolio:
    """The portfolio in a folder or a file; raises ``CaseError`` with every problem of its file and of its cases.

    A folder without a portfolio file is the pool of all case files in it, each with 100 %. ``UsageError`` where there
    is neither.
    """
    path = Path(given)
    file = path / PORTFOLIO_FILE if path.is_dir() else path
    if path.is_dir() and not file.is_file():
        return _of_a_folder(path)
    loaded = load_case_as(Portfolio, file)
    read = LoadedPortfolio(loaded.case, file, {}, loaded.sha256, loaded)
    return _whole(replace(read, deals=_deals(read, file.parent)))


def _deals(portfolio: LoadedPortfolio, folder: Path) -> dict[str, LoadedCase[Case]]:
    """Every case by its name; ``CaseError`` with the problems of all of them, and with what does not fit the pool."""
    deals: dict[str, LoadedCase[Case]] = {}
    problems: list[Problem] = []
    for name, member in portfolio.portfolio.cases.items():
        found = _deal(portfolio, name, member, folder)
        if isinstance(found, LoadedCase):
            deals[name] = found
        else:
            problems.extend(found)
    if problems:
        more = _misfits(replace(portfolio, deals=deals)) if portfolio.loaded else ()
        raise CaseError(sorted({*problems, *more}))
    return deals


def _whole(portfolio: LoadedPortfolio) -> LoadedPortfolio:
    """The portfolio, if its cases fit it; else ``CaseError``."""
    problems = list(_misfits(portfolio))
    if problems:
        raise CaseError(problems)
    return portfolio


def _deal(portfolio: LoadedPortfolio, name: str, member: Member, folder: Path) -> LoadedCase[Case] | list[Problem]:
    """The case of one deal, or what is wrong with it; what is wrong with a change stands at the change."""
    path = folder / member.file
    path = path / "case.yaml" if path.is_dir() else path
    try:
        loaded = load_deal(path, overrides=[f"{key}={json.dumps(value)}" for key, value in member.set.items()])
    except UsageError:
        what, remedy = (
            f"there is no case {member.file}",
            "give the case file, or its folder, from the portfolio's folder",
        )
        return [portfolio.problem(("cases", name, "file"), what, remedy)]
    except CaseError as error:
        return [_placed(portfolio, name, member, problem) for problem in error.problems]
    if isinstance(loaded.case, Case):
        return loaded
    what, remedy = _ISSUANCE
    remedy = remedy if portfolio.loaded else f"write a {PORTFOLIO_FILE} that names the cases of projects"
    return [portfolio.problem(("cases", name, "file"), what, remedy)]


def _placed(portfolio: LoadedPortfolio, name: str, member: Member, problem: Problem) -> Problem:
    if problem.file != _OF_A_CHANGE:
        return problem
    key = list(member.set)[problem.line - 1]
    return portfolio.problem(("cases", name, "set", key), problem.what, problem.remedy)


def _misfits(portfolio: LoadedPortfolio) -> Iterator[Problem]:
    """Cases in a currency that the portfolio cannot convert, parties that a case does not have, currencies of none."""
    pool = portfolio.portfolio
    used = set()
    for name, deal in portfolio.deals.items():
        currency = deal.case.project.currency
        used.add(currency)
        if currency != pool.portfolio.currency and currency not in pool.currencies:
            what = f"is in {currency}, and the portfolio does not say what that is worth in {pool.portfolio.currency}"
            yield portfolio.problem(("cases", name), what, f"state currencies.{currency}.rate")
    for currency in pool.currencies:
        if len(portfolio.deals) == len(pool.cases) and currency not in used:
            yield portfolio.problem(("currencies", currency), "is the currency of no case", "take it out")
    if len(portfolio.deals) == len(pool.cases):
        yield from _unmoved(portfolio)


def _unmoved(portfolio: LoadedPortfolio) -> Iterator[Problem]:
    """Figures of factors that no case has in which they act, once every case is there."""
    members = portfolio.portfolio.cases
    for name, factor in portfolio.portfolio.factors.items():
        there = [deal for deal in portfolio.deals if factor.acts_in(deal, members[deal].sector)]
        for place, pattern in enumerate(factor.moves):
            cases = [portfolio.deals[deal].case for deal in there]
            if cases and not any(found_figures(case, pattern) for case in cases):
                what, remedy = unmovable(cases[0], pattern)
                what = what.replace("of the case", "of any case in which it acts")
                yield portfolio.problem(("factors", name, "moves", place), what, remedy)


def _of_a_folder(folder: Path) -> LoadedPortfolio:
    """All cases of a folder, each with 100 %, in the money of the first, valued at the mean of their discount rates."""
    files = [*sorted(folder.glob("*/case.yaml")), *sorted(folder.glob("*.yaml"))]
    files = [file for file in files if file.name != _EXPECTED]
    if not files:
        raise UsageError(f"{folder} has no {PORTFOLIO_FILE} and no case file; name a folder that has")
    members = {_as_name(file): {"file": str(file.relative_to(folder))} for file in files}
    first: dict[str, Any] = {
        "title": in_words(folder.resolve().name),
        "currency": "",
        "money": "one",
        "discount_rate": 0,
    }
    unread = LoadedPortfolio(_implied({"portfolio": first, "cases": members}), folder, {})
    deals = _deals(unread, folder)
    projects = [deal.case.project for deal in deals.values()]
    rates = [deal.case.valuation.project_discount_rate.number for deal in deals.values()]
    money = {"currency": projects[0].currency, "money": projects[0].money, "discount_rate": fmean(rates)}
    return _whole(replace(unread, portfolio=_implied({"portfolio": first | money, "cases": members}), deals=deals))


def _implied(data: dict[str, Any]) -> Portfolio:
    return Portfolio.model_validate(data)


def _as_name(file: Path) -> str:
    stem = file.parent.name if file.stem == "case" else file.stem
    name = "".join(c if c.isascii() and c.isalnum() else "_" for c in stem.lower())
    return name if name[:1].isalpha() else f"case_{name}"
