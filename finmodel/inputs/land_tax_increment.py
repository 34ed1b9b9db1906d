"""Tax increment: a district's assessed value, its tax, what is pledged of it, and who in it pays no tax."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.first_year import begins_unsaid
from finmodel.timeline import month_after
from finmodel.units import Unit

__all__ = ["TaxIncrement"]

_A_DAY = timedelta(days=1)


class TaxIncrement(Block):
    """One entry under ``land.tax_increment``: tax increment financing (TIF) of one district."""

    label: Text | None = word("Name shown", default=None)
    land: str = word(
        "Which land", note="A name of your own; no other instrument may capture the rise of the same land."
    )
    base: Figure = figure("Assessed value at financial close, frozen as the base", Unit.MONEY, minimum=0)
    growth: Figure = figure("Growth of assessed value a year", Unit.RATE, series=True, minimum=-0.5, maximum=2)
    new_property: Figure = figure(
        "New taxable property a year", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0,
        note="Completed and assessed in the year; from then on it grows like the rest.",
    )  # fmt: skip
    displacement: Figure = figure(
        "Share of new property that would stand elsewhere in the city", Unit.SHARE, default=0.0, minimum=0, maximum=1
    )
    counterfactual_growth: Figure = figure(
        "Growth of assessed value that would come anyway", Unit.RATE, series=True, minimum=-0.5, maximum=2,
        note="What the project does not cause, inflation included.",
    )  # fmt: skip
    tax_rate: Figure = figure("Property tax, share of assessed value a year", Unit.RATE, series=True, minimum=0)
    share: Figure = figure("Share of the increment pledged", Unit.SHARE, minimum=0, maximum=1)
    collection: Figure = figure("Share that is collected", Unit.SHARE, series=True, default=1.0, minimum=0, maximum=1)
    years: Figure = figure("Years of the district, from financial close", Unit.YEARS, minimum=0.25, maximum=100)
    participants: Figure = figure(
        "Share of the property that participants of a special zone own", Unit.SHARE, series=True, default=0.0,
        minimum=0, maximum=1, note="They pay no property tax while their exemption lasts.",
    )  # fmt: skip
    exempt_until: Figure | None = figure(
        "Last day of their exemption", Unit.DATE, default=None,
        note="If not stated: the relief of the case's own regime.",
    )  # fmt: skip
    bond_rate: Figure | None = figure(
        "Rate of a bond on the increment", Unit.RATE, default=None, minimum=0, note="If stated, its size is computed."
    )
    bond_cover: Figure = figure("Cover that bondholders ask for", Unit.RATIO, default=1.5, minimum=1, maximum=10)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A zone of which nothing is said, an exemption without an end, a district that yields nothing."""
        zone = case.tax.regime == "sez"
        if zone and not self.participants.provenance.stated:
            what = "is not stated, and participants of a special economic zone pay no property tax"
            yield ("participants",), what, "state the share of the district's property that they own; 0 if none"
        if any(self.participants.numbers) and not zone and self.exempt_until is None:
            yield ("participants",), "have an exemption without an end", "state exempt_until"
        if zone and self.exempt_until is not None and self.exempt_until.day.year > case.tax.zone_end_year.number:
            what = f"{self.exempt_until.day} is after the zone, which ends with {case.tax.zone_end_year.number:.0f}"
            yield ("exempt_until",), what, "state an earlier day"
        yield from begins_unsaid(case, {"new_property": self.new_property})
        yield from self._yields_nothing(case)

    def _yields_nothing(self, case: Any) -> Iterable[Inconsistency]:
        last, start = self._last_exempt_day(case), case.timing.start.day
        if last is None or min(self.participants.numbers) < 1:
            return
        if last + _A_DAY >= month_after(start, int(self.years.number * 12)):
            what = f"all property belongs to participants of the zone, who pay no property tax until {last.year}"
            yield ("share",), f"is a share of nothing: {what}", "capture something else, such as uplift or land sales"

    def _last_exempt_day(self, case: Any) -> date | None:
        if self.exempt_until is not None or case.tax.regime != "sez":
            return self.exempt_until.day if self.exempt_until else None
        zone = case.tax
        years = zone.relief_years_by_category.numbers[int(zone.category.number) - 1]
        relief: date = month_after(case.timing.start.day, int(years * 12)) - _A_DAY
        agreed: list[date] = [zone.agreement_end.day] if zone.agreement_end else []
        return min(relief, date(int(zone.zone_end_year.number), 12, 31), *agreed)
