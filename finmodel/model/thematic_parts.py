"""Which sections a thematic instrument is made of, and those of each of its targets and bands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from finmodel.expr.section import Part, Section
from finmodel.inputs.facilities import Loan
from finmodel.inputs.sukuk import SukukIjara
from finmodel.inputs.sustainability_linked import SustainabilityTarget
from finmodel.inputs.text import label_of
from finmodel.inputs.thematic_facilities import IssuedBond, LabelledBond, ratchet_of, targets_of
from finmodel.model.currency.cost_of_loan import cost_of_loan
from finmodel.model.thematic.issue_terms import issue_terms
from finmodel.model.thematic.labelled import labelled, reviewed
from finmodel.model.thematic.linked import expected_steps, linked, premium_relief, redemption_premium
from finmodel.model.thematic.margin_ratchet import margin_ratchet, ratchet_band
from finmodel.model.thematic.missed_above import missed_above
from finmodel.model.thematic.missed_below import missed_below
from finmodel.model.thematic.placed_at_close import placed_at_close
from finmodel.model.thematic.sukuk_ijara import asset_cover_covenant, sukuk_ijara, tradability
from finmodel.model.thematic.sustainability_target import (
    expected_step,
    redemption_premium_of,
    sustainability_target,
)
from finmodel.model.timing import DAY_COUNTS

__all__ = ["linked_sections", "target_parts", "thematic_parts", "thematic_roles", "thematic_sections"]

_MISSED = {"less": missed_above, "more": missed_below}


def thematic_sections(loan: Loan, *, prepayable: bool, hedged: bool) -> Iterable[Section]:
    """What a facility is made of besides a loan.

    ``prepayable``: whether it can be repaid before its schedule; ``hedged``: its all-in cost is computed already.
    """
    if isinstance(loan, IssuedBond):
        yield issue_terms
        if loan.placed == "at_close":
            yield placed_at_close
    if isinstance(loan, SukukIjara):
        yield from _sukuk(loan)
    if isinstance(loan, IssuedBond | SukukIjara) and loan.currency is None and not hedged:
        yield cost_of_loan
    if isinstance(loan, LabelledBond):
        yield from (labelled, reviewed)
    yield from linked_sections(targets_of(loan), prepayable=prepayable)
    if ratchet_of(loan) is not None:
        yield margin_ratchet


def _sukuk(loan: SukukIjara) -> Iterable[Section]:
    yield sukuk_ijara
    if loan.minimum_asset_cover is not None:
        yield asset_cover_covenant
    if loan.tradability_share is not None:
        yield tradability
    if loan.theme != "none":
        yield labelled


def linked_sections(targets: Mapping[str, SustainabilityTarget], *, prepayable: bool) -> Iterable[Section]:
    """What targets add to the instrument that is linked to them."""
    if targets:
        yield linked
    if any(target.miss_probability is not None for target in targets.values()):
        yield expected_steps
    if any(target.with_premium for target in targets.values()):
        yield redemption_premium
        if prepayable:
            yield premium_relief


def thematic_roles(loan: Loan) -> Mapping[str, str]:
    """Who is paid besides the lender."""
    keys = ("listing_venue", "reviewer", "trustee", "takaful_operator")
    return {key: getattr(loan, key) for key in keys if hasattr(loan, key)}


def thematic_parts(name: str, loan: Loan) -> Iterable[Part]:
    """A part for every target and for every band of a ratchet."""
    yield from target_parts(name, targets_of(loan), day_count=DAY_COUNTS[loan.day_count])
    ratchet = ratchet_of(loan)
    for key, band in ratchet.bands.items() if ratchet else ():
        links = {"loan_tested": f"{name}.ratchet_tested", "loan_ratchet_flag": f"{name}.ratchet_flag"}
        yield ratchet_band.instance(f"{name}_{key}", label=label_of(key, band), roles={"loan": name}, links=links)


def target_parts(name: str, targets: Mapping[str, SustainabilityTarget], *, day_count: str) -> Iterable[Part]:
    """A part for every target of the instrument of that name; ``day_count``: the line with its years in a period."""
    for key, target in targets.items():
        yield sustainability_target.instance(
            f"{name}_{key}",
            _MISSED[target.better],
            *([redemption_premium_of] if target.with_premium else []),
            *([expected_step] if target.miss_probability is not None else []),
            label=label_of(key, target),
            roles={"loan": name},
            links={
                "loan_opening": f"{name}.opening",
                "loan_day_count": day_count,
                "loan_step_factor": f"{name}.step_factor",
                "loan_maturity_flag": f"{name}.maturity_flag",
            },
        )
