"""Project and valuation: what the deal is called, the money it is counted in, the rates it is valued at."""

from __future__ import annotations

from typing import Literal

from finmodel.inputs.block import Block, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["Project", "Valuation"]


class Project(Block):
    """The heading ``project``."""

    title: Text = word("Title of the project")
    description: Text | None = word("What the project builds and for whom", default=None)
    location: Text | None = word("Where it is", default=None)
    sector: Text | None = word("Sector", default=None)
    honest_note: Text | None = word("What a reader must know about the deal's viability", default=None)
    vehicle: Literal["aifc_spv", "local_company"] | None = word(
        "Where the project company is registered",
        default=None,
        note="aifc_spv: a special purpose company of the Astana International Financial Centre.",
    )
    currency: str = word("Currency, by its three letters", default="KZT")
    money: Literal["one", "thousand", "million", "billion"] = word(
        "What one unit of money stands for", default="million"
    )
    tolerance: Figure = figure("Tolerance of checks", Unit.MONEY, default=1e-5, minimum=0)


class Valuation(Block):
    """The heading ``valuation``."""

    convention: Literal["dates", "periods"] = word(
        "Discounting counts",
        default="dates",
        note="dates: days from financial close ÷ 365; periods: whole periods, flows of the first not discounted.",
    )
    project_discount_rate: Figure = figure("Discount rate of the project", Unit.RATE, default=0.1)
    equity_discount_rate: Figure = figure("Discount rate of the sponsors", Unit.RATE, default=0.15)
