"""Which sections a procurement of innovation is made of: the gate, and for each side its pilot and scaled phase."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.innovation_procurement import AtScale, InnovationProcurement
from finmodel.inputs.text import label_of
from finmodel.model.innovation.pilot import pilot, pilot_of_company
from finmodel.model.innovation.pilot_of_city import pilot_of_city
from finmodel.model.innovation.scaled_by_each import scaled_by_each
from finmodel.model.innovation.scaled_year import scaled_phase, scaled_year
from finmodel.model.innovation.stage_gate import innovation_side, scaled_together, stage_gate
from finmodel.model.innovation.stated_value import stated_value

__all__ = ["innovation_parts"]

_SCALED_IF = {"together": scaled_together, "each": scaled_by_each}
_YEARLY = ("investment", "cost", "benefit")


def innovation_parts(case: Case) -> Iterable[Part]:
    """The parts of a procurement of innovation, if the case is the pilot of one."""
    for name, terms in case.innovation_procurement.items():
        label = label_of(name, terms)
        sides = {side: f"{name}_{side}.value_if_succeeds" for side in ("city", "company")}
        links = {f"{side}_if_succeeds": line for side, line in sides.items()}
        yield stage_gate.instance(name, _SCALED_IF[terms.scaled_if], label=label, links=links)
        city = {"received_by_city": f"party_{terms.city}.received", "paid_by_city": f"party_{terms.city}.paid"}
        yield from _side(name, "city", terms, pilot_of_city, city)
        yield from _side(name, "company", terms, pilot_of_company, {})


def _side(name: str, side: str, terms: InnovationProcurement, flows: Section, links: dict[str, str]) -> Iterable[Part]:
    at_scale: AtScale = getattr(terms, f"{side}_at_scale")
    shared = {
        "pilot_factor": f"{name}.pilot_factor",
        "discount_of_gate": f"{name}.gate_factor",
        "success_of_pilot": f"{name}.success",
        "is_scaled": f"{name}.scaled_flag",
        "benefit_factor_at_scale": f"{name}.benefit_factor",
        "benefit_share_failed": f"{name}.benefit_failed",
        "rate_at_scale": f"{name}.rate",
        "value_stated": f"{name}.{side}_at_scale_value",
        "value_stated_failed": f"{name}.{side}_at_scale_value_failed",
    }
    label = side.capitalize()
    phase = scaled_phase if at_scale.value is None else stated_value
    yield innovation_side.instance(
        f"{name}_{side}", pilot, flows, phase, label=label, roles={"procurement": name}, links=shared | links
    )
    stated = {f"yearly_{key}": f"{name}.{side}_at_scale_{key}" for key in _YEARLY if getattr(at_scale, key) is not None}
    for place in range(1, at_scale.years + 1):
        yield scaled_year(place).instance(
            f"{name}_{side}_year_{place}",
            label=f"{label}, year {place}",
            roles={"side": f"{name}_{side}"},
            links=shared | stated,
        )
