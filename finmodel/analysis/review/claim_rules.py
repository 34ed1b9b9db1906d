"""Rules on claims: what documents of the issuer state, against what the model has for the same thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from finmodel.analysis.review.material import GHG_LABEL, GHG_UNIT, Material, Paid
from finmodel.analysis.review.rule import Instance, Rule
from finmodel.inputs.green_allocations import ALLOCATED, Claim
from finmodel.inputs.green_projects import GHG
from finmodel.review import Told
from finmodel.units import Unit

__all__ = ["CLAIM_RULES", "NATURES", "claimed", "nature", "per_of", "what_of", "whose"]

NEAR = 0.02
"""A claim this near to the model's number agrees with it."""
NATURES = {
    "agrees": "Agrees",
    "gross": "Gross impact claimed in full",
    "mixed": "Lifetime mixed with annual",
    "without_own": "The project's own emissions left out",
    "disagrees": "Disagrees",
    "unknown": "Nothing to compare",
}
"""What comes of comparing a claim with the model."""
_OTHER = {"a_year": "lifetime", "lifetime": "a_year"}


def nature(m: Material, claim: Claim) -> str:
    """What a claim is: ``agrees``, ``gross``, ``mixed``, ``without_own``, ``disagrees``, or ``unknown``."""
    whole = claim.share == "whole_project"
    per = per_of(m, claim)
    if claim.indicator == ALLOCATED:
        return "agrees" if _near(claim, [claimed(m, claim, per, whole=False)]) else "disagrees"
    targets = [claimed(m, claim, per, whole=whole), *_first_year(m, claim, whole=whole)]
    if all(target is None for target in targets):
        return "unknown"
    looks: tuple[tuple[str, Iterable[float | None]], ...] = (
        ("agrees", targets),
        ("gross", [claimed(m, claim, per, whole=True), *_first_year(m, claim, whole=True)]),
        ("mixed", [claimed(m, claim, _OTHER.get(per, per), whole=gross) for gross in (whole, not whole)]),
        ("without_own", [_unabated(m, claim, per, whole=gross) for gross in (whole, not whole)]),
    )
    return next((word for word, numbers in looks if _near(claim, numbers)), "disagrees")


def claimed(m: Material, claim: Claim, per: str, *, whole: bool) -> float | None:
    """What the model has for a claim: of the share financed, or of whole projects; ``None`` where it has nothing."""
    if claim.indicator == ALLOCATED:
        return _added(m.value(f"{paid.instance}.allocated_in_all") for paid in _paid(m, claim))
    if whole:
        return _added(m.whole(project, measure, per) for project, measure in _measured(m, claim))
    found = dict(_by_project(m, claim))
    return _added(m.financed(paid, found[paid.project], per) for paid in _paid(m, claim) if paid.project in found)


def per_of(m: Material, claim: Claim) -> str:
    """``a_year``, ``lifetime``, or ``in_all`` of what is counted once, however the claim puts it."""
    counted = {m.kind(project, measure).counted for project, measure in _measured(m, claim)}
    return "in_all" if counted == {"in_all"} else {"year": "a_year"}.get(claim.per, claim.per)


def _paid(m: Material, claim: Claim) -> list[Paid]:
    return [
        one
        for one in m.pairs
        if claim.instrument in (None, one.instrument) and claim.project in (None, one.project)
    ]  # fmt: skip


def _measured(m: Material, claim: Claim) -> list[tuple[str, str]]:
    """The projects that a claim is of, each with its measure of the kind claimed."""
    named = claim.project is not None
    of = {claim.project} if named else {one.project for one in _paid(m, claim)}
    return [(project, measure) for project, measure in _by_project(m, claim) if project in of]


def _by_project(m: Material, claim: Claim) -> Iterator[tuple[str, str]]:
    for project, terms in m.projects():
        for measure in m.measures(project):
            kind = GHG if measure == GHG else terms.kind_of(measure)
            if claim.indicator in ((measure,) if claim.project is not None else (kind,)):
                yield project, measure


def _first_year(m: Material, claim: Claim, *, whole: bool) -> list[float | None]:
    """Of emissions avoided a year, that of the first full year agrees as well as the average of the lifetime."""
    if claim.indicator != GHG or claim.per != "year":
        return []
    return [_of_gases(m, claim, "ghg_first_year", whole=whole)]


def _unabated(m: Material, claim: Claim, per: str, *, whole: bool) -> float | None:
    """What would be emitted without the project, as if it emitted nothing itself."""
    if claim.indicator != GHG:
        return None
    lifetime = _of_gases(m, claim, "ghg_without_lifetime", whole=whole, a_year=per == "a_year")
    return lifetime if lifetime else None


