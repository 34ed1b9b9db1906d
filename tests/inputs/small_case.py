"""A declaration of a case smaller than the real one, with one of everything that blocks can declare."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.document import Document
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.reader import read_text
from finmodel.inputs.scenarios import Scenario
from finmodel.units import Unit


class Area(Block):
    """A block inside a named block."""

    weight: Figure = figure("Weight", Unit.SHARE, minimum=0)


class Lamp(Block):
    """One of two kinds of item."""

    type: Literal["lamp"]
    price: Figure = figure("Price", Unit.MONEY_PER_UNIT, series=True, minimum=0)
    areas: dict[InstanceName, Area] = word("Areas", default={})
    shares: dict[InstanceName, Figure] = figure("Share", Unit.SHARE, default={})


class Pole(Block):
    """The other kind of item."""

    type: Literal["pole"]
    height: Figure = figure("Height", Unit.NUMBER, maximum=30)
    beside: str | None = word("The item it stands beside", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A neighbour that does not exist; a pole higher than the limit."""
        if self.beside is not None and self.beside not in case.items:
            yield ("beside",), f"{self.beside} does not exist", "name an item"
        if self.height.number > case.limits.height.number:
            yield ("height",), "is above the limit", "lower it"


class Depth(Block):
    """A block inside a block."""

    metres: Figure = figure("Depth", Unit.NUMBER, default=2)


class Limits(Block):
    """A heading of its own."""

    height: Figure = figure("Limit of height", Unit.NUMBER, default=12)
    start: Figure = figure("Start", Unit.DATE, default="2027-01-01")
    depth: Depth = word("Depth", default=Depth())
    method: Literal["plain", "fine"] = word("Method", default="plain")
    spread: Figure | None = figure("Spread", Unit.SHARE, profile=True, default=None)


class SmallCase(Block):
    """A small case."""

    name: Text = word("Name")
    limits: Limits = word("Limits", default=Limits())
    items: dict[InstanceName, Annotated[Lamp | Pole, Field(discriminator="type")]] = word("Items")
    kind: Annotated[Lamp | Pole, Field(discriminator="type")] | None = word("Kind", default=None)
    remarks: list[Area] = word("Remarks", default=[])
    scenarios: dict[InstanceName, Scenario] = word("Scenarios", default={})


SMALL = """\
name: Small
limits: {height: 10}
items:
  street:
    type: lamp
    price: {by_year: {2027: 5, 2029: 6}}
    areas: {north: {weight: 0.4}}
    shares: {cpi: 0.5}
  corner: {type: pole, height: 8, beside: street}
scenarios:
  tall: {set: {items.corner.height: {add: 1}}}
"""


def document(text: str = SMALL) -> Document:
    """The document of a text without problems of writing."""
    found, problems = read_text(text, "small.yaml")
    assert problems == []
    return found
