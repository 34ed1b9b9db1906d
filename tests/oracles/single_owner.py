"""NREL's Single Owner model run through PySAM, with only what a project-finance comparison needs switched on.

The generator is a constant 1 MW, so that a year's revenue is exactly the price times 8.76 GWh; credits, incentives,
salvage, property tax, insurance and equipment reserves are off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySAM import Singleowner

__all__ = ["A", "ALL", "B", "C", "Found", "SingleOwner", "prepared", "run"]

_KWH = 8_760_000.0
_GENERATION = [1000.0] * 8760


@dataclass(frozen=True, slots=True)
class SingleOwner:
    """One deal in annual periods: year 0 is financial close, flows fall on year ends, shares are fractions."""

    revenue: Sequence[float]
    """By year of operation."""
    opex: Sequence[float]
    capex: float
    tenor: int
    rate: float
    dscr: float = 0.0
    """The target cover at which the debt is sized and sculpted; 0 if the debt is a share of the cost."""
    debt_share: float = 0.0
    moratorium: int = 0
    """Years of interest only, within the tenor; for debt given as a share."""
    equal_principal: bool = False
    """Equal principal instead of level payments; for debt given as a share."""
    closing_cost: float = 0.0
    fee: float = 0.0
    """Share of the debt, paid at close."""
    reserve_months: float = 0.0
    reserve_rate: float = 0.0
    tax_rate: float = 0.0
    depreciation_years: int = 0
    discount_rate: float = 0.08
    grant: float = 0.0
    """An amount paid at close that is neither taxed nor deducted from what is depreciated (IBI)."""

    @property
    def years(self) -> int:
        """Years of operation."""
        return len(self.revenue)


@dataclass(frozen=True, slots=True)
class Found:
    """What a run found; series have one value for year 0 and one for each year of operation."""

    debt: float
    uses: float
    """What debt and equity pay for: after the grant."""
    equity: float
    irr: float
    npv: float
    balance: tuple[float, ...]
    interest: tuple[float, ...]
    principal: tuple[float, ...]
    dscr: tuple[float, ...]
    """0 in years without debt service."""
    reserve: tuple[float, ...]
    tax: tuple[float, ...]
    equity_flow: tuple[float, ...]


A = SingleOwner(
    revenue=[150.0 + 2 * year for year in range(20)],
    opex=[40.0 + year for year in range(20)],
    capex=1000.0,
    tenor=15,
    rate=0.07,
    dscr=1.3,
)
"""Plain: debt sized and sculpted at 1.30x, no tax, no fee, no reserve."""

B = SingleOwner(
    revenue=A.revenue,
    opex=A.opex,
    capex=1000.0,
    tenor=15,
    rate=0.07,
    dscr=1.3,
    closing_cost=5.0,
    fee=0.02,
    reserve_months=6.0,
    reserve_rate=0.03,
    tax_rate=0.20,
    depreciation_years=20,
)
"""The same with income tax, straight-line depreciation, a fee and a cost at close, and a DSRA that earns interest."""

C = SingleOwner(
    revenue=[140.0 * 1.02**year for year in range(1, 21)],
    opex=[35.0 * 1.03**year for year in range(1, 21)],
    capex=1000.0,
    tenor=12,
    rate=0.08,
    debt_share=0.60,
    moratorium=2,
    closing_cost=15.0,
    reserve_months=6.0,
    tax_rate=0.20,
    depreciation_years=20,
)
"""Debt as 60 % of all uses, level payments after two years of interest only, escalating revenue and costs."""

LEVEL = replace(C, moratorium=0, reserve_months=0.0)
"""As c, repaid from the first year of operation, without a reserve."""

MORATORIUM = replace(LEVEL, debt_share=0.50, equal_principal=True, moratorium=3)
"""Half of the uses as debt, equal principal after three years of interest only, without a reserve."""

EQUAL_PRINCIPAL = replace(LEVEL, debt_share=0.50, equal_principal=True, reserve_months=12.0)
"""Half of the uses as debt, a DSRA of twelve months being one of them, and equal principal from the first year."""

RESERVE_12 = replace(B, reserve_months=12.0)
"""As b, with a DSRA of twelve months."""

GRANT = replace(B, grant=100.0)
"""As b, with a grant of a tenth of the cost."""

GRANT_AND_SHARE = replace(LEVEL, grant=100.0)
"""As level, with a grant: the share of debt is one of what the grant leaves."""

ALL: Mapping[str, SingleOwner] = {
    "a": A,
    "b": B,
    "c": C,
    "level": LEVEL,
    "moratorium": MORATORIUM,
    "equal_principal": EQUAL_PRINCIPAL,
    "reserve_12": RESERVE_12,
    "grant": GRANT,
    "grant_and_share": GRANT_AND_SHARE,
}

_OFF = 0.0
_DEPRECIATION_CLASSES = ("custom", "macrs_5", "macrs_15", "sl_5", "sl_15", "sl_20", "sl_39")


def _depreciation(deal: SingleOwner) -> dict[str, Any]:
    settings: dict[str, Any] = {"depr_fedbas_method": _OFF, "depr_stabas_method": _OFF}
    for level in ("fed", "sta"):
        settings[f"depr_bonus_{level}"] = _OFF
        for name in _DEPRECIATION_CLASSES:
            settings[f"depr_bonus_{level}_{name}"] = _OFF
            settings[f"depr_itc_{level}_{name}"] = _OFF
    for name in _DEPRECIATION_CLASSES:
        settings[f"depr_alloc_{name}_percent"] = _OFF
    years = deal.depreciation_years
    settings["depr_alloc_custom_percent"] = 100.0 if years else _OFF
    settings["depr_custom_schedule"] = [100.0 / years] * years if years else [_OFF]
    return settings


def _financial(deal: SingleOwner) -> dict[str, Any]:
    settings: dict[str, Any] = dict.fromkeys(
        (
            "construction_financing_cost", "cost_other_financing", "months_working_reserve",
            "months_receivables_reserve", "salvage_percentage", "property_tax_rate", "prop_tax_cost_assessed_percent",
            "prop_tax_assessed_decline", "insurance_rate", "equip1_reserve_cost", "equip2_reserve_cost",
            "equip3_reserve_cost", "equip1_reserve_freq", "equip2_reserve_freq", "equip3_reserve_freq",
            "equip_reserve_depr_fed", "equip_reserve_depr_sta", "dscr_limit_debt_fraction", "inflation_rate",
        ),
        _OFF,
    )  # fmt: skip
    return settings | {
        "analysis_period": deal.years,
        "debt_option": 1 if deal.dscr else 0,
        "dscr": deal.dscr,
        "dscr_maximum_debt_fraction": 100.0,
        "debt_percent": 100.0 * deal.debt_share,
        "term_tenor": deal.tenor,
        "term_int_rate": 100.0 * deal.rate,
        "loan_moratorium": deal.moratorium,
        "payment_option": 1 if deal.equal_principal else 0,
        "cost_debt_closing": deal.closing_cost,
        "cost_debt_fee": 100.0 * deal.fee,
        "dscr_reserve_months": deal.reserve_months,
        "reserves_interest": 100.0 * deal.reserve_rate,
        "federal_tax_rate": [100.0 * deal.tax_rate],
        "state_tax_rate": [_OFF],
        "real_discount_rate": 100.0 * deal.discount_rate,
        "system_capacity": 1000.0,
    }


def _grant(deal: SingleOwner) -> dict[str, Any]:
    untaxed = {f"ibi_fed_amount_{effect}_{level}": _OFF for effect in ("tax", "deprbas") for level in ("fed", "sta")}
    return {"ibi_fed_amount": deal.grant, **untaxed}


def prepared(deal: SingleOwner) -> Any:
    """A PySAM Single Owner model set up for the deal, not yet executed."""
    model = Singleowner.new()
    model.assign(
        {
            "SystemOutput": {
                "gen": _GENERATION,
                "system_pre_curtailment_kwac": _GENERATION,
                "annual_energy_pre_curtailment_ac": _KWH,
                "degradation": [_OFF],
                "system_capacity": 1000.0,
            },
            "Lifetime": {"system_use_lifetime_output": 0},
            "Revenue": {
                "ppa_soln_mode": 1,
                "ppa_price_input": [amount / _KWH for amount in deal.revenue],
                "ppa_escalation": _OFF,
                "ppa_multiplier_model": 1,
                "dispatch_factors_ts": [1.0] * 8760,
                "flip_target_percent": 10.0,
                "flip_target_year": deal.years,
            },
            "SystemCosts": {
                "om_fixed": list(deal.opex),
                "om_fixed_escal": _OFF,
                "om_capacity": [_OFF],
                "om_production": [_OFF],
                "total_installed_cost": deal.capex,
            },
            "CapacityPayments": {
                "cp_capacity_payment_esc": _OFF,
                "cp_capacity_payment_type": 0,
                "cp_capacity_payment_amount": [_OFF],
                "cp_capacity_credit_percent": [_OFF],
                "cp_system_nameplate": 1.0,
                "cp_battery_nameplate": _OFF,
            },
            "GridLimits": {"grid_curtailment_price": [_OFF], "grid_curtailment_price_esc": _OFF},
            "FinancialParameters": _financial(deal),
            "Depreciation": _depreciation(deal),
            "PaymentIncentives": _grant(deal),
        }
    )
    return model


def run(deal: SingleOwner) -> Found:
    """The deal as PySAM's Single Owner sees it; its IRR is NaN where it finds none."""
    model = prepared(deal)
    model.execute(0)
    found = model.Outputs
    return Found(
        debt=found.size_of_debt,
        uses=found.cost_installed,
        equity=found.size_of_equity,
        irr=found.project_return_aftertax_irr / 100.0,
        npv=found.project_return_aftertax_npv,
        balance=found.cf_debt_balance,
        interest=found.cf_debt_payment_interest,
        principal=found.cf_debt_payment_principal,
        dscr=found.cf_pretax_dscr,
        reserve=found.cf_reserve_debtservice,
        tax=tuple(-federal - state for federal, state in zip(found.cf_fedtax, found.cf_statax, strict=True)),
        equity_flow=found.cf_project_return_aftertax,
    )
