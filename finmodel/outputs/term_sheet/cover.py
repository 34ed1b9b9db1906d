"""The head of the term sheet: title, facts, what the document is and is not, the few figures that matter most."""

from __future__ import annotations

from dataclasses import dataclass

from finmodel.outputs.term_sheet.document import Headline, Term
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Kpi
from finmodel.units import Unit

__all__ = ["CoverPage", "cover_page"]


_HEADLINES = ("total_uses", "senior_debt", "gearing", "dscr_minimum", "equity_irr", "project_irr")
_LAYERED = (
    "total_uses", "total_debt", "gearing", "dscr_minimum", "total_dscr_minimum", "equity_irr", "senior_debt",
    "project_irr", "llcr_minimum",
)  # fmt: skip
_ISSUED = (
    "total_issued", "yield_at_issue", "all_in_cost", "issuer_cover_minimum", "green_allocated_share",
    "green_ghg_a_year", "net_proceeds", "average_life", "modified_duration",
)  # fmt: skip
"""The results at the head of a deal with one loan, of one in layers, and of an issuance, in whole rows."""
_ABREAST = 3


@dataclass(frozen=True, slots=True)
class CoverPage:
    """Everything above the first section and below the last."""

    title: str
    subtitle: str
    facts: tuple[Term, ...]
    status: tuple[str, ...]
    headlines: tuple[Headline, ...]
    colophon: tuple[str, ...]


def cover_page(view: View) -> CoverPage:
    """The head and the foot of the document."""
    return CoverPage(
        title=view.language.text(view.results.title),
        subtitle=" ".join(view.words("project", "description")),
        facts=_facts(view),
        status=_status(view),
        headlines=_headlines(view),
        colophon=_colophon(view),
    )


def _facts(view: View) -> tuple[Term, ...]:
    facts = [
        Term(view.say("Location"), view.words("project", "location")),
        Term(view.say("Sector"), view.words("project", "sector")),
        Term(view.say("Amounts in"), (view.language.currency(view.results.currency),)),
        Term(view.say("Scenario"), (view.scenario(),)),
    ]
    return tuple(fact for fact in facts if fact.texts)


def _status(view: View) -> tuple[str, ...]:
    loan = view.say(
        "This term sheet is indicative and non-binding. It is neither an offer nor an undertaking to lend, and it is "
        "subject to due diligence, credit approval and contract."
    )
    bonds = view.say(
        "This term sheet is indicative and non-binding. It is neither a prospectus nor an offer of securities, and it "
        "is subject to approval, registration and contract."
    )
    texts = [bonds if view.results.is_issuance else loan, view.provenance()]
    if view.results.frozen:
        texts.append(view.say("The debt stands at the values of the base case; the scenario changes the cash flow."))
    return (*texts, *view.words("project", "honest_note"))


def _headlines(view: View) -> tuple[Headline, ...]:
    names = _ISSUED if view.results.is_issuance else _LAYERED if len(view.facilities) > 1 else _HEADLINES
    found = [view.results.kpis[name] for name in names if name in view.results.kpis]
    found = found[: len(found) // _ABREAST * _ABREAST or len(found)]
    return tuple(
        Headline(view.label(kpi.line), view.language.figure(kpi.value, kpi.unit), _remark(view, kpi)) for kpi in found
    )


def _remark(view: View, kpi: Kpi) -> str:
    if kpi.reason:
        return view.reason(kpi.line)
    if kpi.unit is Unit.MONEY:
        return view.language.currency(view.results.currency)
    if kpi.line == "total_dscr_minimum":
        return view.say("interest and principal of every rank")
    if kpi.line == "dscr_minimum" and view.has("lockup_dscr"):
        return view.say("lock-up below %(level)s", level=view.shown("lockup_dscr"))
    return {Unit.RATE: view.say("a year"), Unit.YEARS: view.say("years")}.get(kpi.unit, "")


def _colophon(view: View) -> tuple[str, ...]:
    hashes = view.results.hashes
    made = view.say(
        "Computed by finmodel %(version)s from the case %(case)s.",
        version=hashes.get("version", ""),
        case=view.results.name,
    )
    inputs = view.say("Inputs (SHA-256): %(hash)s", hash=hashes.get("inputs", ""))
    checks = [check for check in view.results.checks.values() if check.kind == "integrity"]
    held = sum(check.ok for check in checks)
    tested = view.say("Integrity checks that hold: %(held)s of %(count)s.", held=held, count=len(checks))
    return (made, inputs, tested)
