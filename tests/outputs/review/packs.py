"""Reviews made by hand of a small green deal that is appraised: one with faults, one without."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.public_side import record_tables
from finmodel.inputs.text import Text
from finmodel.outputs.language import translator
from finmodel.outputs.review.document import Pack
from finmodel.outputs.review.pack import review_pack
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Results
from finmodel.review import (
    Component,
    Finding,
    Review,
    ReviewColumn,
    ReviewRow,
    ReviewTable,
    Statement,
    TaxonomyUsed,
    Told,
)
from finmodel.units import Unit
from tests.economic_deal import WHOLE
from tests.model.green.green_deal import GREEN
from tests.model.small_case import small_model

__all__ = ["ALLOCATION", "FINDINGS", "compliant_review", "faulty_review", "green_results", "pack_of", "seen"]

SOLAR = Text("Solar roofs", {"en": "Solar roofs", "ru": "Солнечные крыши", "kk": "Күн шатырлары"})

FINDINGS = (
    Finding(
        "over_allocation",
        "fault",
        "management",
        "green.allocations.roofs_2027",
        "More is allocated than is eligible",
        "%(project)s is allocated %(allocated)s, more than the %(eligible)s that are eligible.",
        "Lower the allocations by %(excess)s, or show the cost that is missing.",
        {
            "project": Told(SOLAR),
            "allocated": Told(1250.0, Unit.MONEY),
            "eligible": Told(1000.0, Unit.MONEY),
            "excess": Told(250.0, Unit.MONEY),
        },
    ),
    Finding(
        "missing_baseline",
        "fault",
        "reporting",
        "green.projects.water.indicators.water_used",
        "An impact without a baseline",
        "The water used states no baseline: nobody can tell what %(value)s are less than.",
        "State what was used before the project, with its year and source.",
        {"value": Told(120000.0, None, "m³")},
    ),
    Finding(
        "threshold_unverified",
        "evidence",
        "use_of_proceeds",
        "green.projects.buses.taxonomy.kz",
        "A threshold nobody has verified",
        "The threshold of code 7.2 has not been read in the text in force.",
        "Attach the page of the decree, and set the status of the row to seen.",
    ),
    Finding(
        "no_factor_year",
        "note",
        "reporting",
        "emissions.fuel.without_project.factor",
        "A factor without a year",
        "The factor names no year.",
        "Name the year for which the factor was published.",
    ),
)
COMPONENTS = (
    Component(
        "use_of_proceeds",
        "partial",
        (
            Statement("Categories", Told(("Renewable energy", "Clean transportation"))),
            Statement("Look-back", Told(24.0, Unit.MONTHS)),
        ),
        ("Exclusions",),
    ),
    Component("selection", "complete", (Statement("Who decides", Told(Text("A committee of the issuer"))),)),
    Component("management", "complete", (Statement("How proceeds are tracked", Told("Sub-account")),)),
    Component("reporting", "missing", (), ("How often reports are published", "Where reports are published")),
    Component("framework", "complete", (Statement("Title", Told(Text("Framework of the city, 2026"))),)),
    Component("external_review", "missing", (), ("A second-party opinion, verification, certification or score",)),
)


def _words(*pairs: tuple[str, str]) -> list[ReviewColumn]:
    return [ReviewColumn(key, label, holds_words=True) for key, label in pairs]


ROOFS = (1250.0, 4200.0, 0.3, 1.0, 1250.0, 0.25, 2027.0, 25.0)
BUSES = ((1200.0, 1600.0, 0.75, 1.0, 800.0, 0.0, 2027.0, 12.0), (1200.0, 1600.0, 0.75, 1.0, 400.0, 0.0, 2028.0, 12.0))
ALLOCATION = ReviewTable(
    "allocation",
    "Allocation report",
    (
        *_words(("project", "Project"), ("category", "Category"), ("taxonomy", "Taxonomy code"), ("sdgs", "SDG")),
        *_words(("location", "Location")),
        ReviewColumn("signed_amount", "Signed amount", Unit.MONEY),
        ReviewColumn("total_cost", "Total project cost", Unit.MONEY),
        ReviewColumn("issuer_share", "Share of the issuer", Unit.SHARE),
        ReviewColumn("eligible_share", "Eligible share", Unit.SHARE),
        ReviewColumn("allocated", "Allocated", Unit.MONEY),
        ReviewColumn("refinanced_share", "Of which refinancing", Unit.SHARE),
        ReviewColumn("year", "Year", Unit.CALENDAR_YEAR),
        ReviewColumn("lifetime_years", "Lifetime, years", Unit.YEARS),
    ),
    (
        ReviewRow(
            (
                SOLAR,
                "Renewable energy",
                "KZ 1.2",
                "7, 13",
                "Gate District",
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
        ReviewRow(
            (
                "E-buses",
                "Clean transportation",
                "KZ 7.2",
                "11",
                "Alatau",
                1200.0,
                1600.0,
                0.75,
                1.0,
                800.0,
                0.0,
                2027.0,
                12.0,
            )
        ),
        ReviewRow(
            (
                "E-buses",
                "Clean transportation",
                "KZ 7.2",
                "11",
                "Alatau",
                1200.0,
                1600.0,
                0.75,
                1.0,
                400.0,
                0.0,
                2028.0,
                12.0,
            )
        ),
        ReviewRow(("All projects", *[""] * 4, 2450.0, None, None, None, 2450.0, 0.12, None, None), "total"),
    ),
    note="Every allocation of the case, planned ones included.",
)
IMPACT = ReviewTable(
    "impact",
    "Impact by project",
    (
        *_words(("project", "Project"), ("indicator", "Indicator"), ("unit", "Unit")),
        ReviewColumn("baseline", "Baseline"),
        ReviewColumn("with_project", "With the project"),
        ReviewColumn("absolute", "Whole project, a year"),
        ReviewColumn("pro_rated", "Pro-rated, a year"),
        *_words(("basis", "Ex-ante or ex-post")),
    ),
    (
        ReviewRow((SOLAR, "Electricity generated", "MWh", 0.0, 19100.0, 19100.0, 5684.523, "ex-ante")),
        ReviewRow((SOLAR, "Emissions avoided", "t CO2e", 15280.0, 0.0, 15280.0, 4547.619, "ex-ante")),
        ReviewRow(("E-buses", "Emissions avoided", "t CO2e", 1070.0, 1040.0, 30.0, 22.5, "ex-ante")),
    ),
)
SCREENING = ReviewTable(
    "screening",
    "Screening against the taxonomy",
    tuple(
        _words(("project", "Project"), ("code", "Code"), ("activity", "Activity"))
        + _words(("verdict", "Result"), ("reason", "Reason"))
    ),
    (
        ReviewRow((SOLAR, "1.2", "Solar power", "Eligible", "No threshold applies."), mark="good"),
        ReviewRow(
            ("E-buses", "7.2", "Low-carbon vehicles", "Needs evidence", "The threshold is unverified."), mark="open"
        ),
        ReviewRow(
            ("Heating plant", "1.4", "Bioenergy", "Not eligible", "240 g CO2e/kWh, more than 100 g."), mark="bad"
        ),
    ),
)


@cache
def green_results() -> Results:
    """The small deal as a green one, appraised; computed once."""
    results = evaluate(small_model({**WHOLE, **GREEN}), About("deal", "Small deal", "KZT million"))
    return replace(results, tables=record_tables(results))


@cache
def faulty_review() -> Review:
    """A review that finds faults."""
    tables = {table.key: table for table in (ALLOCATION, IMPACT, SCREENING)}
    used = (TaxonomyUsed("kz", "kz.csv", ("Decree 996",), 24, 20),)
    return Review(green_results(), "green", COMPONENTS, FINDINGS, tables, used)


@cache
def compliant_review() -> Review:
    """A review that finds nothing to say, of one year, and has no table to show."""
    stated = tuple(component for component in COMPONENTS if component.state == "complete")
    return Review(green_results(), "green", stated, (), year=2028)


def pack_of(review: Review, lang: str = "en") -> Pack:
    """A pack in a language."""
    return review_pack(review, translator(lang))


def seen(lang: str) -> View:
    """The appraised deal in a language."""
    return View(green_results(), translator(lang))
