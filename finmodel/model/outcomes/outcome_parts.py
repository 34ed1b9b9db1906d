"""Which sections outcome-based revenue is made of, by what a case states: outcomes, tiers, caps and models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from finmodel.expr.section import Part, Section
from finmodel.inputs.block import Block
from finmodel.inputs.energy_performance import EnergyPerformance
from finmodel.inputs.outcomes import Outcome, PayForPerformance
from finmodel.inputs.return_cap import ReturnCap
from finmodel.inputs.text import label_of
from finmodel.model.outcomes.contract_money import contract_money
from finmodel.model.outcomes.distribution_cap import distribution_cap
from finmodel.model.outcomes.energy_service import energy_service
from finmodel.model.outcomes.first_out import first_out
from finmodel.model.outcomes.guaranteed_savings import guaranteed_savings
from finmodel.model.outcomes.impact_bond import impact_bond
from finmodel.model.outcomes.outcome import (
    binary,
    linear,
    outcome,
    outcome_cap,
    tier,
    tiered,
    verified_above,
    verified_below,
)
from finmodel.model.outcomes.pay_for_performance import period_cap, verification
from finmodel.model.outcomes.payer_gain import outcome_saving, payer_gain
from finmodel.model.outcomes.return_account import return_account
from finmodel.model.outcomes.return_cap import return_cap
from finmodel.model.outcomes.shared_savings import shared_savings
from finmodel.model.outcomes.total_cap import total_cap

__all__ = ["Beside", "beside_stream", "outcome_parts"]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a stream is made of beside its own section."""

    sections: tuple[Section, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)


_CARDS = {
    "linear": (linear, "linear_payment"),
    "binary": (binary, "binary_payment"),
    "tiered": (tiered, "tiered_payment"),
}
"""The section of each mode, and its line of the payment a year."""

_CHANGES = {"higher": (verified_above, "rise"), "lower": (verified_below, "fall")}
"""How a change is verified, and the line of it, by which way is better."""

_MODELS = {
    "guaranteed_savings": (guaranteed_savings, "guaranteed_payment"),
    "shared_savings": (shared_savings, "shared_payment"),
    "first_out": (first_out, "payback_payment"),
    "energy_service": (energy_service, "service_payment"),
}
"""The section of each model of an energy performance contract, and its line of the payment."""


_RETURN_CAPS = {"before_financing": return_cap, "distributions": distribution_cap}
"""The section of a cap on the investor's return, by the flows on which it is measured."""


def beside_stream(name: str, stream: Block) -> Beside:
    """The sections beside the stream's own; nothing for revenue that is not based on outcomes."""
    if isinstance(stream, PayForPerformance):
        return _limits(name, stream)
    return _contract(name, stream) if isinstance(stream, EnergyPerformance) else Beside()


def outcome_parts(name: str, stream: Block) -> Iterable[Part]:
    """Every outcome of a stream, and every tier of its rate card."""
    if isinstance(stream, PayForPerformance):
        for key, terms in stream.outcomes.items():
            yield _outcome(name, f"{name}_{key}", label_of(key, terms), terms)
            yield from _tiers(f"{name}_{key}", terms)


def _limits(name: str, stream: PayForPerformance) -> Beside:
    in_period = "payment_within_cap" if stream.cap else "payment_with_minimum"
    in_total = "payment_within_total" if stream.total_cap else in_period
    bond = stream.impact_bond
    return Beside(
        (
            contract_money,
            *([period_cap] if stream.cap else []),
            *([total_cap] if stream.total_cap else []),
            verification,
            *([impact_bond] if bond else []),
            *_return_cap(stream.return_cap),
            *([payer_gain] if _saves(stream) else []),
        ),
        {
            "verifier": stream.verification.verifier,
            **({"provider": bond.provider, "intermediary": bond.intermediary} if bond else {}),
            **_returned(stream.return_cap, stream.payer),
        },
        {
            "period_payment": f"{name}.{in_period}",
            "payable": f"{name}.{in_total}",
            "verification_price": _price(stream.verification.index),
            "management_price": _price(bond.management_index if bond else None),
            "rate_of_payer": f"{name}.payer_rate" if stream.payer_rate else "project_discount_rate",
        },
    )


def _saves(stream: PayForPerformance) -> bool:
    """Whether it is stated of any outcome what it saves the payer."""
    return any(outcome.saving is not None for outcome in stream.outcomes.values())


def _price(index: str | None) -> str:
    return f"{index}.index_level" if index else "unindexed"


def _contract(name: str, stream: EnergyPerformance) -> Beside:
    section, paid = _MODELS[stream.model]
    return Beside(
        (contract_money, section, *([total_cap] if stream.total_cap else []), *_return_cap(stream.return_cap)),
        _returned(stream.return_cap, stream.payer),
        {
            "period_payment": f"{name}.{paid}",
            "model_payment": f"{name}.payment_within_total" if stream.total_cap else f"{name}.{paid}",
            "tariff_price": _price(stream.tariff_index),
        },
    )


def _return_cap(cap: ReturnCap | None) -> tuple[Section, ...]:
    return (return_account, _RETURN_CAPS[cap.basis]) if cap else ()


def _returned(cap: ReturnCap | None, payer: str) -> dict[str, str]:
    """Who has what is above the cap: the payer itself, or another."""
    if cap is None:
        return {}
    receiver = cap.returned_to or payer
    return {"returned_to": receiver, "returned_for": "payer" if receiver == payer else "another"}


def _outcome(stream: str, name: str, label: str, terms: Outcome) -> Part:
    change, changed = _CHANGES[terms.better]
    card, paid = _CARDS[terms.mode]
    return outcome.instance(
        name,
        change,
        card,
        *([outcome_cap] if terms.cap else []),
        *([outcome_saving] if terms.saving else []),
        label=label,
        roles={"stream": stream},
        links={
            "achieved": f"{stream}.achievement",
            "prices": f"{stream}.price_level",
            "verified_change": f"{name}.{changed}",
            "card_payment": f"{name}.{paid}",
            "year_payment": f"{name}.priced_capped" if terms.cap else f"{name}.priced",
            "saving_price": _price(terms.saving_index),
        },
    )


def _tiers(name: str, terms: Outcome) -> Iterable[Part]:
    keys = list(terms.tiers)
    for key, after in zip_longest(keys, keys[1:]):
        ends = {"next_above": f"{name}_{after}.above"} if after else {}
        yield tier.instance(
            f"{name}_{key}",
            label=label_of(key, terms.tiers[key]),
            roles={"outcome": name},
            links={"attributed": f"{name}.attributed", **ends},
        )
