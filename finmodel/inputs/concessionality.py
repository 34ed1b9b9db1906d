"""Concessionality: the rates and thresholds it is measured by, the targets of a deal, and the lever of support."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from finmodel.inputs.block import Block, Inconsistency
from finmodel.inputs.case_trial import brought, with_figure
from finmodel.inputs.changes import path_of
from finmodel.inputs.document import dotted
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.names import Named, named_figures
from finmodel.inputs.trouble import nearest, not_there
from finmodel.units import Unit

__all__ = ["Concessionality", "Lever", "Targets", "lever_figure", "needs_measures"]

_OECD = {
    "source": "OECD, Official development assistance: definition and coverage (loans to upper middle-income countries)",
    "as_of": "2022-10-19",
    "status": "seen",
}
_OECD_NOTE = "Kazakhstan is an upper middle-income country; the World Bank's list changes each July."
_IMF = {"source": "IMF, Calculation of grant element (unified discount rate)", "as_of": "2015-04-10", "status": "seen"}
_NO_LEVERS = (
    "project", "timing", "valuation", "concessionality", "termination", "fiscal", "value_for_money", "risks",
    "scenarios",
)  # fmt: skip
"""Headings that say how a deal is measured, how long it lasts or how it may end: none of their figures is support."""


class Targets(Block):
    """What a deal must reach; support is sought until all of it holds."""

    equity_irr: Figure | None = figure("Target equity IRR", Unit.RATE, default=None, minimum=-0.5, maximum=5)
    dscr_minimum: Figure | None = figure("Target lowest DSCR", Unit.RATIO, default=None, minimum=0, maximum=10)
    llcr_minimum: Figure | None = figure("Target lowest LLCR", Unit.RATIO, default=None, minimum=0, maximum=10)
    private_share: Figure | None = figure("Target private finance, share of total uses", Unit.SHARE, default=None)
    gearing: Figure | None = figure(
        "Highest gearing", Unit.SHARE, default=None, minimum=0, note="Debt committed, as a share of total uses."
    )
    tariffs: dict[str, Figure] = figure(
        "Highest price of a unit, before indexation", Unit.MONEY_PER_UNIT, default={}, minimum=0,
        note="Of a stream of type usage.",
    )  # fmt: skip
    payments: dict[str, Figure] = figure(
        "Highest amount of the stream", Unit.MONEY, default={}, minimum=0,
        note="In the prices and by the period in which the stream states its amount: the limit of what is affordable.",
    )  # fmt: skip

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Limits of streams that the case does not have, or that state no amount or tariff."""
        with_amount = tuple(
            name for name, stream in case.revenue.items() if getattr(stream, "amount", None) is not None
        )
        for name in self.payments:
            if name not in with_amount:
                yield (("payments", name), *not_there(name, with_amount, "revenue"))
        with_tariff = tuple(name for name, stream in case.revenue.items() if stream.type == "usage")
        for name in self.tariffs:
            if name not in with_tariff:
                yield (("tariffs", name), *not_there(name, with_tariff, "revenue"))

    @property
    def stated(self) -> bool:
        """Whether anything is asked for."""
        singles = (self.equity_irr, self.dscr_minimum, self.llcr_minimum, self.private_share, self.gearing)
        return bool(self.payments) or bool(self.tariffs) or any(target is not None for target in singles)


