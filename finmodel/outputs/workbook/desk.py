"""What every writer of a sheet has at hand: the plan, the values, the styles, the words, and the open workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from finmodel.engines.excel_cells import Place, quoted
from finmodel.expr.line import Line, Variable
from finmodel.outputs.workbook.inputs_plan import InputHeading
from finmodel.outputs.workbook.page import Page, PlainSheet
from finmodel.outputs.workbook.plan import Plan
from finmodel.outputs.workbook.styles import TAB_COLOURS, Styles
from finmodel.results import Value
from finmodel.units import Unit

__all__ = ["Desk"]


@dataclass(frozen=True, slots=True)
class Desk:
    """The open workbook and all that is written into it."""

    book: Any
    plan: Plan
    values: Mapping[str, tuple[Value, ...]]
    styles: Styles
    translate: Callable[[str], str]
    cached: Callable[[Value | str], Value | str]
    stocks: frozenset[str]
    """Series without a total: balances and running totals."""
    reserved: dict[str, Page] = field(default_factory=dict)
    """Sheets that have their place in the book already and are written later."""

    def reserve(self, title: str, kind: str) -> None:
        """A sheet comes next in the book, and is written when it is asked for."""
        self.reserved[title] = self.page(title, kind)

    def page(self, title: str, kind: str) -> Page:
        """A new sheet, or the one that was reserved; ``kind`` decides the colour of its tab."""
        if title in self.reserved:
            return self.reserved[title]
        sheet = self.book.add_worksheet(self.plan.names[title], worksheet_class=PlainSheet)
        sheet.set_tab_color(TAB_COLOURS[kind])
        sheet.hide_gridlines(2)
        sheet.set_zoom(85)
        return Page(sheet, self.styles, self.cached)

    def unit(self, unit: Unit) -> str:
        """The name of a unit, with the case's currency where it is money."""
        name = self.translate(unit.value)
        if unit.is_money:
            money = self.translate("money")
            name = name.replace(money, self.plan.results.currency, 1)
        return name

    def input_unit(self, variable: Variable) -> str:
        """The name of an input's unit; of money, in the currency in which the case states it."""
        foreign = self.plan.results.details.get("currencies")
        code = foreign.get(variable.name.rpartition(".")[0]) if isinstance(foreign, Mapping) else None
        own, _, _ = self.plan.results.currency.partition(" ")
        name = self.unit(variable.unit)
        return name.replace(own, str(code), 1) if code and variable.unit.is_money else name

    def label(self, line: Line) -> str:
        """A line's label, with the name of its instance before it."""
        label, instance = self.translate(line.label), self.translate(line.instance_label)
        return f"{instance}: {label}" if instance else label

    def heading(self, heading: InputHeading) -> str:
        """The heading of some inputs."""
        group, instance = self.translate(heading.group), self.translate(heading.instance)
        return f"{group}: {instance}" if instance else group

    def place(self, name: str) -> Place | None:
        """Where a line or an input stands, if it exists."""
        return self.plan.places.get(name)

    def address(self, title: str, cell: str) -> str:
        """A cell on another sheet, as formulas read it."""
        return f"{quoted(self.plan.names[title])}!{cell}"
