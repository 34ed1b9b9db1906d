"""Cases drawn at random that capture land values in every way, with a fund that takes them in and pays for a grant."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from tests.model.drawn_cases import cases

__all__ = ["cases_with_land"]

Draw = Any
Data = dict[str, Any]


def _number(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(0, 200).map(lambda step: float(f"{low + (high - low) * step / 200:.4g}"))


_SHARE = _number(0, 1)
_GROWTH = st.one_of(_number(-0.05, 0.12), st.just({"by_year": {2027: 0.1, 2030: 0.0, 2033: 0.04}}))
_PHASE = st.sampled_from(
    [
        {"phase": 1.0},
        {"phase": {"by_year": {2026: 0.0, 2029: 0.3, 2032: 1.0}}},
        {"phase": {"by_year": {2025: 0.1, 2034: 0.5}}},
        {"phase_after_completion": [0.4, 0.9, 1.0]},
    ]
)


@st.composite
def _uplift(draw: Draw) -> Data:
    ends = [0.0, 200.0, 500.0, 800.0][: draw(st.integers(2, 4))]
    bands = {
        f"band_{place}": {
            "lower": lower, "upper": upper, "area": draw(_number(0, 100)), "value": draw(_number(0, 5)),
            "uplift": draw(_number(0, 0.3)), **draw(_PHASE),
        }
        for place, (lower, upper) in enumerate(pairwise(ends))
    }  # fmt: skip
    return {
        "land": "a", "bands": bands, "market_growth": draw(_GROWTH), "anticipated": draw(_SHARE),
        "displacement": draw(_SHARE), "capture_rate": draw(_SHARE), "collection": draw(_SHARE),
    }  # fmt: skip


@st.composite
def _district(draw: Draw) -> Data:
    found: Data = {
        "land": "b", "base": draw(_number(0, 2000)), "growth": draw(_GROWTH), "counterfactual_growth": draw(_GROWTH),
        "new_property": draw(_number(0, 100)), "displacement": draw(_SHARE), "tax_rate": draw(_number(0, 0.03)),
        "share": draw(_SHARE), "years": draw(_number(1, 20)), "participants": draw(_number(0, 0.9)),
        "exempt_until": draw(st.sampled_from(["2029-12-31", "2034-06-30"])),
    }  # fmt: skip
    return found | ({"bond_rate": draw(_number(0, 0.2))} if draw(st.booleans()) else {})


@st.composite
def _agreed(draw: Draw) -> Data:
    """Rights, a levy and a plot."""
    towers: Data = {
        "offered": draw(_number(0, 100)), "sold_share": draw(_SHARE), "auction_price": draw(_number(0, 2)),
        "minimum_price": draw(_number(0, 1)), "floor_area_gain": draw(_number(0.5, 3)),
        "sale_price": draw(_number(1.1, 3)), "build_cost": draw(_number(0.1, 0.7)), "margin": draw(_number(0, 0.3)),
    }  # fmt: skip
    if draw(st.booleans()):
        towers["supply"] = draw(_number(0, 500))
    levy: Data = {
        "land": "c", "value_before": draw(_number(0, 500)), "value_after": draw(_number(0, 900)), "rate": draw(_SHARE),
        "market_growth": draw(_GROWTH), "assessed_month": draw(st.integers(1, 24)), "collection": draw(_SHARE),
    }  # fmt: skip
    if draw(st.booleans()):
        levy |= {"instalment_years": draw(_number(0.5, 8)), "instalment_interest": draw(_number(0, 0.1))}
    plot: Data = {
        "land": "d", "area": draw(_number(0, 50)), "value_before": draw(_number(0, 5)), "market_growth": draw(_GROWTH),
        "value_after": draw(_number(0, 9)), "granted_month": draw(st.integers(1, 24)), "premium": draw(_SHARE),
        "sales": draw(_number(0, 300)), "costs": draw(_number(0, 200)), "profit_share": draw(_SHARE),
    }  # fmt: skip
    return {
        "development_rights": {"towers": towers},
        "betterment_levy": {"frontage": levy},
        "joint_development": {"plot": plot},
    }


@st.composite
def _fund(draw: Draw, taken: str) -> Data:
    found: Data = {
        "opening_balance": draw(_number(0, 300)), "interest": draw(_number(0, 0.1)), "pays_for": ["works"],
        "reinvestment": draw(_number(0, 40)), "takes_in": {taken: draw(_number(0, 0.3))},
    }  # fmt: skip
    if draw(st.booleans()):
        found["bond"] = {
            "amount": draw(_number(0, 200)),
            "rate": draw(_number(0, 0.2)),
            "years": draw(_number(0.5, 1.3)),
        }
    return found


@st.composite
def cases_with_land(draw: Draw) -> Data:
    """Any case that can be drawn, with every instrument on land, a stream that takes a share of one, and the fund.

    Equity is not drawn first: with interest half as high again, uses of such a deal need not settle, land or no land.
    """
    data: Data = draw(cases().filter(lambda drawn: drawn["funding"]["drawdown"] != "equity_first"))
    taken = draw(st.sampled_from(sorted(data["revenue"])))
    paid = draw(st.sampled_from(["station", "district", "towers", "frontage", "plot"]))
    land = {"uplift": {"station": draw(_uplift())}, "tax_increment": {"district": draw(_district())}}
    stream = {"type": "land_value_capture", "instrument": paid, "share": draw(_SHARE)}
    grant = {
        "type": "capital_grant",
        "share": draw(_number(0, 0.2)),
        "drawn": draw(st.sampled_from(["first", "pro_rata"])),
    }
    return data | {
        "revenue": data["revenue"] | {"from_land": stream},
        "grants": {"works": grant},
        "land": land | draw(_agreed()) | {"fund": draw(_fund(taken))},
    }