class Lever(Block):
    """The one figure that is moved from no support towards the most, until the targets hold."""

    figure: str = word("Path of the figure that gives support, e.g. facilities.soft.margin")
    without: Any = word("Its value without support")
    most: Any = word("Its value with the most support to be had")

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A path that leads to no single figure, ends outside the figure's bounds, and no way between them."""
        found = lever_figure(case, self.figure)
        if found is None:
            near = nearest(self.figure, [dotted(named.path) for named in named_figures(case)])
            remedy = f"did you mean {near}?" if near else "name a figure that the case states"
            yield ("figure",), f"there is no figure {self.figure} in the case", remedy
            return
        if found.figure.by_year or isinstance(found.figure.value, tuple):
            yield ("figure",), f"{self.figure} is no single number", "name a figure that is one number"
            return
        if found.group in _NO_LEVERS or found.spec.choices or found.spec.unit in (Unit.FLAG, Unit.DATE):
            what = f"{self.figure} gives no support that can be moved step by step"
            yield ("figure",), what, "name a rate, a share, an amount or months of a loan, a grant or a payment"
            return
        yield from self._ends(case, found)

    def _ends(self, case: Any, found: Named) -> Iterable[Inconsistency]:
        ends = {name: found.spec.read(getattr(self, name)) for name in ("without", "most")}
        for name, (end, troubles) in ends.items():
            yield from (((name, *trouble.path), trouble.what, trouble.remedy) for trouble in troubles)
            if not troubles and (end.by_year or isinstance(end.value, tuple)):
                yield (name,), "is no single number", "give the one number at that end of the lever's way"
            elif not troubles:
                for place, what, remedy in islice(brought(case, with_figure(case, found.path, end)), 1):
                    yield (name,), f"does not work: {dotted(place)}: {what}", remedy
        if ends["without"][0] == ends["most"][0]:
            yield ("most",), "is the value without support", "give the value with the most support to be had"

    def ends(self, case: Any) -> tuple[float, float]:
        """The figure's value without support and with the most, in the unit of the figure."""
        found = lever_figure(case, self.figure)
        assert found is not None
        first, last = found.spec.read(self.without)[0], found.spec.read(self.most)[0]
        return first.number, last.number


def lever_figure(case: Any, path: str) -> Named | None:
    """The figure that a path leads to, if there is one in the case."""
    wanted = path_of(path)
    return next((named for named in named_figures(case) if named.path == wanted), None)


class Concessionality(Block):
    """The heading ``concessionality``."""

    dac_rate: Figure = figure(
        "Discount rate of the OECD's DAC", Unit.RATE, default={"value": 0.06, "note": _OECD_NOTE, **_OECD},
        minimum=0.001, maximum=1, note="By the income group of the country: 6 %, 7 % or 9 %.",
    )  # fmt: skip
    dac_threshold: Figure = figure(
        "Least grant element of the DAC", Unit.SHARE, default={"value": 0.10, "note": _OECD_NOTE, **_OECD}, minimum=0
    )
    imf_rate: Figure = figure(
        "Discount rate of the IMF and the World Bank", Unit.RATE, default={"value": 0.05, **_IMF},
        minimum=0.001, maximum=1,
    )  # fmt: skip
    imf_threshold: Figure = figure(
        "Least grant element of the IMF and the World Bank", Unit.SHARE, minimum=0,
        default={"value": 0.35, "status": "unverified", "note": "As commonly cited; check before quoting."},
    )  # fmt: skip
    fees_count: Figure = figure(
        "Fees paid to the lender count as its receipts", Unit.FLAG, default=1,
        note="Upfront, commitment and agency fees lower the grant element.",
    )  # fmt: skip
    targets: Targets = word("Targets", default=Targets())
    lever: Lever | None = word("Lever of support", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A concessional loan without a market price, and a lever without targets."""
        for name in case.unpriced() if self.model_fields_set else ():
            what = f"the concessional loan {name} has no market price to be measured by"
            yield (), what, f"state facilities.{name}.market_rate: what a market lender would ask, all in"
        if self.lever is not None and not self.targets.stated:
            yield ("lever",), "there is nothing to reach with it", "state targets, such as equity_irr or dscr_minimum"


def needs_measures(data: Any) -> bool:
    """Whether the data of a case hold a loan to be measured, and no heading that says by which rates."""
    facilities = data.get("facilities") if isinstance(data, Mapping) else None
    if not isinstance(facilities, Mapping) or data.get("concessionality") is not None:
        return False
    loans = [loan for loan in facilities.values() if isinstance(loan, Mapping)]
    return any(loan.get("type") == "concessional_loan" or loan.get("market_rate") is not None for loan in loans)
