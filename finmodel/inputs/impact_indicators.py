"""Impact indicators: what can be reported of an eligible project, by the words of the harmonised framework."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = ["CATEGORIES", "INDICATORS", "Category", "Counted", "IndicatorKind", "KindOfIndicator"]

Category = Literal[
    "renewable_energy", "energy_efficiency", "pollution_prevention", "living_resources_and_land", "biodiversity",
    "clean_transport", "water_and_wastewater", "climate_adaptation", "circular_economy", "green_buildings",
    "basic_infrastructure", "essential_services", "affordable_housing", "employment", "food_security",
    "socioeconomic_advancement",
]  # fmt: skip
"""Categories of eligible projects: ten of the Green Bond Principles, then six of the Social Bond Principles."""

CATEGORIES: Mapping[str, str] = {
    "renewable_energy": "Renewable energy",
    "energy_efficiency": "Energy efficiency",
    "pollution_prevention": "Pollution prevention and control",
    "living_resources_and_land": "Living natural resources and land use",
    "biodiversity": "Terrestrial and aquatic biodiversity",
    "clean_transport": "Clean transportation",
    "water_and_wastewater": "Sustainable water and wastewater management",
    "climate_adaptation": "Climate change adaptation",
    "circular_economy": "Circular economy adapted products and processes",
    "green_buildings": "Green buildings",
    "basic_infrastructure": "Affordable basic infrastructure",
    "essential_services": "Access to essential services",
    "affordable_housing": "Affordable housing",
    "employment": "Employment generation",
    "food_security": "Food security and sustainable food systems",
    "socioeconomic_advancement": "Socioeconomic advancement and empowerment",
}
"""What each category is called; the first ten are green, the others social."""

Counted = Literal["a_year", "in_all", "intensity"]
"""A flow of each year; something that is there once; or a level for each unit, which does not add up."""


@dataclass(frozen=True, slots=True)
class IndicatorKind:
    """One indicator: its label, its unit, whether more or less of it is the aim, how it is counted, its categories."""

    label: str
    unit: str
    better: Literal["more", "less"]
    counted: Counted = "a_year"
    core: tuple[str, ...] = ()
    """The categories of which it is a core indicator."""


KindOfIndicator = Literal[
    "electricity_generated", "heat_generated", "capacity_installed", "electricity_saved", "heat_saved", "fuel_saved",
    "energy_use_per_area", "carbon_per_area", "water_use_per_area", "floor_area", "passenger_kilometres", "passengers",
    "tonne_kilometres", "clean_vehicles", "kilometres_of_track", "car_kilometres", "particulates", "nitrogen_oxides",
    "sulphur_oxides", "carbon_monoxide", "volatile_compounds", "water_used", "wastewater_treated", "water_reused",
    "sludge_reused", "waste_reduced", "waste_recycled", "energy_from_waste", "people_with_access",
    "people_protected", "expected_loss", "area_restored", "beneficiaries", "dwellings", "jobs", "other",
]  # fmt: skip
"""The words by which a case names an indicator."""

_ENERGY = ("energy_efficiency",)
_BUILDINGS = ("green_buildings",)
_TRANSPORT = ("clean_transport",)
_AIR = ("clean_transport", "pollution_prevention")
_WATER = ("water_and_wastewater",)
_WASTE = ("pollution_prevention", "circular_economy")

INDICATORS: Mapping[str, IndicatorKind] = {
    "electricity_generated": IndicatorKind(
        "Renewable electricity generated", "MWh", "more", core=("renewable_energy", *_BUILDINGS)
    ),
    "heat_generated": IndicatorKind("Renewable heat generated", "GJ", "more", core=("renewable_energy",)),
    "capacity_installed": IndicatorKind(
        "Renewable capacity built or rehabilitated", "MW", "more", "in_all", ("renewable_energy",)
    ),
    "electricity_saved": IndicatorKind("Electricity saved", "MWh", "less", core=_ENERGY),
    "heat_saved": IndicatorKind("Heat saved", "GJ", "less", core=_ENERGY),
    "fuel_saved": IndicatorKind("Fuel saved", "GJ", "less", core=_ENERGY),
    "energy_use_per_area": IndicatorKind("Final energy use of buildings", "kWh/m²", "less", "intensity", _BUILDINGS),
    "carbon_per_area": IndicatorKind("Carbon of buildings", "kg CO2e/m²", "less", "intensity", _BUILDINGS),
    "water_use_per_area": IndicatorKind("Water use of buildings", "m³/m²", "less", "intensity", _BUILDINGS),
    "floor_area": IndicatorKind("Gross building area", "m²", "more", "in_all", _BUILDINGS),
    "passenger_kilometres": IndicatorKind("Passenger-kilometres", "passenger-km", "more", core=_TRANSPORT),
    "passengers": IndicatorKind("Passengers", "passengers", "more", core=_TRANSPORT),
    "tonne_kilometres": IndicatorKind("Tonne-kilometres", "tonne-km", "more", core=_TRANSPORT),
    "clean_vehicles": IndicatorKind("Clean vehicles deployed", "vehicles", "more", "in_all"),
    "kilometres_of_track": IndicatorKind("Track built", "km", "more", "in_all"),
    "car_kilometres": IndicatorKind("Car and truck use avoided", "vehicle-km", "less"),
    "particulates": IndicatorKind("Particulates (PM) avoided", "t", "less", core=_AIR),
    "nitrogen_oxides": IndicatorKind("Nitrogen oxides (NOx) avoided", "t", "less", core=_AIR),
    "sulphur_oxides": IndicatorKind("Sulphur oxides (SOx) avoided", "t", "less", core=_AIR),
    "carbon_monoxide": IndicatorKind("Carbon monoxide (CO) avoided", "t", "less", core=_TRANSPORT),
    "volatile_compounds": IndicatorKind("Volatile compounds (NMVOC) avoided", "t", "less", core=_TRANSPORT),
    "water_used": IndicatorKind("Gross water use reduced", "m³", "less", core=_WATER),
    "wastewater_treated": IndicatorKind("Wastewater treated", "m³", "more", core=_WATER),
    "water_reused": IndicatorKind("Water reused", "m³", "more", core=_WATER),
    "sludge_reused": IndicatorKind("Sludge treated and reused", "t dry", "more", core=_WATER),
    "waste_reduced": IndicatorKind("Waste prevented or kept from landfill", "t", "less", core=_WASTE),
    "waste_recycled": IndicatorKind("Waste reused or recycled", "t", "more", core=_WASTE),
    "energy_from_waste": IndicatorKind("Energy recovered from waste", "MWh", "more", core=("pollution_prevention",)),
    "people_with_access": IndicatorKind(
        "People given access", "people", "more", "in_all", ("basic_infrastructure", "essential_services")
    ),
    "people_protected": IndicatorKind("People protected", "people", "more", "in_all", ("climate_adaptation",)),
    "expected_loss": IndicatorKind("Expected loss avoided", "money", "less", core=("climate_adaptation",)),
    "area_restored": IndicatorKind(
        "Area restored or protected", "ha", "more", "in_all", ("biodiversity", "living_resources_and_land")
    ),
    "beneficiaries": IndicatorKind(
        "People reached", "people", "more", "in_all", ("essential_services", "socioeconomic_advancement")
    ),
    "dwellings": IndicatorKind("Affordable dwellings", "dwellings", "more", "in_all", ("affordable_housing",)),
    "jobs": IndicatorKind("Jobs created or kept", "jobs", "more", "in_all", ("employment",)),
    "other": IndicatorKind("Other indicator", "", "more"),
}  # fmt: skip
"""What is known of each indicator by the word that names it. Greenhouse gases have a block of their own."""