def _of_gases(m: Material, claim: Claim, line: str, *, whole: bool, a_year: bool = False) -> float | None:
    """A line of the emissions of the projects claimed, by the share financed or whole."""

    def of(project: str) -> float | None:
        value = m.value(f"{project}.{line}")
        years = m.green.projects[project].lifetime_years.number if a_year else 1.0
        return None if value is None else value / years

    if whole:
        return _added(of(project) for project, _ in _measured(m, claim))
    shares = ((paid, m.value(f"{paid.instance}.share_of_cost") or 0.0) for paid in _paid(m, claim))
    known = dict(_by_project(m, claim))
    found = ((of(paid.project), share) for paid, share in shares if paid.project in known)
    return _added(None if value is None else value * share for value, share in found)


def _added(values: Iterable[float | None]) -> float | None:
    found = [value for value in values if value is not None]
    return sum(found) if found else None


def _near(claim: Claim, numbers: Iterable[float | None]) -> bool:
    stated = claim.value.number
    return any(abs(stated - number) <= NEAR * abs(number) for number in numbers if number is not None)


def _of_nature(word: str) -> Callable[[Material], Iterator[Instance]]:
    """What looks for claims of one nature."""

    def look(m: Material) -> Iterator[Instance]:
        for name, claim in m.green.claims.items():
            if nature(m, claim) == word:
                yield f"green.claims.{name}", _told(m, claim)

    return look


def _told(m: Material, claim: Claim) -> dict[str, Told]:
    label, unit = what_of(m, claim)
    amount = m.money if claim.indicator == ALLOCATED else partial(Told, measure=unit)
    told = {"document": Told(claim.document), "what": Told(label), "of": Told(whose(m, claim))}
    numbers = {"stated": claim.value.number} | {
        name: number
        for name, whole in (("ours", claim.share == "whole_project"), ("gross", True))
        if (number := claimed(m, claim, per_of(m, claim), whole=whole)) is not None
    }
    return told | {name: amount(number) for name, number in numbers.items()}


def what_of(m: Material, claim: Claim) -> tuple[str, str]:
    """What a claim is of, and its physical unit; emissions can be claimed though no project states any."""
    if claim.indicator == ALLOCATED:
        return "Allocated", ""
    kinds = (m.kind(project, measure) for project, measure in _by_project(m, claim))
    return next(((kind.label, kind.unit) for kind in kinds), (GHG_LABEL, GHG_UNIT))


def whose(m: Material, claim: Claim) -> tuple[str, ...]:
    """The instrument and the project that a claim names, by their labels."""
    instrument = [] if claim.instrument is None else [m.instrument_label(claim.instrument)]
    project = [] if claim.project is None else [m.label(claim.project)]
    return (*instrument, *project) or ("All projects",)


def _whole_shown(m: Material) -> Iterator[Instance]:
    for name, claim in m.green.claims.items():
        if claim.share != "whole_project" or nature(m, claim) != "agrees":
            continue
        told, financed = _told(m, claim), claimed(m, claim, per_of(m, claim), whole=False)
        gross = claimed(m, claim, per_of(m, claim), whole=True)
        if financed is not None and gross and financed < gross * (1 - NEAR):
            yield f"green.claims.{name}", told | {"share": Told(financed / gross, Unit.SHARE)}


CLAIM_RULES = (
    Rule(
        "gross_impact_claimed", "fault", "reporting", "Gross impact claimed in full",
        "%(document)s states %(what)s of %(stated)s as financed (%(of)s). That is the impact of the whole project; the"
        " share of its cost that the proceeds pay for comes to %(ours)s.",
        "Claim the share financed: impact × allocated ÷ total cost.",
        _of_nature("gross"),
    ),
    Rule(
        "lifetime_mixed_with_annual", "fault", "reporting", "Lifetime mixed with annual",
        "%(document)s states %(what)s of %(stated)s (%(of)s) for a year where it is of the lifetime, or for the"
        " lifetime where it is of a year; the model has %(ours)s.",
        "State for which time it is, and the number of that time.",
        _of_nature("mixed"),
    ),
    Rule(
        "own_emissions_left_out", "fault", "reporting", "The project's own emissions left out",
        "%(document)s states %(what)s of %(stated)s (%(of)s): all that would be emitted without the project. With its"
        " own emissions, those of its electricity included, it avoids %(ours)s.",
        "Claim what is left after the project's own emissions.",
        _of_nature("without_own"),
    ),
    Rule(
        "claim_disagrees", "fault", "reporting", "A number that disagrees with the model",
        "%(document)s states %(what)s of %(stated)s (%(of)s); the model has %(ours)s.",
        "Correct the document, or the case.",
        _of_nature("disagrees"),
    ),
    Rule(
        "claim_without_model", "evidence", "reporting", "A claim that nothing in the model supports",
        "%(document)s states %(what)s of %(stated)s (%(of)s); the model computes no such impact, for want"
        " of a baseline.",
        "State the baseline, or take the claim out.",
        _of_nature("unknown"),
    ),
    Rule(
        "whole_project_claimed", "note", "reporting", "Impact of the whole project shown",
        "%(document)s states %(what)s of %(stated)s for the whole project (%(of)s); %(share)s of it belong to the"
        " proceeds.",
        "Show the share financed beside it.",
        _whole_shown,
    ),
)  # fmt: skip
