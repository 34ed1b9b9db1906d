"""Viability gap: a grant for construction as large as a deal needs to hold, from one or more sources, each capped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.grant_terms import ConstructionGrant
from finmodel.units import Unit

__all__ = ["GapSource", "ViabilityGap", "with_the_gap_sought"]

_TYPE = "viability_gap"


class GapSource(Block):
    """One source of a viability gap grant, up to a share of what the project costs."""

    label: Text | None = word("Name shown", default=None)
    grantor: str | None = word("Who grants", default=None, note="The grantor of the whole if none is named.")
    cap: Figure = figure("Cap, share of project cost", Unit.SHARE, minimum=0, maximum=1)


class ViabilityGap(ConstructionGrant):
    """``type: viability_gap``."""

    type: Literal["viability_gap"]
    bid: Figure | None = figure("Grant that the bidder asks for", Unit.MONEY, default=None, minimum=0)
    granted_share: Figure | None = figure(
        "Share of the caps that is granted", Unit.SHARE, default=None, minimum=0, maximum=1,
        note="finmodel minimum-support finds the least one with which the targets hold.",
    )  # fmt: skip
    cost: Literal["total_uses", "capex"] = word(
        "Project cost", default="total_uses", note="total_uses: financing costs included; capex: without VAT."
    )
    sources: dict[InstanceName, GapSource] = word("Sources, in the order in which they pay")

    @property
    def givers(self) -> tuple[str, ...]:
        """The parties whose money it is."""
        return tuple(dict.fromkeys(source.grantor or self.grantor for source in self.sources.values()))

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """No size or two, no source, caps above the whole cost, a second gap."""
        if self.bid is None and self.granted_share is None:
            yield ("bid",), "no size is stated", "state bid, or granted_share and targets under concessionality"
        elif self.bid is not None and self.granted_share is not None:
            yield ("granted_share",), "stands beside bid", "keep one of the two"
        if not self.sources:
            yield ("sources",), "names no source", "name one or more, each with its cap"
        caps = sum(source.cap.number for source in self.sources.values())
        if caps > 1 + 1e-9:
            yield ("sources",), f"the caps add to {caps:.4g} of project cost", "make them add to 1 or less"
        for name, other in case.grants.items():
            if other is self:
                break
            if other.type == _TYPE:
                yield ("type",), f"{name} fills the viability gap already", f"add the source to grants.{name}.sources"
        yield from super().inconsistencies(case)


def with_the_gap_sought(data: Any) -> Any:
    """The data of a case; a viability gap whose share is open is the lever of support where targets name none."""
    grants = data.get("grants") if isinstance(data, Mapping) else None
    stated = data.get("concessionality") if isinstance(data, Mapping) else None
    if not isinstance(grants, Mapping) or not isinstance(stated, Mapping):
        return data
    if not stated.get("targets") or stated.get("lever") is not None:
        return data
    gaps = [name for name, grant in grants.items() if isinstance(grant, Mapping) and grant.get("type") == _TYPE]
    sought = [name for name in gaps if grants[name].get("granted_share") is not None]
    if not sought:
        return data
    lever = {"figure": f"grants.{sought[0]}.granted_share", "without": 0, "most": "100 %"}
    return {**data, "concessionality": {**stated, "lever": lever}}
