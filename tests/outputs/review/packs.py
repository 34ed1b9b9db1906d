"""Packs made by hand: one of an instrument with faults, one of an instrument without."""

from __future__ import annotations

from finmodel.outputs.review.document import Column, ComponentBlock, Entry, FindingCard, Pack, Part, Register
from finmodel.outputs.term_sheet.document import Headline, Term
from finmodel.units import Unit

__all__ = ["compliant", "faulty"]

FINDINGS = (
    FindingCard(
        1,
        "over_allocation",
        "grave",
        "Must be corrected",
        "green.allocations: solar_roofs, 2027",
        "Solar roofs are allocated KZT 1,250.0 million, more than the eligible KZT 1,000.0 million.",
        "Lower the allocation to the eligible cost, or show the cost that is missing.",
        "Management of proceeds",
    ),
    FindingCard(
        2,
        "missing_baseline",
        "grave",
        "Must be corrected",
        "green.projects.water.impact.water_saved",
        "The saving of water has no baseline: a reader cannot tell what it is less than.",
        "State the use before the project, its year and its source.",
        "Reporting",
    ),
    FindingCard(
        3,
        "threshold_unverified",
        "warn",
        "Evidence is needed",
        "taxonomy KZ 7.2.1",
        "The threshold for low-carbon vehicles has not been verified against the text of the decree.",
        "Attach the page of the decree in force, and set the status of the row to seen.",
        "Use of proceeds",
    ),
    FindingCard(
        4,
        "no_factor_year",
        "mild",
        "To be noted",
        "emissions.pv.factor",
        "The grid factor of 0.80 t CO2e/MWh names no year.",
        "Name the year the factor is for.",
        "Reporting",
    ),
)
COMPONENTS = (
    ComponentBlock(
        "use_of_proceeds",
        "1. Use of proceeds",
        "partial",
        "Evidence is missing",
        (
            Term("Categories", ("Renewable energy", "Clean transportation")),
            Term("Refinancing", ("25.0% of proceeds, spent at most 24 months before issue",)),
        ),
        ("Cost estimates signed by the city for E-buses",),
        FINDINGS[2:3],
    ),
    ComponentBlock(
        "selection",
        "2. Project evaluation and selection",
        "complete",
        "Stated and evidenced",
        (Term("Who decides", ("Green committee of the issuer",)),),
    ),
    ComponentBlock(
        "management",
        "3. Management of proceeds",
        "partial",
        "Evidence is missing",
        (Term("Account", ("A separate account with the paying agent",)),),
        (),
        FINDINGS[:1],
    ),
    ComponentBlock(
        "reporting",
        "4. Reporting",
        "missing",
        "Not stated",
        (),
        ("Frequency of the reports on allocation", "Where the reports are published"),
        FINDINGS[1:2],
    ),
    ComponentBlock(
        "framework",
        "Green bond framework",
        "complete",
        "Stated and evidenced",
        (Term("Document", ("Framework of Alatau City, 2026",)),),
    ),
    ComponentBlock(
        "external_review",
        "External review",
        "missing",
        "Not stated",
        (),
        ("A second-party opinion or another external review",),
    ),
)
ALLOCATION = Register(
    "allocation",
    "Allocation report",
    (
        Column("project", "Project"),
        Column("category", "Category"),
        Column("taxonomy", "Taxonomy code"),
        Column("sdg", "SDG"),
        Column("place", "Place"),
        Column("signed", "Signed amount", Unit.MONEY),
        Column("cost", "Total project cost", Unit.MONEY),
        Column("issuer_share", "Issuer's share", Unit.SHARE),
        Column("eligible", "Eligible share", Unit.SHARE),
        Column("allocated", "Allocated", Unit.MONEY),
        Column("refinancing", "Of which refinancing", Unit.SHARE),
        Column("year", "Year", Unit.CALENDAR_YEAR),
        Column("lifetime", "Lifetime", Unit.YEARS),
    ),
    (
        Entry(
            (
                "Solar roofs of the Gate District",
                "Renewable energy",
                "KZ 1.2",
                "7, 13",
                "Alatau, Gate District",
                1250.0,
                4200.0,
                0.3,
                1.0,
                1250.0,
                0.25,
                2027.0,
                25.0,
            )
        ),
        Entry(
            (
                "E-buses",
                "Clean transportation",
                "KZ 7.2",
                "11",
                "Alatau",
                800.0,
                1600.0,
                0.5,
                1.0,
                800.0,
                0.0,
                2027.0,
                12.0,
            )
        ),
        Entry(
            (
                "E-buses",
                "Clean transportation",
                "KZ 7.2",
                "11",
                "Alatau",
                400.0,
                1600.0,
                0.25,
                1.0,
                400.0,
                0.0,
                2028.0,
                12.0,
            )
        ),
        Entry(("All projects", "", "", "", "", 2450.0, None, None, None, 2450.0, 0.12, None, None), "total"),
    ),
    note="Amounts in KZT million.",
    wide=True,
)
SCREENING = Register(
    "screening",
    "Screening against the taxonomy",
    (
        Column("project", "Project"),
        Column("code", "Code"),
        Column("activity", "Activity"),
        Column("result", "Result"),
        Column("reason", "Reason"),
    ),
    (
        Entry(
            (
                "Solar roofs of the Gate District",
                "1.2",
                "Solar power",
                "Eligible",
                "No threshold applies to this activity.",
            ),
            "marked",
            "good",
        ),
        Entry(
            ("E-buses", "7.2", "Low-carbon vehicles", "Needs evidence", "The threshold of 50 g CO2/km is unverified."),
            "marked",
            "open",
        ),
        Entry(
            (
                "Heating plant",
                "1.4",
                "Bioenergy",
                "Not eligible",
                "Stated 240 g CO2e/kWh; the threshold is at most 100 g.",
            ),
            "marked",
            "bad",
        ),
    ),
)


def faulty() -> Pack:
    """An instrument with faults."""
    return Pack(
        "Green bond of the Gate District",
        "A bond in tenge for solar roofs, water and electric buses.",
        (
            Term("Instrument", ("Green bond",)),
            Term("Amounts in", ("KZT million",)),
            Term("Issuer", ("Alatau City Corporation",)),
            Term("Taxonomy", ("Kazakhstan, decree 996",)),
        ),
        ("This pack collects what an external reviewer asks for. It is not itself an external review.",),
        "Two findings must be corrected, one needs evidence, one is to be noted.",
        (
            Headline("Findings", "4", "of which 2 must be corrected"),
            Headline("Components stated and evidenced", "2 of 6"),
            Headline("Proceeds allocated", "98.0%", "of KZT 2,500.0 million"),
            Headline("GHG avoided, share of the bond", "4,520 t CO2e", "a year"),
            Headline("Projects eligible under the taxonomy", "1 of 3"),
            Headline("Unverified figures", "12", "of 96 stated"),
        ),
        FINDINGS,
        COMPONENTS,
        (
            Part("allocation-part", "Allocation of proceeds", registers=(ALLOCATION,)),
            Part("screening-part", "Taxonomy screening", "Read with decree 996.", registers=(SCREENING,)),
        ),
        ("Computed by finmodel 0.1.0 from the case green_district.",),
    )


def compliant() -> Pack:
    """An instrument without a fault, and with nothing to show in a part."""
    pack = faulty()
    return Pack(
        pack.title,
        pack.subtitle,
        pack.facts,
        pack.status,
        "Nothing was found that an opinion would have to object to.",
        pack.headlines,
        (),
        COMPONENTS[1:2],
        (Part("impact-part", "Impact", silent="No impact is stated."), *pack.parts),
        pack.colophon,
    )
