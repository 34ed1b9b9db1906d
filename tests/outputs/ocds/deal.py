"""A deal with every kind of finance and of support, for the tests of the export; its numbers are made up."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from finmodel.outputs.ocds.known import Deal
from finmodel.pipeline import run_case

__all__ = ["deal"]

TEXT = """
project:
  title: {en: Water for the east bank, ru: Вода}
  description: A plant and its network
  location: Alatau City
  sector: Water supply
  money: million
timing: {start: 2027-07-01, period: half_year, construction_months: 12, operation_months: 120}
capex: {plant: {unit_cost: 1000}}
opex: {staff: {unit_cost: 50}}
revenue:
  availability: {type: availability_payment, payer: city, amount: 200}
  water: {type: plain_stream, payer: users, label: Water tariff, amount: 100}
funding: {shareholder_loan_share: 50 %, shareholder_loan_rate: 10 %, shareholders: {city: 20 %}}
grants:
  pump: {type: capital_grant, label: City's grant, grantor: city, amount: 100}
  cheaper: {type: interest_subsidy, facility: senior, payer: damu, rate: 1 %, months: 60}
facilities:
  senior: {type: term_loan, base_rate: 8 %, margin: 2 %, tenor_months: 96, sizing: {dscr: 1.3, share: 40 %}}
  soft:
    type: concessional_loan
    provider: bilateral
    base_rate: {by_year: {2027: 3 %, 2030: 2 %}}
    tenor_months: 96
    rank: 2
    sizing: {amount: 150}
    repayment: {profile: equal}
guarantees: {surety: {type: state_surety, covers: [senior], amount: 80, fee_rate: 1 %}}
tax: {regime: kz_standard}
termination: {equity_rate: 15 %}
value_for_money: {public_discount_rate: 10 %, public_capex_factor: 1.2}
risks:
  dear:
    id: construction
    label: Dearer works
    description: Ten per cent more
    probability: 30 %
    allocation: privateParty
    mitigation: Fixed price
    set: {capex.plant.overrun: 10 %}
  quake: {id: forceMajeure, probability: 1 %, allocation: shared, share_private: 40 %}
term_sheet:
  parties: {city: Akimat of Alatau City, senior_lender: First Bank}
  termination: As the agreement says
  handback: Free of charge
"""


@cache
def deal(scenario: str = "base") -> Deal:
    """The deal as the parts of the export read it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "east_bank.yaml"
        path.write_text(TEXT, encoding="utf-8")
        return Deal(run_case(path, scenario=scenario))
