"""The key results as lines of text: what a run tells on the screen."""

from __future__ import annotations

from finmodel.outputs.language import Language
from finmodel.results import Results

__all__ = ["summary"]


def summary(results: Results, language: Language) -> list[str]:
    """Title, key results with their reasons where there is none, the master check and the alerts."""
    say = language.gettext
    scenario = next((s.label for s in results.scenarios if s.name == results.scenario), results.scenario)
    lines = [f"{results.title} · {say('Scenario')}: {say(scenario)} · {language.currency(results.currency)}", ""]
    shown = []
    for kpi in results.kpis.values():
        label = say(results.graph.lines[kpi.line].full_label)
        shown.append((label, language.figure(kpi.value, kpi.unit), f"  {say(kpi.reason)}" if kpi.reason else ""))
    width = max((len(label) for label, _, _ in shown), default=0)
    widest = max((len(figure) for _, figure, _ in shown), default=0)
    lines += [f"  {label:{width}}  {figure:>{widest}}{reason}" for label, figure, reason in shown]
    return [*lines, "", *_checks(results, language)]


def _checks(results: Results, language: Language) -> list[str]:
    say = language.gettext
    integrity = [check for check in results.checks.values() if check.kind == "integrity"]
    failed = [check for check in results.checks.values() if not check.ok]
    broken = [check for check in failed if check.kind == "integrity"]
    verdict = (
        say("FAILED: {failed} of {count} integrity checks").format(failed=len(broken), count=len(integrity))
        if broken
        else say("all {count} integrity checks hold").format(count=len(integrity))
    )
    lines = [f"{say('Master check')}: {verdict}"]
    for check in failed:
        line = results.graph.lines[check.line]
        kind = say("check") if check.kind == "integrity" else say("alert")
        lines.append(f"  {kind}: {say(line.full_label)}: {language.figure(check.value, line.unit)}")
    return lines
