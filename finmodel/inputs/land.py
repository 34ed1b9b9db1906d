"""Land: the instruments that capture what a project adds to land values, and the fund that takes it in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from finmodel.inputs.block import Block, Inconsistency, InstanceName
from finmodel.inputs.figure import word
from finmodel.inputs.land_betterment_levy import BettermentLevy
from finmodel.inputs.land_development_rights import DevelopmentRights
from finmodel.inputs.land_fund import LandFund
from finmodel.inputs.land_joint_development import JointDevelopment
from finmodel.inputs.land_tax_increment import TaxIncrement
from finmodel.inputs.land_uplift import LandUplift

__all__ = ["Land"]

_OF_A_RISE = ("uplift", "tax_increment", "betterment_levy", "joint_development")
"""The instruments that capture the rise of land that they name."""


class Land(Block):
    """The heading ``land``; without it nothing is computed."""

    uplift: dict[InstanceName, LandUplift] = word("Uplift by bands of distance", default={})
    tax_increment: dict[InstanceName, TaxIncrement] = word("Tax increment", default={})
    development_rights: dict[InstanceName, DevelopmentRights] = word("Development rights", default={})
    betterment_levy: dict[InstanceName, BettermentLevy] = word("Betterment levy", default={})
    joint_development: dict[InstanceName, JointDevelopment] = word("Joint development", default={})
    fund: LandFund | None = word("Land fund", default=None)

    @property
    def instruments(self) -> Mapping[str, Block]:
        """Every instrument by its name."""
        kinds: tuple[Mapping[str, Block], ...] = (
            self.uplift, self.tax_increment, self.development_rights, self.betterment_levy, self.joint_development,
        )  # fmt: skip
        return {name: terms for kind in kinds for name, terms in kind.items()}

    @property
    def parties(self) -> tuple[str, ...]:
        """Who holds the fund."""
        return (self.fund.holder,) if self.fund else ()

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """Nothing to capture, and land whose rise is captured twice."""
        if not self.instruments:
            yield (
                (),
                "states no instrument",
                f"add one of: {', '.join(k for k in type(self).model_fields if k != 'fund')}",
            )
        yield from self._captured_twice()

    def _captured_twice(self) -> Iterator[Inconsistency]:
        first: dict[str, str] = {}
        for kind in _OF_A_RISE:
            for name, terms in getattr(self, kind).items():
                if terms.land in first:
                    what = f"the rise of {terms.land} is captured by {first[terms.land]} already, and would count twice"
                    yield (
                        (kind, name, "land"),
                        what,
                        "keep one of the two, or name the part of the land that each covers",
                    )
                first.setdefault(terms.land, f"{kind}.{name}")
