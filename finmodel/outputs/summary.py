"""The key results as lines of text: what a run tells on the screen."""

from __future__ import annotations

from finmodel.engines.words_engine import Translate, WordsEngine
from finmodel.engines.words_reasons import blank_reason
from finmodel.inputs.loader import BASE
from finmodel.inputs.text import Text
from finmodel.outputs.language import Language
from finmodel.results import Check, FacilitySize, Kpi, Results
from finmodel.units import Unit

__all__ = ["spoken", "summary"]

_IN_WORDS = {Unit.YEARS, Unit.MONTHS, Unit.DAYS}


def spoken(language: Language) -> Translate:
    """How labels are said in a language: those of the case by its own translations, all others by the catalogue."""
    return lambda words: language.text(words) if isinstance(words, Text) else language.gettext(words)


def summary(results: Results, language: Language) -> list[str]:
    """Title, key results with the reason where there is none, the master check and whatever does not hold."""
    writer = _Writer(results, language)
    return [writer.title(), "", *writer.key_results(), *writer.facilities(), "", *writer.checks()]


class _Writer:
    def __init__(self, results: Results, language: Language) -> None:
        self.results = results
        self.language = language
        self.say = spoken(language)
        self.label = WordsEngine(results.graph, translate=self.say).label

    def title(self) -> str:
        found = (scenario.label for scenario in self.results.scenarios if scenario.name == self.results.scenario)
        named = self.say("Base case") if self.results.scenario == BASE else self.results.scenario
        scenario = self.say(next(found, named))
        currency = self.language.currency(self.results.currency)
        return f"{self.language.text(self.results.title)} · {self.say('Scenario')}: {scenario} · {currency}"

    def key_results(self) -> list[str]:
        rows = [(self.label(kpi.line), self._figure(kpi), self._reason(kpi)) for kpi in self.results.kpis.values()]
        width = max((len(label) for label, _, _ in rows), default=0)
        widest = max((len(figure) for _, figure, _ in rows), default=0)
        return [f"  {label:{width}}  {figure:>{widest}}{reason}" for label, figure, reason in rows]

    def _figure(self, kpi: Kpi) -> str:
        if kpi.unit in _IN_WORDS:
            return self.language.quantity(kpi.value, kpi.unit, self.results.currency)
        return self.language.figure(kpi.value, kpi.unit)

    def _reason(self, kpi: Kpi) -> str:
        return "" if kpi.value is not None else "  " + blank_reason(self.results, kpi.line, translate=self.say)

    def facilities(self) -> list[str]:
        """The size of every facility and the limit that binds it."""
        sizes = self.results.facilities.values()
        return ["", *(self._facility(size) for size in sizes)] if sizes else []

    def _facility(self, size: FacilitySize) -> str:
        amount = self.language.figure(size.commitment, Unit.MONEY)
        limit = self.say(self.results.graph.lines[size.lines[size.binding]].label).partition(": ")[2]
        return f"  {self.say(size.label)}: {amount} · {self.say('Binding limit')}: {limit}"

    def checks(self) -> list[str]:
        integrity = [check for check in self.results.checks.values() if check.kind == "integrity"]
        broken = sum(not check.ok for check in integrity)
        if broken:
            verdict = self.say("FAILED: {failed} of {count} integrity checks")
        else:
            verdict = self.say("all {count} integrity checks hold")
        counted = verdict.format(failed=broken, count=len(integrity))
        failed = [self._failed(check) for check in self.results.checks.values() if not check.ok]
        return [f"{self.say('Master check')}: {counted}", *failed]

    def _failed(self, check: Check) -> str:
        kind = self.say("check") if check.kind == "integrity" else self.say("alert")
        unit = self.results.graph.lines[check.line].unit
        return f"  {kind}: {self.label(check.line)}: {self.language.figure(check.value, unit)}"
