"""From the parts of a simulation to what it found: every statistic that documents show, one kept value at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.asked import key_lines
from finmodel.analysis.simulation.chunks import Chunk
from finmodel.analysis.simulation.converging import convergence
from finmodel.analysis.simulation.kept import CHECKS, DEFAULT, LOCK_UP, CostLine
from finmodel.analysis.simulation.parts import Parts
from finmodel.analysis.simulation.plan import Plan
from finmodel.analysis.simulation.ranking import ranked, ranking
from finmodel.analysis.simulation.spreads import percentile_error, share_error, spread_of, tail_mean
from finmodel.inputs.text import Text, in_words
from finmodel.results import Results
from finmodel.simulated import (
    PERCENTILES,
    Beyond,
    Chance,
    Curve,
    DriverRanking,
    Fan,
    LendersLoss,
    PartyRisk,
    SimulatedKpi,
    Simulation,
    YearlyCost,
)  # fmt: skip

__all__ = ["Summary"]

Array = NDArray[np.float64]

_RETURN = "equity_irr"
_CURVES = ("project_irr", _RETURN)
_RANKED = (_RETURN, "dscr_minimum", "project_irr")
_LEVELS = 101
_SHARE = 0.95
_NOTHING = 1e-7
"""What rounding leaves of nothing, as a share of the largest present value."""
_CHANCES = {
    DEFAULT: "Default: cover below the default level in any period",
    LOCK_UP: "Lock-up: no distribution allowed in any period",
    "below_hurdle": "Equity IRR below the hurdle",
    CHECKS: "An integrity check fails",
}


@dataclass(frozen=True)
class Summary:
    """What the parts of a simulation show. ``base`` is the case as it stands, kept like a chunk of one scenario."""

    results: Results
    plan: Plan
    parts: Parts
    base: Chunk
    public: tuple[str, ...] = ()
    """The parties of the public side."""

    def simulation(self) -> Simulation:
        """Everything that was found."""
        results, plan = self.results, self.plan
        chances = tuple(self._chances())
        return Simulation(
            case=results.name,
            title=results.title,
            currency=results.currency,
            scenario=results.scenario,
            frozen=plan.contract is not None,
            method=plan.method,
            seed=plan.seed,
            scenarios=plan.scenarios,
            counted=int(self.ok.sum()),
            not_converged=tuple((np.flatnonzero(~self.ok) + 1).tolist()),
            trouble=self._trouble(),
            uncertainty=plan.uncertainty,
            kpis=tuple(self._kpis()),
            chances=chances,
            costs=tuple(self._cost(cost) for cost in plan.kept.costs),
            parties=tuple(self._party(party) for party in plan.kept.parties),
            lenders=self._lenders(),
            convergence=convergence(self.gathered, plan.kept.kpis, plan.uncertainty.hurdle),
            rankings=tuple(self._rankings()),
            fans=tuple(map(self._fan, plan.kept.fans)),
            curves=tuple(self._curve(name) for name in _CURVES if name in plan.kept.kpis),
            beyond=tuple(self._beyond()),
            hashes=dict(results.hashes),
        )

    @cached_property
    def ok(self) -> NDArray[np.bool_]:
        """Where a scenario converged."""
        return self.parts.gathered("ok").astype(bool)

    def gathered(self, name: str) -> NDArray[Any]:
        """What all scenarios that count have of a name."""
        found = self.parts.gathered(name)
        return found if self.ok.all() else found[..., self.ok]

    def _trouble(self) -> str:
        said = (bytes(text.astype(np.uint8)).decode() for text in self.parts.each("trouble"))
        return next((text for text in said if text), "")

    def _kpis(self) -> Iterator[SimulatedKpi]:
        lines = key_lines(self.results.graph)
        for name in self.plan.kept.kpis:
            line = lines[name]
            base = float(self.base[f"kpi:{name}"][0])
            spread = spread_of(self.gathered(f"kpi:{name}"))
            value = None if np.isnan(base) else base
            yield SimulatedKpi(name, line.name, line.label, line.unit, value, spread, line.instance_label)

    def _chances(self) -> Iterator[Chance]:
        for name, label in _CHANCES.items():
            if name != "below_hurdle":
                happens, blanks = self.gathered(f"flag:{name}").astype(bool), 0
                certain = bool(self.base[f"flag:{name}"][0])
            else:
                values = self.gathered(f"kpi:{_RETURN}")
                blank = np.isnan(values)
                happens, blanks = blank | (values < self.plan.uncertainty.hurdle), int(blank.sum())
                certain = not float(self.base[f"kpi:{_RETURN}"][0]) >= self.plan.uncertainty.hurdle
            count, of = int(happens.sum()), happens.size
            share = count / of if of else None
            error = None if share is None else share_error(share, of)
            yield Chance(name, label, share, error, count, blanks, certain)

    def _cost(self, cost: CostLine) -> YearlyCost:
        """By year, a row at a time, so that no more than one year of all scenarios is held twice."""
        paid, worth = self.gathered(f"cost:{cost.name}"), self.gathered(f"worth:{cost.name}")
        total = np.zeros(paid.shape[1])
        mean, error, stressed, chance = [], [], [], []
        for row in paid:
            year = row.astype(np.float64)
            total += year
            mean.append(float(year.mean()))
            error.append(float(year.std(ddof=1)) / year.size**0.5 if year.size > 1 else 0.0)
            stressed.append(float(np.percentile(year, _SHARE * 100)))
            chance.append(float((year > 0).mean()))
        return YearlyCost(
            name=cost.name,
            kind=cost.kind,
            label=cost.label,
            payer=cost.payer,
            discount=self.results.graph.lines[cost.discount].label,
            years=tuple(year for year, _ in self.plan.kept.years),
            mean=tuple(mean),
            mean_error=tuple(error),
            stressed=tuple(stressed),
            chance=tuple(chance),
            total=spread_of(total),
            present_value=spread_of(worth),
            base=tuple(float(value) for value in self.base[f"cost:{cost.name}"][:, 0]),
        )

    @cached_property
    def _nothing(self) -> float:
        return _NOTHING * max(abs(float(self.base[f"party:{party}"][0])) for party in self.plan.kept.parties)

    def _party(self, party: str) -> PartyRisk:
        values: Array = self.gathered(f"party:{party}")
        base = float(self.base[f"party:{party}"][0])
        losses = base - values
        at_risk, conditional, error = tail_mean(losses, _SHARE)
        named = self.results.details.get("parties")
        label = (named.get(party) if isinstance(named, Mapping) else None) or in_words(party)
        return PartyRisk(
            party=party,
            label=Text.read(label),
            public=party in self.public,
            base=base,
            present_value=spread_of(values),
            expected_loss=float(losses.mean()),
            value_at_risk=at_risk,
            value_at_risk_error=percentile_error(np.sort(losses), _SHARE),
            conditional_value_at_risk=conditional,
            conditional_error=error,
            chance_of_loss=float((losses > self._nothing).mean()),
        )

    def _lenders(self) -> LendersLoss:
        lost: Array = self.gathered("unpaid")
        at_risk, conditional, _ = tail_mean(lost, _SHARE)
        hit, mean = lost > 0, float(lost.mean())
        debt = float(self.base["kpi:total_debt"][0]) if "kpi:total_debt" in self.base else 0.0
        return LendersLoss(
            expected=mean,
            error=float(lost.std(ddof=1)) / lost.size**0.5 if lost.size > 1 else None,
            chance=float(hit.mean()),
            when_lost=float(lost[hit].mean()) if hit.any() else None,
            value_at_risk=at_risk,
            conditional_value_at_risk=conditional,
            share_of_debt=mean / debt if debt else None,
        )

    def _rankings(self) -> Iterator[DriverRanking]:
        stated = self.plan.uncertainty
        about: Mapping[str, tuple[str, str]] = {
            **{each.name: (each.label, "variable") for each in stated.variables},
            **{each.name: (each.label, "process") for each in stated.processes},
            **{each.name: (each.label, "risk") for each in stated.risks},
            **{each.name: (each.label, "event") for each in stated.events},
        }
        drivers = {name: ranked(self.gathered(f"driver:{name}")) for name in about}
        for name in _RANKED:
            if name in self.plan.kept.kpis:
                yield ranking(name, self.gathered(f"kpi:{name}"), drivers, about)

    def _fan(self, name: str) -> Fan:
        line = self.results.graph.lines[name]
        spreads = [spread_of(row) for row in self.gathered(f"line:{name}")]
        base = self.base[f"line:{name}"][:, 0]
        return Fan(
            line=name,
            label=line.label,
            unit=line.unit,
            ends=tuple(period.end for period in self.results.periods),
            percentiles={share: tuple(each.percentiles[share] for each in spreads) for share in PERCENTILES},
            mean=tuple(each.mean for each in spreads),
            base=tuple(None if np.isnan(value) else float(value) for value in base),
            counts=tuple(each.count for each in spreads),
        )

    def _curve(self, name: str) -> Curve:
        """At levels as far apart as the returns between the lowest and the highest of them are divided evenly."""
        values = self.gathered(f"kpi:{name}")
        known = np.sort(values[~np.isnan(values)])
        blanks = values.size - known.size
        if not known.size:
            return Curve(name, (), (), blanks)
        levels = np.linspace(known[0], known[-1], _LEVELS)
        shares = (blanks + np.searchsorted(known, levels, side="right")) / values.size
        return Curve(name, tuple(levels.tolist()), tuple(shares.tolist()), blanks)

    def _beyond(self) -> Iterator[Beyond]:
        held = np.sum(list(self.parts.each("beyond")), axis=0)
        for moved, count in zip(self.plan.moved, held.tolist(), strict=True):
            if count:
                value = moved.lever.entry.value
                positions = len(value) if isinstance(value, tuple) else 1
                yield Beyond(moved.lever.path, count, positions * self.plan.scenarios)
