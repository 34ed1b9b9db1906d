"""The project company's home: what a term sheet says of a company of the Astana International Financial Centre."""

from __future__ import annotations

from typing import Any

from finmodel.inputs.fact import Fact

__all__ = ["vehicle_facts"]

_REPORT = "AIFC report of 2025: English common law jurisdiction, AIFC Court and International Arbitration Centre, "
_REPORT += "special purpose vehicle, AFSA registration"
_RULES = "AIFC Special Purpose Company Rules 2017, in force 1 January 2018"
_MEMORY = "General description of the AIFC's tax regime; the text of the law was not seen"
_ZONE = "Union of special economic zones of Kazakhstan, rule under earlier law"

_AIFC = (
    Fact(
        "Jurisdiction of the borrower",
        "Astana International Financial Centre (AIFC), a jurisdiction of English common law",
        _REPORT, "2025", "seen",
    ),
    Fact("Registration", "Registered with the Astana Financial Services Authority (AFSA)", _REPORT, "2025", "seen"),
    Fact("Courts", "AIFC Court", _REPORT, "2025", "seen"),
    Fact("Arbitration", "International Arbitration Centre (IAC) of the AIFC", _REPORT, "2025", "seen"),
    Fact(
        "Purpose of the company",
        "A special purpose company is limited by its articles to exempt activities; no least share capital is set",
        _RULES, "2018-01", "seen",
    ),
    Fact(
        "To be confirmed: activity",
        "Whether building and operating the project is an exempt activity of a special purpose company",
        _RULES, "2018-01", "unverified",
    ),
    Fact(
        "To be confirmed: tax",
        "Exemptions of AIFC participants until 2066 concern financial services; none is assumed for the project",
        _MEMORY, "", "unverified",
    ),
)  # fmt: skip
_IN_ZONE = Fact(
    "To be confirmed: economic zone",
    "Relief in a special economic zone asks for registration in the zone without divisions outside it; whether a "
    "company of the AIFC can have it",
    _ZONE, "", "unverified",
)  # fmt: skip


def vehicle_facts(case: Any) -> tuple[Fact, ...]:
    """What is known of the company's home, and what must be confirmed; nothing where the case does not name one."""
    if case.project.vehicle != "aifc_spv":
        return ()
    return (*_AIFC, _IN_ZONE) if case.tax.regime == "sez" else _AIFC
